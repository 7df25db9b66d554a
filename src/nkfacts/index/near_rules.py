"""What facts that are near each other may show: the same amount twice, or a total that falls.

Each rule sorts the facts into groups and compares each with its neighbours in time, and not with every other of its
group: ten thousand equal claims would be fifty million pairs. What it yields are warnings, so a pair further apart
than ``REACH`` facts may stay unseen.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from nkfacts.hints import NamedTuple
from nkfacts.index.finding import BaseRule, Finding

REACH = 20
"""The facts before and behind one, by the day of the report, with which it is compared."""
_WEEK, _MONTH, _DAYS = 7, 31, 3
_NAMED = "coalesce(note, '') || coalesce(disputes, '')"
"""SQL for the text in which a fact may name others."""


class _Near(NamedTuple):
    """A fact among others of its group."""

    group: tuple[object, ...]
    day: int
    row: int
    id: str
    by: str
    named: str
    supersedes: str | None


def _groups(base: sqlite3.Connection, columns: str, condition: str) -> Iterator[list[_Near]]:
    """Yield the facts that agree in some columns, of each group those of one day after another; none alone."""
    rows = base.execute(
        f"""SELECT reported, rowid, id, "by", {_NAMED}, supersedes, {columns} FROM fact
            WHERE {condition} ORDER BY {columns}, reported, rowid"""
    )
    facts = (_Near(row[6:], date.fromisoformat(row[0]).toordinal(), *row[1:6]) for row in rows)
    for _, group in groupby(facts, key=lambda fact: fact.group):
        found = list(group)
        if len(found) > 1:
            yield found


def _around(facts: Sequence[_Near], day: int, days: int) -> Iterable[_Near]:
    """Return the facts of a group within some days of a day, at most ``REACH`` on either side."""
    here = bisect_left(facts, day, key=lambda fact: fact.day)
    found = facts[max(0, here - REACH) : here + REACH]
    return [fact for fact in found if abs(fact.day - day) <= days]


def _before(group: Sequence[_Near], days: int) -> Iterator[tuple[_Near, list[_Near]]]:
    """Yield the facts of a group, each with those near it that stand before it in the file."""
    for at, fact in enumerate(group):
        found = group[max(0, at - REACH) : at + REACH]
        yield fact, [each for each in found if abs(each.day - fact.day) <= days and each.row < fact.row]


def _first(facts: Iterable[_Near], fits: Callable[[_Near], bool]) -> str | None:
    return min((fact.id for fact in facts if fits(fact)), default=None)


def _settled(one: _Near, other: _Near) -> bool:
    """Say whether one of two facts disputes the other, or names it in its note: somebody looked at it."""
    return other.id in one.named or one.id in other.named


def _warning(base: sqlite3.Connection, fact: str, message: str, mend: str) -> Finding:
    line, column = base.execute("SELECT line, column FROM record WHERE part = 'facts' AND id = ?", (fact,)).fetchone()
    return Finding(line, column, fact, message, mend, "warning")


def falling_totals(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of a cumulative total below an earlier one of its claimant, unless it says what it supersedes."""
    rows = base.execute(
        """SELECT figure, "by", reported, when_last, lowest, highest, id, supersedes FROM fact
           WHERE competes AND lowest IS NOT NULL AND figure IN (SELECT id FROM figure WHERE cumulative)
           ORDER BY figure, "by", reported, rowid"""
    )
    for _, group in groupby(rows, key=lambda row: row[:2]):
        for fact, earlier in _falling([row[2:] for row in group]):
            yield _warning(
                base, fact, f"the total is below an earlier one of its claimant ({earlier})",
                "write 'supersedes', or 'scope: part'",
            )  # fmt: skip


