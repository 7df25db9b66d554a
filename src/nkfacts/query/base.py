"""The questions a fact base answers. The only place that reads the index.

A ``Base`` is bound to a day: facts reported after it do not exist. Facts of ``scope:
part``, deprecated ones and denials never become a headline or count in a spread.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from nkfacts.cli.quick_complete import ids_beginning
from nkfacts.errors import UnknownName, UsageProblem
from nkfacts.index.tables import record_from_row, table_of
from nkfacts.model import dates
from nkfacts.model.records import PARTS, SINGULAR, Entity, Fact, Figure, Record, Source, Topic
from nkfacts.model.support import Support
from nkfacts.query.by_id import Lookup
from nkfacts.query.filters import EVERYTHING, LARGEST_INTEGER, WITHIN, Filter, conditions
from nkfacts.query.headline import CANDIDATES, ORDER
from nkfacts.query.results import Counted, Hit, Match, Spread
from nkfacts.text import did_you_mean, fold, nearest, spellings, visible, well_formed

if TYPE_CHECKING:
    from nkfacts.query.lexicon import Lexicon
    from nkfacts.query.matching import Wanted


def _match(forms: tuple[str, ...]) -> str:
    """Return the full-text expression that a word matches in any of its forms."""
    # Korean particles stick to the word before them, so other scripts match by their beginning.
    phrases = (f'"{form}"' if form.isascii() else f'"{form}"*' for form in forms)
    return f"({' OR '.join(phrases)})"


class Base:
    """A fact base as it was known on a day.

    Args:
        connection: an open index.
        as_of: a day, month or year; facts reported after its end do not exist. None for all.

    Raises:
        UsageProblem: ``as_of`` is no date.
    """

    def __init__(self, connection: sqlite3.Connection, as_of: str | None = None) -> None:
        connection.row_factory = sqlite3.Row
        self._connection = connection
        self.as_of = dates.last_day_of(as_of) if as_of else None
        self._last_day = self.as_of or dates.LAST_DAY
        self._lookup = Lookup(connection, self._last_day)

    @property
    def header(self) -> dict[str, str]:
        """What the file says about itself: ``format``, ``title``, ``updated`` and more."""
        return dict(self._connection.execute("SELECT key, value FROM header").fetchall())

    def on(self, day: str | None) -> "Base":
        """Return the same base as it was known on a day."""
        base = Base(self._connection, day)
        base._lookup = self._lookup.on(base._last_day)
        return base

    @property
    def lexicon(self) -> "Lexicon":
        """The names and words of the base, by which questions are read."""
        from nkfacts.query.lexicon import Lexicon

        return Lexicon(self._connection)

    # Records by id and by name

    def fact(self, id_: str) -> Fact | None:
        """Return a fact that was known on the day."""
        found = self._get("facts", id_)
        return found if found is not None and found.reported <= self._last_day else None

    def figure(self, id_: str) -> Figure | None:
        """Return a figure by its id."""
        return cast("Figure | None", self._get("figures", id_))

    def entity(self, id_: str) -> Entity | None:
        """Return an entity by its id."""
        return cast("Entity | None", self._get("entities", id_))

    def source(self, id_: str) -> Source | None:
        """Return a source by its id."""
        return cast("Source | None", self._get("sources", id_))

    def topic(self, id_: str) -> Topic | None:
        """Return a topic by its id."""
        return cast("Topic | None", self._get("topics", id_))

    def name_of(self, entity: str) -> str:
        """Return the name of an entity."""
        return self._lookup.name(entity)

    def find(self, name: str) -> tuple[str, Record]:
        """Return the part and record that an id, or a name of a figure, entity or topic, leads to.

        Raises:
            UnknownName: nothing has the name; the error offers the nearest.
        """
        for part in ("facts", "figures", "entities", "topics", "sources"):
            record = self.fact(name) if part == "facts" else self._get(part, name)
            if record is not None:
                return part, record
        for part in ("figures", "entities", "topics"):
            id_ = self._id_of_name(part, name)
            if id_:
                return part, self._get(part, id_)
        ids = [id_ for (id_,) in self._connection.execute("SELECT id FROM record")]
        near = [*self._like("figures", name), *self._like("entities", name), *nearest(name, ids)]
        raise UnknownName(
            f"nothing here is called {visible(name)!r}",
            did_you_mean(list(dict.fromkeys(near))[:3]) or f"try: nkfacts search {visible(name)}",
        )

    def resolve(self, part: str, name: str) -> str:
        """Return the id of the record of a part that an id, name or alias leads to, in any spelling.

        Raises:
            UnknownName: none has the name; the error offers the nearest.
        """
        if self._get(part, name) is not None:
            return name
        id_ = self._id_of_name(part, name)
        if id_:
            return id_
        raise UnknownName(
            f"no {SINGULAR[part]} is called {visible(name)!r}",
            did_you_mean(self._like(part, name)) or f"see: nkfacts {part}",
        )

    def has_name(self, part: str, name: str) -> bool:
        """Say whether an id, name or alias leads to a record of a part."""
        return self._get(part, name) is not None or self._id_of_name(part, name) is not None

    # Lists

    def topics(self) -> list[Counted]:
        """Return every topic with its number of facts, in the order of the file."""
        return self._counted(
            "topics",
            "SELECT coalesce(fact.topic, figure.topic) AS id FROM fact LEFT JOIN figure ON figure.id = fact.figure",
        )

    def figures(self, topic: str | None = None) -> list[Counted]:
        """Return the figures, of one topic or all, with their number of facts, in the order of the file."""
        wanted = self.resolve("topics", topic) if topic else None
        found = self._counted("figures", "SELECT figure AS id FROM fact")
        return [counted for counted in found if wanted in (None, counted.record.topic)]

    def entities(self, kind: str | None = None) -> list[Counted]:
        """Return the entities, of one kind or all, with the number of facts they assert."""
        found = self._counted("entities", 'SELECT "by" AS id FROM fact')
        return [counted for counted in found if kind in (None, counted.record.kind)]

    def sources(self, kind: str | None = None) -> list[Counted]:
        """Return the sources, of one kind or all, with the number of facts that rest on them."""
        found = self._counted(
            "sources",
            "SELECT link.target AS id FROM fact JOIN link ON link.owner = fact.id AND link.part = 'sources'",
        )
        return [counted for counted in found if kind in (None, counted.record.kind)]

    def facts(self, wanted: Filter = EVERYTHING, *, oldest_first: bool = False, limit: int | None = None) -> list[Fact]:
        """Return the facts that pass a filter, by the day they were reported."""
        order = "ASC" if oldest_first else "DESC"
        return self._select_facts(wanted, f"fact.reported {order}, fact.when_last {order}, fact.id", limit)

    def timeline(self, wanted: Filter = EVERYTHING, *, limit: int | None = None) -> list[Fact]:
        """Return events and figures in the order of the time they are about; deprecated ones left out."""
        order = "fact.when_first, fact.when_last, fact.reported, fact.id"
        return self._select_facts(wanted, order, limit, more="AND fact.rank IS NOT 'deprecated'")

    # Figures

    def headline(self, figure: str, *, by: str | None = None) -> Fact | None:
        """Return the fact that answers for a figure, of all claimants or of one, by the rule of headline.py."""
        return next(iter(self.candidates(figure, by=by)), None)

    def candidates(self, figure: str, *, by: str | None = None) -> list[Fact]:
        """Return the facts that compete to be the headline of a figure, the winner first."""
        where, values = CANDIDATES, [self.resolve("figures", figure), self._last_day]
        if by is not None:
            where, values = f'{where} AND "by" IN {WITHIN}', [*values, self.resolve("entities", by)]
        rows = self._connection.execute(f"SELECT * FROM fact WHERE {where} ORDER BY {ORDER}", values)
        return [self._fact(row) for row in rows]

    def spread(self, figure: str) -> Spread:
        """Return the lowest and the highest of what the claimants of a figure say now."""
        competing = self.candidates(figure)
        latest: dict[str, Fact] = {}
        for fact in competing:
            if fact.by not in latest or fact.reported > latest[fact.by].reported:
                latest[fact.by] = fact
        numbers = [fact for fact in latest.values() if fact.lowest is not None]
        return Spread(
            min(numbers, key=lambda fact: (cast("float", fact.lowest), fact.id), default=None),
            max(numbers, key=lambda fact: (cast("float", fact.highest), fact.id), default=None),
            len(latest),
            len(competing),
        )

    def revisions(self, figure: str, by: str) -> list[Fact]:
        """Return what one claimant said about a figure, in the order in which it was reported."""
        claimant = self.resolve("entities", by)
        return [fact for fact in reversed(self.facts(Filter(figure=figure))) if fact.by == claimant]

    def neighbours(self, figure: str) -> list[Figure]:
        """Return the figures most easily confused with one: those it names, then others of its topic."""
        own = self.figure(figure)
        if own is None:
            return []
        named = [self.figure(id_) for id_ in own.near]
        rest = [counted.record for counted in self.figures(own.topic)]
        near = {found.id: found for found in [*named, *rest] if found is not None and found.id != own.id}
        return list(near.values())

    # Search, and what belongs together

    def search(self, words: str, *, limit: int | None = None) -> list[Hit]:
        """Return the records whose words match, best first; one with exactly that name leads, sources come last.

        Raises:
            UsageProblem: there is no word to look for.
        """
        # A word said twice asks for no more, and SQLite takes quadratic time for it.
        terms = list(dict.fromkeys(spellings(well_formed(words))))
        if not terms:
            raise UsageProblem("there is no word to look for", "write one or more words")
        rows = self._connection.execute(
            """SELECT fulltext.part, fulltext.id, fulltext.title,
                      coalesce(fact.statement, nullif(fulltext.body, ''), fulltext.title) AS text
               FROM fulltext LEFT JOIN fact ON fulltext.part = 'facts' AND fact.id = fulltext.id
               WHERE fulltext MATCH ? AND coalesce(fact.reported, '') <= ?
               ORDER BY EXISTS (SELECT 1 FROM name WHERE name.part = fulltext.part AND name.id = fulltext.id
                                AND name.folded = ?) DESC,
                        fulltext.part = 'sources', bm25(fulltext, 0, 0, 6, 4, 1, 1), fulltext.id
               LIMIT ?""",
            (" AND ".join(map(_match, terms)), self._last_day, fold(well_formed(words)), _at_most(limit)),
        )
        return [Hit(*row) for row in rows]

    def unmatched(self, words: str) -> list[str]:
        """Return those of the words that occur nowhere in the base."""
        found = self._connection.cursor()
        return [
            term[0]
            for term in spellings(well_formed(words))
            if not found.execute("SELECT 1 FROM fulltext WHERE fulltext MATCH ? LIMIT 1", (_match(term),)).fetchone()
        ]

    def support(self, fact: Fact) -> Support:
        """Return the support of a fact: its publishers, their kinds, and the number of origins."""
        return self._lookup.support(fact.id)

    def lies_within(self, entity: str, ancestor: str) -> bool:
        """Say whether an entity speaks for, or lies in, another, or is it."""
        return self._lookup.lies_within(entity, ancestor)

    def read_ahead(self, facts: Sequence[Fact]) -> None:
        """Read at once what the records of many facts need, which would else be read one by one."""
        self._lookup.read_ahead(facts)

    def matching(self, wanted: "Wanted", *, limit: int) -> list[Match]:
        """Return the facts that have all that is wanted, those that have it in their titles first."""
        from nkfacts.query.matching import select

        query, values = select(wanted, self._last_day, limit)
        return [Match(self._fact(row), bool(row["verified"])) for row in self._connection.execute(query, values)]

    def revision_of(self, fact: Fact) -> str | None:
        """Return the id of the claimant's later fact that revises this one."""
        return self._lookup.revision(fact.id)

    def superseded_by(self, fact: Fact) -> Fact | None:
        """Return the claimant's later fact that revises this one."""
        later = self.revision_of(fact)
        return self.fact(later) if later else None

    def disagreeing(self, fact: Fact) -> list[tuple[Fact, int | float]]:
        """Return the facts that cannot be true beside one, each with how far apart the two are.

        They are facts of the same figure by other claimants, about an overlapping time, whose
        range lies outside its own. Parts, deprecated facts and denials disagree with nothing.
        """
        own = fact.bounds
        rows = self._connection.execute(
            """SELECT other.* FROM fact AS own JOIN fact AS other ON other.figure = own.figure
               WHERE own.id = ? AND own.competes AND other.competes AND other."by" <> own."by"
                 AND other.reported <= ? AND other.when_first <= own.when_last AND other.when_last >= own.when_first
               ORDER BY other.reported DESC, other.id""",
            (fact.id, self._last_day),
        )
        found = []
        for other in map(self._fact, rows):
            if own is not None and other.bounds is not None:
                gap = max(other.bounds[0] - own[1], own[0] - other.bounds[1])
                if gap > 0:
                    found.append((other, gap))
        return found

    def facts_naming(self, part: str, id_: str) -> list[Fact]:
        """Return the facts that refer to a record, the latest first."""
        rows = self._connection.execute(
            """SELECT * FROM fact WHERE id IN (SELECT owner FROM link WHERE part = ? AND target = ?)
               AND reported <= ? ORDER BY reported DESC, id""",
            (part, id_, self._last_day),
        )
        return [self._fact(row) for row in rows]

    def names(self, part: str) -> Iterator[str]:
        """Yield the ids of a part, in the order of the file."""
        yield from (id_ for (id_,) in self._connection.execute(f"SELECT id FROM {table_of(part)} ORDER BY rowid"))

    def ids_beginning(self, tables: Sequence[str], start: str) -> list[str]:
        """Return the ids of some kinds of record (``fact``, ``figure``, …) that begin so, in the order of the file."""
        return ids_beginning(self._connection, tables, start)

    def close(self) -> None:
        """Close the index."""
        self._connection.close()

    # Inside

    def _get(self, part: str, id_: str) -> Any:
        return self._lookup.record(part, id_)

    def _fact(self, row: sqlite3.Row) -> Fact:
        return self._lookup.fact(row)

    def _id_of_name(self, part: str, name: str) -> str | None:
        row = self._connection.execute(
            "SELECT id FROM name WHERE part = ? AND folded = ?", (part, fold(well_formed(name)))
        ).fetchone()
        return row[0] if row else None

    def _like(self, part: str, name: str) -> list[str]:
        """Return the ids of a part that have the words of a name in one of theirs, then those spelt alike."""
        wanted = set(fold(name).split())
        names = self._connection.execute("SELECT folded, id FROM name WHERE part = ?", (part,)).fetchall()
        ids = dict(tuple(row) for row in names)
        if not names:
            ids = {id_: id_ for id_ in self.names(part)}
        sharing = [id_ for folded, id_ in ids.items() if wanted and wanted <= set(folded.split())]
        spelt = [ids[folded] for folded in nearest(fold(name), ids)]
        return list(dict.fromkeys([*sharing, *spelt]))[:3]

    def _counted(self, part: str, uses: str) -> list[Counted]:
        """Count the facts of the day that use each record of a part; ``uses`` selects ``id`` for each use."""
        rows = self._connection.execute(
            f"""SELECT record.*, coalesce(used.facts, 0) AS facts FROM {table_of(part)} AS record
                LEFT JOIN (SELECT id, count(*) AS facts FROM ({uses} WHERE fact.reported <= ?) GROUP BY id) AS used
                ON used.id = record.id ORDER BY record.rowid""",
            (self._last_day,),
        )
        return [Counted(record_from_row(PARTS[part], row), row["facts"]) for row in rows]

    def _select_facts(self, wanted: Filter, order: str, limit: int | None, more: str = "") -> list[Fact]:
        where, values = conditions(wanted, self, self._last_day)
        rows = self._connection.execute(
            f"""SELECT fact.* FROM fact WHERE rowid IN (
                    SELECT fact.rowid FROM fact LEFT JOIN figure ON figure.id = fact.figure
                    WHERE {where} {more} ORDER BY {order} LIMIT ?)
                ORDER BY {order}""",
            [*values, _at_most(limit)],
        )
        return [self._fact(row) for row in rows]

    def sources_called(self, name: str) -> list[str]:
        """Return the ids of the sources that an id or the name of a publisher or site leads to."""
        if self.source(name) is not None:
            return [name]
        rows = self._connection.execute("SELECT id, publisher, via_site FROM source").fetchall()
        wanted = fold(name)
        ids = [id_ for id_, *names in rows if wanted in [fold(n) for n in names if n]]
        if ids:
            return ids
        publishers = {publisher for _, publisher, _ in rows}
        folded = {fold(publisher): publisher for publisher in publishers}
        near = [folded[n] for n in nearest(wanted, folded)] or nearest(name, [row[0] for row in rows])
        raise UnknownName(
            f"no source or publisher is called {visible(name)!r}", did_you_mean(near) or "see: nkfacts sources"
        )


def _at_most(limit: int | None) -> int:
    """Return a limit as SQLite takes it: a negative one is none."""
    return -1 if limit is None else min(limit, LARGEST_INTEGER)
