"""JSON Lines: one record a line."""

from nkfacts.output.formats.escapes import json_text
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> str:  # noqa: ARG001
    """Return the report as JSON Lines."""
    return "".join(json_text(record) + "\n" for record in report.data())
