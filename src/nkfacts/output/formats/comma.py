"""Comma-separated values (RFC 4180, with plain line ends)."""

import csv
import io
from collections.abc import Iterator

from nkfacts.output.formats.cells import guarded_rows
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> Iterator[str]:  # noqa: ARG001
    """Yield the report as comma-separated values."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow([column.key for column in report.data_columns()])
    for row in guarded_rows(report):
        writer.writerow(row)
        yield out.getvalue()
        out.seek(0)
        out.truncate()
    yield out.getvalue()
