"""A base as a workbook: real numbers and days, links to click, no cell that is a formula. Needs the extra ``xlsx``."""

import io
from collections.abc import Sequence
from datetime import date, datetime

from nkfacts.errors import OutputProblem
from nkfacts.exporting.database import opened, view_rows
from nkfacts.exporting.schema import Column, Row
from nkfacts.exporting.tables import TABLES
from nkfacts.exporting.views import CLAIMS, EVENTS, HEADLINES, PAGES, REVISIONS
from nkfacts.hints import Any
from nkfacts.query.base import Base

_SHEETS = (HEADLINES, CLAIMS, REVISIONS, EVENTS, PAGES)
_LONGEST_LINK = 2079
"""The longest address that Excel follows."""
_MOST_LINKS = 65_000
"""Of more than 65,530 links on a sheet Excel says that the file is damaged."""
_MOST_ROWS = 1_048_575
_OLDEST = date(1900, 3, 1)
"""Excel takes 1900 for a leap year: only from here on does it count days as everybody does."""
_WIDTHS = {"statement": 80, "label": 40, "title": 50, "url": 40, "claimant": 28, "publisher": 24, "as_printed": 40}
_WIDTH_OF_KIND = {"day": 11, "whole": 10, "number": 12, "flag": 8}


def as_xlsx(base: Base) -> bytes:
    """Return a base as a workbook of Office Open XML: what it is, a sheet for each view, and the entities.

    Of the same base, the same release of XlsxWriter makes the same bytes.

    Raises:
        OutputProblem: XlsxWriter is not installed, or a sheet cannot hold what there is.
    """
    try:
        import xlsxwriter
    except ImportError:
        raise OutputProblem(
            "a workbook needs XlsxWriter, which is not installed", "pip install 'nkfacts[xlsx]', or export csv"
        ) from None
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        header = base.header
        # The time at which it was made would change the bytes.
        book.set_properties({"title": header["title"], "created": datetime.fromisoformat(header["updated"])})
        sheets = _Sheets(book)
        tables = {table.name: table for table in TABLES}
        sheets.add("base", tables["base"].columns, list(tables["base"].rows(base)))
        with opened(base) as source:
            for view in _SHEETS:
                sheets.add(view.name, view.columns, list(view_rows(source, view)))
        sheets.add("entities", tables["entities"].columns, list(tables["entities"].rows(base)))
    return out.getvalue()


class _Sheets:
    """Adds sheets to a workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._number = book.add_format({"num_format": "#,##0.###"})
        self._whole = book.add_format({"num_format": "#,##0"})

    def add(self, name: str, columns: Sequence[Column], rows: Sequence[Row]) -> None:
        """Add a sheet whose first line, the names of the columns, stays in view and filters the rest."""
        if len(rows) > _MOST_ROWS:
            raise OutputProblem(f"a sheet ends at {_MOST_ROWS:,} rows, and {name} has {len(rows):,}", "export csv")
        sheet = self._book.add_worksheet(name)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        links = 0
        for at, column in enumerate(columns):
            sheet.write_string(0, at, column.name, self._bold)
            sheet.write_comment(0, at, column.doc)
            sheet.set_column(at, at, _WIDTHS.get(column.name, _WIDTH_OF_KIND.get(column.kind, 18)))
        for line, row in enumerate(rows, 1):
            for at, (column, value) in enumerate(zip(columns, row, strict=True)):
                if value is None:
                    continue
                is_link = column.name in ("url", "archived") and len(value) <= _LONGEST_LINK and links < _MOST_LINKS
                links += is_link
                self._write(sheet, (line, at), column, value, is_link=is_link)

    def _write(self, sheet: Any, place: tuple[int, int], column: Column, value: Any, *, is_link: bool) -> None:
        if is_link:
            sheet.write_url(*place, value, string=value)
        elif column.kind == "flag":
            sheet.write_boolean(*place, bool(value))
        elif column.kind == "day" and date.fromisoformat(value) >= _OLDEST:
            sheet.write_datetime(*place, date.fromisoformat(value), self._day)
        elif isinstance(value, int | float):
            sheet.write_number(*place, value, self._whole if isinstance(value, int) else self._number)
        else:
            sheet.write_string(*place, str(value))
