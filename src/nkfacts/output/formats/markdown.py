"""A Markdown table (GitHub's tables extension of CommonMark)."""

from nkfacts.output.formats.cells import readable
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal

_SPECIAL = frozenset("\\`*_[]<>|#~!&")


def render(report: Report, terminal: Terminal, *, header: bool) -> str:  # noqa: ARG001
    """Return the report as a Markdown table; without a header, its rows only."""
    columns = report.table_columns()
    rows = [[column.label for column in columns], ["--:" if c.number else "---" for c in columns]] if header else []
    rows += [[_escaped(readable(column.cell(record))) for column in columns] for record in report.records]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in _SPECIAL else c for c in text)
