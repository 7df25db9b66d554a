"""A chart as SVG 1.1 with its own style: the same bytes everywhere, as no font and no clock is asked."""

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from math import hypot

from nkfacts.drawing import palette
from nkfacts.drawing.legend import HEADLINE, HOLLOW, RANGE, SERIES, STEP, Part, legend
from nkfacts.drawing.plot import DOWN, UP, Plot, Point
from nkfacts.drawing.room import BOLD, Box, fitting, folded, free_place, text_width
from nkfacts.drawing.scale import days, linear
from nkfacts.drawing.strokes import RADIUS, arrow, disc, length, safe, words_at
from nkfacts.hints import NamedTuple
from nkfacts.text import visible

WIDE, NARROW = (800, 460), (390, 430)
"""The size of a chart, in units of the picture: for a page, and for a phone."""

_SIDE = 18
_EDGE = 12
"""What words beside a sign keep free of the right edge, as a font may be a little wider than is thought of."""
_CLOSE = 13.0
"""Nearer than this two discs hide each other's letters."""
_ASIDE = (0, 4, -4, 8, -8, 12, -12, 16, -16, 20, -20, 24, -24, 28, -28)
_LABEL, _HEADLINE_LABEL = 11.5, 14
_LINE = 18
_ROOM_OF_TICK = 62


class _Sign(NamedTuple):
    """A point at its place."""

    point: Point
    x: float
    y: float
    top: float
    bottom: float


def svg(
    plot: Plot,
    *,
    size: tuple[int, int] = WIDE,
    theme: str | None = palette.AUTO,
    name: str = "plot",
) -> str:
    """Return a chart as SVG.

    Args:
        plot: what it shows.
        size: its width and height.
        theme: one of ``palette.THEMES``; None leaves out style and ground, for a page that has ``palette.css()``.
        name: what the ids in it begin with, so that several may stand in one page.
    """
    return "".join(_Picture(plot, size, name).written(theme))


