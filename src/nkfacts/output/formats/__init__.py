"""The output formats. To add one, write its module with a ``render`` and add its line here."""

# Without typing: the names of the formats are read on the way to the shortest answer.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from nkfacts.output.report import Report
    from nkfacts.output.terminal import Terminal

    class Format(Protocol):
        """A module that turns a report into text."""

        def render(self, report: Report, terminal: Terminal, *, header: bool) -> str:
            """Return the text of the whole report, ending in a line end unless it is empty."""


FORMATS = {
    "table": "table",
    "tsv": "delimited",
    "csv": "comma",
    "json": "json_document",
    "jsonl": "json_lines",
    "yaml": "yaml_document",
    "markdown": "markdown",
    "html": "html_page",
}


def render(name: str, report: "Report", terminal: "Terminal", *, header: bool = True) -> str:
    """Return a report in the format of that name, a key of ``FORMATS``."""
    from importlib import import_module

    module: Format = import_module(f"nkfacts.output.formats.{FORMATS[name]}")
    return module.render(report, terminal, header=header)
