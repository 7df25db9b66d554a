"""Comma-separated values (RFC 4180, with plain line ends)."""

import csv
import io

from nkfacts.output.formats.cells import guarded
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> str:  # noqa: ARG001
    """Return the report as comma-separated values."""
    columns = report.data_columns()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow([column.key for column in columns])
    writer.writerows([guarded(column.cell(record)) for column in columns] for record in report.records)
    return out.getvalue()
