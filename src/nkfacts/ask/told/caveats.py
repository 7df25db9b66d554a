"""What an answer must not be read without: that a number is of a plan, a part or another time, or was revised since."""

from nkfacts.ask.told.answers import Answer
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.query.base import Base


def is_part(fact: Fact) -> bool:
    """Say whether a number counts one battle, week or unit only."""
    return fact.scope == "part" and fact.figure is not None


def number_remarks(found: Answer, fact: Fact) -> list[str]:
    """Return what the number of a fact is of: a part, all up to a day where a time is asked for, or its time."""
    when = fact.when or fact.reported
    if is_part(fact):
        return ["a part of the whole", *_time_counted(fact)]
    if found.question.times and is_total_up_to_a_day(found.base, fact):
        return [f"in all by {dates.parse(when).words}"]
    return _time_counted(fact)


def is_total_up_to_a_day(base: Base, fact: Fact) -> bool:
    """Say whether a number counts all up to the time it is about: of what can only grow, from no day that is named."""
    figure = base.figure(fact.figure) if fact.figure else None
    return figure is not None and bool(figure.cumulative) and "/" not in (fact.when or fact.reported)


def revised_to(base: Base, fact: Fact) -> Fact | None:
    """Return the last word of the claimant by which a fact was revised; None where it stands."""
    last, later = None, base.superseded_by(fact)
    while later is not None:
        last, later = later, base.superseded_by(later)
    return last


def _time_counted(fact: Fact) -> list[str]:
    return [dates.parse(fact.when).words] if fact.when and fact.when != fact.reported else []
