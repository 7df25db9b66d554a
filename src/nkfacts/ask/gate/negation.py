"""Questions who, which or how many did not: only what says that it is not so answers them.

A question of yes or no with "not" asks for the deed all the same, as English has it: did they not sign means did they
sign, and yes means that they did.
"""

from collections.abc import Sequence

from nkfacts.ask.gate.verdict import BY_MEANING, Verdict
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.model.records import Fact
from nkfacts.text import fold

_JOINED = frozenset(word for word in w.BE | w.DO | w.HAVE if word.endswith("nt"))
_DONE_OR_NOT = (w.BE | w.DO | w.HAVE) - _JOINED
"""Auxiliaries of what is or is not done; what can or could not be done is told in other words."""

NEGATIONS = _JOINED | w.words(
    "wont couldnt wouldnt not never cannot no nobody none nothing without nor neither unable failed refused"
)
"""Words by which something is said not to be so."""

_NEARLY = frozenset(("hardly", "barely", "scarcely", "few", "little"))
"""Words by which next to nothing is said to be so."""

_DENYING = NEGATIONS | _NEARLY

_OF_SOMETHING_ELSE = frozenset(("only", "just", "even", "or", "but"))
"""Words beside "not" by which it turns something else round than the deed."""

_REACH = 4
"""How many words behind "not" its deed may begin."""


def negating_word(question: Question, best: Fact, verdict: Verdict | None) -> str:
    """Return the word by which a question asks whose deed it was not, where a fact says whose it was; else nothing.

    Only the deed that "not" stands before counts, and only where the fact has it by its meaning and says nothing of
    not doing it: "could not be found" may be what the fact says in other words.

    Args:
        question: the question.
        best: the fact that would answer.
        verdict: how it bears out the question.
    """
    if question.kind == "yes-no" or verdict is None or best.status == "denied" or verdict.view.negated:
        return ""
    place = negative_place([token.word for token in question.tokens])
    if place is None:
        return ""
    if best.figure is None and not NEGATIONS.isdisjoint(fold(best.statement).split()):
        return ""
    turned = {mention for mention, _, by in verdict.borne if by in BY_MEANING and _is_deed(mention)}
    near = [mention for mention in turned if place < mention.start <= place + _REACH]
    return question.tokens[place].typed if near else ""


def denies(statement: str) -> bool:
    """Say whether a statement has a word by which something is said not to be so; No is somebody's name too."""
    return not _DENYING.isdisjoint(word.strip(",;:.") for word in statement.split())


def negative_place(words: Sequence[str]) -> int | None:
    """Return the place of the word by which a question turns its deed round; None where it has none."""
    if not _asks(words):
        return None
    for place, word in enumerate(words):
        before, behind = words[max(0, place - 1) : place], words[place + 1 : place + 2]
        if word in _JOINED or word == "never" or (word == "not" and _is_of_a_deed(words[:place])):
            return None if _OF_SOMETHING_ELSE & {*before, *behind} else place
    return None


def _asks(words: Sequence[str]) -> bool:
    asking = (*w.WHO, *w.WHICH, *w.WHAT, *w.WHEN, *w.WHERE, *w.HOW_MANY)
    return any(tuple(words[: len(phrase)]) == phrase for phrase in asking)


def _is_of_a_deed(before: Sequence[str]) -> bool:
    """Say whether an auxiliary stands right before "not", or before it with no more than whose deed it is."""
    near = [word for word in before[-_REACH:] if word in _DONE_OR_NOT]
    return bool(near) and (before[-1] in _DONE_OR_NOT or near[-1] in w.DO | w.HAVE)


def _is_deed(mention: Mention) -> bool:
    return any(meaning.part == "actions" and meaning.reading != "negative" for meaning in mention.meanings)
