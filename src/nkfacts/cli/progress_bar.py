"""A bar on stderr while an index is built: for a person at a terminal who has waited for a second."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import monotonic

from nkfacts.hints import TYPE_CHECKING, TextIO
from nkfacts.output.terminal import look_at

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from nkfacts.index.building import Progress

_PATIENCE = 1.0
"""Seconds before the bar is shown."""


@contextmanager
def shown(stream: TextIO, environment: Mapping[str, str]) -> "Iterator[Progress | None]":
    """Give what is to be told the share of the work done; the bar it draws is gone at the end.

    None, and so no bar, where nobody is watching or the terminal cannot move its cursor.
    """
    screen = look_at(stream, environment)
    if not screen.is_terminal or environment.get("TERM") in ("dumb", "unknown"):
        yield None
        return
    bar = _Bar(stream, colour=screen.colour)
    try:
        yield bar.tell
    finally:
        bar.remove()


class _Bar:
    def __init__(self, stream: TextIO, *, colour: bool) -> None:
        self._stream, self._colour = stream, colour
        self._since = monotonic()
        self._drawn: tuple[Bars, TaskID] | None = None

    def tell(self, share: float) -> None:
        """Draw how much is done, once it has taken long enough."""
        if self._drawn is None:
            if monotonic() - self._since < _PATIENCE:
                return
            self._drawn = self._draw()
        bars, task = self._drawn
        bars.update(task, completed=share)

    def _draw(self) -> "tuple[Bars, TaskID]":
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

        console = Console(file=self._stream, force_terminal=True, no_color=not self._colour)
        columns = TextColumn("{task.description}"), BarColumn(), TaskProgressColumn()
        bars = Progress(*columns, console=console, transient=True)
        bars.start()
        return bars, bars.add_task("reading the facts", total=1)

    def remove(self) -> None:
        """Take the bar off the screen, if there is one."""
        if self._drawn is not None:
            self._drawn[0].stop()
