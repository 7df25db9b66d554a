"""What the facts of one figure are to each other: how far they range, and which cannot both be true."""

from collections.abc import Iterable
from typing import cast

from nkfacts.model.records import Fact
from nkfacts.query.results import Spread

DISAGREEING = """
    SELECT other.* FROM known AS own JOIN known AS other ON other.figure = own.figure
    WHERE own.id = ? AND own.competes AND other.competes AND other."by" <> own."by"
      AND other.when_first <= own.when_last AND other.when_last >= own.when_first
    ORDER BY other.reported DESC, other.id"""
"""Facts of other claimants that speak of the time of one: whether they disagree is said by their amounts."""


def spread(competing: Iterable[Fact]) -> Spread:
    """Return the lowest and the highest of what the claimants of a figure said last.

    Args:
        competing: the facts of the figure that compete to be its headline.
    """
    facts = list(competing)
    latest: dict[str, Fact] = {}
    for fact in facts:
        if fact.by not in latest or fact.reported > latest[fact.by].reported:
            latest[fact.by] = fact
    numbers = [fact for fact in latest.values() if fact.lowest is not None]
    return Spread(
        min(numbers, key=lambda fact: (cast("float", fact.lowest), fact.id), default=None),
        max(numbers, key=lambda fact: (cast("float", fact.highest), fact.id), default=None),
        len(latest),
        len(facts),
    )


def distance(one: Fact, other: Fact) -> int | float:
    """Return how far apart two amounts are: 0 when both may be true, or where one is words."""
    if one.bounds is None or other.bounds is None:
        return 0
    return max(other.bounds[0] - one.bounds[1], one.bounds[0] - other.bounds[1], 0)
