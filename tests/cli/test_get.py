"""``nkfacts get`` from outside: one bare line for a script, by the quick way as by the whole one."""

import json

import pytest

from nkfacts.commands.get import run as get
from nkfacts.commands.options import Setting
from tests.support.bases import fact, killed
from tests.support.commandline import one_line
from tests.support.files import BASE


@pytest.mark.parametrize(
    ("words", "out"),
    [
        (["casualties.killed"], "900-1100"),
        (["casualties.killed", "--low"], "900"),
        (["casualties.killed", "--high"], "1100"),
        (["casualties.killed", "--by", "nis"], "600"),
        (["casualties.killed", "--by", "국가정보원"], "600"),
        (["casualties.killed", "--by", "South Korea"], "600"),
        (["casualties.killed", "--as-of", "2025-05-01"], "600"),
        (["casualties.killed", "--as-of", "2025-01"], "300"),
        (["casualties.killed", "--by", "nis", "--low"], "600"),
        (["casualties.wounded"], "4000"),
        (["deployment.shells"], "several million"),
        (["death toll"], "900-1100"),
        (["Death  TOLL"], "900-1100"),
        (["전사자"], "900-1100"),
        (["fatalities", "--by=gur"], "900-1100"),
        (["--", "casualties.killed"], "900-1100"),
    ],
)
def test_get_prints_one_bare_line_and_nothing_else(run, words, out):
    assert run("get", *words) == (f"{out}\n", "", 0)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--as-of", "2025-05-01"],
        ["--as-of", "2025-01-31"],
        ["--as-of=2025-01-31"],
        ["--as-of", "2020-01-01"],
        ["--as-of", "2025-02-30"],
        ["--as-of", ""],
        ["--data", str(BASE)],
        ["-d", str(BASE)],
        ["--data", "none.yaml"],
    ],
)
@pytest.mark.parametrize("figure", ["casualties.killed", "deployment.shells", "death toll", "nonsense"])
def test_the_quick_way_of_get_answers_as_the_whole_command_line_does(run, capfd, figure, words):
    from nkfacts.cli.bare_get import answered

    run("get", figure)
    for arguments in (["get", figure, *words], [*words, "get", figure]):
        whole = run(*arguments)
        if answered(arguments):
            assert (capfd.readouterr().out, whole.code, whole.err) == (whole.out, 0, "")
        else:
            assert capfd.readouterr().out == ""


def test_get_with_a_format_or_columns_gives_the_whole_fact(run):
    assert run("get", "casualties.killed", "--format", "json").json()["id"] == "killed-gur"
    assert run("get", "casualties.killed", "--columns", "id,low,claimant").out == (
        "id\tlow\tclaimant\nkilled-gur\t900\tDefence Intelligence of Ukraine\n"
    )


def test_one_column_alone_is_printed_bare(run, terminal_process):
    for column, value in (("claimant", "Defence Intelligence of Ukraine"), ("low", "900"), ("amount", "900 to 1,100")):
        assert run("get", "casualties.killed", "--columns", column) == (f"{value}\n", "", 0)
    shown = terminal_process("get", "casualties.killed", "--columns", "claimant").out
    assert shown == "Defence Intelligence of Ukraine\ndisputed: nkfacts show killed-gur\n"
    assert run("get", "casualties.killed", "--columns", "low", "-f", "tsv").out == "low\n900\n"


@pytest.mark.parametrize(
    ("words", "out", "reason"),
    [
        (["casualties.wounded"], "4000\n", ""),
        (["casualties.killed", "--low"], "900\n", ""),
        (
            ["casualties.killed"],
            "",
            "casualties.killed is no number but a range, '900-1100' (--low and --high pick an end)",
        ),
        (
            ["deployment.shells"],
            "",
            "deployment.shells is no number but words, 'several million' (without --number they are printed)",
        ),
    ],
)
def test_number_refuses_ranges_and_words(run, words, out, reason):
    result = run("get", "--number", *words)
    assert (result.out, result.code) == (out, 1 if reason else 0)
    assert result.err == (f"nkfacts: {reason}\n" if reason else "")
    assert run("get", "--number", *words, "--format", "json").code == result.code


