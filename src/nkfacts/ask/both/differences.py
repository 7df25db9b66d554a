"""What may be said of two amounts of one figure: how many more, only that it is more, or why neither."""

from nkfacts.ask.told.answers import Measured
from nkfacts.ask.understanding.words import words
from nkfacts.hints import NamedTuple
from nkfacts.model.amounts import bounds
from nkfacts.model.records import Fact
from nkfacts.output.mappings import unit_words
from nkfacts.query.base import Base

MORE = words("more higher greater larger bigger rise rose risen rising grow grew grown increase increased up")
FEWER = words("fewer less lower smaller fall fell fallen drop dropped decrease decreased decline declined down")
"""Words that ask whether one amount is more than another, and whether it is less."""

_ABOUT = ("about", "nearly")
_NO_LEAST, _NO_MOST = float("-inf"), float("inf")


class Difference(NamedTuple):
    """What may be said of two amounts.

    Attributes:
        words: it in words.
        more: 1 where the second is more, -1 where the first is, 0 where they are the same; None where that is not told.
        measured: how many more, where that is told.
        claimants: whether it is not told because two claimants say so.
    """

    words: str
    more: int | None = None
    measured: Measured | None = None
    claimants: bool = False


def difference(first: Fact, second: Fact, base: Base, *, of_claimants: bool = False) -> Difference:
    """Return what may be said of two amounts, the first of which is the earlier asked for.

    Args:
        first: a fact with an amount.
        second: another.
        base: the base.
        of_claimants: whether it is asked how far two claimants are apart, so that they need not be one.
    """
    if first.figure != second.figure or first.figure is None:
        return Difference("two things are counted, so no difference is told")
    if first.id == second.id:
        return Difference("the same fact is the last known of both", 0)
    if first.scope != second.scope:
        return Difference("one is a part of the whole, so no difference is told")
    if first.by != second.by and not of_claimants:
        names = f"{base.name_of(first.by)}, then {base.name_of(second.by)}"
        return Difference(f"two claimants ({names}), so no difference is told", claimants=True)
    ends, others = _ends(first), _ends(second)
    if ends is None or others is None:
        return Difference("an amount is told in words only, so no difference is told")
    return _of_ends(first, second, ends, others, base)


def _ends(fact: Fact) -> tuple[float, float] | None:
    """Return the least and the most an amount may be; None where it is no number."""
    low = fact.low if fact.value is None else fact.value
    high = fact.high if fact.value is None else fact.value
    if low is None or high is None:
        return None if low is None and high is None else (_NO_LEAST if low is None else low, _NO_MOST)
    # Nearly and about are told by a word before the difference.
    return bounds(low, high, None if fact.qualifier in _ABOUT else fact.qualifier)


def _of_ends(
    first: Fact, second: Fact, ends: tuple[float, float], others: tuple[float, float], base: Base
) -> Difference:
    figure = base.figure(first.figure) if first.figure else None
    unit = figure.unit or "" if figure else ""
    if ends == others and ends[0] == ends[1]:
        return Difference("the same amount", 0, Measured(0.0, None, None, unit, "the same amount"))
    more = 1 if others[0] >= ends[1] else -1 if others[1] <= ends[0] else None
    if more is None:
        return Difference("the two may be the same, so no difference is told")
    lesser, greater = (ends, others) if more == 1 else (others, ends)
    least, most = greater[0] - lesser[1], greater[1] - lesser[0]
    about = "about " if most != _NO_MOST and {first.qualifier, second.qualifier} & set(_ABOUT) else ""
    told = about + _range(least, most) if least > 0 else ""
    told_unit = unit_words(unit, figure.label) if figure else ""
    words = " ".join(filter(None, (told, "more" if more == 1 else "fewer", told_unit)))
    exact = least if least == most else None
    low, high = (None if exact is not None or not told else end for end in (least, most))
    return Difference(words, more, Measured(exact, low, None if high == _NO_MOST else high, unit, words))


def _range(least: float, most: float) -> str:
    if least == most:
        return _number(least)
    return f"at least {_number(least)}" if most == _NO_MOST else f"{_number(least)} to {_number(most)}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
