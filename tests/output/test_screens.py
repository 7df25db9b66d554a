"""What a person sees at a terminal, looked at as a reporter who has ten seconds would."""

import json
import re

import pytest
from rich.cells import cell_len

from tests.support.commandline import run_terminal_here

LINK = re.compile(r"\x1b\]8;;([^\x1b]*)\x1b\\([^\x1b]+)\x1b\]8;;\x1b\\")
STYLE = re.compile(r"\x1b\[[0-9;]*m")
SHOWN = {
    "topic": ["casualties"],
    "overview": [],
    "figures": ["figures"],
    "list": ["list", "--by", "nis"],
    "timeline": ["timeline", "--since", "2025"],
    "search": ["search", "lawmakers"],
    "why": ["why", "casualties.killed"],
    "show": ["show", "nis-2024-12-19-killed"],
}


@pytest.fixture
def screen(home):
    """Return a function that shows a screen of the shipped facts."""

    def screen(*words, columns=80, **variables):
        variables = {"NO_COLOR": "1", **variables}
        return run_terminal_here(home, *words, columns=columns, data="", **variables).out.splitlines()

    return screen


def days_of(line):
    return re.findall(r"\d{1,2} [A-Z][a-z]{2} \d{4}", line)


def groups(lines):
    """Return the paragraphs of a screen."""
    return [paragraph.splitlines() for paragraph in "\n".join(lines).split("\n\n")]


def test_a_topic_is_read_at_a_glance(screen):
    lines = screen("casualties")
    assert len(lines) <= 120
    assert max(map(cell_len, lines)) <= 80
    killed = next(group for group in groups(lines) if group[0].startswith("North Korean soldiers killed"))
    assert killed[0].split("  ") == ["North Korean soldiers killed", "casualties.killed", "people"]
    assert re.fullmatch(r"▸ +about 2,000  KR NIS +2 Sep 2025  ●{1,4}.*", killed[1])
    assert "\n".join(lines).count("North Korean soldiers killed") == 1
    assert any(re.fullmatch(r"\d+ events without a number: nkfacts casualties --events", line) for line in lines)
    assert any(line.startswith("▸ headline   ● an independent origin, at most 4 shown") for line in lines)


def test_a_figure_of_a_topic_counts_what_it_does_not_show(screen, run, shipped):
    facts = run("casualties", "--format", "json", env=shipped).json()
    lines = screen("casualties")
    for group in groups(lines):
        figure = re.search(r"  (casualties\.[a-z-]+)  ", group[0])
        if figure:
            text = " ".join(group[1:])
            rows = sum(bool(days_of(line)) for line in group[1:])
            left = sum(int(number) for number in re.findall(r"(\d+) (?:earlier|of one battle or unit)", text))
            assert rows + left == sum(fact["figure"] == figure[1] for fact in facts), figure[1]
            assert (f"nkfacts compare {figure[1]} --all" in text) == (left > 0)


def test_events_are_shown_when_they_are_asked_for(screen, run, shipped):
    facts = run("casualties", "--events", "--format", "json", env=shipped).json()
    assert {fact["figure"] for fact in facts} == {None}
    lines = screen("casualties", "--events")
    assert sum(bool(days_of(line)) for line in lines[1:]) == len(facts)


def test_the_overview_fits_on_a_screen(screen):
    lines = screen()
    assert len(lines) <= 40
    assert max(map(cell_len, lines)) <= 80
    text = "\n".join(lines)
    assert re.match(r"as of \d+ \w{3} \d{4}; newest statement \d+ \w{3} \d{4}, \d+ days? before", lines[1])
    for heading in ("Deployment", "Casualties", "Workers", "Arms", "What North Korea got", "Admitted"):
        assert heading in lines
    assert re.search(r"26 Apr 2025  RU Russia confirms", text)
    assert re.search(r"28 Apr 2025  KP North Korea acknowledges", text)
    assert re.search(r"4,100 .*30 Apr 2025 old", text)
    assert not re.search(r"about 6,000 .* old", text)
    # Beside the words that no plan stands stands nobody who said so.
    assert re.search(
        r"no plan stands  Soldiers planned or possible\n +last: 25,000 to 30,000, HUR,\n +2 Jul 2025\n", text
    )
    assert "claims: from the lowest to the highest" in text
    assert "7.67 to 14.4 billion USD" in "\n".join(screen(columns=120))
    assert "do not add it to newer ones" in text


