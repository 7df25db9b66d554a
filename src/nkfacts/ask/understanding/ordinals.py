"""Which of several of a kind a question and a text mean: the 92nd brigade, the eighth congress, the second report."""

from collections.abc import Iterable

from nkfacts.text import fold

_WORDS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13,
}  # fmt: skip
"""Ordinals that are words; "first" tells an order in time more often than one of a kind."""

_ENDINGS = ("st", "nd", "rd", "th")


def ordinals(words: Iterable[str]) -> set[int]:
    """Return the ordinals among words, as numbers.

    Args:
        words: the words, in small letters.
    """
    return {number for word in words if (number := _number(word)) > 1}


def names_another(asked: Iterable[str], texts: Iterable[str]) -> bool:
    """Say whether texts have other ordinals than are asked for, and none of those.

    Args:
        asked: the words of a question.
        texts: what is said.
    """
    wanted = ordinals(asked)
    if not wanted:
        return False
    told = ordinals(word for text in texts for word in fold(text).split())
    return bool(told) and told.isdisjoint(wanted)


def _number(word: str) -> int:
    if word.endswith(_ENDINGS) and word[:-2].isdecimal():
        return int(word[:-2])
    return _WORDS.get(word, 0)
