"""How near English words are in meaning, by a table that ships with the program: 256 bits for each common word.

The bits are the signs of a word's vector (docs/make_near_words.py), so that two words are the nearer, the fewer of
their bits differ: dispatch and send do in 77, dispatch and brick in 131. A word that the table has not, as a name, is
near to itself only.
"""

import os
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

_TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "near_words.bin")
_BITS = 256
_LEAST = 0.15
"""What is less near than this has nothing to do with it: half of all words are nearer than 0."""


_SHARES = [1.0 - apart * (2 / _BITS) for apart in range(_BITS + 1)]
_NEARNESSES = [share if share > _LEAST else 0.0 for share in _SHARES]
"""How near two words are of whose bits so many differ."""


@lru_cache(maxsize=1 << 8)
def near(word: str) -> "Near":
    """Return how near every word is to one: 1 for the same, 0 for words that have nothing to do with each other.

    What is looked up is kept for the words that were asked for last.

    Args:
        word: a word, in small letters.
    """
    return Near(word)


class Near(dict[str, float]):
    """How near each word that was asked for is to one word.

    Args:
        word: the word, in small letters.
    """

    def __init__(self, word: str) -> None:
        super().__init__({word: 1.0})
        self._word_bits = _bits(word)

    def __missing__(self, other: str) -> float:
        own, others = self._word_bits, _bits(other)
        found = 0.0 if own is None or others is None else _NEARNESSES[(own ^ others).bit_count()]
        self[other] = found
        return found


class NearEach(dict[str, tuple[float, ...]]):
    """How near each word that was asked for is to each of some words, as ``near`` tells it.

    Args:
        words: the words, in small letters.
    """

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__()
        self._words = [(word, _bits(word)) for word in words]

    def __missing__(self, other: str) -> tuple[float, ...]:
        others = _bits(other)
        found = self[other] = tuple(
            [
                float(word == other) if own is None or others is None else _NEARNESSES[(own ^ others).bit_count()]
                for word, own in self._words
            ]
        )
        return found


def is_common(word: str) -> bool:
    """Say whether the table has a word: whoever types it means it.

    Args:
        word: a word, in small letters.
    """
    return _bits(word) is not None


@lru_cache(maxsize=1 << 14)
def _bits(word: str) -> int | None:
    words, table = _table()
    place = bisect_left(words, word)
    if place == len(words) or words[place] != word:
        return None
    start = place * (_BITS // 8)
    return int.from_bytes(table[start : start + _BITS // 8], "big")


@lru_cache(maxsize=1)
def _table() -> tuple[list[str], bytes]:
    with open(_TABLE, "rb") as file:
        words, _, bits = file.read().partition(b"\0")
    return words.decode("ascii").split("\n"), bits
