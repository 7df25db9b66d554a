"""What facts must satisfy, and the SQL that asks for it."""

from collections.abc import Sequence

from nkfacts.errors import UsageProblem
from nkfacts.hints import Any, NamedTuple, Protocol
from nkfacts.index.binding import sqlite
from nkfacts.model.dates import DateProblem, EdtfDate, parse
from nkfacts.model.meaning import SLOTS
from nkfacts.model.records import MEANINGS
from nkfacts.query import deeds
from nkfacts.text import well_formed

WITHIN = "(SELECT entity FROM within WHERE ancestor = ?)"
"""The entities that speak for, or lie in, one."""

Wanted = str | Sequence[str] | None
"""What a filter asks for: one name, or any of several. None, and a sequence of none, do not matter."""

LARGEST_INTEGER = 2**63 - 1
"""The largest number that SQLite takes; a limit above it is none."""


_WITHIN_ANY = "(SELECT entity FROM within WHERE ancestor IN ({}))"
_REFERRING = """known.number IN (SELECT owner FROM link WHERE key = '{}' AND target IN (
                     SELECT number FROM record WHERE part = '{}' AND id IN {}))"""
"""SQL for a fact that refers, in a key, to records of a part that have some ids."""


_DISPUTED = """known.number IN (
    SELECT own.number FROM link JOIN known AS own ON own.number IN (owner, target)
    JOIN known AS other ON other.number = owner + target - own.number WHERE "key" = 'disputes')"""
"""SQL for a fact that disputes another, or that another disputes, where both were said by the day asked for."""


class Names(Protocol):
    """Whatever finds the records that the names in a filter lead to."""

    def resolve(self, part: str, name: str, *, claimant: bool = False) -> str:
        """Return the id of the record of a part that a name leads to."""

    def sources_called(self, name: str) -> list[str]:
        """Return the ids of the sources that an id or the name of a publisher or site leads to."""


class Filter(NamedTuple):
    """What facts must satisfy; what is left out does not matter. Names may be ids, names or aliases.

    Where several are given for one key, any of them is enough; every key given must be satisfied.
    ``by``, ``via`` and ``place`` take in whoever speaks for, or lies in, the one named.
    ``who``, ``did`` and ``to`` ask for one frame that says who did what to whom; what is denied
    passes them only when ``status`` asks for it.
    ``since`` and ``until`` are dates; a fact passes when the time it is about overlaps them.
    ``said_since`` and ``said_until`` are dates too: of the day on which it was said. A date may be words that
    count from today, as ``last month``. ``disputed`` asks for those that say otherwise than a fact of somebody else.
    """

    topic: Wanted = None
    figure: Wanted = None
    by: Wanted = None
    via: Wanted = None
    source: Wanted = None
    place: Wanted = None
    about: Wanted = None
    who: Wanted = None
    did: Wanted = None
    to: Wanted = None
    status: Wanted = ()
    since: str | None = None
    until: str | None = None
    tag: Wanted = None
    scope: Wanted = None
    rank: Wanted = None
    min_publishers: int | None = None
    said_since: str | None = None
    said_until: str | None = None
    disputed: bool = False

    @property
    def times(self) -> str:
        """The dates asked for in words, so that a heading can say whether they are of the time or of the saying."""
        spans = (("about the time", self.since, self.until), ("said", self.said_since, self.said_until))
        return ", ".join(f"{what} {_span_words(first, last)}" for what, first, last in spans if first or last)


def each(wanted: Wanted) -> list[str]:
    """Return the names that a key of a filter asks for."""
    return [wanted] if isinstance(wanted, str) else list(wanted or ())


def date_asked(text: str) -> EdtfDate:
    """Read a date that a user asks with, words that count from today too.

    Raises:
        DateProblem: it is neither a date of the profile nor such words.
    """
    try:
        return parse(text)
    except DateProblem:
        # Who writes words imports what reads them: nearly everybody asks without a date, or with a plain one.
        from nkfacts.model.relative_days import asked_for

        return asked_for(text)


def _span_words(first: str | None, last: str | None) -> str:
    begin, end = (date_asked(day).words if day else "" for day in (first, last))
    if begin and end:
        return f"of {begin}" if begin == end else f"from {begin} to {end}"
    return f"since {begin}" if begin else f"until {end}"


EVERYTHING = Filter()


def at_most(limit: int | None) -> int:
    """Return a limit as SQLite takes it: a negative one is none."""
    return -1 if limit is None else min(limit, LARGEST_INTEGER)


