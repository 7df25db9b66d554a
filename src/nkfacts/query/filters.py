"""What facts must satisfy, and the SQL that asks for it."""

import sqlite3
from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from nkfacts.model import dates
from nkfacts.query import deeds
from nkfacts.text import well_formed

WITHIN = "(SELECT entity FROM within WHERE ancestor = ?)"
"""The entities that speak for, or lie in, one."""

LARGEST_INTEGER = 2**63 - 1
"""The largest number that SQLite takes; a limit above it is none."""


class Names(Protocol):
    """Whatever finds the records that the names in a filter lead to."""

    def resolve(self, part: str, name: str, *, claimant: bool = False) -> str:
        """Return the id of the record of a part that a name leads to."""

    def sources_called(self, name: str) -> list[str]:
        """Return the ids of the sources that an id or the name of a publisher or site leads to."""


class Filter(NamedTuple):
    """What facts must satisfy; what is left out does not matter. Names may be ids, names or aliases.

    ``by``, ``via`` and ``place`` take in whoever speaks for, or lies in, the one named.
    ``since`` and ``until`` are dates; a fact passes when the time it is about overlaps them.
    ``who``, ``did`` and ``to`` ask for one frame that says who did what to whom; what is denied
    passes them only when ``status`` asks for it.
    """

    topic: str | None = None
    figure: str | None = None
    by: str | None = None
    via: str | None = None
    source: str | None = None
    place: str | None = None
    about: str | None = None
    who: str | None = None
    did: str | None = None
    to: str | None = None
    status: Sequence[str] = ()
    since: str | None = None
    until: str | None = None
    tag: str | None = None
    scope: str | None = None
    rank: str | None = None
    min_publishers: int | None = None


EVERYTHING = Filter()


def at_most(limit: int | None) -> int:
    """Return a limit as SQLite takes it: a negative one is none."""
    return -1 if limit is None else min(limit, LARGEST_INTEGER)


def conditions(wanted: Filter, names: Names, index: sqlite3.Connection) -> tuple[str, list[Any]]:
    """Return the conditions of a filter as SQL, and their values in the order of their marks."""
    named_by_link = "known.id IN (SELECT owner FROM link WHERE key = '{}' AND target IN {})"
    found: list[tuple[str, Sequence[Any]]] = [("TRUE", [])]
    for condition, part, name in (
        ("coalesce(known.topic, figure.topic) = ?", "topics", wanted.topic),
        ("known.figure = ?", "figures", wanted.figure),
        (f"known.place IN {WITHIN}", "entities", wanted.place),
        (named_by_link.format("about", WITHIN), "entities", wanted.about),
    ):
        if name is not None:
            found.append((condition, [names.resolve(part, name)]))
    for condition, name in ((f'known."by" IN {WITHIN}', wanted.by), (named_by_link.format("via", WITHIN), wanted.via)):
        if name is not None:
            found.append((condition, [names.resolve("entities", name, claimant=True)]))
    if wanted.source is not None:
        ids = names.sources_called(wanted.source)
        marks = _marks(ids)
        found.append((f"known.id IN (SELECT owner FROM link WHERE part = 'sources' AND target IN ({marks}))", ids))
    if wanted.who is not None or wanted.did is not None or wanted.to is not None:
        found.append(deeds.condition(index, wanted.who, wanted.did, wanted.to))
        if "denied" not in wanted.status:
            found.append(("known.status <> 'denied'", []))
    if wanted.status:
        found.append((f"known.status IN ({_marks(wanted.status)})", wanted.status))
    for condition, value in (
        ("known.when_last >= ?", wanted.since and dates.first_day_of(wanted.since)),
        ("known.when_first <= ?", wanted.until and dates.last_day_of(wanted.until)),
        ("EXISTS (SELECT 1 FROM json_each(known.tags) WHERE value = ?)", wanted.tag and well_formed(wanted.tag)),
        ("coalesce(known.scope, 'total') = ?", wanted.scope),
        ("coalesce(known.rank, 'normal') = ?", wanted.rank),
        ("known.publishers >= ?", wanted.min_publishers and min(wanted.min_publishers, LARGEST_INTEGER)),
    ):
        if value is not None:
            found.append((condition, [value]))
    return " AND ".join(condition for condition, _ in found), [value for _, values in found for value in values]


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