@pytest.mark.parametrize("columns", [60, 80, 100, 140])
@pytest.mark.parametrize("name", SHOWN)
def test_no_screen_is_wider_than_the_terminal(screen, name, columns):
    wide = [line for line in screen(*SHOWN[name], columns=columns) if cell_len(line) > columns]
    assert [line for line in wide if not line.strip().startswith("http")] == []


@pytest.mark.parametrize("columns", [60, 80, 140])
@pytest.mark.parametrize("words", [["list", "--by", "nis"], ["casualties", "--all"]])
def test_a_screen_holds_the_facts_of_the_pipe(screen, run, shipped, words, columns):
    facts = run(*words, "--format", "json", env=shipped).json()
    lines = screen(*words, "--ids", columns=columns)
    assert sorted(line.strip() for line in lines if re.fullmatch(r" {4}[a-z0-9]+(-[a-z0-9]+)+", line)) == sorted(
        fact["id"] for fact in facts
    )
    assert not any(re.search(r"\d{4}-\d{2}-\d{2}", line) for line in lines if not line.startswith("    "))


def test_an_id_stands_on_its_line_where_there_is_room_for_all_of_it(screen):
    assert "nis-2025-09-02-killed" in "\n".join(screen("list", "--figure", "killed", "--by", "nis", columns=140))
    assert "nis-2025" not in "\n".join(screen("list", "--figure", "killed", "--by", "nis", columns=60))


def test_a_fact_is_marked_with_what_it_must_not_be_read_without(terminal):
    listed = terminal("list", "--topic", "casualties", NO_COLOR="1").out
    assert all(word in listed for word in ("denied", "deprecated", "part", "revised", "○"))
    shown = terminal("show", "casualties.killed", NO_COLOR="1").out
    assert all(word in shown for word in ("denied", "deprecated", "part"))
    assert "planned" in terminal("deployment", NO_COLOR="1").out


LISTED = {
    "list": ["list", "--figure", "casualties.killed"],
    "topic": ["casualties", "--all"],
    "timeline": ["timeline", "--figure", "casualties.killed"],
    "compare": ["compare", "casualties.killed", "--all"],
    "why": ["why", "casualties.killed"],
    "show": ["show", "casualties.killed"],
    "search": ["search", "dead"],
    "changes": ["changes", "--since", "2025-06-01"],
}


@pytest.mark.parametrize("name", LISTED)
def test_a_fact_that_another_disputes_is_marked_so(terminal, name):
    shown = terminal(*LISTED[name], columns=140, NO_COLOR="1").out.splitlines()
    (marked,) = [line for line in shown if "disputed" in line]
    assert "900 to 1,100" in marked
    assert "disputed" not in terminal(*LISTED[name], "--as-of", "2025-06-30", columns=140, NO_COLOR="1").out


def test_a_denial_is_marked_as_disputed_by_what_disputes_it_and_not_by_what_it_denies(screen):
    denials = "\n".join(screen("list", "--status", "denied", columns=140))
    assert re.search(r"Kyiv denies the loss of all Kursk positions .* denied, disputed", denials)
    assert re.search(r"Lukashenko calls the reports rubbish .* denied(?!, disputed)", denials)


def test_on_a_narrow_screen_a_title_is_broken_once_and_its_claimant_stands_under_it(screen):
    lines = screen("timeline", "--since", "2025-04-26", "--until", "2025-04-28", columns=60)
    at = next(number for number, line in enumerate(lines) if "Gerasimov reports Kursk Oblast" in line)
    assert [line.strip() for line in lines[at + 1 : at + 3]] == ["wholly retaken", "RU Gerasimov  disputed"]
    assert re.search(r"^\d+ facts, \d+ of a longer time$", "\n".join(lines), re.MULTILINE)
    listed = screen("list", "--about", "kim-yong-bok", columns=60)
    assert any(line.startswith("21 Aug 2025  Senior officers shown home from Russia  ") for line in listed)


def test_a_list_by_who_did_what_says_that_titles_need_not_tell_it(screen):
    remark = "by any of the things that each says"
    assert remark in screen("list", "--who", "north-korea", "--did", "visit", columns=100)[0]
    assert remark not in screen("list", "--by", "nis", columns=100)[0]