@pytest.mark.parametrize("end", ["--low", "--high"])
def test_words_have_no_end_and_cost_no_other_figure_its_line(run, end):
    reason = "deployment.shells has no end to pick but words, 'several million'"
    reason += " (without --low and --high they are printed)\n"
    assert run("get", "deployment.shells", end) == ("", f"nkfacts: {reason}", 1)
    names = ("casualties.wounded", "deployment.shells", "death toll")
    amount = {"--low": "900", "--high": "1100"}[end]
    lines = f"casualties.wounded\t4000\ndeployment.shells\t\ncasualties.killed\t{amount}\n"
    assert run("get", *names, end) == (lines, reason, 1)
    assert run("get", "-", end, stdin="\n".join(names)) == (lines, reason, 1)
    with_number = run("get", "deployment.shells", end, "--number")
    assert (with_number.out, with_number.code) == ("", 1)


@pytest.mark.parametrize("figures", [["death toll"], ["casualties.wounded", "nonsense"], ["-"]])
def test_an_unknown_claimant_is_one_mistake_of_the_line(run, figures):
    unknown = run("get", *figures, "--by", "nosuchbody", stdin="death toll\ncasualties.wounded\n")
    assert (unknown.out, unknown.code) == ("", 2)
    assert one_line(unknown.err)
    assert "'nosuchbody'" in unknown.err


def test_several_figures_are_a_line_each(run):
    words = ("get", "casualties.wounded", "death toll")
    assert run(*words) == ("casualties.wounded\t4000\ncasualties.killed\t900-1100\n", "", 0)
    result = run(*words, "--number")
    assert (result.out, result.code) == ("casualties.wounded\t4000\ncasualties.killed\t\n", 1)
    assert result.err == "casualties.killed is no number but a range, '900-1100' (--low and --high pick an end)\n"
    assert run(*words, "--number", "--ok-empty").code == 0
    assert run(*words, "--columns", "figure,low").out == "figure\tlow\ncasualties.wounded\t\ncasualties.killed\t900\n"
    assert [fact["id"] for fact in run(*words, "-f", "json").json()] == ["wounded-jcs", "killed-gur"]
    assert run("get", "death", "toll").out == "900-1100\n"
    unknown = run("get", "casualties.wounded", "nonsense")
    assert (unknown.out, unknown.code) == ("", 2)
    assert one_line(unknown.err)


def test_names_come_from_standard_input(run):
    names = "death toll\n\nnonsense\ndeployment.shells\n"
    result = run("get", "-", stdin=names)
    found = [json.loads(line) for line in result.out.splitlines()]
    assert [record["name"] for record in found] == ["death toll", "nonsense", "deployment.shells"]
    assert [record["figure"] for record in found] == ["casualties.killed", None, "deployment.shells"]
    assert [record["answered"] for record in found] == [True, False, True]
    assert (found[0]["id"], found[0]["low"], found[0]["reason"]) == ("killed-gur", 900, None)
    assert found[1]["reason"] == "no figure is called 'nonsense'"
    assert result.code == 1
    assert result.err == f"no figure is called 'nonsense' ({found[1]['mend']})\n"
    lines = run("get", "-", "--number", stdin=names)
    assert (lines.out, lines.code) == ("casualties.killed\t\nnonsense\t\ndeployment.shells\t\n", 1)
    assert run("get", "-", "--by", "nis", stdin="death toll\n").code == 0
    assert run("get", "-", stdin="")[::2] == ("", 1)
    both = run("get", "-", "--data", "-", stdin=BASE.read_bytes())
    assert (both.out, both.code) == ("", 2)


@pytest.mark.parametrize(
    ("by", "named"),
    [("kim-jong-un", "by Kim Jong Un"), ("pyongyang", "by North Korea"), ("Kim Jong Un", "by Kim Jong Un")],
)
def test_of_who_gave_only_a_part_it_says_so_and_names_what_shows_it(run, shipped, by, named):
    result = run("get", "casualties.killed", "--by", by, env=shipped)
    assert (result.out, result.code) == ("", 1)
    assert one_line(result.err)
    assert f"casualties.killed {named}: only of a part: 9, Kim Jong Un, 12 Dec 2025" in result.err
    command = result.err.partition("all: nkfacts ")[2].rstrip(")\n").split()
    shown = run(*command, env=shipped)
    assert (shown.code, "kim-jong-un-2025-12-12-killed-528th" in shown.out) == (0, True)
    early = run("get", "casualties.killed", "--by", by, "--as-of", "2025-06", env=shipped)
    assert "no fact on casualties.killed" in early.err


