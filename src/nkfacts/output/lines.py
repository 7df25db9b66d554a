"""Screens for people: lines and grids of styled bits, laid out for a terminal of any width.

What is shown does not depend on the terminal, only where its lines break, and whether it has colour and links.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from nkfacts.hints import NamedTuple
from nkfacts.output.terminal import Terminal
from nkfacts.output.wrapping import Bit, Bits, cell_len, hung, length, space, wrapped
from nkfacts.text import visible

_CODES = {
    "bold": "1", "dim": "2", "green": "32", "cyan": "36",
    # Of the 256 colours, those nearest to Okabe and Ito's that can be read on black and on white.
    "blue": "38;5;32", "vermilion": "38;5;166", "teal": "38;5;36", "pink": "38;5;169", "amber": "38;5;136",
    "sky": "38;5;74",
}  # fmt: skip
_BEGINNINGS = ("http://", "https://")
_BELOW = 4
"""How far the lines under a row stand to the right."""
_ROOM = 10
"""The room that words have behind signs, however narrow the terminal."""
_WORD = 16
"""The longest word for which a field is made wider than it should be, so that it is not broken."""
_READABLE = 80
"""What stands at the right of a line stands there, however wide the terminal."""


class Line(NamedTuple):
    """A line, broken between words where it is too long.

    Args:
        bits: what it says.
        right: what stands at its right end where both have room, else on a line of its own.
        indent: the cells of space before it.
        hang: the further cells of space before the lines that it goes on in.
        start: signs before it.
        later: signs before the lines that it goes on in.
    """

    bits: Bits = ()
    right: Bits = ()
    indent: int = 0
    hang: int = 0
    start: str = ""
    later: str = ""


class Field(NamedTuple):
    """A column of a grid.

    Args:
        gap: the cells of space before it.
        least: the width down to which it may be broken over lines; 0 for one that is never broken.
        most: the width beyond which it is broken even where there is room.
        right: its cells end at its right edge.
        optional: it is left out where the row has no room for all of it.
        sinks: its cells go to a line under the row, where the row has no room; those with the higher number first.
    """

    gap: int = 2
    least: int = 0
    most: int = 400
    right: bool = False
    optional: bool = False
    sinks: int = 0


class Drawing(NamedTuple):
    """A cell that is drawn in the width it gets, such as a bar: of its field's ``most`` where there is room."""

    draw: Callable[[int], Bits]


Cell = Bits | Drawing


class Row(NamedTuple):
    """A row of a grid, and lines of its own under it."""

    cells: Sequence[Cell]
    below: Sequence[Bits] = ()


class Grid(NamedTuple):
    """Rows whose cells stand under each other. Grids of one screen with the same fields line up."""

    fields: tuple[Field, ...]
    rows: Sequence[Row]
    indent: int = 0


class Picture(NamedTuple):
    """Lines that are drawn to the measure of the terminal.

    Args:
        draw: returns them for a terminal; none is wider than it.
    """

    draw: Callable[[Terminal], Sequence[Bits]]


Block = Line | Grid | Picture
EMPTY = Line()


def render(blocks: Sequence[Block], terminal: Terminal) -> str:
    """Return the text of a screen: no line wider than the terminal, but for a word that is never broken."""
    fields = {block.fields for block in blocks if isinstance(block, Grid)}
    widths = {
        each: _widths([b for b in blocks if isinstance(b, Grid) and b.fields == each], terminal) for each in fields
    }
    lines: list[list[Bit]] = []
    for block in blocks:
        if isinstance(block, Line):
            lines += _line(block, terminal.width)
        elif isinstance(block, Picture):
            lines += map(list, block.draw(terminal))
        else:
            lines += _grid(block, widths[block.fields], terminal.width)
    return "".join(f"{_painted(line, terminal)}\n" for line in lines)


# Lines


def _line(line: Line, width: int) -> list[list[Bit]]:
    if line.start or line.later:
        # Where the signs leave too little room, those nearest to the words stay.
        start, later = (signs[max(0, len(signs) - width + _ROOM) :] for signs in (line.start, line.later))
        lines = wrapped(line.bits, width - max(cell_len(start), cell_len(later)))
        return [[Bit(later if number else start, "dim"), *bits] for number, bits in enumerate(lines)]
    lines = hung(line.bits, width, line.indent, line.indent + line.hang)
    if not line.right:
        return lines
    gap = min(width, _READABLE) - line.indent - length(line.bits) - length(line.right)
    if gap >= 2:
        return [[*lines[0], *space(gap), *line.right]]
    return [*lines, *hung(line.right, width, line.indent)]


# Grids


def _widths(grids: Sequence[Grid], terminal: Terminal) -> list[int] | None:
    """Return the width of each field, 0 for one that is left out; None where there is no room for a grid."""
    fields = grids[0].fields
    cells = [
        [_at_most(row.cells[number], field) for grid in grids for row in grid.rows]
        for number, field in enumerate(fields)
    ]
    widest = [max(map(length, column), default=0) for column in cells]
    widths = [min(wide, field.most) if field.least else wide for field, wide in zip(fields, widest, strict=True)]
    room = terminal.width - max(grid.indent for grid in grids)
    for number in reversed(range(len(fields))):
        if fields[number].optional and _taken(fields, widths) > room:
            widths[number] = 0
    wholes = [max((length([bit]) for cell in column for bit in cell if bit.whole), default=0) for column in cells]
    words = [
        max((min(_longest_word(row.cells[number]), _WORD) for grid in grids for row in grid.rows), default=0)
        for number in range(len(fields))
    ]
    unbroken = [max(whole, word) for whole, word in zip(wholes, words, strict=True)]
    # A line more for what sinks is read better than a word that is broken.
    widened, least = _sunk(fields, *_least(fields, widths, unbroken), room)
    if _taken(fields, least) > room:
        widened, least = _sunk(fields, *_least(fields, widths, wholes), room)
    widths = widened
    while (over := _taken(fields, widths) - room) > 0:
        # The field that has most to give gives, down to what the next one has.
        slack = sorted((width - low, number) for number, (width, low) in enumerate(zip(widths, least, strict=True)))
        (second, _), (most, number) = slack[-2:]
        if most == 0:
            return None
        widths[number] -= min(over, max(1, most - second))
    return widths


