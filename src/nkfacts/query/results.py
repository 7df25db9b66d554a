"""What queries return beside records."""

from nkfacts.hints import Any, NamedTuple
from nkfacts.model.records import Fact


class Candidate(NamedTuple):
    """A fact that competes to be the headline of its figure, and what the rule of headline.py asks of it.

    ``standing`` is 0 for a named body, 1 for an unnamed group, a company or a private person, 2 for an independent
    medium. ``gives_way_to`` is the id of the total that it, a lower bound, does not displace. ``lapses_on`` is the
    last day of a plan's time, ``origins`` the number of independent origins.
    """

    fact: Fact
    verified: bool
    standing: int
    gives_way_to: str | None
    lapses_on: str | None
    origins: int


class Spread(NamedTuple):
    """The range of what is said about a figure, counting each claimant's latest fact once.

    ``lowest`` and ``highest`` are facts; None when no claimant gave a number.
    """

    lowest: Fact | None
    highest: Fact | None
    claimants: int
    facts: int


class Address(NamedTuple):
    """The page that most readers can read a fact at, and its language; None twice where no page has an address."""

    url: str | None
    language: str | None


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
