"""A number up to a day: what was known by then, or what was counted up to it and told later."""

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.understanding.times import Time
from nkfacts.ask.weighing.choosing import choose
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.query.base import Base


def as_counted(question: Question, base: Base, lexicon: Lexicon) -> Question:
    """Return a question for a number up to a day as one for what was counted up to it, where a fact counts just so.

    Prosecutors counted in May whom missiles had killed up to February.

    Args:
        question: the question as read.
        base: the base.
        lexicon: the names and words of the base.
    """
    for place, time in enumerate(question.times):
        if time.counted and question.kind in ("how-many", "what"):
            about = time._replace(first=time.counted, known=False)
            asked = question._replace(times=(*question.times[:place], about, *question.times[place + 1 :]))
            choice = choose(asked, base, lexicon)
            if choice.figure is not None and _is_told_later(choice.facts[0], about):
                return asked
    return question


def _is_told_later(fact: Fact, time: Time) -> bool:
    """Say whether a fact counts up to a time and was not known at its end."""
    return fact.when is not None and time.first <= dates.parse(fact.when).last <= time.last < fact.reported
