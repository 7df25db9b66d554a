"""How well the time of a fact fits the times that a question names."""

from collections.abc import Iterator, Sequence

from nkfacts.ask.understanding.times import Time
from nkfacts.model import dates
from nkfacts.model.records import Fact

INSIDE, _REPORTED, _OVERLAPPING = 3.0, 2.0, 1.5
"""How well a time fits that is inside the one asked for, that of a fact reported in it, and one that overlaps it."""

_REACH = 3
"""How many years around the last in which a time came it may be of, where its year is not said."""


def time_fit(fact: Fact, times: Sequence[Time]) -> float:
    """Return how well a fact fits the times of a question: 0 for not at all, 1 without any."""
    return min([_fit(fact, time) for time in times]) if times else 1.0


def _fit(fact: Fact, time: Time) -> float:
    if time.known:
        return 1.0
    when = dates.parse(fact.when) if fact.when else None
    first, last = (when.first, when.last) if when else (fact.reported, fact.reported)
    if first == dates.FIRST_DAY:
        # Up to a day: a count as of that day, not one of every year before.
        first = last
    best = 0.0
    if time.last == dates.LAST_DAY and last < time.first and when is not None:
        # What was over before is no count since, whenever it was said.
        return best
    for start, end in _spans(time):
        if start <= first and last <= end:
            return INSIDE
        if start <= fact.reported <= end:
            best = max(best, _REPORTED)
        elif first <= end and last >= start and not (fact.scope == "part" and first < start):
            # A part counted since before then is no count of that time.
            best = max(best, _OVERLAPPING)
    return best


def _spans(time: Time) -> Iterator[tuple[str, str]]:
    """Yield the days that a time may mean, first and last: of several years where its year is not said."""
    if not time.floating:
        yield time.first, time.last
        return
    first, last = int(time.first[:4]), int(time.last[:4])
    for shift in range(-_REACH, _REACH + 1):
        yield f"{first + shift}{time.first[4:]}", f"{last + shift}{time.last[4:]}"
