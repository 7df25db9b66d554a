"""The bare command: the headline of every main figure."""

import re

from tests.support.commandline import one_line


def test_the_bare_command_is_the_overview(run):
    result = run()
    assert result.code == 0
    assert [row["figure"] for row in result.rows()] == ["casualties.killed", "deployment.soldiers"]
    assert result.rows()[0]["amount"] == "900 to 1,100"
    assert result.err == ""


def test_the_overview_of_a_day(run):
    result = run("--as-of", "2025-05-01", "--format", "json")
    assert result.json()[0]["id"] == "killed-nis-2"


def test_a_disputed_headline_is_marked_as_in_lists(run, terminal):
    for shown in (terminal().out, terminal("figures").out):
        assert re.search(r"≠ \S*900 to \S*1,100", shown)
        assert "≠ disputed" in shown
    killed = run("--format", "json").json()[0]
    assert (killed["disputes"], killed["disputed_by"]) == ([], ["killed-denied"])
    assert "≠" not in terminal("--as-of", "2025-06-30").out


def test_a_headline_is_old_by_the_same_rule_as_in_a_comparison(terminal):
    for day, is_old in (("2025-12-15", False), ("2025-12-16", True)):
        for words in ((), ("compare", "casualties.killed")):
            shown = terminal(*words, "--as-of", day, NO_COLOR="1").out
            line = next(line for line in shown.splitlines() if "900 to 1,100" in line)
            assert (line.split().count("old") == 1) is is_old


def test_the_overview_before_anything_was_known(run):
    result = run("--as-of", "2020")
    assert result.code == 1
    assert one_line(result.err)
