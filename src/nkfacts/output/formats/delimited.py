"""Tab-separated values: one record a line, nothing cut, no quoting, since no cell holds a tab or line end.

Many readers (spreadsheets, R, pandas, Python's ``csv.excel_tab``) take a quote at the beginning of a cell for one that
lasts to the next, over the ends of lines too; such a cell gets the apostrophe that a formula gets.
"""

from collections.abc import Iterator

from nkfacts.output.formats.cells import FORMULA, guarded_rows
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> Iterator[str]:  # noqa: ARG001
    """Yield the report as tab-separated values."""
    if header:
        yield "\t".join([column.key for column in report.data_columns()]) + "\n"
    for row in guarded_rows(report, _MISREAD):
        yield "\t".join(row) + "\n"


_MISREAD = FORMULA | {'"'}