def in_order(since: str | None, until: str | None, what: str = "") -> None:
    """See to it that a first and a last day that are asked for are not the wrong way round.

    Raises:
        UsageProblem: the first begins after the last has ended, or one is no date.
    """
    if since and until and date_asked(since).first > date_asked(until).last:
        raise UsageProblem(f"{what}since is after {what}until: {since}, {until}", "exchange the two")


def conditions(wanted: Filter, names: Names, index: sqlite.Connection) -> tuple[str, list[Any]]:
    """Return the conditions of a filter as SQL, and their values in the order of their marks.

    Raises:
        UsageProblem: a date is none, or two stand in the wrong order, which would let through what holds on over both.
    """
    in_order(wanted.since, wanted.until)
    in_order(wanted.said_since, wanted.said_until, "said-")
    status = each(wanted.status)
    found: list[tuple[str, Sequence[Any]]] = [("TRUE", [])]
    for condition, part, names_ in (
        ("coalesce(known.topic, figure.topic) IN ({})", "topics", wanted.topic),
        ("known.figure IN ({})", "figures", wanted.figure),
        (f"known.place IN {_WITHIN_ANY}", "entities", wanted.place),
        (_REFERRING.format("about", "entities", _WITHIN_ANY), "entities", wanted.about),
    ):  # fmt: skip
        _any_of(found, condition, [names.resolve(part, name) for name in each(names_)])
    for condition, names_ in (
        (f'known."by" IN {_WITHIN_ANY}', wanted.by),
        (_REFERRING.format("via", "entities", _WITHIN_ANY), wanted.via),
    ):
        _any_of(found, condition, [names.resolve("entities", name, claimant=True) for name in each(names_)])
    sources = [id_ for name in each(wanted.source) for id_ in names.sources_called(name)]
    _any_of(found, _REFERRING.format("source", "sources", "({})"), sources)
    deed = each(wanted.who), each(wanted.did), each(wanted.to)
    if any(deed):
        found.append(deeds.condition(index, *deed))
        if "denied" not in status:
            found.append(("known.status <> 'denied'", []))
    if wanted.disputed:
        found.append((_DISPUTED, []))
    _any_of(found, "known.status IN ({})", status)
    tags = [well_formed(tag) for tag in each(wanted.tag)]
    _any_of(found, "EXISTS (SELECT 1 FROM json_each(known.tags) WHERE value IN ({}))", tags)
    _any_of(found, "coalesce(known.scope, 'total') IN ({})", each(wanted.scope))
    _any_of(found, "coalesce(known.rank, 'normal') IN ({})", each(wanted.rank))
    for condition, value in (
        ("known.when_last >= ?", wanted.since and date_asked(wanted.since).first),
        ("known.when_first <= ?", wanted.until and date_asked(wanted.until).last),
        ("known.reported >= ?", wanted.said_since and date_asked(wanted.said_since).first),
        ("known.reported <= ?", wanted.said_until and date_asked(wanted.said_until).last),
        ("known.publishers >= ?", wanted.min_publishers and min(wanted.min_publishers, LARGEST_INTEGER)),
    ):
        if value is not None:
            found.append((condition, [value]))
    return " AND ".join(condition for condition, _ in found), [value for _, values in found for value in values]


def selection(
    columns: str, where: str, values: Sequence[Any], order: str, limit: int | None
) -> tuple[str, Sequence[Any]]:
    """Return the query for some columns of the facts that satisfy conditions, in an order, and its values."""
    # Only numbers are sorted and counted off before the columns of those that stay are read.
    return (
        f"""SELECT {columns} FROM known WHERE number IN (
                SELECT known.number FROM known LEFT JOIN figure ON figure.id = known.figure
                WHERE {where} {"" if limit is None else f"ORDER BY {order} LIMIT ?"})
            ORDER BY {order}""",
        values if limit is None else [*values, at_most(limit)],
    )


def naming(part: str, id_: str) -> tuple[str, list[Any]]:
    """Return the condition that a fact refers to a record, as SQL, and its values; ``meanings`` are those in frames."""
    parts, keys = ([part], "") if part != "meanings" else (MEANINGS, f"""AND "key" IN ('{"', '".join(SLOTS)}')""")
    return (
        f"""known.number IN (
                SELECT owner FROM link JOIN record ON record.number = link.target
                WHERE record.id = ? AND record.part IN ({", ".join("?" * len(parts))}) {keys})""",
        [id_, *parts],
    )


def _any_of(found: list[tuple[str, Sequence[Any]]], condition: str, values: Sequence[str]) -> None:
    """Add a condition that holds for any of some values, where there are some."""
    if values:
        found.append((condition.format(", ".join("?" * len(values))), values))
