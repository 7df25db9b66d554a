"""What was known at the time that a text names: the number of then, which no later one takes the place of."""

from collections.abc import Sequence

from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.verifying.amounts import Amount
from nkfacts.verifying.moments import Moment, is_of
from nkfacts.verifying.weighing import is_same


class Then:
    """Chooses of facts the one that a text of some time has to have.

    Args:
        base: the base.
    """

    def __init__(self, base: Base) -> None:
        self._base = base
        self._on: dict[str, Base] = {}

    def standing(self, facts: Sequence[Fact], moments: Sequence[Moment]) -> Fact:
        """Return of facts, the latest first, what was said or was so at the times, else was the last word up to them.

        Of several it is the headline of then; of those that come later only, the first.
        """
        named = _named(moments)
        if not named:
            return self._headline(facts, self._base)
        of_then = [fact for fact in facts if all(is_of(fact, moment) for moment in named)]
        last = min(moment.end for moment in named)
        pool = of_then or [fact for fact in facts if fact.reported <= last]
        if not pool:
            return min(facts, key=lambda fact: fact.reported)
        return self._headline(pool, self._known(max(last, *(fact.reported for fact in pool))))

    def is_overtaken(self, fact: Fact, others: Sequence[Fact], moments: Sequence[Moment], amount: Amount) -> bool:
        """Say whether whoever said an amount had said another up to the day by which it is told to be so."""
        days = [moment.end for moment in _named(moments) if moment.known]
        return any(
            other.by == fact.by
            and fact.reported < other.reported <= day
            and other.figure == fact.figure
            and (other.scope, other.status == "planned") == (fact.scope, fact.status == "planned")
            and not is_same(amount, other)
            for day in days
            for other in others
        )

    def _headline(self, facts: Sequence[Fact], base: Base) -> Fact:
        """Return of facts the headline of their figure where it is among them, else the latest, one with a number."""
        figure, latest = facts[0].figure, facts[0]
        headline = base.headline(figure) if figure else None
        found = next((fact for fact in facts if headline is not None and fact.id == headline.id), None)
        numbers = (fact for fact in facts if fact.reported == latest.reported and fact.lowest is not None)
        return found or next(numbers, latest)

    def _known(self, day: str) -> Base:
        """Return the base as it was known on a day, and no later than it is asked for itself."""
        day = min(day, self._base.as_of or day)
        if day not in self._on:
            self._on[day] = self._base.on(day)
        return self._on[day]


def _named(moments: Sequence[Moment]) -> list[Moment]:
    """Return the times whose days are known, of which it can be said what was known then."""
    return [moment for moment in moments if not moment.floating and (moment.bounded or moment.known)]
