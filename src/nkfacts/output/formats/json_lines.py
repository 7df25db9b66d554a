"""JSON Lines: one record a line."""

from collections.abc import Iterator

from nkfacts.output.formats.escapes import json_line
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> Iterator[str]:  # noqa: ARG001
    """Yield the report as JSON Lines."""
    return (f"{json_line(record)}\n" for record in report.data())
