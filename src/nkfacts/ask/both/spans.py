"""How long lies between two dates that may be known only in part: the least and the most days, and words for both."""

from nkfacts.hints import NamedTuple
from nkfacts.model.dates import FIRST_DAY, LAST_DAY, EdtfDate, days_between

DAYS_OF = {"day": 1.0, "week": 7.0, "month": 30.4369, "year": 365.2425}
"""The mean length of each unit in days, as the Gregorian calendar has it."""

_VAGUE = "~?%"


def _counted(number: int, unit: str) -> str:
    return f"{number:,} {unit}{'' if number == 1 else 's'}"


class DaysBetween(NamedTuple):
    """The days from one date to another: the least and the most there may be, below nought where that came before.

    Attributes:
        about: whether one of the dates is only about right.
    """

    least: int
    most: int
    about: bool

    @property
    def in_words(self) -> str:
        """The days as people say them, whichever of the two dates comes first."""
        about = "about " if self.about else ""
        low, high = sorted((abs(self.least), abs(self.most)))
        if self.least < 0 < self.most:
            return f"at most {about}{_counted(high, 'day')}"
        return f"{about}{_counted(low, 'day')}" if low == high else f"{about}{low:,} to {_counted(high, 'day')}"

    def rounded(self, unit: str) -> str:
        """Return about how many weeks, months or years that is; empty for days, or where it is less than one."""
        low, high = (round(end / DAYS_OF[unit]) for end in sorted((abs(self.least), abs(self.most))))
        if unit == "day" or not high or self.least < 0 < self.most:
            return ""
        return f"about {_counted(low, unit)}" if low == high else f"about {low:,} to {_counted(high, unit)}"


def between(first: EdtfDate, second: EdtfDate) -> DaysBetween | None:
    """Return how long lies between two dates; None where one of them has an open end."""
    if FIRST_DAY in (first.first, second.first) or LAST_DAY in (first.last, second.last):
        return None
    about = any(sign in date.text for date in (first, second) for sign in _VAGUE)
    least, most = days_between(first.last, second.first), days_between(first.first, second.last)
    if first == second:
        # What fell into one and the same day, month or year may lie either way round.
        least = -most
    return DaysBetween(least, most, about)
