"""JSON: one document; a list of records, or the one record where the answer is one."""

from collections.abc import Iterator

from nkfacts.output.formats.escapes import json_text
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> Iterator[str]:  # noqa: ARG001
    """Yield the report as an indented JSON document."""
    if report.is_one:
        yield f"{json_text(next(report.data(), None))}\n"
        return
    before = "["
    for record in report.data():
        yield f"{before}\n  {json_text(record, _INSIDE)}"
        before = ","
    yield "[]\n" if before == "[" else "\n]\n"


_INSIDE = "\n  "
