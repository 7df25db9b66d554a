"""A chart in the cells of a terminal: letters at their place, steps as a line, ranges as bars."""

from collections.abc import Iterable
from itertools import groupby
from unicodedata import category, east_asian_width

from nkfacts.drawing.plot import DOWN, UP, Plot, Point
from nkfacts.drawing.scale import Days, Linear, days, linear
from nkfacts.hints import NamedTuple

SMALL_WIDTH, WIDE_WIDTH = 72, 110
_ROWS = {"small": 13, "usual": 17, "wide": 21}
_TICK_WIDTH = 9
"""The cells that a tick of the calendar takes, with the space to the next."""
_LEAST = 6


class Run(NamedTuple):
    """Signs of one style: ``axis``, ``grid``, ``step``, ``crowd``, ``headline``, ``label``, ``slot0`` and so on."""

    text: str
    style: str


class Signs(NamedTuple):
    """The signs that a chart is drawn with."""

    across: str
    upright: str
    corners: str
    axis: str
    bar: tuple[str, str, str]
    arrows: tuple[str, str]
    grid: str
    headline: tuple[str, str]


LINES = Signs("─", "│", "╭╮╰╯", "┤│└┬─", ("┳", "┃", "┻"), ("↑", "↓"), "·", ("▸", "◂"))
ASCII = Signs("-", "|", "....", "|||+-", ("T", "#", "L"), ("^", "v"), " ", (">", "<"))
"""The signs in box drawing, and in ASCII for a terminal that has no more."""

CROWD = "crowd"
"""The style of a digit that counts what has no place of its own."""

Cell = tuple[str, str]


