"""Bars: to scale, with an end that says what the claimant left open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkfacts.model.records import Fact
from nkfacts.output.bars import bar

AMOUNTS = st.integers(0, 10**15)
WIDTHS = st.integers(1, 60)


def said(value=None, low=None, high=None, qualifier=None):
    given_ = {"value": value, "low": low, "high": high, "qualifier": qualifier}
    return Fact.trusted({key: each for key, each in given_.items() if each is not None})


@pytest.mark.parametrize(
    ("fact", "drawn"),
    [
        (said(4000), "━━━━━━━━━━━━"),
        (said(2000), "━━━━━━"),
        (said(2000, qualifier="about"), "━━━━━━"),
        (said(2000, qualifier="more-than"), "━━━━━▶"),
        (said(2000, qualifier="at-least"), "━━━━━▶"),
        (said(2000, qualifier="up-to"), "━━━━━◁"),
        (said(2000, qualifier="nearly"), "━━━━━━"),
        (said(low=1000, high=2000), "   ╺━╸"),
        (said(1), "╸"),
        (said(0), ""),
    ],
)
def test_a_bar_is_as_long_as_its_amount(fact, drawn):
    assert bar(fact, 4000, 12) == drawn


def test_words_have_no_bar():
    assert bar(Fact.trusted({"words": "several million"}), 4000, 12) == ""


@given(AMOUNTS, AMOUNTS, WIDTHS, st.sampled_from([None, "about", "at-least", "up-to"]))
def test_no_bar_is_wider_than_its_room_and_something_is_never_nothing(value, more, width, qualifier):
    drawn = bar(said(value, qualifier=qualifier), value + more, width)
    assert len(drawn) <= width
    assert bool(drawn) == (value > 0 or (qualifier in ("at-least", "up-to") and value + more > 0))


@given(AMOUNTS, AMOUNTS, WIDTHS)
def test_of_two_bars_the_longer_one_is_not_of_the_smaller_amount(first, second, width):
    small, large = sorted((first, second))
    assert len(bar(said(small), large, width)) <= len(bar(said(large), large, width))


@given(AMOUNTS, AMOUNTS, AMOUNTS, WIDTHS)
def test_a_range_begins_and_ends_within_its_room(low, size, more, width):
    drawn = bar(said(low=low, high=low + size + 1), low + size + 1 + more, width)
    assert 1 <= len(drawn) <= width
    assert drawn.strip(" ")[0] == "╺"