def test_two_words_beside_a_fact_do_not_read_as_one(screen):
    shown = "\n".join(screen("casualties", columns=120))
    assert "disputed, by a medium [ko]" in shown
    assert not re.search("disputed (by|old|no)", shown)
    assert shown.startswith("Casualties   by figure, ▸ first, then the latest")


def test_of_claims_that_cannot_both_hold_none_is_marked_as_disputed(screen):
    assert "disputed" not in "\n".join(screen("conflicts", "--figure", "casualties.total"))


def test_nothing_is_said_by_colour_alone(screen):
    plain = screen("casualties", NO_COLOR="1")
    coloured = [LINK.sub(r"\2", STYLE.sub("", line)) for line in screen("casualties", NO_COLOR="")]
    assert coloured == plain
    assert not any("\x1b" in line for line in [*plain, *screen("casualties", NO_COLOR="", TERM="dumb")])


def test_every_listed_fact_leads_to_its_page(screen, run, shipped):
    words = ["list", "--figure", "casualties.killed"]
    facts = [fact for fact in run(*words, "--format", "json", env=shipped).json() if fact["url"]]
    # A name that goes on in a second line is a link in both of them.
    shown = STYLE.sub("", "\n".join(screen(*words, columns=100, NO_COLOR="")))
    assert [url for url, _ in LINK.findall(shown)] == [fact["url"] for fact in facts]
    assert "\x1b]8" not in "\n".join(screen(*words, NO_COLOR="", TERM="dumb"))
    lines = [line.strip() for line in screen(*words, "--links")]
    assert [line for line in lines if line.startswith("http")] == [fact["url"] for fact in facts]


def test_an_address_is_a_line_of_its_own_however_long(screen):
    lines = screen("show", "nis-2024-12-19-killed", columns=60)
    urls = [line.strip() for line in lines if "http" in line]
    assert len(urls) == 2
    assert all(re.fullmatch(r"https?://\S+", url) for url in urls)
    assert max(map(len, urls)) > 60


def test_an_english_page_comes_before_a_foreign_one_which_is_marked(screen, run):
    fact = run("show", "killed-nis-1", "--format", "json").json()
    assert [page["language"] for page in fact["evidence"]] == ["ko", "en"]
    assert (fact["url"], fact["url_language"]) == ("https://yonda.example.kr/1", "en")
    assert run("list", "--by", "nis", "--figure", "casualties.killed", "--columns", "url").out.split()[1:] == [
        "https://yonda.example.kr/2", "https://yonda.example.kr/1",
    ]  # fmt: skip
    lines = screen("casualties")
    assert any(line.endswith("[ko]") for line in lines)


def test_a_trace_leads_to_its_pages(screen):
    lines = screen("trace", "nis-2024-12-19-killed", columns=60)
    assert lines[2].startswith("fact  at least 100 people")
    assert any(line.strip("│ ").startswith("https://") for line in lines)
    assert not any("nis-2024" in line for line in lines)
    assert any("nis-2025-01-13-killed" in line for line in screen("trace", "nis-2024-12-19-killed", "--ids"))


def test_why_says_each_reason_once_above_its_facts(screen):
    lines = screen("why", "casualties.killed")
    assert lines[2].startswith("▸")
    assert lines.count("  counts a part: one period, place, unit or incident") == 1
    assert "The rule" in lines


def test_figures_have_their_values(screen, run, shipped):
    rows = {row["id"]: row for row in run("figures", env=shipped).rows()}
    assert rows["casualties.killed"]["amount"] == "about 2,000"
    assert rows["casualties.killed"]["reported"] == "2025-09-02"
    assert list(rows["casualties.killed"])[:4] == ["id", "label", "unit", "facts"]
    assert any(re.search(r"about 2,000  North Korean soldiers .*2 Sep 2025", line) for line in screen("figures"))


def test_a_screen_is_made_only_for_a_person(run, monkeypatch):
    monkeypatch.setattr("nkfacts.output.lines.render", lambda *_: pytest.fail("a screen in a pipe"))
    assert json.loads(run("casualties", "--format", "json").out)
    assert run("casualties").out.startswith("id\t")
