"""What queries return beside records."""

from typing import Any, NamedTuple

from nkfacts.model.records import Fact


class Spread(NamedTuple):
    """The range of what is said about a figure, counting each claimant's latest fact once.

    ``lowest`` and ``highest`` are facts; None when no claimant gave a number.
    """

    lowest: Fact | None
    highest: Fact | None
    claimants: int
    facts: int


class Hit(NamedTuple):
    """A record found by a search: its part, id, title and text."""

    part: str
    id: str
    title: str
    text: str


class Counted(NamedTuple):
    """A record with the number of facts that use it."""

    record: Any
    facts: int
