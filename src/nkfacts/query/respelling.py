"""What words that are found nowhere may have been meant for: the nearest spelling that finds something."""

from collections.abc import Iterable

from nkfacts.query.known import Known
from nkfacts.query.search import search, unmatched
from nkfacts.text import nearest, spellings, well_formed

_NEAR = 0.75
"""How like a word the one must be that is offered for it; a name that people mistype is a good deal liker."""
_TRIED = 5
_WORDS_LIKE = "SELECT word FROM word WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?"
_JOINED = "SELECT folded FROM name WHERE replace(folded, ' ', '') = ? ORDER BY folded LIMIT 1"
"""SQL for the name that a word is, but for the spaces."""


def respelt(known: Known, words: str) -> str:
    """Return words with each that the base does not have in the nearest spelling; empty where that finds nothing."""
    strange = unmatched(known, words)
    found = [_nearest(known, word) if word in strange else word for word, *_ in spellings(well_formed(words))]
    offer = " ".join(found)
    return offer if strange and all(found) and search(known, offer, 1) else ""


def _nearest(known: Known, word: str) -> str:
    """Return the nearest spelling of a word, of one that was written together the name; empty for none."""
    joined = known.connection.execute(_JOINED, (word,)).fetchone()
    if joined:
        return str(joined[0])
    like = (each for (each,) in known.connection.execute(_WORDS_LIKE, _bounds(word)))
    return _first_found(known, nearest(word, like, _TRIED, least=_NEAR))


def _bounds(word: str) -> tuple[str, str, int, int]:
    """Return the bounds of the words that begin as one does and are about as long."""
    return word[0], f"{word[0]}\U0010ffff", len(word) - 2, len(word) + 2


def _first_found(known: Known, words: Iterable[str]) -> str:
    return next((word for word in words if not unmatched(known, word)), "")
