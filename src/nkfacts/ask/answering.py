"""The answer to any question: as the fact file keeps it, to each of the two things it asks for, or else to the one."""

from collections.abc import Callable, Iterator

from nkfacts.ask.both.phrases import Phrase
from nkfacts.ask.one.kept import answer_as_kept
from nkfacts.ask.one.single import answer_one
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.understanding.words import HIGHEST, LOWEST, words
from nkfacts.query.base import Base

_Way = Callable[[Phrase, Base, Lexicon], Answer | None]

_EXCLUDING = words("apart aside other except counting besides excluding")
_BETWEEN = words("between from after before separate separates separated")
_COMPARING = words(
    """and than compared compare comparison versus vs against difference rise rose risen rising grow grew grown
    increase increased fall fell fallen drop dropped decrease decreased decline declined"""
)
_BESIDE = words(
    "and or than with versus vs against compared compare difference differ differs differed disagree disagreed apart"
)
_OF_ALL = HIGHEST | LOWEST | words("side sides")
_PAUSING = words("? ! ; , . : \u2013 \u2014 -")
_ASIDE = words("before or words terms short brief nutshell english sentence sentences")
_AND = words("and or ? ! ; , : \u2013 \u2014 -")
_OR = words("or")
"""The words and marks of which a question has one that asks for two things in each of the ways."""


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
    if found.entity is not None or (found.lead and not found.common):
        return found
    # Whoever keeps the file knows better than a chance what answers just these words.
    found = answer_as_kept(text, base, lexicon) or found
    if found.kind != "yes-no":
        return found
    # Only a question of yes or no needs it.
    from nkfacts.ask.one.opposing import with_opposing

    return with_opposing(found, lexicon)


def _found(text: str, base: Base, lexicon: Lexicon) -> Answer:
    """Return what is found to answer a question, or each of the two things that it asks for."""
    phrase = Phrase.of(text)
    for answered in _ways(phrase.signs):
        found = answered(phrase, base, lexicon)
        if found is not None:
            return found
    return answer_one(text, base, lexicon)


def _ways(signs: frozenset[str]) -> Iterator[_Way]:
    """Yield the ways to ask for two things at once of which a question has a sign; the first that is so rules.

    Each is imported only then: most questions have no sign of any.
    """
    if not signs.isdisjoint(_EXCLUDING):
        from nkfacts.ask.both import excluding

        yield excluding.answered
    if not signs.isdisjoint(_BETWEEN):
        from nkfacts.ask.both import between_events

        yield between_events.answered
    if not signs.isdisjoint(_COMPARING):
        from nkfacts.ask.both import two_times

        yield two_times.answered
    if not signs.isdisjoint(_BESIDE):
        from nkfacts.ask.both import two_claimants

        yield two_claimants.answered
    if not signs.isdisjoint(_OF_ALL):
        from nkfacts.ask.both import every_claimant

        yield every_claimant.answered
    if not signs.isdisjoint(_PAUSING):
        from nkfacts.ask.both import preambles

        yield preambles.answered
    if not signs.isdisjoint(_AND):
        from nkfacts.ask.both import several_counts, two_questions

        yield two_questions.answered
        yield several_counts.answered
    if not signs.isdisjoint(_ASIDE):
        from nkfacts.ask.both import clauses

        yield clauses.answered
    if not signs.isdisjoint(_OR):
        from nkfacts.ask.both import alternatives

        yield alternatives.answered
