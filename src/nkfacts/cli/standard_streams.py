"""The standard streams where one is closed or full: nothing is written elsewhere, the status says what was found."""

import contextlib
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nkfacts.hints import TextIO


def hold() -> None:
    """Open what is closed, so that no file opened later takes its number; stdout takes nothing, and says so."""
    for number, stream in enumerate((sys.stdin, sys.stdout, sys.stderr)):
        if stream is None:
            # The lowest free number is given, which is this one.
            os.open(os.devnull, os.O_WRONLY if number == 2 else os.O_RDONLY)
    # Each stays open as long as the process. Where stdin was closed, sys.__stdin__ goes on to say so.
    if sys.stdin is None:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def tell(text: str) -> None:
    """Write to stderr; where it takes nothing (a full disk, a pipe whose reader left), nothing more is told there.

    Args:
        text: whole lines, with their ends.
    """
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        discard(sys.stderr)


def discard(stream: "TextIO") -> None:
    """Point a stream at nothing, so that the interpreter's last flush does not fail too."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
