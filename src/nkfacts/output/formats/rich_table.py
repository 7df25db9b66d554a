"""Tables for people at a terminal, drawn by rich; the only module that imports it.

A window too narrow for the columns gets one record under another instead.
"""

import io

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from nkfacts.output.formats.cells import readable
from nkfacts.output.report import Column, Report
from nkfacts.output.terminal import Terminal

_GAP = 2
_ROOM_FOR_WORDS = 12
_ROOM_FOR_ID = 14


def render(report: Report, terminal: Terminal, *, header: bool) -> str:
    """Return the report as a table, or as stacked records where the window is narrow."""
    columns = report.table_columns()
    rows = [[readable(column.cell(record)) for column in columns] for record in report.records]
    out = io.StringIO()
    console = Console(
        file=out,
        width=terminal.width,
        force_terminal=terminal.colour,
        no_color=not terminal.colour,
        color_system="standard" if terminal.colour else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    if not rows and not header:
        return ""
    if report.tree and not report.chosen:
        console.print(_tree(report, *report.tree), overflow="fold")
    elif sum(_narrowest(columns, rows)) + _GAP * (len(columns) - 1) <= terminal.width:
        console.print(_table(report, columns, rows, terminal.width, header=header))
    else:
        _print_stacked(console, columns, rows)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _widest(columns: list[Column], rows: list[list[str]]) -> list[int]:
    """Return the width at which each column shows every cell on one line."""
    return [
        max(cell_len(text) for text in (column.label, *(row[index] for row in rows)))
        for index, column in enumerate(columns)
    ]


def _narrowest(columns: list[Column], rows: list[list[str]]) -> list[int]:
    """Return the width below which a column cannot be read: whole cells whole, some words of the rest."""
    return [
        widest if column.keep_whole or column.number else min(widest, _room_wanted(column))
        for column, widest in zip(columns, _widest(columns, rows), strict=True)
    ]


def _room_wanted(column: Column) -> int:
    return _ROOM_FOR_ID if column.is_id else min(_ROOM_FOR_WORDS, 8 + column.weight)


def _widths(columns: list[Column], rows: list[list[str]], room: int) -> list[int]:
    """Share the room out: each column its narrowest, the rest by weight, none more than it can fill."""
    widths, widest = _narrowest(columns, rows), _widest(columns, rows)
    left = room - _GAP * (len(columns) - 1) - sum(widths)
    while left > 0:
        hungry = [i for i, width in enumerate(widths) if width < widest[i]]
        if not hungry:
            break
        # The next cell of width goes to the column that has least for its weight.
        neediest = min(hungry, key=lambda i: (widths[i] / columns[i].weight, i))
        widths[neediest] += 1
        left -= 1
    return widths


def _table(report: Report, columns: list[Column], rows: list[list[str]], room: int, *, header: bool) -> Table:
    table = Table(
        title=Text(report.title) if header else None,
        title_justify="left",
        title_style="bold",
        show_header=header,
        header_style="bold",
        box=None,
        pad_edge=False,
        padding=(0, _GAP, 0, 0),
        collapse_padding=True,
    )
    widths = _widths(columns, rows, room)
    for column, width in zip(columns, widths, strict=True):
        table.add_column(
            Text(column.label),
            justify="right" if column.number else "left",
            width=width,
            overflow="fold",
            style="cyan" if column.is_id else "",
        )
    for row in rows:
        table.add_row(
            *(
                Text(_broken_at_hyphens(cell, width) if column.is_id else cell)
                for column, cell, width in zip(columns, row, widths, strict=True)
            )
        )
    return table


def _tree(report: Report, depth: str, kind: str, text: str) -> Tree:
    root = Tree("")
    path = [root]
    for record in report.records:
        label = Text.assemble((f"{readable(record[kind])}: ", "bold"), readable(record[text]))
        if record.get("id"):
            label.append(f" ({readable(record['id'])})", "cyan")
        del path[record[depth] + 1 :]
        path.append(path[-1].add(label))
    # One record stands above all others: it is the root.
    return path[0].children[0] if len(path[0].children) == 1 else path[0]


def _broken_at_hyphens(identifier: str, width: int) -> str:
    lines = [""]
    for group in identifier.replace("-", "-\0").replace(".", ".\0").split("\0"):
        if len(lines[-1]) + len(group) > width:
            lines.append("")
        lines[-1] += group
    return "\n".join(filter(None, lines))


def _print_stacked(console: Console, columns: list[Column], rows: list[list[str]]) -> None:
    for number, row in enumerate(rows):
        if number:
            console.print()
        for column, cell in zip(columns, row, strict=True):
            if cell:
                label = Text(f"{column.label}: ", "bold")
                text = Text(_broken_at_hyphens(cell, console.width) if column.is_id else cell)
                console.print(Text.assemble(label, text), overflow="fold")
