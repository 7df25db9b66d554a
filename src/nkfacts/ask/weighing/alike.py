"""How near in meaning a question is to what candidates say, word by word, where other words are used for the same."""

from collections.abc import Sequence
from functools import lru_cache
from operator import mul

from nkfacts.ask.gate.texts import folded, what_is_so
from nkfacts.ask.terms.lexicon import UNKNOWN, Lexicon
from nkfacts.ask.understanding.near_words import NearEach
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.understanding.words import GRAMMAR
from nkfacts.ask.weighing.scoring import Found
from nkfacts.query.base import Base

_LEAST_WEIGHT = 0.3
"""What a word weighs that all facts have."""

_ROUNDING = 1e-9
"""More than what is lost where numbers up to 1 are added up."""


class Alike:
    """Compares one question with candidates.

    Args:
        question: the question.
        base: the base.
        lexicon: the words of the base.
    """

    def __init__(self, question: Question, base: Base, lexicon: Lexicon) -> None:
        self._base = base
        words = _words(" ".join(token.word for token in question.tokens))
        self._weights = {word: min(max(lexicon.weight(word), _LEAST_WEIGHT), UNKNOWN) for word in words}
        self._total = sum(self._weights.values()) or 1.0
        self._near = NearEach(self._weights)

    def evidence(self, found: Sequence[Found], without: str = "") -> list[dict[str, float]]:
        """Return for each candidate how near the question is to it, as numbers by name.

        Args:
            found: the candidates.
            without: a question of theirs that is left out: the one that the question was made of.
        """
        likenesses = [self._most_like([text for text in _texts(each) if text != without]) for each in found]
        happenings = [each.happening for each in found]
        told = []
        for each, happening, like in zip(found, happenings, likenesses, strict=True):
            others = (other for one, other in zip(happenings, likenesses, strict=True) if one != happening)
            lead = like - max(others, default=0.0)
            told.append({"near": like, "near, lead": lead, "near, first": float(lead > 0), **self._borne(each)})
        return told

    def likeness(self, text: str) -> float:
        """Return how near the question is to a text: 1 for the same words, 0 for none that have to do with each other.

        Args:
            text: the text, in any wording.
        """
        return self._likeness(text, 0.0)

    def _most_like(self, texts: Sequence[str]) -> float:
        """Return how near the question is to the nearest of some texts."""
        most = 0.0
        for text in texts:
            most = max(most, self._likeness(text, most))
        return most

    def _likeness(self, text: str, most: float) -> float:
        """Return how near the words of the question are to those of a text and those of the text to its: 0 to 1.

        Where that cannot be more than the most so far it may be told as 0: the words of the text are not looked at.
        """
        words = _words(text)
        if not words or not self._weights:
            return 0.0
        rows = [*map(self._near.__getitem__, words)]
        own = sum(map(mul, self._weights.values(), map(max, zip(*rows, strict=True)))) / self._total
        if 2 * own / (own + 1) < most - _ROUNDING:
            return 0.0
        other = sum(map(max, rows)) / len(words)
        return 2 * own * other / (own + other) if own + other else 0.0

    def _borne(self, found: Found) -> dict[str, float]:
        """Return how near all words of the question, and those that are missing, are to the words of a candidate."""
        words = frozenset().union(*map(_words, (*_texts(found), *_names(found, self._base))))
        rows = map(self._near.__getitem__, words)
        # Where a candidate has no words none is near.
        nearest = dict(zip(self._weights, map(max, zip(*rows, strict=True)), strict=False))
        told = {"near, all": sum(self._weights[word] * value for word, value in nearest.items()) / self._total}
        missing = (mention.text.split() for mention in found.verdict.missing)
        if of_missing := [max((nearest.get(word, 0.0) for word in words), default=0.0) for words in missing]:
            told["near, of the missing"] = min(of_missing)
        return told


def _texts(found: Found) -> tuple[str, ...]:
    """Return what is compared as a whole: what a fact says or a figure is called, and the questions for it."""
    if found.figure is not None:
        return (found.figure.label, *found.figure.asked)
    return (found.facts[0].statement, *found.facts[0].asked)


def _names(found: Found, base: Base) -> tuple[str, ...]:
    """Return what else has words of a candidate."""
    if found.figure is not None:
        return (what_is_so(found.figure.description or ""), *found.figure.aliases)
    fact = found.facts[0]
    figure = base.figure(fact.figure) if fact.figure else None
    return (fact.title or "", base.name_of(fact.by), figure.label if figure is not None else "")


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in folded(text) if word not in GRAMMAR and word.isalpha()))
