"""The output formats. To add one, write its module with a ``render`` and add its line here."""

# Without typing: the names of the formats are read on the way to the shortest answer.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from nkfacts.hints import Protocol
    from nkfacts.output.report import Report
    from nkfacts.output.terminal import Terminal

    class Format(Protocol):
        """A module that turns a report into text."""

        def render(self, report: Report, terminal: Terminal, *, header: bool) -> Iterator[str]:
            """Yield the text of the report, a record at a time where it can; together it ends in a line end."""


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


def render(name: str, report: "Report", terminal: "Terminal", *, header: bool = True) -> "Iterator[str]":
    """Yield the pieces of a report in the format of that name, a key of ``FORMATS``."""
    module: Format = __import__(f"nkfacts.output.formats.{FORMATS[name]}", fromlist=["render"])
    return module.render(report, terminal, header=header)
