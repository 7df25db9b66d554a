"""JSON: one document; a list of records, or the one record where the answer is one."""

from nkfacts.output.formats.escapes import json_text
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> str:  # noqa: ARG001
    """Return the report as an indented JSON document."""
    return json_text(report.document(), indent=2) + "\n"
