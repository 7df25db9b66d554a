"""The times that a question names: spans of its words, as days, and what they are the time of."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from nkfacts.ask.calendar import (
    AMBIGUOUS_MONTHS,
    HALVES,
    KNOWN,
    MARKS,
    MARKS_BY_WORDS,
    MONTHS,
    PARTS_OF_A_PERIOD,
    PAST,
    SEASONS,
)
from nkfacts.model.dates import FIRST_DAY, LAST_DAY

_BETWEEN_MARK_AND_TIME = ("the", "of", "on", "date")
_BEFORE_A_MONTH = frozenset(("of", "to", "early", "mid", "late", "this", "and"))
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


class _Span(NamedTuple):
    end: int
    first: str
    last: str


def find(words: Sequence[str], today: str) -> list[Time]:
    """Return the times among folded words, in their order.

    Args:
        words: the words of a question.
        today: the day from which ``last winter`` and a month without a year count back.
    """
    years = {word for word in words if len(word) == 4 and word[:2] in ("19", "20") and word.isdigit()}
    if len(years) == 1:
        # A year anywhere in the question is that of its months.
        today = f"{years.pop()}-12-31"
    floating = not years and "last" not in words and "this" not in words
    found: list[Time] = []
    asks_what_was_known = not KNOWN.isdisjoint(words)
    position = 0
    while position < len(words):
        span = _period(words, position, today)
        if span is None or (words[position] in AMBIGUOUS_MONTHS and not _stands_as_month(words, position, span.end)):
            position += 1
            continue
        time = _marked(words, position, span, today, asks_what_was_known=asks_what_was_known)
        found.append(time._replace(floating=floating and not any(_year(words, i) for i in range(time.start, time.end))))
        position = time.end
    return found


def _stands_as_month(words: Sequence[str], position: int, end: int) -> bool:
    before = words[position - 1] if position else ""
    return end > position + 1 or before in _BEFORE_A_MONTH | PAST or before in MARKS_BY_WORDS


def _marked(words: Sequence[str], position: int, span: _Span, today: str, *, asks_what_was_known: bool) -> Time:
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
        return Time(start, span.end, FIRST_DAY, span.last, known=True)
    if meaning == "since":
        return Time(start, span.end, span.first, LAST_DAY, known=False)
    if meaning == "after":
        return Time(start, span.end, _morrow(span.last), LAST_DAY, known=False)
    return Time(start, span.end, span.first, span.last, known=False)


def _pair(words: Sequence[str], position: int, span: _Span, today: str) -> _Span | None:
    """Return the time from one period to another that follows; a month without a year takes that of the other."""
    if list(words[span.end : span.end + 1]) not in _JOINTS or span.end + 1 >= len(words):
        return None
    until = _period(words, span.end + 1, today)
    if until is None:
        return None
    first, year = span.first, int(until.last[:4])
    if not any(_year(words, i) for i in range(position, span.end)):
        first = f"{year - (first[4:] > until.last[4:])}{first[4:]}"
    return _Span(until.end, first, max(first, until.last))


def _period(words: Sequence[str], i: int, today: str) -> _Span | None:
    """Return the period that begins with a word; None when none does."""
    word = words[i]
    if word == "the" and i + 1 < len(words):
        found = _period(words, i + 1, today)
        return (
            found
            if found and words[i + 1] in {*PARTS_OF_A_PERIOD, "first", "second", "third", "fourth", "last"}
            else None
        )
    pair = (word, words[i + 1]) if i + 1 < len(words) else ("", "")
    if pair in HALVES:
        year_at = i + 3 if words[i + 2 : i + 3] == ["of"] else i + 2
        year = _year(words, year_at)
        if year is None:
            return None
        low, high = HALVES[pair]
        return _Span(year_at + 1, f"{year}-{low + 1:02}-01", _month_end(year, high))
    if word in PARTS_OF_A_PERIOD:
        whole_at = i + 1
        while words[whole_at : whole_at + 1] in (["of"], ["the"], ["in"]):
            whole_at += 1
        whole = _period(words, whole_at, today) if whole_at < len(words) else None
        return _third(whole, *PARTS_OF_A_PERIOD[word]) if whole else None
    if word in PAST or word == "this":
        return _relative(words, i, today)
    if word in MONTHS:
        return _month_first(words, i, today)
    if word in SEASONS:
        return _season(words, i, today)
    return _digits_first(words, i, today)


def _digits_first(words: Sequence[str], i: int, today: str) -> _Span | None:
    word = words[i]
    year = _year(words, i)
    if year is not None:
        month = _number(words, i + 1, 1, 12) if len(words[i + 1 : i + 2][0:1] and words[i + 1]) == 2 else None
        if month is None:
            return _Span(i + 1, f"{year}-01-01", f"{year}-12-31")
        day = _number(words, i + 2, 1, 31) if len(words[i + 2 : i + 3] and words[i + 2]) == 2 else None
        return _day(year, month, day, i + 3) if day else _Span(i + 2, f"{year}-{month:02}-01", _month_end(year, month))
    number = _number(words, i, 1, 31, ordinal=True)
    if number is None:
        return None
    until = _number(words, i + 1, number, 31, ordinal=True)
    if until is not None and words[i + 2 : i + 3] and words[i + 2] in MONTHS:
        end = _digits_first(words, i + 1, today)
        return end and end._replace(first=f"{end.first[:8]}{number:02}")
    month_at = i + 2 if words[i + 1 : i + 2] == ["of"] else i + 1
    if month_at < len(words) and words[month_at] in MONTHS:
        month = MONTHS[words[month_at]]
        year = _year(words, month_at + 1)
        if year is not None:
            return _day(year, month, number, month_at + 2)
        return _day(_latest_year(month, number, today), month, number, month_at + 1)
    month = _number(words, i + 1, 1, 12) if word.isdigit() else None
    year = _year(words, i + 2) if month else None
    return _day(year, month, number, i + 3) if year and month else None


def _month_first(words: Sequence[str], i: int, today: str) -> _Span:
    month = MONTHS[words[i]]
    day = _number(words, i + 1, 1, 31, ordinal=True)
    if day is not None:
        year = _year(words, i + 2)
        span = _day(year or _latest_year(month, day, today), month, day, i + (3 if year else 2))
        if span:
            return span
    year_at = i + 2 if words[i + 1 : i + 2] == ["of"] else i + 1
    year = _year(words, year_at)
    end = year_at + 1 if year else i + 1
    year = year or _latest_year(month, 1, today)
    return _Span(end, f"{year}-{month:02}-01", _month_end(year, month))


def _season(words: Sequence[str], i: int, today: str) -> _Span | None:
    season = SEASONS[words[i]]
    year_at = i + 2 if words[i + 1 : i + 2] == ["of"] else i + 1
    year = _year(words, year_at)
    if year is None:
        return None if words[i] in ("fall", "spring") else _season_of(season, today, i + 1)
    end = year_at + 1
    # A winter goes by two years: "winter 2024-25", or the one in which it begins.
    if season == SEASONS["winter"] and words[end : end + 1] in ([str(year + 1)], [f"{(year + 1) % 100:02}"]):
        end += 1
    return _Span(end, *_season_days(season, year))


def _relative(words: Sequence[str], i: int, today: str) -> _Span | None:
    following = words[i + 1] if i + 1 < len(words) else ""
    this = words[i] == "this"
    year = int(today[:4])
    if following in SEASONS:
        return _season_of(SEASONS[following], today, i + 2, begun=this)
    if following in MONTHS:
        month = MONTHS[following]
        year = year if this else _latest_year(month, 1, today)
        return _Span(i + 2, f"{year}-{month:02}-01", _month_end(year, month))
    if following == "year":
        year -= not this
        return _Span(i + 2, f"{year}-01-01", f"{year}-12-31")
    if following == "month":
        month = int(today[5:7]) - (not this)
        year, month = (year - 1, 12) if month == 0 else (year, month)
        return _Span(i + 2, f"{year}-{month:02}-01", _month_end(year, month))
    if following == "week":
        monday = date.fromisoformat(today) - timedelta(date.fromisoformat(today).weekday() + (0 if this else 7))
        return _Span(i + 2, monday.isoformat(), (monday + timedelta(6)).isoformat())
    return None


def _season_of(season: int, today: str, end: int, *, begun: bool = False) -> _Span:
    """Return the last such season that is over, or with ``begun`` that has begun, by a day."""
    year = int(today[:4])
    while _season_days(season, year)[0 if begun else 1] > today:
        year -= 1
    return _Span(end, *_season_days(season, year))


def _season_days(season: int, year: int) -> tuple[str, str]:
    """Return the days of a season as in dates.py: winter begins in the December of its year."""
    first = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    last_year, last = (year + 1, 2) if season == SEASONS["winter"] else (year, first + 2)
    return f"{year}-{first:02}-01", _month_end(last_year, last)


def _third(span: _Span, low: int, high: int) -> _Span:
    """Return some thirds of a period: of a year four months each, of a month about ten days."""
    if span.first[5:] == "01-01" and span.last[5:] == "12-31":
        year = int(span.first[:4])
        return _Span(span.end, f"{year}-{4 * low + 1:02}-01", _month_end(year, 4 * high))
    first, last = date.fromisoformat(span.first), date.fromisoformat(span.last)
    days = (last - first).days + 1
    start, end = first + timedelta(days * low // 3), first + timedelta(days * high // 3 - 1)
    return _Span(span.end, start.isoformat(), end.isoformat())


def _year(words: Sequence[str], i: int) -> int | None:
    return (
        int(words[i])
        if i < len(words) and len(words[i]) == 4 and words[i][:2] in ("19", "20") and words[i].isdigit()
        else None
    )


def _number(words: Sequence[str], i: int, low: int, high: int, *, ordinal: bool = False) -> int | None:
    word = words[i] if i < len(words) else ""
    if ordinal and word[-2:] in ("st", "nd", "rd", "th"):
        word = word[:-2]
    if not (word.isascii() and word.isdigit() and len(word) <= 2):
        return None
    return int(word) if low <= int(word) <= high else None


def _day(year: int, month: int, day: int, end: int) -> _Span | None:
    if day > monthrange(year, month)[1]:
        return None
    text = f"{year}-{month:02}-{day:02}"
    return _Span(end, text, text)


def _month_end(year: int, month: int) -> str:
    return f"{year}-{month:02}-{monthrange(year, month)[1]:02}"


def _latest_year(month: int, day: int, today: str) -> int:
    """Return the last year in which that day had come."""
    return int(today[:4]) - (f"{month:02}-{day:02}" > today[5:])


def _eve(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(1)).isoformat()


def _morrow(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(1)).isoformat()
