"""What somebody who cites a fact should know beside it."""

from collections.abc import Iterator

from nkfacts.model.records import Fact
from nkfacts.query.base import Base


def remarks(base: Base, fact: Fact) -> Iterator[str]:
    """Yield in a line each that a fact is deprecated, was revised since, or is disputed.

    Args:
        base: the base that it is from, as known on a day.
        fact: the fact.
    """
    if fact.is_deprecated:
        yield f"{fact.id} is deprecated: {fact.rank_reason}"
    later = base.revision_of(fact)
    if later:
        yield f"{fact.id} was revised since: {later}"
    disputed = base.disputed_ids(fact)
    if disputed:
        yield f"{fact.id} is disputed: {', '.join(disputed)}"
