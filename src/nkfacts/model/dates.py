"""Dates that may be known only in part: a profile of EDTF (ISO 8601-2, loc.gov/standards/datetime).

Taken: a day, month or year; an interval of two of them; an open end (``..``); the
qualifiers ``~`` (approximate), ``?`` (uncertain) and ``%`` (both) after a date; unspecified
digits (``2024-1X``, ``2024-10-XX``, ``202X``); seasons (``2024-21`` spring to ``2024-24``
winter). Every date knows its earliest and latest day, which is what sorting and filters use.
Sets, years beyond four digits and qualifiers inside a date are refused with the mend.
"""

from datetime import date, timedelta
from functools import lru_cache

from nkfacts.errors import UsageProblem
from nkfacts.hints import NamedTuple

FIRST_DAY = "0001-01-01"
LAST_DAY = "9999-12-31"
NO_DATE = "write it like 2024-10-18, 2024-10 or 2024-10/2025-01"
"""The mend of what looks like no date at all."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_QUALIFIERS = {"~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"}
# EDTF gives seasons no days; these are the meteorological ones of the northern hemisphere.
# Winter begins in the December of its year, so 2024-24 ends in February 2025.
_SEASONS = {
    "21": ("spring", 3, 5),
    "22": ("summer", 6, 8),
    "23": ("autumn", 9, 11),
    "24": ("winter", 12, 14),
}


class EdtfDate(NamedTuple):
    """A date or interval: the text as written, its first and last day (ISO 8601), and words for people.

    An open end reaches to ``FIRST_DAY`` or ``LAST_DAY``, so days compare as strings.
    """

    text: str
    first: str
    last: str
    words: str


class DateProblem(UsageProblem):
    """A text that is not a date of the profile."""


@lru_cache(maxsize=4096)
def parse(text: str) -> EdtfDate:
    """Read a date of the profile.

    Raises:
        DateProblem: the text is none; the error says why and how to mend it.
    """
    if not text.isascii():
        raise DateProblem(f"{text!r} is not a date", NO_DATE)
    if text.startswith(("[", "{")):
        raise DateProblem(f"{text!r} is a set of dates", "write an interval like 2024-10/2024-12")
    if text.count("/") > 1:
        raise DateProblem(f"{text!r} has more than one '/'", "write FIRST/LAST, such as 2024-10/2025-01")
    start, slash, end = text.partition("/")
    if not slash:
        return _single(text)
    if not start or not end:
        raise DateProblem(f"{text!r} lacks one end", "write '..' for an open end, such as 2024-10/..")
    if start == end == "..":
        raise DateProblem(f"{text!r} is open at both ends", "leave the date out")
    first = EdtfDate("..", FIRST_DAY, FIRST_DAY, "") if start == ".." else _single(start)
    last = EdtfDate("..", LAST_DAY, LAST_DAY, "") if end == ".." else _single(end)
    if last.last < first.first:
        raise DateProblem(f"{text!r} ends before it begins", "put the earlier date first")
    if start == "..":
        words = f"until {last.words}"
    elif end == "..":
        words = f"since {first.words}"
    else:
        words = f"{first.words} to {last.words}"
    return EdtfDate(text, first.first, last.last, words)


def ends_of(text: str) -> tuple[str | None, str | None]:
    """Return the first and the last day of a date for those who read data; None for an end that is open.

    Raises:
        DateProblem: the text is none.
    """
    found = parse(text)
    return None if text.startswith("..") else found.first, None if text.endswith("..") else found.last


def parse_day(text: str) -> str:
    """Read a full day (``2024-10-18``) and return it unchanged.

    Raises:
        DateProblem: it is no full day of the calendar.
    """
    day = parse(text)
    if len(text) != 10 or day.first != day.last:
        raise DateProblem(f"{text!r} is not a full day", "write year, month and day, such as 2024-10-18")
    return text


def last_day_of(text: str) -> str:
    """Return the last day of a day, month or year that a user gave: ``2024-02`` is ``2024-02-29``."""
    return parse(text).last


def first_day_of(text: str) -> str:
    """Return the first day of a day, month or year that a user gave."""
    return parse(text).first


def today() -> str:
    """Return the current day, in the clock's own time zone."""
    return date.today().isoformat()


def day_words(day: str) -> str:
    """Return a full day for people: ``18 Oct 2024``."""
    return f"{int(day[8:])} {_MONTHS[int(day[5:7]) - 1]} {day[:4]}"


