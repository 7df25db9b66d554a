"""Plots made for the tests of drawings."""

from hypothesis import strategies as st

from nkfacts.drawing.plot import Plot, Point, Series

SERIES = (Series("KR", "K", "South Korea", 0), Series("UA", "U", "Ukraine", 1), Series("", "X", "no one country", 9))


def point(day, low, high=None, series="KR", **keys):
    return Point(day, low, low if high is None else high, series, **keys)


def plot(*points, title="Soldiers lost", subtitle="people, by the day of saying", steps=(), **keys):
    used = {each.series for each in points}
    series = [each for each in SERIES if each.key in used]
    return Plot(title, subtitle, series, sorted(points, key=lambda each: each.day), steps, **keys)


_AMOUNTS = st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)).map(sorted)
_WORDS = st.text(st.characters(codec="utf-8"), max_size=40)


@st.composite
def _points(draw):
    low, high = draw(st.one_of(_AMOUNTS, st.integers(0, 10**9).map(lambda number: (number, number))))
    return Point(
        draw(st.dates().map(str)),
        low,
        high,
        draw(st.sampled_from([each.key for each in SERIES])),
        draw(st.sampled_from(["", "up", "down"])),
        draw(_WORDS),
        draw(_WORDS),
        draw(st.sampled_from(["", "planned"])),
        draw(st.booleans()),
        draw(st.sampled_from([None, "https://example.org/?a=1&b=\"2'"])),
        draw(st.booleans()),
    )


@st.composite
def plots(draw):
    """Plots of every kind, with any words."""
    points = draw(st.lists(_points(), min_size=1, max_size=12))
    made = plot(*points, title=draw(_WORDS), subtitle=draw(_WORDS), source=draw(_WORDS))
    own = [each for each in made.points if each.series == made.points[0].series]
    return made._replace(steps=draw(st.sampled_from([[], own])), stepping=draw(_WORDS))
