"""How near English words are in meaning, by a table that ships with the program: 256 bits for each common word.

The bits are the signs of a word's vector (docs/make_near_words.py), so that two words are the nearer, the fewer of
their bits differ: dispatch and send do in 77, dispatch and brick in 131. A word that the table has not, as a name, is
near to itself only.
"""

import os
from bisect import bisect_left
from functools import lru_cache

_TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "near_words.bin")
_BITS = 256
_LEAST = 0.15
"""What is less near than this has nothing to do with it: half of all words are nearer than 0."""


def nearness(one: str, other: str) -> float:
    """Return how near two words are: 1 for the same, 0 for words that have nothing to do with each other.

    Args:
        one: a word, in small letters.
        other: the other word.
    """
    if one == other:
        return 1.0
    bits, others = _bits(one), _bits(other)
    if bits is None or others is None:
        return 0.0
    near = 1.0 - (bits ^ others).bit_count() * (2 / _BITS)
    return near if near > _LEAST else 0.0


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
