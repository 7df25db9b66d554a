"""Scales: round steps from zero, and ticks of the calendar that never crowd."""

import math
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkfacts.drawing.scale import days, linear

NUMBERS = st.one_of(st.integers(1, 10**15), st.floats(0.001, 1e12))
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31)).map(date.isoformat)


@given(NUMBERS, st.integers(2, 10))
def test_a_linear_scale_holds_the_number_in_round_steps(highest, most):
    scale = linear(highest, most)
    ticks = scale.ticks()
    assert 0 < scale.place(highest) <= 1 + 1e-9
    assert 2 <= len(ticks) <= most + 1
    assert [tick.place for tick in ticks] == pytest.approx([n / (len(ticks) - 1) for n in range(len(ticks))])
    # A step is 1, 2 or 5 times a power of ten, and not a whole step is empty above the number.
    step = Fraction(str(scale.step))
    digits = step / Fraction(10) ** math.floor(math.log10(step) + 1e-9)
    assert digits in (1, 2, 5)
    assert scale.top - scale.step < highest * (1 + 1e-9)


@pytest.mark.parametrize(
    ("highest", "words"),
    [
        (4000, "0 1,000 2,000 3,000 4,000"),
        (1_340_000_000, "0 500 million 1 billion 1.5 billion"),
        (0.3, "0 0.1 0.2 0.3"),
        (7, "0 2 4 6 8"),
        (0, "0 1"),
    ],
)
def test_the_ticks_are_written_as_people_write_numbers(highest, words):
    assert " ".join(tick.words for tick in linear(highest, 5).ticks()) == words


@given(DAYS, DAYS, st.integers(2, 14))
def test_a_calendar_has_few_ticks_in_order_and_both_days_within(one, other, most):
    first, last = sorted((one, other))
    scale = days(first, last)
    assert 0 < scale.place(first) <= scale.place(last) < 1
    ticks = scale.ticks(most)
    assert len(ticks) <= most
    places = [tick.place for tick in ticks]
    assert places == sorted(set(places))
    assert all(0 <= place <= 1 for place in places)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-12-19", "2026-02-14", "Jan 2025, Mar, May, Jul, Sep, Nov, Jan 2026, Mar"),
        ("2024-12-19", "2024-12-19", "13 Dec 2024, 15 Dec, 17 Dec, 19 Dec, 21 Dec, 23 Dec, 25 Dec"),
        ("2024-12-19", "2025-01-20", "22 Dec 2024, 1 Jan 2025, 8 Jan, 15 Jan"),
        ("1994-01-01", "2025-01-01", "1995, 2000, 2005, 2010, 2015, 2020, 2025"),
    ],
)
def test_a_year_stands_where_it_changes(first, last, words):
    assert ", ".join(tick.words for tick in days(first, last).ticks(8)) == words
