"""A Markdown table (GitHub's tables extension of CommonMark)."""

from collections.abc import Iterator

from nkfacts.output.formats.cells import readable
from nkfacts.output.report import Column, Record, Report
from nkfacts.output.terminal import Terminal

_SPECIAL = frozenset("\\`*_[]<>|#~!&")
_CODED = {ord(sign): f"%{ord(sign):02X}" for sign in "<>|\\"}


def render(report: Report, terminal: Terminal, *, header: bool) -> Iterator[str]:  # noqa: ARG001
    """Yield the report as a Markdown table; without a header, its rows only."""
    columns = report.table_columns()
    if header:
        yield _row([_escaped(column.label) for column in columns])
        yield _row(["--:" if column.number else "---" for column in columns])
    for record in report.records:
        yield _row([_cell(column, record) for column in columns])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cell(column: Column, record: Record) -> str:
    text = _escaped(readable(column.shown(record)))
    address = column.link(record)
    # Between angle brackets an address may hold brackets; those, and what parts cells, are written as their codes.
    return f"[{text}](<{address.translate(_CODED)}>)" if address and text else text


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in _SPECIAL else c for c in text)
