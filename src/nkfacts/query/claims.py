"""Who a claimant is, which of its words is the later one, and of what time a claim speaks.

Persons who speak for an organisation or unit are one claimant with it and with each other.
"""

from collections.abc import Callable, Iterable

from nkfacts.model import dates
from nkfacts.model.records import Entity, Fact

FindEntity = Callable[[str], Entity | None]
"""What finds an entity by its id, such as ``Base.entity``."""


def body_of(claimant: str, entity: FindEntity) -> str:
    """Return the id of the body for which a claimant speaks, or of the claimant itself."""
    person = entity(claimant)
    body = entity(person.part_of) if person is not None and person.kind == "person" and person.part_of else None
    return body.id if body is not None and body.kind in ("organisation", "unit") else claimant


def last_words(facts: Iterable[Fact], entity: FindEntity) -> dict[str, Fact]:
    """Return the last word of each claimant by its id.

    Of several said as late it is the first of those given: where they are in the order of the headline's rule, that
    which would be the headline, so that no two commands differ about what a claimant says.
    """
    latest: dict[str, Fact] = {}
    for fact in facts:
        body = body_of(fact.by, entity)
        if body not in latest or fact.reported > latest[body].reported:
            latest[body] = fact
    return latest


def span(fact: Fact, *, cumulative: bool = False) -> tuple[str, str]:
    """Return the first and last day of which a fact speaks; nobody counts beyond the day of saying, plans apart.

    A total that can only grow speaks of its last day.
    """
    when = dates.parse(fact.when or fact.reported)
    last = when.last if fact.status == "planned" else min(when.last, fact.reported)
    return (last if cumulative else min(when.first, last)), last
