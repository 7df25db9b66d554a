"""Questions that are not looked up, or not answered by what was found, whatever the facts say; each with the reason."""

from nkfacts.ask.understanding.kinds import asks_why
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.understanding.words import DO, MODALS
from nkfacts.ask.weighing.choosing import Choice
from nkfacts.model.dates import LAST_DAY
from nkfacts.query.base import Base

NOTHING_ASKED = "it names one thing and asks nothing of it"
"""Why a bare name is not looked up: what is told of it is shown by another command."""

JUDGEMENT = "judgements are not among the facts"
"""Why a judgement is not looked up, unless many ask for it, and a fact tells somebody's."""


def refusal_of(question: Question, base: Base) -> str:
    """Return why a question is not looked up, whatever the facts say; empty when it is.

    Args:
        question: the question as read.
        base: the base as it was known on the day that the question names.
    """
    flags = question.flags
    if question.refusal:
        return question.refusal
    if _asks_how_to(question):
        return "it asks how to do something"
    if _names_nothing_else(question):
        return NOTHING_ASKED
    text = " ".join(token.word for token in question.tokens)
    if question.measure in ("width", "distance") or " would have " in f" {text} ":
        return "that is not among the facts"
    if "judging" in flags and question.kind in ("yes-no", "who") and not any(m.claims for m in question.mentions):
        # What somebody named thinks should be done is told by a fact.
        return JUDGEMENT
    today = base.as_of or base.header["updated"]
    if any(time.last != LAST_DAY and (time.first > today or time.last[:4] > today[:4]) for time in question.times):
        return "what lies ahead is not known"
    return ""


def _asks_how_to(question: Question) -> bool:
    """Say whether a question asks what whoever asks has to do: how to join, how can I send."""
    words = [token.word for token in question.tokens[:3]]
    by_whom = words[2:] in (["i"], ["we"], ["you"], ["one"])
    return words[:2] == ["how", "to"] or (words[:1] == ["how"] and by_whom and words[1] in DO | MODALS)


def untold_reason(question: Question, choice: Choice) -> str:
    """Return why what was found does not answer; empty when it may: few facts tell a reason, and have it asked.

    Args:
        question: the question as read.
        choice: what was chosen.
    """
    if "reason" in question.flags and not any(map(asks_why, choice.facts[0].asked if choice.facts else ())):
        return "reasons are not among the facts"
    return ""


def _names_nothing_else(question: Question) -> bool:
    telling = [m for m in question.mentions if m.kind != "light"]
    return (
        len(telling) == 1
        and telling[0].kind == "name"
        and question.kind not in ("how-many", "who", "where")
        and not (question.kind == "yes-no" and any(token.word == "there" for token in question.tokens))
        and not (
            question.kind == "what"
            and any(token.word in ("is", "are", "whats", "was", "what") for token in question.tokens[:3])
        )
    )
