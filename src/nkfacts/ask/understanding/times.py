"""The times that a question names: spans of its words, as days, and what they are the time of."""

from collections.abc import Sequence
from datetime import date, timedelta

from nkfacts.ask.understanding.calendar import (
    AMBIGUOUS_MONTHS,
    KNOWN,
    MARKS,
    MARKS_BY_WORDS,
    MONTHS,
    PARTS_OF_A_PERIOD,
    PAST,
    SEASONS,
    STEPS,
    UP_TO,
)
from nkfacts.ask.understanding.periods import Span, is_year, period, year_at
from nkfacts.hints import NamedTuple
from nkfacts.model.dates import FIRST_DAY, LAST_DAY

_BETWEEN_MARK_AND_TIME = ("the", "of", "on", "date")
_BEFORE_A_MONTH = frozenset(("of", "to", "early", "mid", "late", "this", "and"))
_YEARS_BACK = 15
"""How many years back a number is taken for a year without a word of time: 2000 North Koreans are no year."""
_BEFORE_A_YEAR = frozenset((*_BEFORE_A_MONTH, *PAST, *MONTHS, *SEASONS, *PARTS_OF_A_PERIOD, "year"))
_JOINTS = (["and"], ["to"], ["until"], ["till"], ["through"])


class Time(NamedTuple):
    """A time named in a question.

    ``start`` and ``end`` bound its words, its mark among them; ``first`` and ``last`` are its
    days. ``known`` when it is the day up to which something was known, else what it is about.
    """

    start: int
    end: int
    first: str
    last: str
    known: bool
    floating: bool = False
    """Whether the year is not said, so that the facts decide on it."""
    counted: str = ""
    """Of a day up to which may be meant what was counted, the first day that may be; else nothing."""


_FIRST_TODAY, _LAST_TODAY = "1003-01-01", "9996-12-31"
"""Between them every day before and behind has a year of four digits."""


def find(words: Sequence[str], today: str) -> list[Time]:
    """Return the times among folded words, in their order.

    Args:
        words: the words of a question.
        today: the day from which ``last winter`` and a month without a year count back.
    """
    counts = {place for place, word in enumerate(words) if is_year(word) and _is_count(words, place, today)}
    years = {word for place, word in enumerate(words) if is_year(word) and place not in counts}
    if len(years) == 1:
        # A year anywhere in the question is that of its months.
        today = f"{years.pop()}-12-31"
    # What counts back or on from the ends of the calendar stays within it.
    today = min(max(today, _FIRST_TODAY), _LAST_TODAY)
    floating = not years and STEPS.keys().isdisjoint(words)
    found: list[Time] = []
    asks_what_was_known = not KNOWN.isdisjoint(words)
    position = 0
    while position < len(words):
        span = period(words, position, today)
        if (
            span is None
            or position in counts
            or (words[position] in AMBIGUOUS_MONTHS and not _stands_as_month(words, position, span.end))
        ):
            position += 1
            continue
        time = _marked(words, position, span, today, asks_what_was_known=asks_what_was_known)
        dated = any(map(is_year, words[time.start : time.end]))
        # Since a month of any year would be since the first.
        found.append(time._replace(floating=floating and not dated and time.last != LAST_DAY))
        position = time.end
    return found


def days_of(times: Sequence[Time]) -> tuple[str | None, str | None]:
    """Return the first and last day of the time that a question is about; None for an open end."""
    about = next((time for time in times if not time.known), None)
    if about is None:
        return None, None
    first, last = about.first, about.last
    return (None if first == FIRST_DAY else first), (None if last == LAST_DAY else last)


def _is_count(words: Sequence[str], position: int, today: str) -> bool:
    """Say whether what may be a year counts: one long past, without a word of time, before what it counts."""
    before = words[position - 1] if position else ""
    marked = before in _BEFORE_A_YEAR or before in MARKS_BY_WORDS
    behind = words[position + 1] if position + 1 < len(words) else ""
    long_past = int(words[position]) < int(today[:4]) - _YEARS_BACK
    return long_past and not marked and behind.isalpha() and behind not in MONTHS


def _stands_as_month(words: Sequence[str], position: int, end: int) -> bool:
    before = words[position - 1] if position else ""
    return end > position + 1 or before in _BEFORE_A_MONTH | PAST or before in MARKS_BY_WORDS


def _marked(words: Sequence[str], position: int, span: Span, today: str, *, asks_what_was_known: bool) -> Time:
    """Return the time with the words before it that say what it is the time of."""
    start = position
    while start and words[start - 1] in _BETWEEN_MARK_AND_TIME and list(words[start - 2 : start]) != ["as", "of"]:
        start -= 1
    mark = next((mark for mark in MARKS if list(words[max(0, start - len(mark)) : start]) == mark), [])
    meaning = MARKS_BY_WORDS[" ".join(mark)] if mark else ""
    start -= len(mark)
    if meaning == "pair":
        pair = _pair(words, position, span, today)
        if pair:
            return Time(start, pair.end, pair.first, pair.last, known=False)
        meaning = "since" if mark == ["from"] else ""
    if meaning == "before":
        return Time(start, span.end, FIRST_DAY, _eve(span.first), known=True)
    if meaning == "known" or asks_what_was_known:
        counted = span.first if " ".join(mark) in UP_TO and not asks_what_was_known else ""
        return Time(start, span.end, FIRST_DAY, span.last, known=True, counted=counted)
    if meaning == "since":
        return Time(start, span.end, span.first, LAST_DAY, known=False)
    if meaning == "after":
        return Time(start, span.end, _morrow(span.last), LAST_DAY, known=False)
    return Time(start, span.end, span.first, span.last, known=False)


def _pair(words: Sequence[str], position: int, span: Span, today: str) -> Span | None:
    """Return the time from one period to another that follows; a month without a year takes that of the other."""
    if list(words[span.end : span.end + 1]) not in _JOINTS or span.end + 1 >= len(words):
        return None
    until = period(words, span.end + 1, today)
    if until is None:
        return None
    first, year = span.first, int(until.last[:4])
    if not any(year_at(words, i) for i in range(position, span.end)):
        first = f"{year - (first[4:] > until.last[4:])}{first[4:]}"
    return Span(until.end, first, max(first, until.last))


def _eve(day: str) -> str:
    return day if day == FIRST_DAY else (date.fromisoformat(day) - timedelta(1)).isoformat()


def _morrow(day: str) -> str:
    return day if day == LAST_DAY else (date.fromisoformat(day) + timedelta(1)).isoformat()
