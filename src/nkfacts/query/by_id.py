"""Records by id, and what belongs to each: every one read once, and where several facts are told of, for all of them.

Nothing is read before it is asked for: who shows no sources reads none.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain

from nkfacts.hints import Any, cast
from nkfacts.index.binding import sqlite
from nkfacts.index.tables import record_from_row, table_of
from nkfacts.model.record import keys_of
from nkfacts.model.records import PARTS, Fact
from nkfacts.model.support import Support
from nkfacts.query.disputes import disputing
from nkfacts.query.known import Known
from nkfacts.query.results import Address
from nkfacts.quick_json import decoded, encoded
from nkfacts.text import well_formed

FACT = ", ".join(f'"{name}"' for name in (*keys_of(Fact), "support", "page"))
"""The columns of what ``Lookup.fact`` makes a fact of: to read the others too takes a third longer."""
_THESE = "(SELECT value FROM json_each(?))"
_NAMED_BY: dict[str, Callable[[Fact], Iterable[str | None]]] = {
    "figures": lambda fact: (fact.figure,),
    "entities": lambda fact: (fact.by,),
    "sources": lambda fact: [piece.source for piece in fact.evidence],
    "names": lambda fact: (fact.by, fact.place, *fact.via),
    "revisions": lambda fact: (fact.id,),
    "disputes": lambda fact: (fact.id,),
    "addresses": lambda fact: (fact.id,),
}
"""The ids by which more is asked for with a fact: records of a part, names, what revises or disputes it, its page."""


class Lookup:
    """The records of an index by id.

    Args:
        known: an open index; facts that are not known do not revise or dispute any.
    """

    def __init__(self, known: Known) -> None:
        self._known = known
        self._records: dict[tuple[str, str], Any] = {}
        self._names: dict[str, str] = {}
        self._supports: dict[str, str] = {}
        self._pages: dict[str, str | None] = {}
        self._addresses: dict[str, Address] = {}
        self._revisions: dict[str, str | None] = {}
        self._disputed: dict[str, tuple[str, ...]] = {}
        self._within: dict[tuple[str, str], bool] = {}
        self._lists: dict[tuple[str, str], list[Fact]] = {}
        self._ahead: dict[str, list[Fact]] = {kind: [] for kind in _NAMED_BY}

    def on(self, known: Known) -> "Lookup":
        """Return the lookup of another day, which shares all that does not depend on the day."""
        other = Lookup(known)
        other._records, other._names = self._records, self._names
        other._supports, other._within = self._supports, self._within
        other._pages, other._addresses = self._pages, self._addresses
        return other

    def fact(self, row: sqlite.Row) -> Fact:
        """Return the fact that a row of its table holds."""
        id_ = row["id"]
        fact: Fact | None = self._records.get(("facts", id_))
        if fact is None:
            fact = self._records["facts", id_] = record_from_row(Fact, row)
            self._supports[id_], self._pages[id_] = row["support"], row["page"]
        return fact

    def record(self, part: str, id_: str) -> Any:
        """Return the record of a part with an id; None when there is none."""
        found = self._records.get((part, id_))
        if found is not None:
            return found
        id_ = well_formed(id_)
        if (part, id_) not in self._records:
            self.read(part, self._wanted(part, id_))
        return self._records[part, id_]

    def name(self, entity: str) -> str:
        """Return the name of the entity with an id; the id itself when there is none."""
        if entity not in self._names:
            self._read_names(self._wanted("names", entity))
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
            self.read("facts", {fact})
        return _support(self._supports[fact])

    def address(self, fact: str) -> Address:
        """Return the address of the page of the fact with an id."""
        if fact not in self._addresses:
            self._read_addresses(self._wanted("addresses", fact))
        return self._addresses[fact]

    def revision(self, fact: str) -> str | None:
        """Return the id of the fact that revises the one with an id, the first that did."""
        if fact not in self._revisions:
            self._read_revisions(self._wanted("revisions", fact))
        return self._revisions[fact]

    def disputed(self, fact: str) -> tuple[str, ...]:
        """Return the ids of the facts that the one with an id disputes, or that dispute it, the oldest first."""
        if fact not in self._disputed:
            self._read_disputed(self._wanted("disputes", fact))
        return self._disputed[fact]

    def once(self, kind: str, id_: str, read: Callable[[], list[Fact]]) -> list[Fact]:
        """Return the facts of a kind that belong to what has an id: read when they are first asked for."""
        if (kind, id_) not in self._lists:
            self._lists[kind, id_] = read()
        return [*self._lists[kind, id_]]

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
        """Expect to be asked the same of each of some facts: what one of them needs is then read for all of them."""
        for waiting in self._ahead.values():
            waiting.extend(facts)

    def read(self, part: str, ids: Iterable[str]) -> None:
        """Read the records of a part with some ids, all at once; none that was read before."""
        unread = [id_ for id_ in ids if (part, id_) not in self._records]
        self._records |= dict.fromkeys((part, id_) for id_ in unread)
        columns = FACT if part == "facts" else "*"
        for row in self._rows(f"SELECT {columns} FROM {table_of(part)} WHERE id IN {_THESE}", unread):
            if part == "facts":
                self.fact(row)
            else:
                self._records[part, row["id"]] = record_from_row(PARTS[part], row)

    def _wanted(self, kind: str, id_: str) -> set[str]:
        """Return an id that is asked for, and those of its kind that will be."""
        waiting = self._ahead.get(kind, [])
        found: set[str | None] = {id_}
        if waiting:
            found.update(chain.from_iterable(map(_NAMED_BY[kind], waiting)))
            found.discard(None)
            waiting.clear()
        return cast("set[str]", found)

    def _read_names(self, ids: Iterable[str]) -> None:
        unread = [id_ for id_ in ids if id_ not in self._names]
        self._names |= {id_: id_ for id_ in unread}
        self._names |= dict(map(tuple, self._rows(f"SELECT id, name FROM entity WHERE id IN {_THESE}", unread)))

    def _read_addresses(self, facts: Iterable[str]) -> None:
        unread = [id_ for id_ in facts if id_ not in self._addresses]
        self.read("facts", [id_ for id_ in unread if id_ not in self._pages])
        pages = {id_: self._pages.get(id_) for id_ in unread}
        named = [*{page for page in pages.values() if page}]
        rows = self._rows(f"SELECT id, url, language FROM source WHERE id IN {_THESE}", named)
        found: dict[str | None, Address] = {id_: Address(*address) for id_, *address in rows}
        nowhere = Address(None, None)
        self._addresses |= {id_: found.get(page, nowhere) for id_, page in pages.items()}

    def _read_revisions(self, ids: Iterable[str]) -> None:
        unread = [id_ for id_ in ids if id_ not in self._revisions]
        self._revisions |= dict.fromkeys(unread)
        rows = self._rows(
            f"SELECT supersedes, id FROM known WHERE supersedes IN {_THESE} ORDER BY reported DESC, id DESC", unread
        )
        self._revisions |= dict(map(tuple, rows))

    def _read_disputed(self, ids: Iterable[str]) -> None:
        unread = [id_ for id_ in ids if id_ not in self._disputed]
        found: dict[str, list[str]] = {id_: [] for id_ in unread}
        for own, other in disputing(self._known, unread):
            found[own].append(other)
        self._disputed |= {id_: tuple(others) for id_, others in found.items()}

    def _rows(self, query: str, ids: Sequence[str]) -> Iterable[Any]:
        return self._known.rows(query, [encoded(ids)]) if ids else ()


@lru_cache(maxsize=1024)
def _support(text: str) -> Support:
    """Return the support that a column of the index holds: many facts have the same."""
    values = decoded(text)
    return Support(tuple(values["publishers"]), tuple(values["kinds"]), values["origins"])
