"""Tab-separated values: one record a line, nothing cut, no quoting, since no cell holds a tab or line end.

Many readers (spreadsheets, R, pandas, Python's ``csv.excel_tab``) take a quote at the beginning of a cell for one that
lasts to the next, over the ends of lines too; such a cell gets the apostrophe that a formula gets.
"""

from nkfacts.output.formats.cells import guarded
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> str:  # noqa: ARG001
    """Return the report as tab-separated values."""
    columns = report.data_columns()
    lines = [[column.key for column in columns]] if header else []
    lines += [[_unquoted(guarded(column.cell(record))) for column in columns] for record in report.records]
    return "".join("\t".join(line) + "\n" for line in lines)


def _unquoted(text: str) -> str:
    return f"'{text}" if text.startswith('"') else text
