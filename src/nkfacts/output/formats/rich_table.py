"""Tables for people at a terminal, drawn by rich.

A window too narrow for the columns gets one record under another instead.
"""

import io

from rich.cells import cell_len
from rich.console import Console, OverflowMethod
from rich.table import Table
from rich.text import Text

from nkfacts.output.formats.cells import plain, readable
from nkfacts.output.report import Column, Report
from nkfacts.output.terminal import Terminal

_GAP = 2
_ROOM_FOR_WORDS = 12


def render(report: Report, terminal: Terminal, *, header: bool) -> str:
    """Return the report as a table, or as stacked records where the window is narrow."""
    columns = report.table_columns()
    rows = [[readable(column.shown(record)) for column in columns] for record in report.records]
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
    if sum(_narrowest(columns, rows)) + _GAP * (len(columns) - 1) <= terminal.width:
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
        widest if column.keep_whole or column.is_id or column.number else min(widest, _room_wanted(column))
        for column, widest in zip(columns, _widest(columns, rows), strict=True)
    ]


def _room_wanted(column: Column) -> int:
    return min(_ROOM_FOR_WORDS, 8 + column.weight)


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
        title=Text(plain(report.title)) if header else None,
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
        table.add_row(*map(Text, row))
    return table


def _print_stacked(console: Console, columns: list[Column], rows: list[list[str]]) -> None:
    for number, row in enumerate(rows):
        if number:
            console.print()
        for column, cell in zip(columns, row, strict=True):
            if cell:
                label = Text(f"{column.label}: ", "bold")
                # What is of use only whole is copied whole: it may run over the edge.
                whole = column.is_id or column.keep_whole
                overflow: OverflowMethod = "ignore" if whole else "fold"
                console.print(Text.assemble(label, cell), overflow=overflow, no_wrap=whole, crop=not whole)