def _falling(facts: list[tuple[str, str, float, float, str, str | None]]) -> Iterator[tuple[str, str]]:
    """Yield each fact that is below one of an earlier day about no later time, and the highest of those."""
    ends = sorted({when_last for _, when_last, *_ in facts})
    # The highest total up to each end of a time, as a tree of sums is kept: a step for each binary digit.
    tree: list[tuple[float, str]] = [(-1, "")] * (len(ends) + 1)
    for _, day in groupby(facts, key=lambda fact: fact[0]):
        same_day = list(day)
        for _, when_last, _, highest, id_, supersedes in same_day:
            at, best = bisect_left(ends, when_last) + 1, (-1.0, "")
            while at > 0:
                best = max(best, tree[at])
                at -= at & -at
            if supersedes is None and highest is not None and best[0] > highest:
                yield id_, best[1]
        for _, when_last, lowest, _, id_, _ in same_day:
            at = bisect_left(ends, when_last) + 1
            while at < len(tree):
                tree[at] = max(tree[at], (lowest, id_))
                at += at & -at


def likely_duplicates(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of the same amount of a figure by the same claimant twice within a week."""
    same = 'figure, "by", lowest, highest, words, scope, "when", place'
    for group in _groups(base, same, "figure IS NOT NULL"):
        for fact, others in _before(group, _WEEK):
            earlier = _first(others, lambda each: fact.supersedes != each.id and each.supersedes != fact.id)  # noqa: B023
            if earlier:
                yield _warning(
                    base, fact.id, f"the same amount and claimant in the same week as {earlier!r}",
                    "make them one fact with the evidence of both",
                )  # fmt: skip


def confused_measures(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of a part with the amount of the whole: killed taken from killed or wounded, for example.

    A note or ``disputes`` of either fact that names the other says that it was looked at.
    """
    within = dict(base.execute("SELECT id, within FROM figure WHERE within IS NOT NULL"))
    if not within:
        return
    competing = "competes AND lowest IS NOT NULL AND highest IS NOT NULL"
    wholes: dict[tuple[object, ...], list[_Near]] = {}
    parts: list[_Near] = []
    rows = base.execute(
        f"""SELECT reported, rowid, id, "by", {_NAMED}, supersedes, figure, lowest, highest FROM fact
            WHERE {competing} AND (figure IN (SELECT id FROM figure WHERE within IS NOT NULL)
                OR figure IN (SELECT within FROM figure)) ORDER BY reported, rowid"""
    )
    for row in rows:
        fact = _Near(row[6:], date.fromisoformat(row[0]).toordinal(), *row[1:6])
        wholes.setdefault(fact.group, []).append(fact)
        if row[6] in within:
            parts.append(fact)
    for inner in parts:
        figure, *amount = inner.group
        whole = within[figure]
        near = _around(wholes.get((whole, *amount), ()), inner.day, _MONTH)
        outer = _first(near, lambda each: not _settled(inner, each))  # noqa: B023
        if outer:
            yield _warning(
                base, inner.id, f"the same amount as the whole it lies within ({whole}: {outer})",
                "look whether the same is counted; a note or 'disputes' that names the other settles it",
            )  # fmt: skip


def doubled_claims(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of one amount under two claimants within three days on the same page: one may only cite the other."""
    competing = "competes AND lowest IS NOT NULL AND highest IS NOT NULL"
    for group in _groups(base, "figure, lowest, highest", competing):
        pages: dict[str, set[str]] = {}
        for fact, others in _before(group, _DAYS):
            rivals = [each for each in others if each.by != fact.by and not _settled(fact, each)]
            for each in (fact, *rivals) if rivals else ():
                if each.id not in pages:
                    pages[each.id] = _pages(base, each.id)
            first = _first(rivals, lambda each: not pages[fact.id].isdisjoint(pages[each.id]))  # noqa: B023
            if first:
                yield _warning(
                    base, fact.id, f"the same amount on the same page as {first!r}, by another claimant",
                    "keep the one who asserts it; a note or 'disputes' that names the other settles it",
                )  # fmt: skip


def _pages(base: sqlite3.Connection, fact: str) -> set[str]:
    found = base.execute("SELECT target FROM link WHERE owner = ? AND part = 'sources'", (fact,))
    return {page for (page,) in found}


NEAR_RULES: tuple[BaseRule, ...] = (falling_totals, likely_duplicates, confused_measures, doubled_claims)
