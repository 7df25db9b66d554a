"""The bare command: the headline of every main figure."""

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


def test_the_overview_before_anything_was_known(run):
    result = run("--as-of", "2020")
    assert result.code == 1
    assert one_line(result.err)
