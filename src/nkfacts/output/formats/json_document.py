"""JSON: one document; a list of records, or the one record where the answer is one."""

import json

from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> str:  # noqa: ARG001
    """Return the report as an indented JSON document."""
    return json.dumps(report.document(), ensure_ascii=False, indent=2, allow_nan=False) + "\n"
