"""What the output goes to: whether it is a terminal, how wide it is, and whether it has colour and links."""

import os
import sys
from collections.abc import Mapping

from nkfacts.hints import NamedTuple, TextIO

_DEFAULT_WIDTH = 80
_NARROWEST, WIDEST = 20, 400
_DUMB = frozenset(("dumb", "unknown"))
"""What TERM says where lines cannot be drawn."""
_WITHOUT_LINKS = frozenset((None, "", "dumb", "unknown", "linux", "ansi", "vt100", "vt102", "vt220"))
"""What TERM says where hyperlinks are unknown; every newer kind passes over what it does not know."""


class Terminal(NamedTuple):
    """The properties of an output stream that change layout, and never the records shown."""

    is_terminal: bool
    width: int
    colour: bool
    links: bool = False
    ascii: bool = False


def look_at(stream: TextIO, environment: Mapping[str, str]) -> Terminal:
    """Return what an output stream is, as the environment and the stream say."""
    is_terminal = _is_terminal(stream)
    return Terminal(
        is_terminal,
        _width(stream, environment),
        has_colour(environment, is_terminal=is_terminal),
        has_links(environment, is_terminal=is_terminal),
        is_terminal and environment.get("TERM") in _DUMB,
    )


def has_colour(environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Decide about colour: NO_COLOR (no-color.org), then FORCE_COLOR or CLICOLOR_FORCE, TERM, the terminal.

    A variable that is empty counts as absent; a forcing one of ``0`` says no.
    """
    if environment.get("NO_COLOR"):
        return False
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if environment.get(name):
            return environment[name] != "0"
    if environment.get("TERM") in _DUMB:
        return False
    return is_terminal


def has_links(environment: Mapping[str, str], *, is_terminal: bool) -> bool:
    """Decide about hyperlinks (OSC 8): only where a person sits, and no terminal that would print them as text."""
    return is_terminal and not environment.get("NO_COLOR") and environment.get("TERM") not in _WITHOUT_LINKS


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except (AttributeError, ValueError):
        return False


def _width(stream: TextIO, environment: Mapping[str, str]) -> int:
    columns = environment.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and 0 < len(columns) < 6 and int(columns) > 0:
        width = int(columns)
    else:
        # Behind a pipe there is often a person all the same, whose terminal still has our stderr.
        width = _columns_of(stream) or _columns_of(sys.stderr) or _DEFAULT_WIDTH
    return max(_NARROWEST, min(width, WIDEST))


def _columns_of(stream: TextIO | None) -> int:
    """Return how wide the terminal of a stream is; 0 where it has none."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream else 0
    except (OSError, ValueError, AttributeError):
        return 0
