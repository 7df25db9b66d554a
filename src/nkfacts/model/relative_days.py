"""Dates that people ask with: of the profile, as screens print them, and words such as last month or 10 days ago."""

from datetime import date, timedelta

from nkfacts.model.dates import FIRST_DAY, NO_DATE, DateProblem, EdtfDate, days_in_month, parse, today

_DAYS = {"today": 0, "yesterday": 1}
_STEPS = {"this": 0, "last": 1}
_UNITS = ("day", "week", "month", "year")
_MOST_DIGITS = 7
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_FEWEST_LETTERS = 3
"""What a month has at least to be told from the others."""


def asked_for(text: str) -> EdtfDate:
    """Read a date that a user asks with.

    ``last week``, ``last month`` and ``last year`` are the whole one before this, a week from Monday on; ``this``
    is the one in which today lies. So many days, weeks, months or years ago is one day. What screens print, such as
    ``18 Oct 2024``, ``Oct 2024`` or ``Oct 2024 to Jan 2025``, is taken too, so that it can be copied from there. A
    hyphen is as good as a space.

    Raises:
        DateProblem: it is neither a date of the profile nor such words.
    """
    words = text.casefold().split()
    found = _meant(words if len(words) > 1 else text.casefold().split("-"))
    if found is not None:
        return parse(found)
    try:
        return parse(text)
    except DateProblem as problem:
        if problem.mend == NO_DATE:
            mend = "write it like 2024-10-18, 18 Oct 2024 or Oct 2024, yesterday, last month or 10 days ago"
            raise DateProblem(problem.message, mend) from None
        raise


def _meant(words: list[str]) -> str | None:
    """Return the day, week, month or year that words name, as it is written; None where they name none."""
    match words:
        case [word] if word in _DAYS:
            return _back("day", _DAYS[word]).isoformat()
        case [word, unit] if word in _STEPS and unit in _UNITS[1:]:
            day = _back(unit, _STEPS[word])
            if unit == "week":
                monday = day - timedelta(day.weekday())
                return f"{monday}/{monday + timedelta(6)}"
            return day.isoformat()[: 7 if unit == "month" else 4]
        case [number, unit, "ago"] if number.isascii() and number.isdigit() and unit.removesuffix("s") in _UNITS:
            return _back(unit.removesuffix("s"), int(number[:_MOST_DIGITS])).isoformat()
    if "to" in words:
        at = words.index("to")
        first, last = _printed(words[:at]), _printed(words[at + 1 :])
        return f"{first}/{last}" if first and last else None
    return _printed(words)


def _printed(words: list[str]) -> str | None:
    """Return the date that is written as screens and people write it, in the profile; None where it is not."""
    match words:
        case [year] if _is_number(year, 4):
            return year
        case [month, year] if _is_number(year, 4) and (number := _month(month)):
            return f"{year}-{number:02}"
        case [day, month, year] if _is_number(year, 4) and _is_number(day, 1, 2) and (number := _month(month)):
            return f"{year}-{number:02}-{int(day):02}"
    return None


def _is_number(word: str, *lengths: int) -> bool:
    return len(word) in lengths and word.isascii() and word.isdigit()


def _month(word: str) -> int:
    """Return the number of a month by its name or the first letters of it; 0 where it is none."""
    short = word.removesuffix(".")
    found = (n for n, month in enumerate(_MONTHS, 1) if len(short) >= _FEWEST_LETTERS and month.startswith(short))
    return next(found, 0)


def _back(unit: str, count: int) -> date:
    """Return the day so many units before today: of a shorter month its last, and none before the first of all."""
    now, first = date.fromisoformat(today()), date.fromisoformat(FIRST_DAY)
    if unit in ("day", "week"):
        return now - timedelta(min(count * (7 if unit == "week" else 1), (now - first).days))
    year, month = divmod(12 * now.year + now.month - 1 - count * (12 if unit == "year" else 1), 12)
    return date(year, month + 1, min(now.day, days_in_month(year, month + 1))) if year > 0 else first
