"""Cells as text, shared by the formats that have cells."""

from typing import Any

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
    if isinstance(cell, dict):
        return ", ".join(f"{key}: {plain(item)}" for key, item in cell.items() if item not in (None, [], ""))
    return visible(str(cell))


def readable(cell: Any) -> str:
    """Return a cell as text on one line, for people: numbers with separators."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return readable_number(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return plain(cell)


_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20\u2212\ufe66\ufe62\ufe63\ufe6b")
"""What a formula begins with, also in the widths and as the signs that some spreadsheets take for the same."""


def guarded(cell: Any) -> str:
    """Return a cell as bare text that no spreadsheet takes for a formula (CWE-1236, OWASP).

    Text that begins like a formula gets an apostrophe in front; numbers never do.
    """
    text = plain(cell)
    if not isinstance(cell, int | float) and text[:1] in _FORMULA:
        return f"'{text}"
    return text
