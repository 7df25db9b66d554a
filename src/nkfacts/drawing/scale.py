"""Scales: round ticks of a linear scale from zero, and ticks of the calendar."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date
from math import ceil, floor, log10

from nkfacts.hints import NamedTuple
from nkfacts.model.amounts import readable_number
from nkfacts.model.dates import day_words

Number = int | float

_MARGIN = 0.04
"""The share of the days shown that stays free on either side, so that no sign stands on the edge."""
_LEAST_DAYS = 14


class Tick(NamedTuple):
    """A place on an axis, from 0 to 1, and the words that stand there."""

    place: float
    words: str


class Linear(NamedTuple):
    """A scale from zero to a round number."""

    top: Number
    step: Number

    def place(self, number: float) -> float:
        """Return where a number stands, from 0 at the bottom to 1 at the top."""
        return number / self.top

    def ticks(self) -> list[Tick]:
        """Return the round numbers, zero first."""
        return [
            Tick(number * self.step / self.top, readable_number(_neat(number * self.step)))
            for number in range(round(self.top / self.step) + 1)
        ]


def linear(highest: Number, most: int) -> Linear:
    """Return the scale of 1, 2 or 5 times a power of ten a step that holds a number with at most so many steps."""
    if highest <= 0:
        return Linear(1, 1)
    rough = highest / most
    power = floor(log10(rough))
    for factor in (1, 2, 5, 10, 20):
        step = factor * 10**power if power >= 0 else factor / 10**-power
        if ceil(highest / step) <= most:
            break
    return Linear(_neat(step * ceil(highest / step)), step)


def _neat(number: Number) -> Number:
    """Return a number without the dust of binary fractions."""
    whole = round(number)
    return whole if abs(number - whole) < 1e-9 * max(1, abs(number)) else float(f"{number:.12g}")


class Days(NamedTuple):
    """A scale of days, with a margin on either side."""

    begin: float
    end: float

    def place(self, day: str) -> float:
        """Return where a day stands, from 0 to 1."""
        return (date.fromisoformat(day).toordinal() - self.begin) / (self.end - self.begin)

    def ticks(self, most: int) -> list[Tick]:
        """Return at most so many ticks, at the first of a month or year where there is room for no more.

        Each says its year where it is not that of the one before it.
        """
        first = date.fromordinal(max(1, ceil(self.begin)))
        last = date.fromordinal(min(date.max.toordinal(), floor(self.end)))
        found: list[tuple[date, str]] = []
        for number, each, step in _STEPS:
            # A step that gives many times too many ticks is not counted out.
            if (self.end - self.begin) / (number * each) <= 2 * most:
                found = list(step(first, last, number))
                if len(found) <= most:
                    break
        years = [None, *(day.year for day, _ in found)]
        return [
            Tick(self.place(day.isoformat()), words if day.year == year else f"{words} {day.year}".strip())
            for (day, words), year in zip(found, years, strict=False)
        ]


def days(first: str, last: str) -> Days:
    """Return the scale that shows two days and what lies between."""
    begin, end = (date.fromisoformat(day).toordinal() for day in (first, last))
    free = max((end - begin) * _MARGIN, (_LEAST_DAYS - (end - begin)) / 2, 1)
    return Days(begin - free, end + free)


def _by_days(first: date, last: date, step: int) -> Iterator[tuple[date, str]]:
    for number in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(number)
        # Counted from the first of each month; a tick of the 29th beside that of the 1st would crowd.
        left = monthrange(day.year, day.month)[1] - day.day
        if (day.day - 1) % step == 0 and (day.day == 1 or left >= step // 2):
            yield day, day_words(day.isoformat()).rsplit(" ", 1)[0]


def _by_months(first: date, last: date, step: int) -> Iterator[tuple[date, str]]:
    for year in range(first.year, last.year + 1):
        for month in range(1, 13, step):
            day = date(year, month, 1)
            if first <= day <= last:
                yield day, day_words(day.isoformat()).split()[1]


def _by_years(first: date, last: date, step: int) -> Iterator[tuple[date, str]]:
    for year in range(-(-first.year // step) * step, last.year + 1, step):
        if first <= date(max(1, year), 1, 1) <= last:
            yield date(max(1, year), 1, 1), ""


_STEPS: tuple[tuple[int, float, Callable[[date, date, int], Iterator[tuple[date, str]]]], ...] = (
    *((number, 1, _by_days) for number in (1, 2, 7, 14)),
    *((number, 30.4, _by_months) for number in (1, 2, 3, 6)),
    *((number, 365.25, _by_years) for number in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)),
)
"""The steps of a scale of days, finest first: how many, of how many days each, and what counts them out."""
