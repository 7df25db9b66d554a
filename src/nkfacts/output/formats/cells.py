"""Cells as text, shared by the formats that have cells."""

from collections.abc import Mapping

from nkfacts.hints import Any
from nkfacts.model.amounts import plain_number, readable_number
from nkfacts.text import visible


def plain(cell: Any) -> str:
    """Return a cell as bare text on one line, for scripts."""
    if type(cell) is str:
        return visible(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return plain_number(cell)
    if isinstance(cell, list | tuple):
        return "; ".join(plain(item) for item in cell)
    if isinstance(cell, Mapping):
        return ", ".join(f"{key}: {plain(item)}" for key, item in cell.items() if item not in (None, [], ""))
    return visible(str(cell))


def readable(cell: Any) -> str:
    """Return a cell as text on one line, for people: numbers with separators."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return readable_number(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return plain(cell)


FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20\u2212\ufe66\ufe62\ufe63\ufe6b")
"""What a formula begins with, also in the widths and as the signs that some spreadsheets take for the same."""


def guarded(cell: Any, signs: frozenset[str] = FORMULA) -> str:
    """Return a cell as bare text that no spreadsheet takes for a formula (CWE-1236, OWASP).

    Text that begins with one of the signs gets an apostrophe in front; numbers never do.
    """
    if cell is None:
        return ""
    if type(cell) is str:
        # What most cells are, with the least that is to be asked of one.
        text = cell if cell.isascii() and cell.isprintable() else visible(cell)
        return f"'{text}" if text[:1] in signs else text
    text = plain(cell)
    return f"'{text}" if text[:1] in signs and not isinstance(cell, int | float) else text
