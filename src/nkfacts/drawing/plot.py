"""What a chart shows, before it is drawn: points over days, on a linear scale that begins at zero."""

from collections.abc import Sequence

from nkfacts.hints import NamedTuple

Number = int | float

UP, DOWN = "up", "down"
"""What an amount leaves open: at least so much, or at most."""


class Series(NamedTuple):
    """Points that belong together, such as those of one country.

    Args:
        key: what tells it from the others.
        letter: the sign that its points carry.
        name: what the legend calls it.
        slot: the place of its colour in the palette.
    """

    key: str
    letter: str
    name: str
    slot: int


class Point(NamedTuple):
    """An amount on a day.

    Args:
        day: ISO 8601.
        low: the lower end of the amount, or its only number.
        high: the upper end; the same where it is one number.
        series: the key of its series.
        open: ``up`` where the amount is at least so much, ``down`` where at most, else empty.
        label: a few words beside it, where there is room.
        told: its words in full, for those who do not see it.
        hollow: the word that it must not be read without, such as planned; it is drawn hollow.
        headline: whether it is the one that stands for all.
        link: where it leads to.
        ends: whether it is the last word of who says it, and so the first to be labelled.
    """

    day: str
    low: Number
    high: Number
    series: str
    open: str = ""
    label: str = ""
    told: str = ""
    hollow: str = ""
    headline: bool = False
    link: str | None = None
    ends: bool = False

    @property
    def middle(self) -> float:
        """The number at which its sign stands: the only one, or that between its ends."""
        return (self.low + self.high) / 2


class Plot(NamedTuple):
    """A chart.

    Args:
        title: what is counted.
        subtitle: how it is counted, and over what.
        series: the series in the order of the legend.
        points: the points in the order of their days.
        steps: the points that a line of steps leads through, each holding until the next.
        stepping: who revised what the steps show.
        last_day: the day to which the last step holds; the last point's where it is empty.
        source: a line under the chart: what is left out, and where it is from.
    """

    title: str
    subtitle: str
    series: Sequence[Series]
    points: Sequence[Point]
    steps: Sequence[Point] = ()
    stepping: str = ""
    last_day: str = ""
    source: str = ""
