"""What a claimant says of something: the numbers that were given of it, and then what else was told, the last first."""

from collections.abc import Sequence

from nkfacts.ask.broad.about import About
from nkfacts.ask.gate.timing import time_fit
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.claimants import stands_before_a_subject
from nkfacts.ask.understanding.question import Question
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

_MOST_READ = 300
"""The facts that are read, the last that were said."""

_MOST_NUMBERS = 3
"""The most numbers that are told before what else was."""


def asks_what_is_said(question: Question) -> bool:
    """Say whether a question asks what somebody says, and of nothing that it names by a kind: what did Seoul say."""
    claimants = [mention for mention in question.mentions if mention.claims]
    over = any(stands_before_a_subject(mention, question.tokens) for mention in claimants)
    said = bool(claimants) and ("saying" in question.flags or over)
    return said and question.kind == "what" and question.hole < 0


def statements(question: Question, base: Base, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Return what the one claimant of a question said of what it names; none where there are several, or nothing.

    Args:
        question: the question as read.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.
    """
    claimants = [m for m in question.mentions if m.claims]
    said_by = [meaning.id for mention in claimants for meaning in mention.meanings if meaning.part == "entities"]
    if len(claimants) != 1 or not said_by:
        return ()
    said = [
        fact
        for fact in base.facts(Filter(by=said_by), limit=_MOST_READ)
        if not fact.is_deprecated and time_fit(fact, question.times)
    ]
    said = _said_then(said, question) or said
    about = About(question, base, lexicon)
    numbers = about.numbers(said, said_by)
    others = [fact for fact in said if fact.figure is None and about.is_told_by(fact)]
    others.sort(key=lambda fact: (bool(fact.main), fact.reported), reverse=True)
    told = (*numbers[:_MOST_NUMBERS], *others)
    return tuple(sorted(told, key=lambda fact: fact.reported, reverse=True)) if "latest" in question.flags else told


def _said_then(said: Sequence[Fact], question: Question) -> list[Fact]:
    """Return what was said within the time that a question names: what somebody said in November is of that day."""
    times = [time for time in question.times if not time.known]
    return [fact for fact in said if times and all(time.first <= fact.reported <= time.last for time in times)]