def _sunk(
    fields: Sequence[Field], widths: Sequence[int], least: Sequence[int], room: int
) -> tuple[list[int], list[int]]:
    """Return the widths and the least of them without the fields that go under the row, where there is no room."""
    widths, least = list(widths), list(least)
    for depth in sorted({field.sinks for field in fields if field.sinks}, reverse=True):
        if _taken(fields, least) > room:
            for number, field in enumerate(fields):
                if field.sinks == depth:
                    widths[number] = least[number] = 0
    return widths, least


def _least(fields: Sequence[Field], widths: Sequence[int], unbroken: Sequence[int]) -> tuple[list[int], list[int]]:
    """Return the width of each field, and down to what it can go, so that neither breaks what must not be broken."""
    widened = [width and max(width, whole) for width, whole in zip(widths, unbroken, strict=True)]
    least = [
        min(width, max(field.least, whole)) if field.least else width
        for field, width, whole in zip(fields, widened, unbroken, strict=True)
    ]
    return widened, least


def _longest_word(cell: Cell) -> int:
    """Return the width of the longest word; what is drawn has none."""
    if isinstance(cell, Drawing):
        return 0
    return max((cell_len(word) for bit in cell for word in bit.text.split()), default=0)


def _taken(fields: Sequence[Field], widths: Sequence[int]) -> int:
    gaps = sum(field.gap for number, (field, width) in enumerate(zip(fields, widths, strict=True)) if number and width)
    return sum(widths) + gaps


def _grid(grid: Grid, widths: list[int] | None, room: int) -> list[list[Bit]]:
    lines: list[list[Bit]] = []
    for row in grid.rows:
        drawn = [_at_most(cell, field) for cell, field in zip(row.cells, grid.fields, strict=True)]
        if widths is None:
            kept = [
                [*space(field.gap), *cell]
                for cell, field in zip(drawn, grid.fields, strict=True)
                if length(cell) and not field.optional
            ]
            lines += hung([bit for cell in kept for bit in cell], room, grid.indent, grid.indent + 2)
        else:
            lines += [[*space(grid.indent), *line] for line in _row(row.cells, grid.fields, widths)]
            sunk = [
                [*space(field.gap), *cell]
                for cell, field, width in zip(drawn, grid.fields, widths, strict=True)
                if length(cell) and field.sinks and not width
            ]
            if sunk:
                begin = grid.indent + _first_words(grid.fields, widths)
                lines += hung([bit for cell in sunk for bit in cell], room, begin)
        for bits in row.below:
            lines += hung(bits, room, grid.indent + _BELOW)
    return lines


def _first_words(fields: Sequence[Field], widths: Sequence[int]) -> int:
    """Return where the field begins that has most words: it may be broken and begins at its left edge."""
    broken = [n for n, field in enumerate(fields) if field.least and not field.right and widths[n]]
    number = max(broken, key=lambda n: fields[n].least, default=0)
    return _taken(fields[:number], widths[:number]) + fields[number].gap


def _at_most(cell: Cell, field: Field) -> Bits:
    """Return a cell as wide as it may be."""
    return cell.draw(field.most) if isinstance(cell, Drawing) else cell


def _row(cells: Sequence[Cell], fields: Sequence[Field], widths: Sequence[int]) -> list[list[Bit]]:
    columns = [_in_lines(cell, width) if width else [] for cell, width in zip(cells, widths, strict=True)]
    lines = []
    for number in range(max(map(len, columns))):
        line: list[Bit] = []
        place = 0
        for column, field, width in zip(columns, fields, widths, strict=True):
            if not width:
                continue
            begins = place + (field.gap if place else 0)
            bits = column[number] if number < len(column) else []
            place = begins + width
            if bits:
                begins += width - length(bits) if field.right else 0
                line += [*space(begins - length(line)), *bits]
        lines.append(line)
    return lines


def _in_lines(cell: Cell, width: int) -> list[list[Bit]]:
    return [list(cell.draw(width))] if isinstance(cell, Drawing) else wrapped(cell, width)


# Signs for the terminal


def _painted(line: Iterable[Bit], terminal: Terminal) -> str:
    out = ""
    for (style, url), run in groupby(line, key=lambda bit: (bit.style, bit.url)):
        text = "".join(visible(bit.text) for bit in run)
        if terminal.colour and style:
            text = f"\x1b[{';'.join(_CODES[word] for word in style.split())}m{text}\x1b[0m"
        address = checked_address(url) if terminal.links else None
        out += f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\" if address else text
    return out.rstrip(" ")


def checked_address(url: str | None) -> str | None:
    """Return the address of a page in the signs that a link may have; None for what is no such address."""
    if not url:
        return None
    if not url.isascii():
        from urllib.parse import quote

        url = quote(url, safe="!#$%&'()*+,/:;=?@[]~")
    is_page = url.startswith(_BEGINNINGS) and url not in _BEGINNINGS
    return url if is_page and url.isprintable() and " " not in url else None
