"""The numbers of several claimants told side by side: which is higher and by how much, and whether they agree."""

from collections.abc import Sequence

from nkfacts.ask.both.differences import difference
from nkfacts.ask.both.joining import Whole
from nkfacts.ask.both.sides import AGREEING, DIFFERING, Asked
from nkfacts.ask.told.answers import Answer, Measured
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.query.conflicts import conflicts, read_as
from nkfacts.query.filters import Filter

_WHICH = frozenset(("which", "whose", "who"))
_BY_HOW_MUCH = frozenset(("much", "far", "difference", "gap"))

_TWO = 2
_MONTH = 31
"""The days from which on it is told how far apart two said it."""


class _Compared(NamedTuple):
    """What two claimants say of one figure: 1 where the first says more, -1 where the second does, None if untold."""

    first: Fact
    second: Fact
    figure: Figure
    more: int | None
    words: str
    measured: Measured | None


def told_beside(whole: Whole, asked: Asked, figure: Figure, facts: Sequence[Fact]) -> Answer:
    """Return the answer that the numbers of several claimants give together: each with its day, and which is higher.

    Args:
        whole: the question with the number of each.
        asked: how it asks for them.
        figure: what is counted.
        facts: the number of each.
    """
    base, sides = whole.base, asked.sides
    lead = "; ".join(f"{base.name_of(fact.by)} {fact.amount} ({_day(fact)})" for fact in facts)
    brief = "\t".join(part.brief for part in whole.parts)
    if len(facts) != _TWO:
        return _of_figure(whole.told(brief, lead), figure)
    found = _compared(facts[0], facts[1], figure, base)
    lead = f"{lead}: {found.words}"
    if asked.affirming:
        brief = _yes_or_no(asked, found, base)
        lead = f"{brief.capitalize()}: {lead}"
    elif found.more and asked.more and (sides.either or not asked.words.isdisjoint(_WHICH)):
        brief = base.name_of((found.first if found.more == asked.more else found.second).by)
    elif found.measured is not None and _asks_by_how_much(asked, found):
        brief = found.measured.words
    return _of_figure(whole.told(brief, lead, found.measured), figure)


def _of_figure(told: Answer, figure: Figure) -> Answer:
    return told._replace(choice=told.choice._replace(figure=figure))


def _asks_by_how_much(asked: Asked, found: _Compared) -> bool:
    """Say whether it is asked how far two are apart: by how much, how many more does one say than the other."""
    counted = "many" in asked.words and asked.more != 0 and found.more == asked.more
    return counted or not asked.words.isdisjoint(_BY_HOW_MUCH)


def _day(fact: Fact) -> str:
    part = "a part of the whole, " if fact.scope == "part" else ""
    return f"{part}{dates.day_words(fact.reported)}"


def _compared(first: Fact, second: Fact, figure: Figure, base: Base) -> _Compared:
    """Return which of two amounts is higher, and by how much; neither where they may be the same."""
    found = difference(second, first, base, of_claimants=True)
    more = found.more
    if more is not None and more < 0:
        # How many more the higher is, and never how many fewer the other.
        found = difference(first, second, base, of_claimants=True)
    if more and _may_be_one(first, second):
        return _Compared(first, second, figure, None, "the two may be the same, so no difference is told", None)
    words = found.words
    if more:
        higher, lower = (first, second) if more > 0 else (second, first)
        words = f"{base.name_of(higher.by)} says {found.words} than {base.name_of(lower.by)}"
    apart = abs(dates.days_between(first.reported, second.reported))
    words += f"; said {apart} days apart" if apart > _MONTH else ""
    return _Compared(first, second, figure, more, words, found.measured)


def _may_be_one(one: Fact, other: Fact) -> bool:
    """Say whether two amounts may be of one count, each as roughly as it is said: more than 6,000, about 6,000."""
    ends, others = read_as(one), read_as(other)
    return ends is not None and others is not None and ends[0] <= others[1] and others[0] <= ends[1]


def _yes_or_no(asked: Asked, found: _Compared, base: Base) -> str:
    """Return whether it is so, as asked, that one says more than the other, that they agree or that they do not."""
    if asked.more:
        return "not comparable" if found.more is None else "yes" if found.more == asked.more else "no"
    agree = _agree(found, base)
    if agree is None:
        return "not comparable"
    differing = not asked.words.isdisjoint(DIFFERING) and asked.words.isdisjoint(AGREEING)
    return "yes" if agree != differing else "no"


def _agree(found: _Compared, base: Base) -> bool | None:
    """Say whether two say the same; None where both may hold though they do not, as they may of two times."""
    if found.more == 0:
        return True
    if found.more is None:
        return None
    pairs = conflicts(base, Filter(figure=found.figure.id, by=found.first.by), against=found.second.by)
    told = {found.first.id, found.second.id}
    return False if any({pair.higher.id, pair.lower.id} == told for pair in pairs) else None
