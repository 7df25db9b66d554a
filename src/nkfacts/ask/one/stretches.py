"""A number of some stretch of time, of which only totals up to a day are told: all of them, and that none is of it."""

from nkfacts.ask.gate.timing import INSIDE, time_fit
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer, answer_from
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.understanding.times import Time
from nkfacts.ask.understanding.words import words
from nkfacts.ask.weighing.choosing import MOST_CLOSEST, Choice
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.query.base import Base

ONLY_TOTALS = "totals up to each day; none of that time alone is told"
"""What stands over totals where a number of a stretch of time is asked for."""

_ONLY_ONE = "a total up to a day is told, and none of that time alone"
"""Why there is no answer where one total is told."""

_NOT_SO = ("planned", "denied")
"""How what is no total is said."""

_STRETCHING = words("between from since after starting half quarter week months")
"""Words of a time by which its length is meant: what was counted since, or in the first half."""


def over_a_stretch(question: Question, choice: Choice, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return the totals that a figure was given in a stretch of time; None where none is asked for, or one is told.

    Who asks how many were killed between January and April is told neither by the 600 of all the time up to April.

    Args:
        question: the question as read.
        choice: what was chosen.
        base: the base as it was known on the day the question names.
        lexicon: the names and words of the base.
    """
    figure, stretch = choice.figure, next((time for time in question.times if _is_stretch(time, question)), None)
    if question.kind != "how-many" or figure is None or not figure.cumulative or stretch is None:
        return None
    best = choice.facts[0]
    if best.status in _NOT_SO or _counts_just_that(best, stretch):
        return None
    alike = (fact for fact in base.facts_of(figure.id) if not fact.is_deprecated)
    told = [fact for fact in alike if fact.status not in _NOT_SO and fact.scope == best.scope]
    # Since the month of the first of all counts is the whole time.
    if stretch.first[:7] <= min(map(_first_day, (best, *told)))[:7]:
        return None
    totals = [fact for fact in told if time_fit(fact, question.times)]
    if any(mention.claims for mention in question.mentions):
        totals = [fact for fact in totals if fact.by == best.by]
    if len(totals) < 2:
        others = [fact for fact in choice.closest if fact != best]
        closest = (best, *others)[:MOST_CLOSEST]
        untold = choice._replace(facts=(), figure=None, closest=closest, missing=(), failing=_ONLY_ONE)
        return Answer(question, untold, question.kind, base, reason="no fact on that as asked")
    in_turn = tuple(sorted(totals, key=lambda fact: fact.reported))
    found = answer_from(question._replace(kind="change"), choice._replace(facts=in_turn), base, lexicon)
    return found._replace(lead=ONLY_TOTALS)


def _is_stretch(time: Time, question: Question) -> bool:
    return not time.known and any(token.word in _STRETCHING for token in question.tokens[time.start : time.end])


def _counts_just_that(fact: Fact, stretch: Time) -> bool:
    """Say whether a fact counts over a time of its own that lies in the stretch."""
    return fact.when is not None and "/" in fact.when and time_fit(fact, [stretch]) == INSIDE


def _first_day(fact: Fact) -> str:
    when = dates.parse(fact.when) if fact.when else None
    return when.first if when and when.first != dates.FIRST_DAY else fact.reported
