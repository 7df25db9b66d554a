"""A screen that is taller than the terminal, shown by the pager that the person has chosen."""

import contextlib
import os
import re
from collections.abc import Mapping

from nkfacts.hints import TextIO
from nkfacts.output.terminal import look_at

_SIGNS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;.*?(?:\x1b\\|\x07)")
"""What takes no room on a screen: colours and hyperlinks."""


def shown(text: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Show a text in a pager; False, with nothing shown, where it fits on the screen or there is no pager.

    The pager is that of ``NKFACTS_PAGER``, else of ``PAGER``, else less; an empty one is none. less is told to leave a
    short text on the screen, to keep colours and to clear nothing, unless ``LESS`` says otherwise.
    """
    screen = look_at(stream, environment)
    if not screen.is_terminal or environment.get("TERM") in ("dumb", "unknown"):
        return False
    # Most screens fit, and are there sooner without what starts a program.
    if _height(text, screen.width) < _lines(stream, environment) or not (words := _pager(environment)):
        return False
    import signal
    import subprocess

    try:
        process = subprocess.Popen(words, stdin=subprocess.PIPE, env={"LESS": "FRX", "LV": "-c", **environment})
    except (OSError, ValueError):
        return False
    # An interrupt is for the pager: it ends a search there, and not this program under it.
    former = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with contextlib.suppress(BrokenPipeError):
            process.communicate(text.encode())
        process.wait()
    finally:
        signal.signal(signal.SIGINT, former)
    return True


def _pager(environment: Mapping[str, str]) -> list[str]:
    import shlex
    import shutil

    chosen = environment.get("NKFACTS_PAGER", environment.get("PAGER", "less"))
    try:
        words = shlex.split(chosen)
    except ValueError:
        return []
    return words if words and shutil.which(words[0], path=environment.get("PATH")) else []


def _height(text: str, width: int) -> int:
    """Return the lines that a text takes on a screen."""
    return sum(max(1, -(-len(_SIGNS.sub("", line)) // width)) for line in text.splitlines())


def _lines(stream: TextIO, environment: Mapping[str, str]) -> int:
    """Return the lines of a screen; so many that all fit where nobody knows."""
    lines = environment.get("LINES", "")
    if lines.isascii() and lines.isdigit() and 0 < len(lines) < 6 and int(lines) > 0:
        return int(lines)
    try:
        return os.get_terminal_size(stream.fileno()).lines or 10**6
    except (OSError, ValueError, AttributeError):
        return 10**6
