"""The answer to any question: to each of the two things that it asks for, or else to the one."""

from collections.abc import Callable

from nkfacts.ask import alternatives, between_events, two_questions, two_times
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.phrases import Phrase
from nkfacts.ask.single import Answer, answer_one
from nkfacts.query.base import Base

_Way = tuple[frozenset[str], Callable[[Phrase, Base, Lexicon], Answer | None]]
_WAYS: tuple[_Way, ...] = tuple(
    (way.SIGNS, way.answered) for way in (between_events, two_times, two_questions, alternatives)
)
"""Ways in which a question may ask for two things, the first that takes it apart rules."""


def answer(text: str, base: Base, lexicon: Lexicon | None = None) -> Answer:
    """Answer a question from what a base knew on its day.

    Args:
        text: the question, in any wording.
        base: the base; times without a year, and "last winter", count from its day, or else
            from the day on which its file was updated.
        lexicon: the names and words of the base, where several questions share them.
    """
    lexicon = lexicon or Lexicon(base.known)
    phrase = Phrase.of(text)
    signs = phrase.signs
    for its_signs, answered in _WAYS:
        if not its_signs.isdisjoint(signs):
            found = answered(phrase, base, lexicon)
            if found is not None:
                return found
    return answer_one(text, base, lexicon)
