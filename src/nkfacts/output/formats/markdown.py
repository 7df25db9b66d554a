"""A Markdown table (GitHub's tables extension of CommonMark)."""

from nkfacts.output.formats.cells import readable
from nkfacts.output.report import Column, Record, Report
from nkfacts.output.terminal import Terminal

_SPECIAL = frozenset("\\`*_[]<>|#~!&")
_CODED = {ord(sign): f"%{ord(sign):02X}" for sign in "<>|\\"}


def render(report: Report, terminal: Terminal, *, header: bool) -> str:  # noqa: ARG001
    """Return the report as a Markdown table; without a header, its rows only."""
    columns = report.table_columns()
    rows = (
        [[_escaped(column.label) for column in columns], ["--:" if c.number else "---" for c in columns]]
        if header
        else []
    )
    rows += [[_cell(column, record) for column in columns] for record in report.records]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _cell(column: Column, record: Record) -> str:
    text = _escaped(readable(column.shown(record)))
    address = column.link(record)
    # Between angle brackets an address may hold brackets; those, and what parts cells, are written as their codes.
    return f"[{text}](<{address.translate(_CODED)}>)" if address and text else text


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in _SPECIAL else c for c in text)