def days_between(first: str, last: str) -> int:
    """Return how many days a full day lies before another."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _single(text: str) -> EdtfDate:
    qualifier = text[-1:] if text[-1:] in _QUALIFIERS else ""
    plain = text[: len(text) - len(qualifier)]
    if any(sign in plain for sign in _QUALIFIERS):
        raise DateProblem(f"{text!r} qualifies a part of a date", "put '~', '?' or '%' behind the whole date")
    first, last, words = _unqualified(text, plain)
    if qualifier:
        words = _QUALIFIERS[qualifier].format(words)
    return EdtfDate(text, first, last, words)


def _unqualified(text: str, plain: str) -> tuple[str, str, str]:
    parts = plain.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not all(
        character in "0123456789X" for part in parts for character in part
    ):
        raise DateProblem(f"{text!r} is not a date", NO_DATE)
    year = parts[0]
    if "X" in plain:
        return _unspecified(text, parts)
    if year == "0000":
        raise DateProblem(f"{text!r} is not a date: there is no year 0000", "write a year from 0001 to 9999")
    if len(parts) == 1:
        return f"{year}-01-01", f"{year}-12-31", year
    if len(parts) == 2 and parts[1] in _SEASONS:
        name, first_month, last_month = _SEASONS[parts[1]]
        first, _ = _month(text, year, f"{first_month:02}")
        end_year = f"{int(year) + (last_month > 12):04}"
        _, last = _month(text, end_year, f"{(last_month - 1) % 12 + 1:02}")
        if name == "winter":
            return first, last, f"winter {year}-{end_year[2:]}"
        return first, last, f"{name} {year}"
    first, last = _month(text, year, parts[1])
    if len(parts) == 2:
        return first, last, f"{_MONTHS[int(parts[1]) - 1]} {year}"
    if not 1 <= int(parts[2]) <= int(last[8:]):
        raise DateProblem(f"{text!r} is not a day of the calendar", f"that month ends on {last}")
    return plain, plain, day_words(plain)


def _month(text: str, year: str, month: str) -> tuple[str, str]:
    if not 1 <= int(month) <= 12 or int(year) > 9999:
        raise DateProblem(f"{text!r} has no such month", "months are 01 to 12, seasons 21 (spring) to 24 (winter)")
    return f"{year}-{month}-01", f"{year}-{month}-{days_in_month(int(year), int(month)):02}"


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    # Not calendar.monthrange: that module brings another for the names of the months.
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def _unspecified(text: str, parts: list[str]) -> tuple[str, str, str]:
    """Read a date with digits given as X: X may only stand at the end of the date, as in EDTF level 1."""
    digits = "".join(parts)
    known = digits.rstrip("X")
    if "X" in known or len(known) < 2:
        raise DateProblem(f"{text!r} leaves out digits inside the date", "X may stand for the last digits only")
    if digits.startswith("0000"):
        raise DateProblem(f"{text!r} is not a date: there is no year 0000", "write a year from 0001 to 9999")
    if len(parts) == 1:
        first, last = known.ljust(4, "0"), known.ljust(4, "9")
        if first == "0000":
            first = "0001"
        return f"{first}-01-01", f"{last}-12-31", f"{known.ljust(4, '0')}s"
    year = parts[0]
    if "X" in year:
        raise DateProblem(f"{text!r} names a month or day of no year", f"write the year alone: {year}")
    if len(known) <= 5:
        low, high = {"": (1, 12), "0": (1, 9), "1": (10, 12)}.get(known[4:], (0, 0))
        if not low:
            raise DateProblem(f"{text!r} has no such month", "months are 01 to 12")
        first, _ = _month(text, year, f"{low:02}")
        _, last = _month(text, year, f"{high:02}")
        words = year if not known[4:] else f"{_MONTHS[low - 1]} to {_MONTHS[high - 1]} {year}"
        return first, last, words
    first, last = _month(text, year, parts[1])
    month_words = f"{_MONTHS[int(parts[1]) - 1]} {year}"
    if len(known) == 6:
        return first, last, month_words
    tens, end = known[6], int(last[8:])
    low, high = max(1, int(tens) * 10), min(int(tens) * 10 + 9, end)
    if low > high:
        raise DateProblem(f"{text!r} is not a day of the calendar", f"that month ends on {last}")
    return f"{year}-{parts[1]}-{low:02}", f"{year}-{parts[1]}-{high:02}", f"{low} to {high} {month_words}"
