"""Records by id, and what belongs to each: every one read once, many at a time where many are asked for."""

import sqlite3
from collections.abc import Iterable, Sequence
from json import dumps, loads
from typing import Any

from nkfacts.index.tables import record_from_row, table_of
from nkfacts.model.records import PARTS, Fact
from nkfacts.model.support import Support
from nkfacts.query.known import Known
from nkfacts.text import well_formed

_THESE = "(SELECT value FROM json_each(?))"


class Lookup:
    """The records of an index by id.

    Args:
        known: an open index; facts that are not known do not revise any.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._records: dict[tuple[str, str], Any] = {}
        self._names: dict[str, str] = {}
        self._supports: dict[str, Support] = {}
        self._revisions: dict[str, str | None] = {}
        self._within: dict[tuple[str, str], bool] = {}

    def on(self, known: Known) -> "Lookup":
        """Return the lookup of another day, which shares all that does not depend on the day."""
        other = Lookup(known)
        other._records, other._names = self._records, self._names
        other._supports, other._within = self._supports, self._within
        return other

    def fact(self, row: sqlite3.Row) -> Fact:
        """Return the fact that a row of its table holds."""
        key = ("facts", row["id"])
        if self._records.get(key) is None:
            self._records[key] = record_from_row(Fact, row)
        fact: Fact = self._records[key]
        return fact

    def record(self, part: str, id_: str) -> Any:
        """Return the record of a part with an id; None when there is none."""
        id_ = well_formed(id_)
        if (part, id_) not in self._records:
            self._read(part, [id_])
        return self._records[part, id_]

    def name(self, entity: str) -> str:
        """Return the name of the entity with an id; the id itself when there is none."""
        if entity not in self._names:
            self._read_names([entity])
        return self._names[entity]

    def word(self, id_: str) -> str:
        """Return the name of the entity, the first name of the thing, or the word for the action with an id."""
        thing = self.record("things", id_)
        if thing is not None:
            return str(thing.names[0])
        return id_.replace("-", " ") if self.record("actions", id_) else self.name(id_)

    def support(self, fact: str) -> Support:
        """Return the support of the fact with an id."""
        if fact not in self._supports:
            self._read_support([fact])
        return self._supports[fact]

    def revision(self, fact: str) -> str | None:
        """Return the id of the fact that revises the one with an id, the first that did."""
        if fact not in self._revisions:
            self._read_revisions([fact])
        return self._revisions[fact]

    def lies_within(self, entity: str, ancestor: str) -> bool:
        """Say whether an entity speaks for, or lies in, another, or is it."""
        if entity == ancestor:
            return True
        key = (entity, ancestor)
        if key not in self._within:
            row = self._known.connection.execute(
                "SELECT 1 FROM within WHERE ancestor = ? AND entity = ?", (ancestor, entity)
            )
            self._within[key] = row.fetchone() is not None
        return self._within[key]

    def read_ahead(self, facts: Sequence[Fact]) -> None:
        """Read at once the sources, names, figures, supports and revisions of some facts."""
        wanted = {
            "figures": {fact.figure for fact in facts if fact.figure},
            "entities": {fact.by for fact in facts},
            "sources": {piece.source for fact in facts for piece in fact.evidence},
        }
        for part, ids in wanted.items():
            self._read(part, sorted(id_ for id_ in ids if (part, id_) not in self._records))
        named = {id_ for fact in facts for id_ in (fact.by, fact.place, *fact.via) if id_}
        self._read_names(sorted(named - self._names.keys()))
        self._read_support([fact.id for fact in facts if fact.id not in self._supports])
        self._read_revisions([fact.id for fact in facts if fact.id not in self._revisions])

    def _read(self, part: str, ids: Sequence[str]) -> None:
        self._records |= dict.fromkeys((part, id_) for id_ in ids)
        for row in self._rows(f"SELECT * FROM {table_of(part)} WHERE id IN {_THESE}", ids):
            record = record_from_row(PARTS[part], row)
            self._records[part, record.id] = record

    def _read_names(self, ids: Sequence[str]) -> None:
        self._names |= {id_: id_ for id_ in ids}
        self._names |= dict(map(tuple, self._rows(f"SELECT id, name FROM entity WHERE id IN {_THESE}", ids)))

    def _read_support(self, ids: Sequence[str]) -> None:
        for id_, text in self._rows(f"SELECT id, support FROM fact WHERE id IN {_THESE}", ids):
            values = loads(text)
            self._supports[id_] = Support(tuple(values["publishers"]), tuple(values["kinds"]), values["origins"])

    def _read_revisions(self, ids: Sequence[str]) -> None:
        self._revisions |= dict.fromkeys(ids)
        rows = self._rows(
            f"SELECT supersedes, id FROM known WHERE supersedes IN {_THESE} ORDER BY reported DESC, id DESC", ids
        )
        self._revisions |= dict(map(tuple, rows))

    def _rows(self, query: str, ids: Sequence[str]) -> Iterable[Any]:
        return self._known.rows(query, [dumps(ids)]) if ids else ()
