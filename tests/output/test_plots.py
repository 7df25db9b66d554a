"""What a chart shows of a figure: every fact is drawn or counted as left out, and the headline is marked."""

import pytest

from nkfacts import Filter, load
from nkfacts.drawing.scale import linear
from nkfacts.output.plots import chart_of, countries_of, open_end
from tests.support.bases import fact, killed


def told(*facts):
    """Return the ids and days of the steps of a chart of the dead."""
    with killed(*facts) as base:
        plot = chart_of(base, "casualties.killed").plot
        return plot.stepping, [(step.day, step.low) for step in plot.steps]


def test_every_fact_of_the_shipped_base_is_drawn_or_counted(shipped_base):
    base = shipped_base
    countries = countries_of(base)
    drawn = 0
    for counted in base.figures():
        figure = counted.record.id
        facts = base.facts_of(figure)
        usual, whole = (chart_of(base, figure, everything=each, countries=countries) for each in (False, True))
        for found in (usual, whole):
            assert len(found.records) + sum(found.left_out.values()) == len(facts)
        assert whole.left_out.keys() <= {"in words"}
        headline = base.headline(figure)
        if headline is not None and headline.bounds is not None:
            assert usual.headline == headline.id
        if usual.plot is not None:
            drawn += 1
            scale = linear(max(point.high for point in usual.plot.points), 5)
            assert all(0 <= scale.place(point.low) <= scale.place(point.high) <= 1 for point in usual.plot.points)
            assert sum(point.headline for point in usual.plot.points) == (usual.headline is not None)
    assert drawn > 80


def test_the_claimant_with_most_words_is_followed():
    nis = [fact("a", value=100, reported="2025-01-01"), fact("b", value=300, reported="2025-03-01")]
    gur = [fact(f"g{n}", value=n * 100, by="gur", reported=f"2025-0{n}-02") for n in (1, 2, 3)]
    assert told(*nis, *gur) == ("The gur", [("2025-01-02", 100), ("2025-02-02", 200), ("2025-03-02", 300)])
    assert told(*nis) == ("The nis", [("2025-01-01", 100), ("2025-03-01", 300)])
    # One word is no revision, and what was said of a part is none of the whole.
    assert told(nis[0]) == ("", [])
    assert told(nis[0], fact("p", value=5, scope="part", reported="2025-02-01")) == ("", [])


@pytest.mark.parametrize(
    ("keys", "open_"),
    [
        ({"value": 5}, ""),
        ({"value": 5, "qualifier": "about"}, ""),
        ({"value": 5, "qualifier": "at-least"}, "up"),
        ({"value": 5, "qualifier": "more-than"}, "up"),
        ({"value": 5, "qualifier": "nearly"}, "down"),
        ({"value": None, "high": 5, "qualifier": "up-to"}, "down"),
        ({"value": None, "low": 5}, "up"),
        ({"value": None, "high": 5}, "down"),
        ({"value": None, "low": 4, "high": 5}, ""),
    ],
)
def test_what_an_amount_leaves_open_is_what_its_words_say(keys, open_):
    with killed(fact("a", **keys)) as base:
        found = chart_of(base, "casualties.killed")
        assert open_end(found.records[0]) == found.plot.points[0].open == open_
        amount = base.fact("a").amount
    assert amount.startswith(("at least", "more than")) == (open_ == "up")
    assert amount.startswith(("up to", "at most", "fewer than", "nearly")) == (open_ == "down")


def test_a_country_keeps_its_letter_whatever_the_day():
    base = load()
    letters = {code: each.letter for code, each in countries_of(base).items()}
    assert letters == {"KR": "K", "UA": "U", "KP": "P", "RU": "R"}
    early = load(as_of="2025-02")
    assert countries_of(early) == countries_of(base)
    assert chart_of(early, "casualties.killed").plot.series == [countries_of(base)["KR"]]
    assert len({each.slot for each in countries_of(base).values()}) == len(letters)


def test_a_filter_asks_for_what_is_usually_left_out():
    base = load()
    assert [record["id"] for record in chart_of(base, "casualties.killed", Filter(rank="deprecated")).records] == [
        "killed-misprint"
    ]


def held_to(*others):
    """Return the day to which the line of what nis said, 300 in the end, is held in a chart of the dead."""
    nis = [fact("a", value=100, reported="2025-01-01"), fact("b", value=300, reported="2025-03-01")]
    with killed(*nis, *others) as base:
        return chart_of(base, "casualties.killed").plot.last_day


def test_the_line_of_a_claimant_leads_to_nobody_else():
    assert held_to() == "2025-03-01"
    assert held_to(fact("g", value=500, by="gur", reported="2025-06-01")) == "2025-06-01"
    assert held_to(fact("g", value=300, by="gur", reported="2025-06-01")) == ""
    assert (
        held_to(
            fact("g", value=301, by="jcs", reported="2025-05-01"), fact("h", value=500, by="gur", reported="2025-06-01")
        )
        == ""
    )
    assert held_to(fact("g", value=300, by="gur", reported="2025-02-01")) == "2025-03-01"
