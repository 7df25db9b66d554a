"""The words of texts and records, folded and without their endings: those of each text are put together once."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from nkfacts.ask.understanding.words import GRAMMAR
from nkfacts.english import stem
from nkfacts.text import fold

_NOT_SO = frozenset(("not", "never", "without"))
"""From these words on a sentence says what is not so."""


@lru_cache(maxsize=1 << 14)
def folded(text: str) -> tuple[str, ...]:
    """Return the words of a text, folded."""
    if text.isascii():
        return tuple(fold(text).split())
    # Texts share most of their words, and folding is slow where one letter is not of ASCII.
    return tuple(word for piece in text.split() for word in _folded_piece(piece))


@lru_cache(maxsize=1 << 14)
def _folded_piece(piece: str) -> tuple[str, ...]:
    return tuple(fold(piece).split())


@lru_cache(maxsize=1 << 14)
def roots(text: str) -> frozenset[str]:
    """Return the words of a text without their endings."""
    return frozenset(map(stem, folded(text)))


@lru_cache(maxsize=1 << 14)
def telling_roots(text: str) -> frozenset[str]:
    """Return the words of a text without their endings, but those of grammar."""
    return frozenset(map(stem, [word for word in folded(text) if word not in GRAMMAR]))


@lru_cache(maxsize=1 << 12)
def stemmed(text: str) -> str:
    """Return the words of a text without their endings in their order, with room around each."""
    return f" {' '.join(map(stem, folded(text)))} "


def what_is_so(text: str) -> str:
    """Return a text without what it says is not so: "deaths only: not the wounded" tells of deaths alone."""
    return ". ".join(map(_without_what_is_not, text.split(".")))


def _without_what_is_not(sentence: str) -> str:
    words = sentence.split()
    end = next((place for place, word in enumerate(words) if word.lower() in _NOT_SO), len(words))
    return " ".join(words[:end])


class RecordWords:
    """The words of a record without their endings, which are put together when they are asked for.

    Args:
        own: its title, statement and questions.
        others: tells what else it has: names, what was printed, tags.
    """

    __slots__ = ("_all", "_others", "_own", "_texts")

    def __init__(self, own: Iterable[str], others: Callable[[], str]) -> None:
        self._texts, self._others = own, others
        self._own: frozenset[str] | None = None
        self._all: frozenset[str] | None = None

    @property
    def own(self) -> frozenset[str]:
        """Those of its title, statement and questions."""
        if self._own is None:
            self._own = frozenset().union(*map(roots, self._texts))
        return self._own

    @property
    def all(self) -> frozenset[str]:
        """All of them."""
        if self._all is None:
            self._all = self.own | roots(self._others())
        return self._all
