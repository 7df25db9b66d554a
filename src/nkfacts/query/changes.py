"""What became known between two days, by the day on which it was said, and which headlines moved by it."""

from datetime import date, timedelta

from nkfacts.hints import NamedTuple, cast
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.query.filters import EVERYTHING, Filter, date_asked, in_order

FIRST, MOVED, REPEATED, LAPSED = "first", "moved", "repeated", "lapsed"
"""How a headline is another: there was none before; the amount is another; the amount is the same, said anew, which is
no move; none is left, as a rule because the time of a plan is over."""


_MONTH = 31
_BOUNDS = {
    **dict.fromkeys(("at-least", "more-than"), "a lower bound"),
    **dict.fromkeys(("at-most", "up-to", "fewer-than"), "an upper bound"),
}


class Movement(NamedTuple):
    """A figure whose headline is another fact, or says another amount, than before; at least one of them is there."""

    figure: Figure
    old: Fact | None
    new: Fact | None

    @property
    def kind(self) -> str:
        """How it is another: one of ``FIRST``, ``MOVED``, ``REPEATED`` and ``LAPSED``."""
        if self.old is None or self.new is None:
            return FIRST if self.old is None else LAPSED
        return REPEATED if self.old.amount == self.new.amount else MOVED

    @property
    def unlike(self) -> tuple[str, ...]:
        """In what the two are no like counts, in words: nothing rose or fell by that much then.

        They are of two claimants, one is a plan, one is a bound only, or one counts over a time and the other at one.
        """
        if self.old is None or self.new is None:
            return ()
        found = [
            "another claimant" if self.old.by != self.new.by else "",
            _unlike(*("a plan" if fact.status == "planned" else "" for fact in (self.old, self.new))),
            _unlike(*(_BOUNDS.get(fact.qualifier or "", "") for fact in (self.old, self.new))),
            self._unlike_times(self.old.when, self.new.when),
        ]
        return tuple(filter(None, found))

    def _unlike_times(self, old: str | None, new: str | None) -> str:
        # A total that can only grow is counted up to the end of its time, whether its beginning is told or not.
        if self.figure.cumulative or old is None or new is None or _is_long(old) == _is_long(new):
            return ""
        return f"{dates.parse(old).words}, now {dates.parse(new).words}"

    @property
    def fact(self) -> Fact:
        """The new headline; the old one where there is none."""
        return cast("Fact", self.new or self.old)


class Changes(NamedTuple):
    """What changed between two days, both included.

    Args:
        since: the first day.
        until: the last day; None for the newest of the base.
        moved: the headlines that are others, those that were only repeated too, the last said first.
        said: the facts that were said, the latest first.
        newest: the day of the newest statement until then; None when there is none.
    """

    since: str
    until: str | None
    moved: tuple[Movement, ...]
    said: tuple[Fact, ...]
    newest: str | None


def changes(base: Base, since: str, until: str | None = None, wanted: Filter = EVERYTHING) -> Changes:
    """Return what was said between two days, and which headlines are others at the end of them than before.

    A fact counts on the day on which it was said, however late it came into the base.

    Args:
        base: the facts; where it is bound to a day, nothing is later.
        since: a day, month or year, from its first day on.
        until: a day, month or year, to its last day; None for all that was said.
        wanted: what the facts must satisfy; a headline that moved is there when its new fact does, or the old one
            where none is left.

    Raises:
        UsageProblem: a date is none, or the days stand in the wrong order; a name in the filter is unknown.
    """
    first = date_asked(since).first
    ends = [day for day in (until and date_asked(until).last, base.as_of) if day]
    last = min(ends, default=None)
    in_order(since, until)
    after = base.on(last) if last else base
    passing = after.facts(wanted)
    ids = {fact.id for fact in passing}
    moved = [each for each in movements(base.on(_day_before(first)), after) if each.fact.id in ids]
    moved.sort(key=lambda each: each.fact.reported, reverse=True)
    said = tuple(fact for fact in passing if fact.reported >= first)
    return Changes(first, last, tuple(moved), said, passing[0].reported if passing else None)


def movements(before: Base, after: Base) -> list[Movement]:
    """Return the headlines that are others in one base than in another, in the order of the figures.

    The two may be one base on two days, or two fact files.
    """
    known = [dict.fromkeys(base.names("figures")) for base in (before, after)]
    found = []
    for figure in known[1] | known[0]:
        old, new = (
            base.headline(figure) if figure in ids else None for base, ids in zip((before, after), known, strict=True)
        )
        if (old and (old.id, old.amount)) != (new and (new.id, new.amount)):
            found.append(Movement(cast("Figure", after.figure(figure) or before.figure(figure)), old, new))
    return found


def _unlike(old: str, new: str) -> str:
    """Return what the old one was and the new one is, in words, where that is not the same."""
    return "" if old == new else ", ".join(filter(None, (old, new and f"now {new}")))


def _is_long(when: str) -> bool:
    """Say whether a time is longer than a month: what is counted over it, and not on one of its days."""
    time = dates.parse(when)
    return dates.days_between(time.first, time.last) > _MONTH


def _day_before(day: str) -> str:
    return day if day == dates.FIRST_DAY else (date.fromisoformat(day) - timedelta(days=1)).isoformat()
