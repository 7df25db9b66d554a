"""What the facts of one figure are to each other: how far they range, and which cannot both be true."""

from collections.abc import Sequence

from nkfacts.hints import cast
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.query.by_id import Lookup
from nkfacts.query.claims import FindEntity, body_of, last_words, span
from nkfacts.query.known import Known
from nkfacts.query.results import Spread

_MONTH, _YEAR = 31, 366

_DISAGREEING = """
    SELECT other.* FROM known AS own JOIN known AS other ON other.figure = own.figure
    WHERE own.id = ? AND own.competes AND other.competes AND other."by" <> own."by"
      AND other.when_first <= own.when_last AND other.when_last >= own.when_first
    ORDER BY other.reported DESC, other.id"""
"""Facts of other claimants that speak of the time of one: whether they disagree is said by their amounts."""


def spread(competing: Sequence[Fact], entity: FindEntity, *, cumulative: bool) -> Spread:
    """Return the lowest and the highest of what the claimants of a figure say of the time of its headline.

    Of each claimant the last word counts; that of the headline's claimant is the headline. Persons who speak for a
    body are one claimant with it and with each other.

    A claim is of the time of the headline when its own time ends at most a month before that of the headline begins,
    and begins at most a year after it ends. In a cumulative figure the time of a total is its last day; there an
    earlier total above the headline counts for a year too, as it can only have grown, and a lower one does not, as
    there were fewer then.

    Args:
        competing: the facts that compete to be the headline, the winner first.
        entity: finds an entity by its id.
        cumulative: the totals of the figure can only grow.
    """
    latest = last_words(competing, entity)
    if competing:
        latest[body_of(competing[0].by, entity)] = competing[0]
    facts = [fact for fact in latest.values() if _is_of_the_time_of(fact, competing[0], cumulative=cumulative)]
    numbers = [fact for fact in facts if fact.lowest is not None]
    return Spread(
        min(numbers, key=lambda fact: (cast("float", fact.lowest), fact.id), default=None),
        max(numbers, key=lambda fact: (cast("float", fact.highest), fact.id), default=None),
        len(facts),
        len(competing),
    )


def _is_of_the_time_of(fact: Fact, headline: Fact, *, cumulative: bool) -> bool:
    (first, last), (begins, ends) = span(fact, cumulative=cumulative), span(headline, cumulative=cumulative)
    if dates.days_between(last, begins) <= _MONTH and dates.days_between(ends, first) <= _YEAR:
        return True
    is_above = fact.bounds is not None and headline.bounds is not None and fact.bounds[0] > headline.bounds[1]
    return cumulative and is_above and 0 <= dates.days_between(last, ends) <= _YEAR


def disagreeing(known: Known, lookup: Lookup, fact: Fact) -> list[tuple[Fact, int | float]]:
    """Return the facts that cannot be true beside one, each with how far apart the two are."""
    others = (lookup.fact(row) for row in known.rows(_DISAGREEING, [fact.id]))
    return [(other, gap) for other in others if (gap := _distance(fact, other)) > 0]


def _distance(one: Fact, other: Fact) -> int | float:
    """Return how far apart two amounts are: 0 when both may be true, or where one is words."""
    if one.bounds is None or other.bounds is None:
        return 0
    return max(other.bounds[0] - one.bounds[1], one.bounds[0] - other.bounds[1], 0)
