"""The words of a question as it was typed, to be taken apart before any of them is looked up."""

from collections.abc import Sequence

from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.reading import MOST_WORDS
from nkfacts.hints import NamedTuple
from nkfacts.text import fold

_OPENING_PHRASES = tuple(
    tuple(each.split())
    for each in (
        "how many", "how much", "how long", "how large", "how big", "how old", "how often", "how far", "how",
        "by whom", "to whom", "with whom", "from where", "since when", "until when", "by when", "in which", "in what",
        "on which", "on what", "at which", "for what", "who", "whom", "whose", "when", "where", "which", "what", "why",
    )
)  # fmt: skip
"""The words with which a question begins that asks for more than yes or no; of two the longer first."""

_GREETINGS = frozenset(("tell", "please", "so", "and", "hello", "hi", "me", "us", "do", "you", "know", "can", "could"))

_MARKS = "?!.,;:\u2014\u2013-\"'()"
_STOPS = ("?", "!", ";")
_PAUSES = (*_STOPS, ",", ".", ":", "\u2013", "\u2014", "-")


class Phrase(NamedTuple):
    """Words as typed, and each folded: without marks, and of a possessive without its ending.

    Attributes:
        typed: the words, with the marks that stand at them.
        words: the same folded; empty for a word of marks only.
    """

    typed: tuple[str, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Phrase":
        """Return the words of a text; those that nobody reads are left out."""
        typed = tuple(text.replace("\u2019", "'").split()[:MOST_WORDS])
        return cls(typed, tuple(map(_folded, typed)))

    @property
    def signs(self) -> frozenset[str]:
        """Its words, and the marks that stand behind one of them inside it."""
        inside = [word[-1] for word in self.typed[:-1] if word[-1] in _PAUSES]
        return frozenset(self.words).union(inside)

    @property
    def asking(self) -> tuple[str, ...] | None:
        """The words with which it begins, if it asks for more than yes or no; None for any other."""
        return next((each for each in _OPENING_PHRASES if self.words[: len(each)] == each), None)

    @property
    def asks(self) -> bool:
        """Whether it begins as a question does, behind a greeting or request or without."""
        start = next((i for i, word in enumerate(self.words) if word not in _GREETINGS), 0)
        rest = self.part(start)
        return rest.asking is not None or not w.AUXILIARIES.isdisjoint(rest.words[:1])

    @property
    def text(self) -> str:
        """It as typed, without marks at its ends."""
        return " ".join(self.typed).strip(f" {_MARKS}")

    def part(self, start: int, end: int | None = None) -> "Phrase":
        """Return a part of it."""
        return Phrase(self.typed[start:end], self.words[start:end])

    def without(self, places: Sequence[int] | set[int] | frozenset[int]) -> "Phrase":
        """Return it without some of its words."""
        kept = [i for i in range(len(self.words)) if i not in places]
        return Phrase(tuple(self.typed[i] for i in kept), tuple(self.words[i] for i in kept))

    def find(self, *phrases: Sequence[str], start: int = 0) -> tuple[int, int] | None:
        """Return where the first of some phrases stands, and its end; None where none does."""
        for at in range(start, len(self.words)):
            for each in phrases:
                if self.words[at : at + len(each)] == tuple(each):
                    return at, at + len(each)
        return None

    def without_marks_before(self) -> "Phrase":
        """Return it without the dashes and other bare marks with which it begins."""
        return self.part(next((i for i, word in enumerate(self.words) if word), len(self.words)))

    def pauses(self, at: int) -> bool:
        """Say whether a mark stands behind a word, or is one, as between two sentences."""
        return self.typed[at][-1] in _PAUSES

    def ends_a_sentence(self, at: int) -> bool:
        """Say whether a mark that ends a question stands behind a word."""
        return self.typed[at][-1] in _STOPS


def joined(*parts: "Phrase | str") -> str:
    """Return the text of some parts behind each other."""
    return " ".join(filter(None, (part if isinstance(part, str) else part.text for part in parts)))


def _folded(word: str) -> str:
    bare = word.strip(_MARKS)
    if bare[-2:].lower() == "'s":
        bare = bare[:-2]
    return fold(bare)
