"""Waiting: a bar on stderr where reading takes longer than a second, and nothing of it in the answer."""

import io

import pytest

from nkfacts.cli import progress_bar
from tests.support.commandline import left_on_screen


class Screen(io.StringIO):
    def isatty(self):
        return True


def test_the_bar_comes_after_a_second_and_goes_at_the_end(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(progress_bar, "monotonic", lambda: now[0])
    screen = Screen()
    with progress_bar.shown(screen, {"TERM": "xterm"}) as tell:
        tell(0.2)
        assert screen.getvalue() == ""
        now[0] = 1.5
        tell(0.5)
        tell(0.9)
    assert "reading the facts" in screen.getvalue()
    assert screen.getvalue().endswith("\x1b[2K")
    assert left_on_screen(screen.getvalue()) == ""


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"TERM": "unknown"}])
def test_a_terminal_that_cannot_move_its_cursor_has_no_bar(environment):
    with progress_bar.shown(Screen(), environment) as tell:
        assert tell is None
    with progress_bar.shown(io.StringIO(), {"TERM": "xterm"}) as tell:
        assert tell is None
