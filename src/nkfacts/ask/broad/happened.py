"""What happened in a time or at a place, or what is new: of all there is, or of what a question names and no more."""

from itertools import pairwise

from nkfacts.ask.broad.about import About
from nkfacts.ask.broad.several import MOST
from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.gate.slots import AT
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.times import Time
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

_HAPPENING = frozenset(("happen", "happens", "happened", "happening", "occurred", "timeline", "chronology", "events"))
"""Words that ask for whatever was done."""

_OF = ("on", "about", "of", "regarding", "concerning", "from", "with")
"""Words by which news is asked of something."""

_KINDS = ("what", "which", "list")
_ANY = ("any", "anything")

_MOST_READ = 600
"""The facts of which the last are taken."""


def happened(question: Question, base: Base, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Return what happened in the time that a question names, or was said last, if it asks for nothing else.

    Args:
        question: the question as read.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.

    Returns:
        Of what is new, of all or of what is named, the facts that were said last, the newest first; of a time those
        that most publishers have, the facts of the overview before all others, in the order of time; of a place those
        that tell of it by their frames, chosen likewise. None for any other question.
    """
    words = {token.word for token in question.tokens}
    named = {mention.text for mention in question.mentions if mention.kind != "light"}
    about = [time for time in question.times if not time.known]
    asks = question.kind in _KINDS or (question.kind == "yes-no" and not words.isdisjoint(_ANY))
    if asks and named - w.NEWS and _asks_for_news(question):
        return _said_last_of(question, about, base, lexicon)
    if not asks:
        return ()
    places = {mention.text for mention in question.mentions if _is_where(mention, lexicon)}
    if places and words & _HAPPENING and named <= places | w.NEWS | _HAPPENING:
        return _at_a_place(question, about, base, lexicon)
    if not named <= w.NEWS | _HAPPENING:
        return ()
    if words & w.NEWS:
        return tuple(_said_last(about, base)[:MOST])
    in_a_time = bool(words & _HAPPENING) and len(about) == 1
    return _best_told(_events(about[0].first, about[0].last, base)) if in_a_time else ()


def _asks_for_news(question: Question) -> bool:
    """Say whether a question asks for news of what it names: latest on the prisoners, any news about the museum."""
    words = [token.word for token in question.tokens]
    of = any(word in w.NEWS and behind in _OF for word, behind in pairwise(words))
    claimed = any(mention.claims for mention in question.mentions)
    return of and not claimed and not any(is_verb(mention, question.tokens) for mention in question.mentions)


def _said_last_of(question: Question, times: list[Time], base: Base, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Return the last that was said of all that a question names, by its meaning."""
    about = About(question, base, lexicon)
    return tuple(fact for fact in _said_last(times, base) if about.is_of_it(fact))[:MOST]


def _said_last(about: list[Time], base: Base) -> list[Fact]:
    since, until = (about[0].first, about[0].last) if about else (None, None)
    found = base.facts(Filter(said_since=since, said_until=until), limit=_MOST_READ)
    return [fact for fact in found if not fact.is_deprecated]


def _is_where(mention: Mention, lexicon: Lexicon) -> bool:
    return mention.role in AT and mention.kind == "name" and Fitting(lexicon).is_place(mention)


def _at_a_place(question: Question, times: list[Time], base: Base, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Return what was done at the place that a question names and is no count, the best told of it."""
    about = About(question, base, lexicon)
    first, last = (times[0].first, times[0].last) if times else (dates.FIRST_DAY, dates.LAST_DAY)
    return _best_told([fact for fact in _events(first, last, base) if about.is_told_by(fact)])


def _events(first: str, last: str, base: Base) -> list[Fact]:
    """Return what was done within a time and is no count, in the order of time."""
    return [
        fact
        for fact in base.timeline(Filter(since=first, until=last))
        if fact.figure is None and fact.when is not None and dates.parse(fact.when).first >= first
    ]


def _best_told(found: list[Fact]) -> tuple[Fact, ...]:
    """Return the best told of some facts, in their order."""
    best = sorted(found, key=lambda fact: (not fact.main, -len(fact.evidence)))[:MOST]
    return tuple(sorted(best, key=found.index))