class _Canvas:
    """Cells by column and row, row 0 at the top; what is drawn later does not cover what is firm."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.cells: dict[tuple[int, int], Cell] = {}
        self.firm: set[tuple[int, int]] = set()

    def put(self, column: int, row: int, sign: str, style: str, *, firm: bool = False) -> bool:
        """Write a sign; False where there is no such place or something firm stands there."""
        place = (column, row)
        if place in self.firm or not (0 <= column < self.width and 0 <= row < self.height):
            return False
        self.cells[place] = (sign, style)
        if firm:
            self.firm.add(place)
        return True

    def is_free(self, columns: Iterable[int], row: int) -> bool:
        """Say whether nothing but the grid stands at some columns of a row."""
        free = ("", "grid")
        return all(0 <= x < self.width and self.cells.get((x, row), free)[1] == "grid" for x in columns)

    def runs(self, row: int) -> list[Run]:
        """Return a row as runs of one style."""
        cells = [self.cells.get((column, row), (" ", "")) for column in range(self.width)]
        return [Run("".join(sign for sign, _ in run), style) for style, run in groupby(cells, key=lambda cell: cell[1])]


def drawn(plot: Plot, width: int, *, signs: Signs = LINES) -> list[list[Run]]:
    """Return the rows of a chart, without title and legend, no wider than a width of at least 24 cells."""
    size = "small" if width < SMALL_WIDTH else "usual" if width < WIDE_WIDTH else "wide"
    scale = linear(max((point.high for point in plot.points), default=1), 5 if size == "small" else 6)
    ticks = scale.ticks()
    each = max(2, _ROWS[size] // (len(ticks) - 1))
    left = max(len(tick.words) for tick in ticks) + 1
    # A row of air above the highest tick, for an arrow.
    canvas = _Canvas(max(_LEAST, width - left - 1), each * (len(ticks) - 1) + 2)
    frame = _Frame(canvas, scale, days(plot.points[0].day, max(plot.last_day, plot.points[-1].day)), signs)
    words = {frame.row(tick.place * scale.top): tick.words for tick in ticks}
    calendar = frame.lay_ground(words)
    frame.draw_steps(plot)
    frame.draw_points(plot)
    rows = []
    for row in range(canvas.height):
        edge = signs.axis[2] if row == canvas.height - 1 else signs.axis[0] if row in words else signs.axis[1]
        rows.append([Run(f"{words.get(row, ''):>{left}}{edge}", "axis"), *canvas.runs(row)])
    return [*rows, [Run(" " * (left + 1) + calendar, "axis")]]


class _Frame:
    """The canvas of a chart with its scales."""

    def __init__(self, canvas: _Canvas, scale: Linear, calendar: Days, signs: Signs) -> None:
        self.canvas, self.scale, self.calendar, self.signs = canvas, scale, calendar, signs
        self.styles: dict[str, str] = {}

    def column(self, day: str) -> int:
        return round(self.calendar.place(day) * (self.canvas.width - 1))

    def row(self, number: float) -> int:
        lowest = self.canvas.height - 1
        return lowest - round(self.scale.place(number) * (lowest - 1))

    def lay_ground(self, words: dict[int, str]) -> str:
        """Draw the axis of days and a grid of dots; return the words under the axis."""
        axis = self.canvas.height - 1
        for column in range(self.canvas.width):
            self.canvas.put(column, axis, self.signs.axis[4], "axis")
        line = ""
        for tick in self.calendar.ticks(max(1, self.canvas.width // _TICK_WIDTH)):
            column = round(tick.place * (self.canvas.width - 1))
            self.canvas.put(column, axis, self.signs.axis[3], "axis")
            for row in words:
                if row != axis:
                    self.canvas.put(column, row, self.signs.grid, "grid")
            begins = min(max(0, column - 1), self.canvas.width - len(tick.words))
            if begins >= 0 and (begins > len(line) or not line):
                line = line.ljust(begins) + tick.words
        return line

    def draw_steps(self, plot: Plot) -> None:
        """Draw the line that leads through the steps, each holding until the next."""
        places = [(self.column(step.day), self.row(step.middle)) for step in plot.steps]
        if not places:
            return
        ends = [*places[1:], (self.column(plot.last_day or plot.steps[-1].day), places[-1][1])]
        for (column, row), (end, other) in zip(places, ends, strict=True):
            for x in range(column, end + (other == row)):
                self.canvas.put(x, row, self.signs.across, "step")
            if other == row:
                continue
            for y in range(min(row, other) + 1, max(row, other)):
                self.canvas.put(end, y, self.signs.upright, "step")
            if column < end:
                self.canvas.put(end, row, self.signs.corners[3 if other < row else 1], "step")

    def draw_points(self, plot: Plot) -> None:
        """Draw the points, those that the steps lead through first, as only they must not move aside."""
        self.styles = {each.key: f"slot{each.slot}" for each in plot.series}
        letters = {each.key: each.letter for each in plot.series}
        fixed = [point for point in plot.points if point.headline or point in plot.steps]
        placed: list[tuple[Point, int, int]] = []
        for point in sorted(plot.points, key=lambda each: (not each.headline, each not in fixed)):
            letter = letters[point.series].lower() if point.hollow else letters[point.series]
            column = self._set(point, letter)
            if point not in plot.steps:
                self._part_from_line(column, self.row(point.middle))
            placed.append((point, column, self.row(point.middle)))
        for point, column, row in placed:
            self._range(point, column)
            self._arrow(point, column, row)
        for point, column, row in sorted(placed, key=lambda each: (not each[0].headline, not each[0].ends)):
            if point.headline:
                self._mark_headline(column, row)
            if point.headline or point.ends:
                self._label(point, column, row)

    def _set(self, point: Point, letter: str) -> int:
        """Write a letter at its place, or beside it; where all is taken the place says how many stand there."""
        style = "headline" if point.headline else self.styles[point.series]
        column, row = self.column(point.day), self.row(point.middle)
        taken = self.canvas.cells.get((column, row), ("", ""))
        if taken == (letter, style):
            return column
        for x in (column, column + 1, column - 1):
            if self.canvas.put(x, row, letter, style, firm=True):
                return x
        if taken[1] != "headline":
            count = min(9, int(taken[0]) + 1 if taken[0].isdigit() else 2)
            self.canvas.cells[column, row] = (str(count), CROWD)
        return column

    def _part_from_line(self, column: int, row: int) -> None:
        """Leave a cell free at both sides of a sign that stands on the line of another, which does not lead to it."""
        for x in (column - 1, column + 1):
            if self.canvas.cells.get((x, row)) == (self.signs.across, "step"):
                self.canvas.cells[x, row] = (" ", "grid")

    def _range(self, point: Point, column: int) -> None:
        top, bottom = self.row(point.high), self.row(point.low)
        if top == bottom:
            return
        begin, middle, end = self.signs.bar
        for row in range(top, bottom + 1):
            sign = begin if row == top else end if row == bottom else middle
            self.canvas.put(column, row, sign, self.styles[point.series])

    def _arrow(self, point: Point, column: int, row: int) -> None:
        for name, sign, y in ((UP, self.signs.arrows[0], row - 1), (DOWN, self.signs.arrows[1], row + 1)):
            if point.open == name:
                places = ((column, y), (column + 1, row), (column - 1, row))
                any(self.canvas.put(*place, sign, self.styles[point.series], firm=True) for place in places)

    def _mark_headline(self, column: int, row: int) -> None:
        before, behind = self.signs.headline
        if not self.canvas.put(column - 1, row, before, "headline", firm=True):
            self.canvas.put(column + 1, row, behind, "headline", firm=True)

    def _label(self, point: Point, column: int, row: int) -> None:
        """Write the words of a point beside it, where nothing else stands and each letter takes one cell."""
        if not all(east_asian_width(sign) not in "WF" and category(sign)[0] != "M" for sign in point.label):
            return
        for begins in (column + 2, column - 2 - len(point.label) - point.headline):
            span = range(begins - 1, begins + len(point.label) + 1)
            if row < self.canvas.height - 1 and self.canvas.is_free(span, row):
                style = "headline" if point.headline else "label"
                # The dots of the grid beside it would read as part of it.
                for number, sign in enumerate(f" {point.label} ", -1):
                    self.canvas.put(begins + number, row, sign, style, firm=sign != " ")
                return
