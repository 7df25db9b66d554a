"""The rule of what is the same amount."""

import pytest

from nkfacts.verifying.amounts import amounts_in
from nkfacts.verifying.sentences import sentences
from nkfacts.verifying.weighing import is_same
from tests.support.bases import fact, killed


def same(text, **keys):
    """Say whether the number of a text is what a fact with some keys tells."""
    (amount,) = amounts_in(next(sentences(text)).words, set())
    with killed(fact("told", **{"value": None, **keys})) as base:
        return is_same(amount, base.fact("told"))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("600 died", {"value": 600}),
        ("600 died", {"value": 600, "qualifier": "about"}),
        ("about 15,000 died", {"value": 14_900}),
        ("nearly 5,000 died", {"value": 4900}),
        ("more than 600 died", {"value": 620}),
        ("over 6,000 died", {"value": 6000, "qualifier": "at-least"}),
        ("up to 12,000 died", {"low": 10_000, "high": 12_000}),
        ("10,000 to 12,000 died", {"low": 10_000, "high": 12_000}),
        ("several million died", {"words": "several million"}),
        ("exactly 2,014 died", {"value": 2014}),
        ("exactly 10,900 died", {"value": 10_900}),
        ("exactly 2,000 died", {"value": 2000, "qualifier": "exactly"}),
    ],
)
def test_what_is_told_as_it_was_said_is_the_same(text, keys):
    assert same(text, **keys)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("600 died", {"value": 601}),
        ("11,000 died", {"value": 10_900, "qualifier": "about"}),
        ("about 600 died", {"value": 700}),
        ("100 died", {"value": 100, "qualifier": "at-least"}),
        ("up to 600 died", {"value": 600, "qualifier": "at-least"}),
        ("more than 600 died", {"value": 6000}),
        ("more than 3,511 died", {"value": 3800}),
        ("10,000 died", {"low": 10_000, "high": 12_000}),
        ("several million died", {"value": 5_000_000}),
        ("600 died", {"words": "hundreds"}),
        ("exactly 2,000 died", {"value": 2000, "qualifier": "about"}),
        ("exactly 2,000 died", {"value": 2000}),
        ("precisely 2,014 died", {"value": 2014, "qualifier": "about"}),
        ("exactly 2,000 died", {"value": 2000, "qualifier": "at-least"}),
    ],
)
def test_another_number_or_bound_is_not(text, keys):
    assert not same(text, **keys)
