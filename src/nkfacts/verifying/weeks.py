"""Times that a text tells by another: on Wednesday, by the day of the text; the week before 27 December."""

from collections.abc import Sequence
from datetime import date, timedelta

from nkfacts.ask.understanding.calendar import MONTHS
from nkfacts.ask.understanding.words import DETERMINERS
from nkfacts.model.dates import FIRST_DAY, LAST_DAY
from nkfacts.verifying.moments import Moment
from nkfacts.verifying.sentences import Word
from nkfacts.verifying.wording import SAYS, WEEKDAYS

_UP_TO = ("before", "to", "until", "ending", "preceding")
_BEFORE = "before"
_LEADING = (DETERMINERS - {"that"}) | {"in", "during", "over", "within"}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK = timedelta(7)


def with_weeks(moments: Sequence[Moment], words: Sequence[Word], written: str | None) -> list[Moment]:
    """Return the times of a sentence with those that it tells by another.

    Args:
        moments: its times.
        words: its words.
        written: the day of the text; None where that is not known.
    """
    found: list[Moment] = []
    for moment in moments:
        joined = _joined(found[-1], moment, words) if found else None
        if joined is not None:
            found[-1] = joined
        else:
            found.append(_as_week(moment, words))
    if written is not None:
        taken = {p for moment in found for p in range(moment.first, moment.last)}
        found += [day for p in range(len(words)) if p not in taken and (day := _weekday(p, words, taken, written))]
    return sorted(found, key=lambda moment: moment.first)


def _joined(one: Moment, other: Moment, words: Sequence[Word]) -> Moment | None:
    """Return two months as one time, where the year stands behind the second: in January and February 2025."""
    between = [word.folded for word in words[one.last : other.first]]
    months = words[one.last - 1].folded in MONTHS and words[other.first].folded in MONTHS
    if between not in (["and"], ["or"]) or not months or not one.floating or other.floating or one.known or other.known:
        return None
    year = int(other.begin[:4]) - (one.begin[5:] > other.begin[5:])
    return other._replace(first=one.first, begin=f"{year:04}{one.begin[4:]}")


def _as_week(moment: Moment, words: Sequence[Word]) -> Moment:
    """Return of a day up to which a week is told that week: in the week before 27 December."""
    place = moment.first
    if words[place].folded not in _UP_TO:
        place -= 1
    if place < 1 or words[place].folded not in _UP_TO or words[place - 1].folded != "week" or moment.end == LAST_DAY:
        return moment
    day = date.fromisoformat(moment.end) + timedelta(words[place].folded == _BEFORE and moment.begin == FIRST_DAY)
    if moment.bounded and moment.days > 1:
        return moment
    first = place - 1
    while first and words[first - 1].folded in _LEADING:
        first -= 1
    return moment._replace(first=first, begin=(day - _WEEK).isoformat(), known=False)


def _weekday(place: int, words: Sequence[Word], taken: set[int], written: str) -> Moment | None:
    """Return the day of a weekday on which something was said, as the last before that of the text; None for none."""
    if words[place].folded not in WEEKDAYS or place + 1 in taken or place - 1 in taken:
        return None
    first = place - (place > 0 and words[place - 1].folded == "on")
    says = first > 0 and words[first - 1].folded in SAYS
    opens = first == 0 and any(word.folded in SAYS for word in words)
    if not says and not opens:
        return None
    last = date.fromisoformat(written)
    day = (last - timedelta((last.weekday() - _DAYS.index(words[place].folded)) % 7)).isoformat()
    return Moment(first, place + 1, day, day, known=False, floating=False)