class _Picture:
    """A chart laid out at a size."""

    def __init__(self, plot: Plot, size: tuple[int, int], name: str) -> None:
        self.plot, self.name = plot, name
        self.width, self.height = size
        room = self.width - 2 * _SIDE
        self.title = folded(plot.title, 19 * BOLD, room, 2)
        self.subtitle = folded(plot.subtitle, 13, room, 2)
        self.source = folded(plot.source, 11, room, 3)
        self.legend = list(_legend_lines(plot, room))
        self.scale = linear(max(point.high for point in plot.points), 5)
        self.calendar = days(plot.points[0].day, max(plot.last_day, plot.points[-1].day))
        self.ticks = self.scale.ticks()
        top = 14 + 24 * len(self.title) + 17 * len(self.subtitle) + 8 + _LINE * len(self.legend) + 24
        left = _SIDE + max(text_width(tick.words, 12) for tick in self.ticks) + 8
        self.area = Box(left, top, self.width - _SIDE, self.height - 34 - 14 * len(self.source) - 8)
        self.series = {each.key: each for each in plot.series}

    def written(self, theme: str | None) -> Iterator[str]:
        measures = f' width="{self.width}" height="{self.height}"' if theme else ""
        # A picture in a page has links that a screen reader must find; in a file of its own it is one image.
        role = "img" if theme else "group"
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="plot" viewBox="0 0 {self.width} {self.height}"{measures}'
            f' role="{role}" aria-labelledby="{self.name}-title" aria-describedby="{self.name}-desc">\n'
        )
        yield f'<title id="{self.name}-title">{safe(f"{self.plot.title}: {self.plot.subtitle}")}</title>\n'
        told = ". ".join(point.told for point in self.plot.points)
        yield f'<desc id="{self.name}-desc">{safe(f"{told}. {self.plot.source}")}</desc>\n'
        if theme:
            yield f"<style>{palette.css(theme)}</style>\n"
            yield f'<rect class="ground" width="{self.width}" height="{self.height}"/>\n'
        yield from self._head()
        yield from self._axes()
        signs = self._signs()
        yield from self._steps()
        yield from map(self._reach, signs)
        for sign in sorted(signs, key=lambda each: each.point.headline):
            yield from self._point(sign)
        yield from self._labels(signs)
        yield from self._foot()
        yield "</svg>\n"

    # Around the drawing

    def _head(self) -> Iterator[str]:
        y = 14.0
        for words, style, step in (
            *((line, "title", 24) for line in self.title), *((line, "subtitle muted", 17) for line in self.subtitle),
        ):  # fmt: skip
            y += step
            yield words_at(_SIDE, y - 4, words, style)
        y += 8
        for line in self.legend:
            y += _LINE
            for x, part in line:
                yield self._key(x + _SIDE, y - 5, part)
                yield words_at(x + _SIDE + 20, y - 1, part.words, "muted")

    def _key(self, x: float, y: float, part: Part) -> str:
        """Return the sign that a part of the legend explains."""
        slot = palette.slot_class(part.series.slot if part.series else palette.GREY)
        middle = length(x + 8)
        if part.series and part.kind == SERIES:
            sign = disc(x + 8, y, part.series.letter)
        elif part.kind == STEP:
            return f'<path class="step {slot}" d="M{length(x)} {length(y + 4)}h8v-8h8"/>\n'
        elif part.kind == RANGE:
            sign = f'<path class="bar" d="M{middle} {length(y - 7)}v14"/>'
            sign += f'<path class="end" d="M{length(x + 4)} {length(y - 7)}h8m0 14h-8"/>'
        elif part.kind == HEADLINE:
            sign = f'<circle class="ring" cx="{middle}" cy="{length(y)}" r="7"/>'
        elif part.kind == HOLLOW:
            slot += " hollow"
            sign = f'<circle class="disc" cx="{middle}" cy="{length(y)}" r="6.5"/>'
        else:
            sign = arrow(x + 8, y + (6 if part.kind == UP else -6), part.kind)
        return f'<g class="{slot}">{sign}</g>\n'

    def _foot(self) -> Iterator[str]:
        for number, line in enumerate(self.source):
            yield words_at(_SIDE, self.height - 12 - 14 * (len(self.source) - 1 - number), line, "source muted")

    def _axes(self) -> Iterator[str]:
        left, _, right, bottom = self.area
        for tick in self.ticks:
            y = self._y(tick.place * self.scale.top)
            style = "axis" if tick.place == 0 else "gridline"
            yield f'<path class="{style}" d="M{length(left)} {length(y)}H{length(right)}"/>\n'
            yield words_at(left - 8, y + 4, tick.words, "tick")
        free = 0.0
        for tick in self.calendar.ticks(max(2, int((right - left) / _ROOM_OF_TICK))):
            x = left + tick.place * (right - left)
            yield f'<path class="axis" d="M{length(x)} {length(bottom)}v5"/>\n'
            half = text_width(tick.words, 12) / 2
            place = min(x, self.width - 4 - half)
            if place - half > free:
                yield words_at(place, bottom + 19, tick.words, "day")
                free = place + half + 4

    # The drawing

    def _x(self, day: str) -> float:
        return self.area.left + self.calendar.place(day) * (self.area.right - self.area.left)

    def _y(self, number: float) -> float:
        return self.area.bottom - self.scale.place(number) * (self.area.bottom - self.area.top)

    def _signs(self) -> list[_Sign]:
        """Return the points at their places: where two would hide each other, one stands a little aside."""
        fixed = {*self.plot.steps}
        placed: list[_Sign] = []
        for point in sorted(self.plot.points, key=lambda each: (not each.headline, each not in fixed)):
            x, y = self._x(point.day), self._y(point.middle)
            near = [sign for sign in placed if abs(sign.y - y) < _CLOSE and abs(sign.x - x) < 4 * _CLOSE]
            # Where no place is free, the one that hides least: several letters over one another are none to read.
            places = [
                (x + aside, min((hypot(sign.x - x - aside, sign.y - y) for sign in near), default=_CLOSE))
                for aside in _ASIDE
            ]
            place, _ = max(places, key=lambda each: min(each[1], _CLOSE))
            placed.append(_Sign(point, place, y, self._y(point.high), self._y(point.low)))
        return placed

    def _steps(self) -> Iterator[str]:
        steps = self.plot.steps
        if steps:
            path = f"M{length(self._x(steps[0].day))} {length(self._y(steps[0].middle))}"
            path += "".join(f"H{length(self._x(step.day))}V{length(self._y(step.middle))}" for step in steps[1:])
            slot = palette.slot_class(self.series[steps[0].series].slot)
            yield f'<path class="step {slot}" d="{path}H{length(self._x(self.plot.last_day or steps[-1].day))}"/>\n'

    def _style(self, point: Point) -> str:
        return f"{palette.slot_class(self.series[point.series].slot)}{' hollow' if point.hollow else ''}"

    def _reach(self, sign: _Sign) -> str:
        """Return how far an amount reaches: the bar of a range, the arrow of an open end."""
        point, parts = sign.point, ""
        if point.low != point.high:
            ends = "".join(f"M{length(sign.x - 6)} {length(y)}h12" for y in (sign.top, sign.bottom))
            parts += f'<path class="bar" d="M{length(sign.x)} {length(sign.top)}V{length(sign.bottom)}"/>'
            parts += f'<path class="end" d="{ends}"/>'
        if point.open:
            parts += arrow(sign.x, (sign.top if point.open == UP else sign.bottom), point.open, RADIUS)
        return f'<g class="{self._style(point)}">{parts}</g>\n' if parts else ""

    def _point(self, sign: _Sign) -> Iterator[str]:
        point, style = sign.point, f"point {self._style(sign.point)}"
        yield f'<a class="{style}" href="{escape(visible(point.link))}">' if point.link else f'<g class="{style}">'
        yield f"<title>{safe(point.told)}</title>{disc(sign.x, sign.y, self.series[point.series].letter)}"
        if point.headline:
            yield f'<circle class="ring" cx="{length(sign.x)}" cy="{length(sign.y)}" r="{length(RADIUS + 2)}"/>'
        yield "</a>\n" if point.link else "</g>\n"

    def _labels(self, signs: list[_Sign]) -> Iterator[str]:
        """Write the words of points beside them, where nothing is covered; the headline's first, then the last said."""
        taken = [*map(_box_of, signs), *self._step_boxes()]
        within = Box(self.area.left, self.area.top - 20, self.width - _EDGE, self.area.bottom - 2)
        wanted = [sign for sign in signs if sign.point.headline or sign.point.ends]
        wanted.sort(key=lambda sign: sign.point.day, reverse=True)
        for sign in sorted(wanted, key=lambda each: not each.point.headline):
            size = _HEADLINE_LABEL if sign.point.headline else _LABEL
            words = visible(sign.point.label)
            width = text_width(words, size, bold=sign.point.headline)
            places = _label_places(sign, width, size, within)
            number = free_place([box for box, _ in places], taken, within)
            if number is not None:
                box, anchor = places[number]
                taken.append(box)
                x = {"start": box.left, "end": box.right, "middle": (box.left + box.right) / 2}[anchor]
                text = words_at(x, box.bottom - 3, words, "label", anchor)
                yield f'<g class="headline">{text}</g>\n' if sign.point.headline else text

    def _step_boxes(self) -> Iterator[Box]:
        steps = self.plot.steps
        for step, later in pairwise(steps):
            x, y, end, other = self._x(step.day), self._y(step.middle), self._x(later.day), self._y(later.middle)
            yield Box(x, y - 2, end, y + 2)
            yield Box(end - 2, min(y, other), end + 2, max(y, other))
        if steps:
            y = self._y(steps[-1].middle)
            yield Box(self._x(steps[-1].day), y - 2, self._x(self.plot.last_day or steps[-1].day), y + 2)


