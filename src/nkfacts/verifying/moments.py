"""The times that a sentence names, and whether what a fact says is of them."""

from collections.abc import Sequence
from datetime import date, timedelta

from nkfacts.ask.understanding import times
from nkfacts.ask.understanding.times import Time
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.dates import FIRST_DAY, LAST_DAY
from nkfacts.model.records import Fact
from nkfacts.verifying.sentences import Word

_DASHES = ("-", "\u2013", "\u2014")
_RELATIVE = frozenset(("last", "past", "previous", "this"))
_REACH = 3
"""How many years around the last in which a time came it may be of, where its year is not said."""

_PAST = 5
"""The months after a time in which that of the next year is not meant yet."""

_ABOUT = 15
"""The days behind the one by which something was so in which a fact of about that month may still end."""

_LATE = 1
"""The days after a statement in which it is still told as of the day: it was night there."""


class Moment(NamedTuple):
    """A time in a sentence: the places of its words, and its days.

    Attributes:
        first: the place of its first word, that of "in" or "by" among them.
        last: the place behind its last.
        begin: its first day.
        end: its last day.
        known: whether it is the day up to which something was known: by April, as of.
        floating: whether its year is not said, nor known from the day of the text.
        shifts: by how many years it may lie otherwise.
    """

    first: int
    last: int
    begin: str
    end: str
    known: bool
    floating: bool
    shifts: tuple[int, ...] = (0,)

    @property
    def days(self) -> int:
        """The number of its days; 0 for one without two ends."""
        return (date.fromisoformat(self.end) - date.fromisoformat(self.begin)).days + 1 if self.bounded else 0

    @property
    def bounded(self) -> bool:
        """Whether it has two ends."""
        return self.begin != FIRST_DAY and self.end != LAST_DAY


def moments_in(words: Sequence[Word], today: str, *, dated: bool) -> list[Moment]:
    """Return the times of a sentence.

    Args:
        words: its words.
        today: the day from which "last October" and a month without a year count back.
        dated: whether that is the day of the text, and not just of the base.
    """
    places = [place for place, word in enumerate(words) if word.folded not in _DASHES]
    said = ["" if _is_parted(words[place]) else words[place].folded for place in places]
    found: list[Moment] = []
    for time in times.find(said, today):
        first, last = places[time.start], places[time.end - 1] + 1
        if _counts(said, time, words, places):
            continue
        year_said = any(word[:2] in ("19", "20") and len(word) == 4 and word.isdecimal()
                        for word in said[time.start : time.end])  # fmt: skip
        relative = not _RELATIVE.isdisjoint(said[time.start : time.end])
        floating = not dated and (relative or time.floating) and not year_said
        shifts: tuple[int, ...] = tuple(range(-_REACH, _REACH)) if floating else (0,)
        if dated and not relative and not year_said and time.floating and time.last < today:
            # In July, of a text of June, may be the July to come.
            shifts = (0, 1) if _months(time.last, today) > _PAST else (0,)
        moment = Moment(first, last, time.first, time.last, time.known, floating, shifts)
        if found and _goes_on(found[-1], moment, words):
            moment = found.pop()._replace(last=last, end=max(moment.end, time.last))
        found.append(moment)
    return found


def _is_parted(word: Word) -> bool:
    """Say whether a word is a number whose thousands are parted, which is no year: 2,000."""
    return word.folded.isdecimal() and word.typed != word.folded


def _goes_on(one: Moment, other: Moment, words: Sequence[Word]) -> bool:
    """Say whether two times are one: in January and February, by July or August."""
    between = [word.folded for word in words[one.last : other.first]]
    alike = one.end < other.end and LAST_DAY not in (one.end, other.end) and one.shifts == other.shifts
    return between in (["and"], ["or"]) and alike and not (one.known or other.known)


def _counts(said: Sequence[str], time: Time, words: Sequence[Word], places: Sequence[int]) -> bool:
    """Say whether what reads like a bare year counts something: 2000 soldiers."""
    if time.end - time.start != 1:
        return False
    year = said[time.start]
    following = said[time.end] if time.end < len(said) and not words[places[time.start]].stop else ""
    return year.isdecimal() and int(year) % 100 == 0 and following.isalpha()


def is_of(fact: Fact, moment: Moment, *, said: bool = True) -> bool:
    """Say whether a fact was said in a time, or tells of it: what it is about lies in the time, or ends there.

    Args:
        fact: the fact.
        moment: the time.
        said: whether the day of saying counts.
    """
    begin, end = dates_of(fact)
    for first, last in spans_of(moment):
        if moment.known:
            about = _ABOUT if fact.when and fact.when.endswith("~") else 0
            if fact.reported <= last or (fact.when and begin <= last and end <= _later(last, about)):
                return True
            continue
        if said and first <= fact.reported <= _later(last):
            return True
        if fact.status == "planned" and first <= begin <= last:
            return True
        if (first <= begin and end <= last) or (fact.when and first <= end <= last):
            return True
    return False


def is_said_in(fact: Fact, moment: Moment, *, late: bool) -> bool:
    """Say whether a fact was said in a time, whatever time it is about; or, where it may be late, on the day behind."""
    return any(first <= fact.reported <= (_later(last) if late else last) for first, last in spans_of(moment))


def dates_of(fact: Fact) -> tuple[str, str]:
    """Return the first and last day of what a fact is about; of one without a time that of saying it."""
    when = dates.parse(fact.when) if fact.when else None
    first, last = (when.first, when.last) if when else (fact.reported, fact.reported)
    return (last, last) if first == FIRST_DAY else (first, last)


def spans_of(moment: Moment) -> list[tuple[str, str]]:
    """Return the first and last days of a time, of each year in which it may lie."""
    first, last = int(moment.begin[:4]), int(moment.end[:4])
    spans = []
    for shift in moment.shifts:
        begin = moment.begin if moment.begin == FIRST_DAY else f"{first + shift:04}{moment.begin[4:]}"
        end = moment.end if moment.end == LAST_DAY else f"{last + shift:04}{moment.end[4:]}"
        spans.append((begin, end))
    return spans


def _months(day: str, other: str) -> int:
    return 12 * (int(other[:4]) - int(day[:4])) + int(other[5:7]) - int(day[5:7])


def _later(day: str, days: int = _LATE) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except (OverflowError, ValueError):
        return day
