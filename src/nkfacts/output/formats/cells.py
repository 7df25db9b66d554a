"""Cells as text, shared by the formats that have cells."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from nkfacts.hints import Any
from nkfacts.model.amounts import plain_number, readable_number
from nkfacts.output.report import Report
from nkfacts.text import first_unsafe, visible

# As tuples: a union is made anew each time that it is asked for, which takes longer than the question.
_NUMBERS, _LISTS = (int, float), (list, tuple)


def plain(cell: Any) -> str:
    """Return a cell as bare text on one line, for scripts."""
    if type(cell) is str:
        return visible(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, _NUMBERS):
        return plain_number(cell)
    if isinstance(cell, _LISTS):
        return "; ".join([plain(item) for item in cell])
    if isinstance(cell, Mapping):
        return ", ".join(f"{key}: {plain(item)}" for key, item in cell.items() if item not in (None, [], ""))
    return visible(str(cell))


def readable(cell: Any) -> str:
    """Return a cell as text on one line, for people: numbers with separators."""
    if isinstance(cell, _NUMBERS) and not isinstance(cell, bool):
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
    text = plain(cell)
    return f"'{text}" if text[:1] in signs and not isinstance(cell, _NUMBERS) else text


_FIRST = itemgetter(slice(1))
"""What returns the first letter of a text, or of none nothing."""


def guarded_rows(report: Report, signs: frozenset[str] = FORMULA) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a report as separated values have them, every cell guarded."""
    for columns in report.cells(report.data_columns()):
        yield from zip(*[_guarded_column(cells, signs) for cells in columns], strict=True)


def _guarded_column(cells: Sequence[Any], signs: frozenset[str]) -> Sequence[str]:
    # One look at all of them does for most columns: none begins with a sign, and nothing in them is unsafe.
    texts = _texts(cells)
    if signs.isdisjoint(map(_FIRST, texts)) and not first_unsafe("".join(texts)):
        return texts
    return [guarded(cell, signs) for cell in cells]


def _texts(cells: Sequence[Any]) -> Sequence[str]:
    """Return the cells of a column as texts; what is unsafe in a text or in a list of them is left as it is."""
    kinds = {*map(type, cells)}
    if kinds == {str}:
        return cells
    if kinds == {list}:
        try:
            return [*map("; ".join, cells)]
        except TypeError:
            # Not lists of texts alone.
            pass
    return ["" if cell is None else cell if type(cell) is str else plain(cell) for cell in cells]
