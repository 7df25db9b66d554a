"""Claims that cannot both hold: totals of one time that do not meet, and parts larger than their whole.

Two claims contradict each other under these rules, which leave out what only looks like it:

- Of each claimant only what it stands by: a later word about the same time, or one that lowers a total which can only
  grow, takes the earlier one back. Persons who speak for an organisation or unit are one claimant with it.
- Parts, deprecated facts, denials and plans that are over are no claims here, nor elsewhere; a plan contradicts only
  plans.
- "About N" is read as N give or take a tenth. Whoever rounds to two digits is off by a twentieth at most, so that two
  who round the same count differ by at most a tenth; what is further apart was counted differently. A number said
  without "about" is taken at its word, "at least" and "up to" leave one end open, and words contradict nothing.
- A number at a time, a share or a rate contradicts another about a time that overlaps its own.
- A sum over a time contradicts a lower one whose time takes in its own: it ends no earlier, and begins at most a month
  later where both name a beginning. What was reached cannot be lost, and a lower sum of an earlier time, or of a time
  that begins later, may well be true.
- Where a figure is of what several did, each for itself, as sanctions of several states, claimants who are among those
  speak of deeds of their own.
- A part above its whole contradicts it: the count of one battle or unit, or a figure that lies within another. Shares
  and rates have no such parts.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import combinations

from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.query.claims import body_of, span
from nkfacts.query.filters import EVERYTHING, Filter, Wanted

_SUMS = (None, "number", "money", "weight", "volume")
"""The measures of which a figure of the state ``so-far`` is a sum over a time."""
_MONTH = 31

SAME_TIME, LATER, PART = "same time", "later, yet lower", "part above whole"
"""Why two claims cannot both hold."""

TOLERANCE = 0.1
"""How far, as a share of it, a number said with "about" may be off."""

Number = int | float


class Conflict(NamedTuple):
    """Two claims that cannot both hold.

    Args:
        figure: the id of the figure of the lower one, which is the whole where a part is larger.
        why: one of ``SAME_TIME``, ``LATER`` and ``PART``.
        higher: the claim of more.
        lower: the claim of less.
        apart: how far apart what they say is at least, taken at their word.
        others: how many further pairs of the two claimants contradict each other likewise.
    """

    figure: str
    why: str
    higher: Fact
    lower: Fact
    apart: Number
    others: int = 0


def conflicts(base: Base, wanted: Filter = EVERYTHING, *, against: Wanted = None) -> list[Conflict]:
    """Return the claims that cannot both hold, figure by figure in the order of the file, those said last first.

    Of the same two claimants of a figure only the pair said last is there, with the number of the others; where both
    sides are named, every pair is.

    Args:
        base: the facts, as they were known on a day.
        wanted: what one of the two facts must satisfy.
        against: who must have asserted the other one, or any of several; None for anybody.

    Raises:
        UnknownName: a name in the filter, or of who is against, is unknown.
    """
    passing = {fact.id for fact in base.facts(wanted)} if any(wanted) else None
    opposed = {fact.id for fact in base.facts(Filter(by=against))} if against else None
    figures = [each.record for each in base.figures()]
    standing = {figure.id: _standing(base, figure) for figure in figures}
    found: list[Conflict] = []
    for figure in figures:
        pairs = [*_rival_totals(base, figure, standing[figure.id]), *_large_parts(base, figure, figures, standing)]
        pairs = [pair for pair in pairs if _is_wanted(pair, passing, opposed)]
        # Who names both sides wants to see what lies between them, and cannot ask for less.
        is_narrow = wanted.by and against
        found += sorted(pairs, key=_said, reverse=True) if is_narrow else _one_for_two_claimants(base, pairs)
    return found


def _is_wanted(pair: Conflict, passing: Container[str] | None, opposed: Container[str] | None) -> bool:
    """Say whether one of two claims is among those that pass, and the other among those that are against them."""
    sides = (pair.higher.id, pair.lower.id), (pair.lower.id, pair.higher.id)
    return any((passing is None or one in passing) and (opposed is None or other in opposed) for one, other in sides)


def read_as(fact: Fact) -> tuple[Number, Number] | None:
    """Return the range that a claim is read as; None for words."""
    if fact.bounds is None or fact.lowest is None or fact.highest is None:
        return None
    low, high = fact.bounds
    if fact.qualifier == "about":
        return low * (1 - TOLERANCE), high * (1 + TOLERANCE)
    return low, high


def _standing(base: Base, figure: Figure) -> list[Fact]:
    """Return the totals with numbers by which their claimants stand."""
    facts = [fact for fact in base.candidates(figure.id) if read_as(fact) is not None]
    own: dict[str, list[Fact]] = {}
    for fact in facts:
        own.setdefault(body_of(fact.by, base.entity), []).append(fact)
    return [
        fact
        for said in own.values()
        for fact in said
        if not any(_takes_back(later, fact, figure) for later in said if later.reported > fact.reported)
    ]


def _takes_back(later: Fact, fact: Fact, figure: Figure) -> bool:
    """Say whether a later word of a claimant is about the time of an earlier one, or below its growing total."""
    if not _sums_up(figure):
        return _overlap(later, fact)
    is_same_time = span(later)[1] == span(fact)[1] and not _begins_later(later, fact, figure)
    return is_same_time or (_is_above(fact, later) and bool(_why_not_both(fact, later, figure)))


def _rival_totals(base: Base, figure: Figure, facts: Sequence[Fact]) -> Iterator[Conflict]:
    for one, other in combinations(facts, 2):
        higher, lower = (one, other) if _is_above(one, other) else (other, one)
        if not _is_above(higher, lower) or (higher.status == "planned") != (lower.status == "planned"):
            continue
        if _each_of_its_own(base, figure, one, other):
            continue
        why = _why_not_both(higher, lower, figure)
        if why:
            yield Conflict(figure.id, why, higher, lower, _apart(higher, lower))


def _why_not_both(higher: Fact, lower: Fact, figure: Figure) -> str:
    if not _sums_up(figure):
        return SAME_TIME if _overlap(higher, lower) else ""
    (_, reached), (_, counted) = span(higher), span(lower)
    if counted < reached or _begins_later(lower, higher, figure):
        return ""
    return SAME_TIME if counted == reached else LATER


def _sums_up(figure: Figure) -> bool:
    """Say whether the numbers of a figure are sums over a time, and not numbers at a time, shares or rates."""
    counts = figure.counts
    is_sum = counts is not None and counts.state == "so-far" and counts.measure in _SUMS and counts.per is None
    return bool(figure.cumulative or is_sum)


def _begins_later(lower: Fact, higher: Fact, figure: Figure) -> bool:
    """Say whether the lower of two sums leaves out the beginning of the time of the higher one."""
    here, there = _beginning(lower, figure), _beginning(higher, figure)
    return here is not None and there is not None and dates.days_between(there, here) > _MONTH


def _beginning(fact: Fact, figure: Figure) -> str | None:
    """Return the day on which a sum begins; None where it is one from the beginning on."""
    when = fact.when or fact.reported
    names_none = when.startswith("..") or (figure.cumulative and "/" not in when)
    return None if names_none else span(fact)[0]


def _each_of_its_own(base: Base, figure: Figure, one: Fact, other: Fact) -> bool:
    """Say whether two claimants are among those whose deeds a figure counts, each for itself."""
    doers = figure.counts.fillers("who") if figure.counts else ()
    own = [{doer for doer in doers if base.lies_within(fact.by, doer)} for fact in (one, other)]
    return all(own) and own[0].isdisjoint(own[1])


def _large_parts(
    base: Base, whole: Figure, figures: Iterable[Figure], standing: dict[str, list[Fact]]
) -> Iterator[Conflict]:
    """Yield the parts of a figure that are larger than a total of it: parts by scope, and figures within it."""
    if whole.counts is not None and whole.counts.measure not in (None, "number"):
        return
    parts = [
        fact
        for fact in base.facts(Filter(figure=whole.id, scope="part"))
        if not fact.is_deprecated and fact.status not in ("denied", "planned") and read_as(fact) is not None
    ]
    parts += [fact for figure in figures if figure.within == whole.id for fact in standing[figure.id]]
    for part in parts:
        for total in standing[whole.id]:
            if _is_above(part, total) and _lies_in(part, total, whole):
                yield Conflict(whole.id, PART, part, total, _apart(part, total))


def _lies_in(part: Fact, total: Fact, whole: Figure) -> bool:
    """Say whether the time of a part is one that a total counts."""
    if not _sums_up(whole):
        return _overlap(part, total)
    begins = _beginning(total, whole)
    return span(part)[1] <= span(total)[1] and (begins is None or begins <= span(part)[0])


def _overlap(one: Fact, other: Fact) -> bool:
    (first, last), (begins, ends) = span(one), span(other)
    return first <= ends and begins <= last


def _is_above(higher: Fact, lower: Fact) -> bool:
    """Say whether all that a claim may mean is above all that another may."""
    high, low = read_as(higher), read_as(lower)
    return high is not None and low is not None and high[0] > low[1]


def _apart(higher: Fact, lower: Fact) -> Number:
    return (higher.bounds[0] - lower.bounds[1]) if higher.bounds and lower.bounds else 0


def _one_for_two_claimants(base: Base, pairs: Iterable[Conflict]) -> list[Conflict]:
    """Return of each two claimants the pair said last, with the number of their others; the last said first."""
    of_two: dict[tuple[object, ...], list[Conflict]] = {}
    for pair in pairs:
        bodies = sorted(body_of(fact.by, base.entity) for fact in (pair.higher, pair.lower))
        of_two.setdefault((pair.why == PART, *bodies), []).append(pair)
    found = [max(each, key=_said)._replace(others=len(each) - 1) for each in of_two.values()]
    return sorted(found, key=_said, reverse=True)


def _said(pair: Conflict) -> tuple[str, str, str, str]:
    """Return the days on which both were said, the earlier first: the pair said last is the one that still matters."""
    earlier, later = sorted((pair.higher.reported, pair.lower.reported))
    return earlier, later, pair.higher.id, pair.lower.id
