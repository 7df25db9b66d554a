"""The periods that words name: a day, week, month, season, year or part of one, as its first and last day."""

from collections.abc import Sequence
from datetime import date, timedelta

from nkfacts.ask.understanding.calendar import (
    HALVES,
    MONTHS,
    PARTS_OF_A_PERIOD,
    PLACES,
    SEASONS,
    SEVERAL,
    STEPS,
)
from nkfacts.hints import NamedTuple
from nkfacts.model.dates import days_in_month

_BEHIND_AN_ARTICLE = frozenset((*PARTS_OF_A_PERIOD, "first", "second", "third", "fourth", "last"))


class Span(NamedTuple):
    """A period with the place behind its last word."""

    end: int
    first: str
    last: str


def period(words: Sequence[str], i: int, today: str) -> Span | None:
    """Return the period that begins with a word; None when none does.

    Args:
        words: the folded words of a question.
        i: the place of the word.
        today: the day from which ``last winter`` and a month without a year count back.
    """
    word = words[i]
    following = words[i + 1] if i + 1 < len(words) else ""
    if word == "the":
        return period(words, i + 1, today) if following in _BEHIND_AN_ARTICLE else None
    if (word, following) in HALVES:
        return _half(words, i)
    if word in PLACES:
        found = _week(words, i, today) or _months_of_a_year(words, i)
        if found:
            return found
    if word in PARTS_OF_A_PERIOD:
        return _part(words, i, today)
    if word in STEPS:
        return _relative(words, i, today)
    if word in MONTHS:
        return _month_first(words, i, today)
    if word in SEASONS:
        return _season(words, i, today)
    return _digits_first(words, i, today)


def _half(words: Sequence[str], i: int) -> Span | None:
    """Return the half or quarter of a year that two words begin; None where no year follows."""
    year_place = i + 3 if words[i + 2 : i + 3] == ["of"] else i + 2
    year = year_at(words, year_place)
    if year is None:
        return None
    low, high = HALVES[words[i], words[i + 1]]
    return Span(year_place + 1, f"{year}-{low + 1:02}-01", _month_end(year, high))


def _week(words: Sequence[str], i: int, today: str) -> Span | None:
    """Return the week of a month that its place in it begins: the last week of December."""
    if words[i + 1 : i + 2] != ["week"] or words[i + 2 : i + 3] not in (["of"], ["in"]):
        return None
    month = period(words, i + 3, today) if words[i + 3 : i + 4] and words[i + 3] in MONTHS else None
    if month is None or month.first[8:] != "01":
        return None
    if PLACES[words[i]] < 0:
        return month._replace(first=f"{month.last[:8]}{int(month.last[8:]) - 6:02}")
    day = 7 * PLACES[words[i]] + 1
    return month._replace(first=f"{month.first[:8]}{day:02}", last=f"{month.first[:8]}{day + 6:02}")


def _months_of_a_year(words: Sequence[str], i: int) -> Span | None:
    """Return the first or last months of a year: the last three months of 2024."""
    count = SEVERAL.get("".join(words[i + 1 : i + 2])) or _number(words, i + 1, 2, 11)
    if count is None or words[i + 2 : i + 3] != ["months"] or PLACES[words[i]] not in (0, -1):
        return None
    place = i + 4 if words[i + 3 : i + 4] in (["of"], ["in"]) else i + 3
    year = year_at(words, place)
    if year is None:
        return None
    low, high = (0, count) if PLACES[words[i]] == 0 else (12 - count, 12)
    return Span(place + 1, f"{year}-{low + 1:02}-01", _month_end(year, high))


def _part(words: Sequence[str], i: int, today: str) -> Span | None:
    """Return the part of a period that a word such as early begins; None where no period follows."""
    whole_at = i + 1
    while words[whole_at : whole_at + 1] in (["of"], ["the"], ["in"]):
        whole_at += 1
    whole = period(words, whole_at, today) if whole_at < len(words) else None
    return _third(whole, *PARTS_OF_A_PERIOD[words[i]]) if whole else None


def _year_first(words: Sequence[str], i: int, year: int) -> Span | None:
    """Return the year, month or day that is written beginning with a year."""
    month = _two_digits(words, i + 1, 12)
    if month is None:
        return Span(i + 1, f"{year}-01-01", f"{year}-12-31")
    day = _two_digits(words, i + 2, 31)
    return _day(year, month, day, i + 3) if day else Span(i + 2, f"{year}-{month:02}-01", _month_end(year, month))


def _digits_first(words: Sequence[str], i: int, today: str) -> Span | None:
    """Return the time that is written beginning with the number of a year or day; None where none is."""
    year = year_at(words, i)
    if year is not None:
        return _year_first(words, i, year)
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
        year = year_at(words, month_at + 1)
        if year is not None:
            return _day(year, month, number, month_at + 2)
        return _day(_latest_year(month, number, today), month, number, month_at + 1)
    return _digits_only(words, i, number)


def _digits_only(words: Sequence[str], i: int, day: int) -> Span | None:
    """Return the day that is written in digits with the year last."""
    month = _number(words, i + 1, 1, 12) if words[i].isdigit() else None
    year = year_at(words, i + 2)
    return _day(year, month, day, i + 3) if year and month else None


