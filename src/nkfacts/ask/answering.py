"""The answer to any question: as the fact file keeps it, to each of the two things it asks for, or else to the one."""

from collections.abc import Callable

from nkfacts.ask.both.phrases import Phrase
from nkfacts.ask.kept import answer_as_kept
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.single import Answer, answer_one
from nkfacts.ask.words import words
from nkfacts.query.base import Base

_Way = Callable[[Phrase, Base, Lexicon], Answer | None]


# Each way is imported only for a question that has a sign of it: most have none.
def _between_events(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    from nkfacts.ask.both.between_events import answered

    return answered(phrase, base, lexicon)


def _two_times(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    from nkfacts.ask.both.two_times import answered

    return answered(phrase, base, lexicon)


def _beside_a_statement(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    from nkfacts.ask.both.preambles import answered

    return answered(phrase, base, lexicon)


def _two_questions(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    from nkfacts.ask.both.two_questions import answered

    return answered(phrase, base, lexicon)


def _alternatives(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    from nkfacts.ask.both.alternatives import answered

    return answered(phrase, base, lexicon)


_WAYS: tuple[tuple[frozenset[str], _Way], ...] = (
    (words("between from after before separate separates separated"), _between_events),
    (
        words(
            """and than compared compare comparison versus vs against difference rise rose risen rising grow grew grown
            increase increased fall fell fallen drop dropped decrease decreased decline declined"""
        ),
        _two_times,
    ),
    (words("? ! ; , . : \u2013 \u2014 -"), _beside_a_statement),
    (words("and or ? ! ; , : \u2013 \u2014 -"), _two_questions),
    (words("or"), _alternatives),
)
"""The ways to ask for two things at once, with the words of which each has one; the first that is so rules."""


# Only a question of yes or no needs it.
def _with_opposing(found: Answer, lexicon: Lexicon) -> Answer:
    from nkfacts.ask.opposing import with_opposing

    return with_opposing(found, lexicon)


def answer(text: str, base: Base, lexicon: Lexicon | None = None) -> Answer:
    """Answer a question from what a base knew on its day.

    Args:
        text: the question, in any wording.
        base: the base; times without a year, and "last winter", count from its day, or else
            from the day on which its file was updated.
        lexicon: the names and words of the base, where several questions share them.
    """
    lexicon = lexicon or Lexicon(base.known)
    found = _found(text, base, lexicon)
    if found.entity is not None or found.lead:
        return found
    # Whoever keeps the file knows better than a chance what answers just these words.
    found = answer_as_kept(text, base, lexicon) or found
    return _with_opposing(found, lexicon) if found.kind == "yes-no" else found


def _found(text: str, base: Base, lexicon: Lexicon) -> Answer:
    """Return what is found to answer a question, or each of the two things that it asks for."""
    phrase = Phrase.of(text)
    given = phrase.signs
    for signs, way in _WAYS:
        if not signs.isdisjoint(given):
            found = way(phrase, base, lexicon)
            if found is not None:
                return found
    return answer_one(text, base, lexicon)
