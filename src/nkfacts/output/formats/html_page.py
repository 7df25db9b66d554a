"""One HTML page with a table; no script, no request to anywhere."""

from collections.abc import Iterator
from html import escape

from nkfacts.output.formats.cells import plain, readable
from nkfacts.output.report import Column, Record, Report
from nkfacts.output.terminal import Terminal

_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;"
    "padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #8886;padding:.4rem "
    ".6rem;text-align:left;vertical-align:top}td.number{text-align:right;white-space:nowrap}"
)


def render(report: Report, terminal: Terminal, *, header: bool) -> Iterator[str]:  # noqa: ARG001
    """Yield the report as an HTML page; without a header, the table has none."""
    columns = report.table_columns()
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(plain(report.title))}</title>",
        f"<style>{_STYLE}</style>",
        "</head>",
        "<body>",
        "<table>",
        f"<caption>{escape(plain(report.title))}</caption>",
    ]
    if header:
        cells = "".join(f'<th scope="col">{escape(column.label)}</th>' for column in columns)
        lines.append(f"<thead><tr>{cells}</tr></thead>")
    yield "\n".join([*lines, "<tbody>\n"])
    for record in report.records:
        yield f"<tr>{''.join([_cell(column, record) for column in columns])}</tr>\n"
    yield "</tbody>\n</table>\n</body>\n</html>\n"


def _cell(column: Column, record: Record) -> str:
    shown, address = escape(readable(column.shown(record))), column.link(record)
    if address and shown:
        shown = f'<a href="{escape(address)}" rel="noopener noreferrer">{shown}</a>'
    return f"<td{' class=number' if column.number else ''}>{shown}</td>"