def test_a_denial_is_told_as_one_and_a_slip_as_nothing():
    for keys, told in (
        ({"status": "denied"}, "casualties.killed: only a denial: 600, The nis, 2 Jan 2025"),
        ({"scope": "part"}, "casualties.killed: only of a part: 600, The nis, 2 Jan 2025"),
        ({"scope": "part", "status": "denied"}, "casualties.killed: only a denial: 600, The nis, 2 Jan 2025"),
        ({"rank": "deprecated", "rank_reason": "A slip"}, "no fact on casualties.killed"),
    ):
        with killed(fact("a", **keys)) as base:
            assert get(base, Setting(), ["casualties.killed"]).nothing[0] == told
    with killed(fact("a", scope="part"), fact("b", scope="part", reported="2025-02-02", value=7)) as base:
        message, mend = get(base, Setting(), ["casualties.killed"]).nothing
    assert message == "casualties.killed: only of a part: 7, The nis, 2 Feb 2025 and 1 more"
    assert mend == "all: nkfacts compare casualties.killed --all"


def test_when_no_fact_answers_stdout_is_empty_and_stderr_names_the_nearest_figures(run):
    result = run("get", "deployment.shells", "--by", "jcs")
    assert (result.out, result.code) == ("", 1)
    assert one_line(result.err)
    assert "no fact on deployment.shells" in result.err
    assert "nkfacts get deployment.soldiers --by jcs" in result.err
    assert "nkfacts get deployment.shells (other claimants)" in result.err
    assert "12000" not in result.err.replace(",", "")
    assert "million" not in result.err


def test_a_denial_a_part_and_a_deprecated_fact_never_answer(run):
    assert run("get", "casualties.killed", "--by", "russia-mod")[::2] == ("", 1)
    assert run("get", "casualties.killed", "--by", "jcs")[::2] == ("", 1)


# Plans that are over, words that are old


@pytest.mark.parametrize(
    ("more", "out", "last"),
    [
        ((), "", "13,000, Defence Intelligence of Ukraine, 4 Nov 2024"),
        (("--format", "json"), "null\n", "13,000, Defence Intelligence of Ukraine, 4 Nov 2024"),
        (("--columns", "id"), "", "13,000, Defence Intelligence of Ukraine, 4 Nov 2024"),
        (("--by", "nis"), "", "12,000, National Intelligence Service, 18 Oct 2024"),
    ],
)
def test_where_no_plan_stands_stderr_says_the_last(run, edited, more, out, last):
    time = '    when: "2024-11"\n'
    statuses = [
        (f"    status: {status}\n{time}", f"    status: planned\n{time}") for status in ("estimated", "reported")
    ]
    words = ("get", "deployment.soldiers", "--data", edited(*statuses))
    assert run(*words, *more) == (out, f"nkfacts: no plan stands; last: {last} (lapsed)\n", 1)
    assert run(*words, "--as-of", "2024-11-30").out == "13000\n"


@pytest.mark.parametrize("more", [(), ("--by", "nis"), ("--low",)])
def test_at_a_terminal_get_says_that_the_newest_word_is_old(run, terminal_process, more):
    shown = terminal_process("get", "casualties.wounded", *more)
    day, days = ("13 Jan 2025", 261) if "--by" in more else ("27 Mar 2025", 188)
    remark = f"said on {day}, {days} days before the newest statement of the base"
    assert shown.out.splitlines() == [run("get", "casualties.wounded", *more).out.strip(), remark]


def test_at_a_terminal_several_numbers_of_different_days_say_which(run, terminal):
    words = ("get", "casualties.killed", "casualties.wounded")
    shown = terminal(*words, columns=200).out
    days = "not said on one day: casualties.killed on 15 Jun 2025 and casualties.wounded on 27 Mar 2025"
    assert shown.splitlines()[2:] == [days]
    assert run(*words).err == ""
    assert "said" not in terminal("get", "casualties.killed", "casualties.killed").out


