"""What happened in a time, or what is new: asked of nothing else, and answered by what every timeline has of it."""

from nkfacts.ask.question import Question
from nkfacts.ask.several import MOST
from nkfacts.ask.times import Time
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

_NEWS = frozenset(("new", "news", "newest", "recent", "recently", "update", "updates", "latest", "developments"))
"""Words that ask for what was said last."""

_HAPPENING = frozenset(("happen", "happens", "happened", "happening", "occurred", "timeline", "chronology", "events"))
"""Words that ask for whatever was done."""

_KINDS = ("what", "which", "list")
_ANY = ("any", "anything")

_MOST_READ = 60
"""The facts of which the last are taken."""


def happened(question: Question, base: Base) -> tuple[Fact, ...]:
    """Return what happened in the time that a question names, or was said last, if it asks for nothing else.

    Args:
        question: the question as read.
        base: the base as it was known on the day that the question names.

    Returns:
        Of what is new the facts that were said last, the newest first; of a time those that most publishers have,
        the facts of the overview before all others, in the order of time. None for any other question.
    """
    words = {token.word for token in question.tokens}
    named = {mention.text for mention in question.mentions if mention.kind != "light"}
    about = [time for time in question.times if not time.known]
    asks = question.kind in _KINDS or (question.kind == "yes-no" and not words.isdisjoint(_ANY))
    if not asks or not named <= _NEWS | _HAPPENING:
        return ()
    if words & _NEWS:
        return _said_last(about, base)
    return _of_a_time(about[0], base) if words & _HAPPENING and len(about) == 1 else ()


def _said_last(about: list[Time], base: Base) -> tuple[Fact, ...]:
    since, until = (about[0].first, about[0].last) if about else (None, None)
    found = base.facts(Filter(said_since=since, said_until=until), limit=_MOST_READ)
    return tuple(fact for fact in found if not fact.is_deprecated)[:MOST]


def _of_a_time(time: Time, base: Base) -> tuple[Fact, ...]:
    """Return what was done within a time and is no count, the best told of it."""
    found = [
        fact
        for fact in base.timeline(Filter(since=time.first, until=time.last))
        if fact.figure is None and fact.when is not None and dates.parse(fact.when).first >= time.first
    ]
    best = sorted(found, key=lambda fact: (not fact.main, -len(fact.evidence)))[:MOST]
    return tuple(sorted(best, key=found.index))
