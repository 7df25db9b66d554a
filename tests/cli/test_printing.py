"""A report on its way to the streams."""

import pytest

from nkfacts.cli.printing import answer
from nkfacts.commands.options import Setting
from nkfacts.commands.tables import SAVED
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.report import Report


@pytest.fixture
def counted():
    """Return what makes why there is nothing, and how often it was asked to."""
    times = []

    def nothing():
        times.append(1)
        return "no file", "name one"

    return nothing, times


def test_why_there_is_nothing_is_looked_up_once_where_there_is_nothing(capsys, counted):
    nothing, times = counted
    report = Report("Saved", SAVED, [], nothing=nothing)
    assert answer(lambda: report, Setting()) == ExitCode.NOTHING_FOUND
    assert (capsys.readouterr().err, len(times)) == ("nkfacts: no file (name one)\n", 1)


def test_why_there_is_nothing_is_not_looked_up_where_there_is_something(capsys, counted):
    nothing, times = counted
    report = Report("Saved", SAVED, [{"path": "a.svg", "bytes": 3}], nothing=nothing)
    assert answer(lambda: report, Setting()) == ExitCode.ANSWERED
    assert (capsys.readouterr().err, times) == ("", [])