def _legend_lines(plot: Plot, room: float) -> Iterator[list[tuple[float, Part]]]:
    """Yield the lines of the legend: its parts, each at its place."""
    line: list[tuple[float, Part]] = []
    x = 0.0
    for part in legend(plot):
        words = fitting(visible(part.words), 12, room - 24)
        width = 20 + text_width(words, 12) + 16
        if line and x + width > room + 16:
            yield line
            line, x = [], 0.0
        line.append((x, part._replace(words=words)))
        x += width
    yield line


def _label_places(sign: _Sign, width: float, size: float, within: Box) -> list[tuple[Box, str]]:
    """Return where the words of a point may stand: behind, before, above and below it, the best place first."""
    gap, high = RADIUS + (8 if sign.point.headline else 5), size + 2
    middle = sign.y - high / 2
    above, below = _box_of(sign).top - high - 2, _box_of(sign).bottom + 1
    left = max(within.left, min(sign.x - width / 2, within.right - width))
    return [
        (Box(sign.x + gap, middle, sign.x + gap + width, middle + high), "start"),
        (Box(sign.x - gap - width, middle, sign.x - gap, middle + high), "end"),
        (Box(left, above, left + width, above + high), "middle"),
        (Box(left, below, left + width, below + high), "middle"),
    ]


def _box_of(sign: _Sign) -> Box:
    up, down = (14 if sign.point.open == name else 0 for name in (UP, DOWN))
    return Box(
        sign.x - RADIUS - 1,
        min(sign.top, sign.y - RADIUS) - up - 1,
        sign.x + RADIUS + 1,
        max(sign.bottom, sign.y + RADIUS) + down + 1,
    )