def test_the_age_is_counted_to_the_day_asked_for(run, terminal_process):
    words = ("get", "casualties.wounded", "--by", "nis", "--as-of")
    assert terminal_process(*words, "2025-07-15").out == "2700\n"
    assert terminal_process(*words, "2025-07-16").out == "2700\nsaid on 13 Jan 2025, 184 days before 16 Jul 2025\n"
    assert run(*words, "2025-07-16", "--format", "json").json()["age_days"] == 184


@pytest.mark.parametrize("figure", ["casualties.wounded", "casualties.killed"])
def test_the_quick_way_says_it_too(terminal_process, tmp_path, figure):
    # The second run finds the index of the first.
    first, second = (terminal_process("get", figure, XDG_CACHE_HOME=str(tmp_path)).out for _ in range(2))
    assert first == second


def test_at_a_terminal_get_says_that_somebody_disputes_it(run, terminal_process):
    words = ("get", "casualties.killed")
    assert terminal_process(*words).out.splitlines() == ["900-1100", "disputed: nkfacts show killed-gur"]
    assert run(*words) == ("900-1100\n", "", 0)
    assert terminal_process(*words, "--as-of", "2025-06-30").out == "900-1100\n"


# What is too old for a script


@pytest.fixture
def on_day(monkeypatch):
    """Return a function that sets the day of today."""
    return lambda day: monkeypatch.setattr("nkfacts.model.dates.today", lambda: day)


@pytest.mark.parametrize("more", [(), ("-f", "json"), ("-f", "csv"), ("-c", "amount"), ("--low",), ("--ok-empty",)])
def test_what_is_older_than_a_script_takes_is_not_printed_in_any_format(run, on_day, more):
    words = ("get", "casualties.wounded", "--by", "nis", *more, "--max-age")
    on_day("2025-07-15")
    assert run(*words, "183") == run(*words[:-1])
    on_day("2025-07-16")
    message = "casualties.wounded is too old: said on 13 Jan 2025, 184 days before today (--max-age 184 takes it)"
    assert run(*words, "183") == ("", f"nkfacts: {message}\n", 5)
    assert run(*words, "184") == run(*words[:-1])


def test_it_counts_to_the_day_that_is_asked_for_and_else_to_today_however_old_the_base_is(run, on_day):
    words = ("get", "casualties.wounded", "--by", "nis", "--max-age")
    on_day("2035-01-01")
    assert run(*words, "183", "--as-of", "2025-07-15").out == "2700\n"
    assert "184 days before 16 Jul 2025" in run(*words, "183", "--as-of", "2025-07-16").err
    found = run(*words, "3000")
    assert (found.out, found.code) == ("", 5)


def test_of_several_only_what_is_fresh_enough_has_an_amount(run, on_day):
    on_day("2025-10-01")
    names = ("casualties.killed", "casualties.wounded")
    ages = {name: run("get", name, "-c", "reported").out.strip() for name in names}
    assert ages == {"casualties.killed": "2025-06-15", "casualties.wounded": "2025-03-27"}
    found = run("get", *names, "--max-age", "150")
    assert (found.out, found.code) == ("casualties.killed\t900-1100\ncasualties.wounded\t\n", 5)
    assert found.err.startswith("casualties.wounded is too old: said on 27 Mar 2025, 188 days before today")
    batch = run("get", "-", "--max-age", "150", "--ok-empty", stdin="\n".join([*names, "nonsense"]))
    told = [json.loads(line) for line in batch.out.splitlines()]
    assert [each["answered"] for each in told] == [True, False, False]
    assert told[1]["reason"].startswith("casualties.wounded is too old")
    assert batch.code == 5
    rows = run("get", "-", "--max-age", "150", "-f", "tsv", stdin="\n".join(names))
    assert ([row["figure"] for row in rows.rows()], rows.code) == (["casualties.killed"], 5)
    assert run("get", *names, "--max-age", "188").code == 0


def test_a_figure_without_a_fact_is_not_found_and_no_days_are_below_none(run):
    assert run("get", "casualties.killed", "--by", "jcs", "--max-age", "1").code == 1
    assert run("get", "casualties.killed", "--max-age", "-1")[::2] == ("", 2)
