"""The numbers that an English text says, in digits or in words."""

from collections.abc import Iterator

from nkfacts.text import fold

_UNITS = {word: number for number, word in enumerate(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen""".split()
)}  # fmt: skip
_TENS = {word: 10 * number for number, word in enumerate(
    "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
)}  # fmt: skip
_OTHERS = {"a": 1, "an": 1, "single": 1, "once": 1, "both": 2, "pair": 2, "twice": 2, "double": 2, "dozen": 12}
_NUMBERS: dict[str, float] = {**_UNITS, **_TENS, **_OTHERS}
_SIZES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_PARTS = {"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10}
_BETWEEN = frozenset(("to", "and", "or", "of"))


def numbers_in(text: str) -> set[float]:
    """Return the numbers that a text says: ``10,000``, ``4.5 million``, ``twenty-four``; of a share also its percent.

    Generous where a word may be no number: ``a ship`` says one, and ``5 to 6 million`` five million too.
    """
    words = _words(text)
    found: set[float] = set()
    before, ended = 0.0, -1
    for number, size, start, end in _said(words):
        found |= {number, number * size}
        if size > 1 and start == ended + 1 and words[ended] in _BETWEEN:
            found.add(before * size)
        before, ended = number, end
    for at, word in enumerate(words):
        if word in _PARTS:
            part = (_NUMBERS.get(words[at - 1], 1) if at else 1) / _PARTS[word]
            found |= {part, int(100 * part), round(100 * part)}
    return found


def _words(text: str) -> list[str]:
    words: list[str] = []
    for piece in text.split():
        bare = piece.strip(".,;:!?\"'()$€£")
        digits = bare.replace(",", "")
        words += [digits] if _is_decimal(digits) else fold(bare).split()
    return words


def _is_decimal(word: str) -> bool:
    return word.isascii() and word.replace(".", "", 1).isdigit()


def _said(words: list[str]) -> Iterator[tuple[float, int, int, int]]:
    """Yield each number, the size behind it (a million), and where in the words both begin and end."""
    at = 0
    while at < len(words):
        start, word = at, words[at]
        at += 1
        number = float(word) if _is_decimal(word) else _NUMBERS.get(word)
        if number is None:
            continue
        if word in _TENS and 0 < _UNITS.get("".join(words[at : at + 1]), 0) < 10:
            number += _UNITS[words[at]]
            at += 1
        size = 1
        while at < len(words) and words[at] in _SIZES:
            size *= _SIZES[words[at]]
            at += 1
        yield number, size, start, at
