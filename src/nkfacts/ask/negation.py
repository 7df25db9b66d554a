"""Questions who, which or how many did not: only what says that it is not so answers them.

A question of yes or no with "not" asks for the deed all the same, as English has it: did they not sign means did they
sign, and yes means that they did.
"""

from collections.abc import Sequence

from nkfacts.ask import words as w
from nkfacts.ask.question import Question
from nkfacts.ask.verdict import Verdict
from nkfacts.model.records import Fact
from nkfacts.text import fold

_NEGATIVE = frozenset(("not", "never", "cannot", *(word for word in w.AUXILIARIES if word.endswith("nt"))))
_NOT_OF_THE_DEED = frozenset(("only", "including", "counting", "just", "yet", "even", "to", "or"))
"""Words behind or before "not" by which it turns something else round than the deed."""

_SAYING = w.SAYING | w.words("that whether if believe believes thinks think know knows")
_SAID_SO = _NEGATIVE | frozenset(("no", "nobody", "none", "without", "nor", "neither"))


def negative_word(words: Sequence[str]) -> str:
    """Return the word by which a question with who, which or how many turns its deed round; empty for none.

    What somebody says not to be so is a statement like any other: behind a word of saying nothing is turned round.
    """
    for place, word in enumerate(words):
        if word in _SAYING:
            return ""
        if word in _NEGATIVE:
            beside = {*words[max(0, place - 1) : place], *words[place + 1 : place + 2]}
            return "" if beside & _NOT_OF_THE_DEED else word
    return ""


def is_turned_round(question: Question, best: Fact, verdict: Verdict | None) -> str:
    """Return the word by which a question asks for what is not so, where a fact does not say that it is not; or empty.

    Args:
        question: the question.
        best: the fact that would answer.
        verdict: how it bears out the question.
    """
    if question.kind == "yes-no":
        return ""
    word = negative_word([token.word for token in question.tokens])
    if not word or best.status == "denied" or (verdict is not None and verdict.view.negated):
        return ""
    said = set(fold(best.statement).split())
    return "" if best.figure is None and not said.isdisjoint(_SAID_SO) else word
