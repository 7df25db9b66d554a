"""The lines of a fact file as YAML counts them; the places of mistakes and the insertion of records rest on it.

LF, CR, CRLF, U+0085, U+2028 and U+2029 end a line. Python counts otherwise: a file that is
read line by line knows fewer of them, ``splitlines`` more.
"""

import re

from nkfacts.reading.tree import Place

_BREAKS = "\n\r\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[{_BREAKS}]")
_LINE = re.compile(f"[^{_BREAKS}]*(?:{_BREAK.pattern})|[^{_BREAKS}]+")


def split_lines(text: str) -> list[str]:
    """Return the lines of a text, each with its end; only the last one may have none."""
    return _LINE.findall(text)


def end_of(line: str) -> str:
    """Return the line break at the end of a line; empty where it has none."""
    found = _BREAK.search(line)
    return found.group() if found else ""


def without_end(line: str) -> str:
    """Return a line without the line break at its end."""
    return line.removesuffix(end_of(line))


def place_behind(text: str) -> Place:
    """Return the place of what follows a text that a file begins with."""
    lines = _BREAK.split(text)
    return Place(len(lines), len(lines[-1]) + 1)
