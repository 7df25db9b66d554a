"""Comma-separated values (RFC 4180, with plain line ends)."""

import csv
import io
from collections.abc import Iterator

from nkfacts.output.formats.cells import guarded
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> Iterator[str]:  # noqa: ARG001
    """Yield the report as comma-separated values."""
    columns = report.data_columns()
    cells = [column.reader for column in columns]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow([column.key for column in columns])
    for record in report.records:
        writer.writerow([guarded(cell(record)) for cell in cells])
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()