def _month_first(words: Sequence[str], i: int, today: str) -> Span:
    month = MONTHS[words[i]]
    day = _number(words, i + 1, 1, 31, ordinal=True)
    if day is not None:
        year = year_at(words, i + 2)
        span = _day(year or _latest_year(month, day, today), month, day, i + (3 if year else 2))
        if span:
            return span
    year_place = i + 2 if words[i + 1 : i + 2] == ["of"] else i + 1
    year = year_at(words, year_place)
    end = year_place + 1 if year else i + 1
    year = year or _latest_year(month, 1, today)
    return Span(end, f"{year}-{month:02}-01", _month_end(year, month))


def _season(words: Sequence[str], i: int, today: str) -> Span | None:
    season = SEASONS[words[i]]
    year_place = i + 2 if words[i + 1 : i + 2] == ["of"] else i + 1
    year = year_at(words, year_place)
    if year is None:
        return None if words[i] in ("fall", "spring") else _season_of(season, today, i + 1)
    end = year_place + 1
    # A winter goes by two years: "winter 2024-25", or the one in which it begins.
    if season == SEASONS["winter"] and words[end : end + 1] in ([str(year + 1)], [f"{(year + 1) % 100:02}"]):
        end += 1
    return Span(end, *_season_days(season, year))


def _relative(words: Sequence[str], i: int, today: str) -> Span | None:
    following = words[i + 1] if i + 1 < len(words) else ""
    step = STEPS[words[i]]
    year = int(today[:4])
    if following in SEASONS:
        return _season_of(SEASONS[following], today, i + 2, step)
    if following in MONTHS:
        month = MONTHS[following]
        year = year if step == 0 else _latest_year(month, 1, today) + (step > 0)
        return Span(i + 2, f"{year}-{month:02}-01", _month_end(year, month))
    if following == "year":
        return Span(i + 2, f"{year + step}-01-01", f"{year + step}-12-31")
    if following == "month":
        years, month = divmod(12 * year + int(today[5:7]) - 1 + step, 12)
        return Span(i + 2, f"{years}-{month + 1:02}-01", _month_end(years, month + 1))
    if following == "week":
        monday = date.fromisoformat(today) - timedelta(date.fromisoformat(today).weekday() - 7 * step)
        return Span(i + 2, monday.isoformat(), (monday + timedelta(6)).isoformat())
    return None


def _season_of(season: int, today: str, end: int, step: int = -1) -> Span:
    """Return the last such season that is over by a day; with a step of 0 that has begun, of 1 the one after it."""
    year = int(today[:4])
    while _season_days(season, year)[1 if step < 0 else 0] > today:
        year -= 1
    return Span(end, *_season_days(season, year + (step > 0)))


def _season_days(season: int, year: int) -> tuple[str, str]:
    """Return the days of a season as in dates.py: winter begins in the December of its year."""
    first = {21: 3, 22: 6, 23: 9, 24: 12}[season]
    last_year, last = (year + 1, 2) if season == SEASONS["winter"] else (year, first + 2)
    return f"{year}-{first:02}-01", _month_end(last_year, last)


def _third(span: Span, low: int, high: int) -> Span:
    """Return some thirds of a period: of a year four months each, of a month about ten days."""
    if span.first[5:] == "01-01" and span.last[5:] == "12-31":
        year = int(span.first[:4])
        return Span(span.end, f"{year}-{4 * low + 1:02}-01", _month_end(year, 4 * high))
    first, last = date.fromisoformat(span.first), date.fromisoformat(span.last)
    days = (last - first).days + 1
    start, end = first + timedelta(days * low // 3), first + timedelta(days * high // 3 - 1)
    return Span(span.end, start.isoformat(), end.isoformat())


def year_at(words: Sequence[str], i: int) -> int | None:
    """Return the year that the word at a place is; None where it is none, or there is no such place."""
    return int(words[i]) if i < len(words) and is_year(words[i]) else None


def is_year(word: str) -> bool:
    """Say whether a word is a year of this century or the last."""
    return len(word) == 4 and word[:2] in ("19", "20") and word.isdigit()


def _number(words: Sequence[str], i: int, low: int, high: int, *, ordinal: bool = False) -> int | None:
    word = words[i] if i < len(words) else ""
    if ordinal and word[-2:] in ("st", "nd", "rd", "th"):
        word = word[:-2]
    if not (word.isascii() and word.isdigit() and len(word) <= 2):
        return None
    return int(word) if low <= int(word) <= high else None


def _two_digits(words: Sequence[str], i: int, high: int) -> int | None:
    return _number(words, i, 1, high) if i < len(words) and len(words[i]) == 2 else None


def _day(year: int, month: int, day: int, end: int) -> Span | None:
    if day > days_in_month(year, month):
        return None
    text = f"{year}-{month:02}-{day:02}"
    return Span(end, text, text)


def _month_end(year: int, month: int) -> str:
    return f"{year}-{month:02}-{days_in_month(year, month):02}"


def _latest_year(month: int, day: int, today: str) -> int:
    """Return the last year in which that day had come."""
    return int(today[:4]) - (f"{month:02}-{day:02}" > today[5:])
