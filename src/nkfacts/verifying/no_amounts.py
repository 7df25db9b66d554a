"""Numbers that count nothing: years, ages, times of day, sizes, and those of telephones, sections and models."""

from collections.abc import Sequence

from nkfacts.ask.understanding import words as w
from nkfacts.verifying.sentences import Word

DASHES = ("-", "\u2013", "\u2014")
_ENDINGS = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "mln": 10**6}
_LONGEST = 18
"""The digits of a number that is read."""

_GROUPS = 2
"""The numbers that dashes may join, as the ends of a range; more are the number of a telephone, or a date."""

_NUMBERED = w.words(
    """article articles section sections chapter chapters paragraph resolution resolutions no nr number numbers page
    pages figure table part item point room flight route highway bureau unit units act law appendix phone tel fax
    call building floor grade version step day line hill height office project type mark model order clause verse
    psalm series season episode level category channel gate berth pier group volume"""
)
"""Words behind which a number names one of several, and counts none."""

_UNITS_OF_SIZE = w.words(
    """mm cm km m kg calibre caliber millimetre millimeter millimetres millimeters kilometre kilometer kilometres
    kilometers metre meter metres meters mile miles feet foot inch inches am pm pyongyang degrees gmt utc kst"""
)
"""Behind a number: the size of something, or a time of day."""

_TIMES = w.words(
    """year years month months week weeks day days hour hours minute minutes second seconds decade decades century
    centuries"""
)
_FORMED = w.words(
    """old year month day week hour mile metre meter km mm round man seat point pound ton page time times fold th nd rd
    st degree inch foot star party nation country way part"""
)
"""Behind a number and a dash: a kind of something, or an age."""

_BEFORE_YEARS = w.words(
    """in since of by during until till from to before after early mid late through and between january february march
    april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    spring summer autumn fall winter year"""
)


def value_of(word: str) -> float | None:
    """Return the number that a word in digits is, with k, m or bn behind it; None for another word."""
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    ending = word[len(digits) :]
    if not digits.isascii() or not digits.replace(".", "", 1).isdecimal() or len(digits) > _LONGEST:
        return None
    if ending and ending not in _ENDINGS:
        return None
    return float(digits) * _ENDINGS.get(ending, 1)


def numbers_an_item(words: Sequence[Word], place: int) -> bool:
    """Say whether a number opens an item of a list: 1. or (2)."""
    return place == 0 and words[0].typed.isdecimal() and words[0].stop in (".", ")")


def names_something(words: Sequence[Word], place: int, last: int, value: float) -> bool:
    """Say whether a number names one of several, or is a year, an age, a time of day or a part of a longer number.

    Args:
        words: the words of a sentence.
        place: the place of the number.
        last: the place behind it.
        value: the number.
    """
    return (
        _joined_digits(words, place) > _GROUPS
        or _is_numbered(words, place, value)
        or _is_formed(words, last, value)
        or _is_time_of_day(words, place, last)
        or (last == place + 1 and _is_year_or_code(words, place))
    )


def is_a_size(words: Sequence[Word], last: int) -> bool:
    """Say whether what follows a number makes it a size, an age, a time of day or a span of time."""
    if last >= len(words):
        return False
    following = words[last].folded
    if following in _UNITS_OF_SIZE or following in _TIMES:
        return True
    return following in DASHES and last + 1 < len(words) and words[last + 1].folded in _FORMED


def _joined_digits(words: Sequence[Word], place: int) -> int:
    """Return how many numbers dashes join to the one at a place."""
    count = 1
    for step in (-1, 1):
        at = place
        while 0 <= at + 2 * step < len(words):
            dash, other = words[at + step], words[at + 2 * step]
            touches = words[at].end == dash.start if step > 0 else dash.end == words[at].start
            if dash.folded not in DASHES or not touches or not other.typed.isdecimal():
                break
            count, at = count + 1, at + 2 * step
    return count


def _is_numbered(words: Sequence[Word], place: int, value: float) -> bool:
    """Say whether what stands before a number makes it one of several: Article 4, KN-23, aged 26, +82."""
    before = words[place - 1] if place else None
    if before is None or before.stop:
        return False
    if before.folded in _NUMBERED or before.folded in ("aged", "age", "+"):
        return True
    if before.folded not in DASHES or before.end != words[place].start or place == 1:
        return False
    joined = words[place - 2]
    lower = value_of(joined.folded)
    return joined.end == before.start and (lower is None or value <= lower)


def _is_formed(words: Sequence[Word], last: int, value: float) -> bool:
    """Say whether a dash joins a number to what it makes with it: 26-year-old, 170-mm; or a score, 3-2."""
    if last + 1 >= len(words) or words[last].folded not in DASHES:
        return False
    dash, behind = words[last], words[last + 1]
    if words[last - 1].end != dash.start or dash.end != behind.start:
        return False
    upper = value_of(behind.folded) if behind.typed.isdecimal() else None
    return behind.folded in _FORMED or (upper is not None and upper <= value)


def _is_time_of_day(words: Sequence[Word], place: int, last: int) -> bool:
    """Say whether a colon without a space stands beside a number: 10:30."""
    own, before = words[place], words[place - 1] if place else None
    following = words[last] if last < len(words) else None
    if following is not None and words[last - 1].stop == ":" and following.start == words[last - 1].end + 1:
        return True
    return (
        before is not None
        and before.stop == ":"
        and own.start == before.end + 1
        and before.typed.isdecimal()
    )  # fmt: skip


def _is_year_or_code(words: Sequence[Word], place: int) -> bool:
    """Say whether digits without a comma are a year, or begin with a zero."""
    typed = words[place].typed
    if not typed.isdecimal():
        return False
    if len(typed) == 4 and typed[:2] in ("19", "20"):
        return bool(int(typed) % 100) or (place > 0 and words[place - 1].folded in _BEFORE_YEARS)
    return typed[0] == "0" and len(typed) > 1
