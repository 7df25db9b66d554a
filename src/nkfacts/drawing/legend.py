"""What the signs of a chart mean, the same words wherever it is drawn."""

from collections.abc import Iterator

from nkfacts.drawing.plot import DOWN, UP, Plot, Series
from nkfacts.hints import NamedTuple

SERIES, HEADLINE, STEP, RANGE, HOLLOW = "series", "headline", "step", "range", "hollow"


class Part(NamedTuple):
    """A sign that occurs in a chart: its kind (those above, or ``up`` and ``down``), of which series, what it means."""

    kind: str
    words: str
    series: Series | None = None


def legend(plot: Plot) -> Iterator[Part]:
    """Yield the parts of a legend: only what occurs in the chart."""
    for series in plot.series:
        yield Part(SERIES, series.name, series)
    if any(point.headline for point in plot.points):
        yield Part(HEADLINE, "headline")
    if plot.steps:
        series = next(each for each in plot.series if each.key == plot.steps[0].series)
        yield Part(STEP, f"what {plot.stepping} said last", series)
    if any(point.low != point.high for point in plot.points):
        yield Part(RANGE, "a range")
    for way, words in ((UP, "at least"), (DOWN, "at most")):
        if any(point.open == way for point in plot.points):
            yield Part(way, words)
    hollow = sorted({point.hollow for point in plot.points if point.hollow})
    if hollow:
        yield Part(HOLLOW, " or ".join(hollow))
