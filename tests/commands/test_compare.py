"""``compare``: what every claimant says about a figure, on a screen and as data."""

import pytest

from tests.support.commandline import ids

ALL = [
    "killed-post",
    "killed-gur",
    "killed-nis-2",
    "killed-nis-1",
    "killed-misprint",
    "killed-at-sudzha",
    "killed-denied",
]


def test_a_pipe_has_last_words_first_then_what_was_said_before(run):
    rows = run("compare", "casualties.killed").rows()
    assert [(row["id"], row["compared"], row["is_headline"], row["body"]) for row in rows] == [
        ("killed-post", "latest", "false", "kim-chol-ho"),
        ("killed-gur", "latest", "true", "gur"),
        ("killed-nis-2", "latest", "false", "nis"),
        ("killed-nis-1", "earlier", "false", "nis"),
    ]
    assert ids(run("compare", "casualties.killed", "--all")) == ALL


def test_json_has_the_keys_of_every_fact_and_those_of_the_comparison(run):
    record = run("compare", "death", "toll", "-f", "json").json()[1]
    shown = run("why", "casualties.killed", "-f", "json").json()["facts"][0]
    shown.pop("verdict")
    assert record == {**shown, "compared": "latest", "is_headline": True, "body": "gur"}


def test_several_figures_stand_in_the_order_asked_for_each_once(run):
    found = run("compare", "injured", "death toll", "casualties.wounded", "--columns", "figure,id")
    figures = [row["figure"] for row in found.rows()]
    assert figures == ["casualties.wounded"] * 3 + ["casualties.killed"] * 4


@pytest.mark.parametrize("columns", [50, 80, 140])
def test_a_screen_shows_every_claimant_once_with_bars_to_scale(terminal, columns):
    shown = terminal("compare", "casualties.killed", columns=columns, NO_COLOR="1").out
    lines = shown.splitlines()
    assert all(len(line) <= columns for line in lines)
    assert "3 claimants" in shown
    bars = [max((word for word in line.split() if "━" in word or "╸" in word), key=len, default="") for line in lines]
    bars = [bar for bar in bars if bar]
    assert len(bars) == 3
    # 5,000 and more, 900 to 1,100, about 600
    assert bars[0].endswith("▶")
    assert len(bars[0]) > 4 * len(bars[1])
    assert bars[1][0] == "╺"
    assert "about 300 → about 600" in " ".join(shown.split())
    assert "left out: 1 of one battle or unit, 1 denied, 1 deprecated" in " ".join(shown.split())
    assert "killed-misprint" not in shown


def test_all_shows_what_is_left_out_with_the_reason(terminal):
    shown = terminal("compare", "casualties.killed", "--all", columns=100, NO_COLOR="1").out
    said_before, not_compared = shown.partition("Not compared")[::2]
    assert "about 300" in said_before.partition("Said before")[2]
    for word in ("deprecated", "denied", "part"):
        assert word in not_compared


def test_where_no_total_stands_what_there_is_is_shown(run):
    found = run("compare", "casualties.killed", "--scope", "part", "-f", "table", env={"COLUMNS": "80"})
    assert (found.code, found.err) == (0, "")
    assert "no total stands" in found.out
    assert "17" in found.out
    assert ids(run("compare", "casualties.killed", "--scope", "part")) == ["killed-at-sudzha"]


def test_words_have_no_bar(run):
    shown = run("compare", "deployment.shells", "-f", "table").out
    assert "several million" in shown
    assert not set("━╸╺") & set(shown)


def test_links_and_ids_stand_on_lines_of_their_own(run):
    shown = run("compare", "casualties.killed", "--links", "--ids", "-f", "table").out.splitlines()
    assert [line.strip() for line in shown if "https://" in line] == [
        "https://repost.example.net/5000", "https://institute.example.org/report", "https://yonda.example.kr/2",
    ]  # fmt: skip
    assert [line.strip() for line in shown if line.strip() in ALL] == ALL[:3]


def test_every_amount_of_a_chain_is_a_link_at_a_terminal(terminal):
    shown = terminal("compare", "casualties.killed").out
    assert "\x1b]8;;https://yonda.example.kr/1\x1b\\about 300\x1b]8;;\x1b\\" in shown


def test_a_limit_says_how_many_claimants_there_are_besides(run):
    found = run("compare", "casualties.killed", "-n", "1", "-f", "table")
    assert "+ 2 claimants before  nkfacts compare casualties.killed" in found.out
    assert ids(run("compare", "casualties.killed", "-n", "1")) == ["killed-post"]


def test_what_nobody_said_is_status_1_and_an_unknown_name_2(run):
    found = run("compare", "casualties.killed", "--by", "russia", "--status", "confirmed")
    assert (found.out.count("\n"), found.code) == (1, 1)
    assert "no fact on casualties.killed passes the filters" in found.err
    assert run("compare", "casualties.killed", "--as-of", "2020", "-f", "json").out == "[]\n"
    assert run("compare", "casualties.killed", "--as-of", "2020", "--ok-empty").code == 0
    found = run("compare", "casualties.kiled")
    assert (found.out, found.code) == ("", 2)
    assert "did you mean 'casualties.killed'" in found.err


def test_what_a_claimant_said_again_stands_with_its_days(terminal):
    def chains(figure):
        shown = terminal("compare", figure, data="", columns=140, NO_COLOR="1").out
        return [" ".join(line.split()) for line in shown.splitlines()]

    twice = "UA Zelensky more than 3,000 → 3,800 → 4,000 (2 times: 9 Jan 2025, 14 Feb 2025) Dec 2024 to Feb 2025"
    assert twice in chains("casualties.total")
    # Of two facts of one day the day is told once.
    assert "KR NIS 6,000 (3 times, on 26 Jun 2025, 2 Sep 2025) Jun 2025 to Sep 2025" in chains("workers.construction")
