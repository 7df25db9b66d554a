"""The questions a fact base answers: whoever has one, a command or a program, asks it here and writes no SQL.

This package reads the index. What looks up every word of a question, and what takes a base out whole, reads it too, by
``Base.known``: a few files of ``ask`` and ``exporting``, which tests/test_layers.py names.

A ``Base`` is bound to a day: facts reported after it do not exist. Facts of ``scope: part``, deprecated ones, denials
and plans whose time is over never become a headline or count in a spread.
"""

from collections.abc import Iterable, Iterator, Sequence

from nkfacts.hints import Any
from nkfacts.index.binding import sqlite
from nkfacts.model.records import Entity, Fact, Figure, Record, Source, Topic
from nkfacts.model.support import Support
from nkfacts.query import names
from nkfacts.query.by_id import FACT, Lookup
from nkfacts.query.comparing import disagreeing, spread
from nkfacts.query.completion import completions
from nkfacts.query.counting import counted
from nkfacts.query.filters import EVERYTHING, Filter, conditions, date_asked, naming, selection
from nkfacts.query.headline import candidates
from nkfacts.query.known import NO_DAY, Known
from nkfacts.query.results import Address, Candidate, Counted, Hit, Spread
from nkfacts.query.search import search, unmatched


class Base:
    """A fact base as it was known on a day.

    Args:
        connection: an open index.
        as_of: a day, month or year, or words as ``last month``; facts reported after its end do not exist.
            None for all.

    Attributes:
        as_of: that day, or the last of that month or year.
        known: the index as it was known then, for queries of other packages.

    Raises:
        UsageProblem: ``as_of`` is no date.
    """

    def __init__(self, connection: sqlite.Connection, as_of: str | None = None) -> None:
        connection.row_factory = sqlite.Row
        self.as_of = date_asked(as_of).last if as_of else None
        self._index, self.known = connection, Known(connection, self.as_of or NO_DAY)
        self._lookup = Lookup(self.known)

    @property
    def header(self) -> dict[str, str]:
        """What the file says about itself: ``format``, ``title``, ``updated`` and more."""
        return dict(self._index.execute("SELECT key, value FROM header").fetchall())

    def on(self, day: str | None) -> "Base":
        """Return the same base as it was known on a day."""
        base = Base(self._index, day)
        base._lookup = self._lookup.on(base.known)
        return base

    # Records by id and by name

    def fact(self, id_: str) -> Fact | None:
        """Return a fact that was known on the day."""
        found = self._lookup.record("facts", id_)
        return found if found is not None and found.reported <= self.known.last_day else None

    def expect(self, part: str, ids: Iterable[str]) -> None:
        """Read at once the records of a part that will be asked for by their ids, one by one."""
        self._lookup.read(part, ids)

    def figure(self, id_: str) -> Figure | None:
        """Return a figure by its id."""
        return self._lookup.record("figures", id_)  # type: ignore[no-any-return]

    def entity(self, id_: str) -> Entity | None:
        """Return an entity by its id."""
        return self._lookup.record("entities", id_)  # type: ignore[no-any-return]

    def source(self, id_: str) -> Source | None:
        """Return a source by its id."""
        return self._lookup.record("sources", id_)  # type: ignore[no-any-return]

    def topic(self, id_: str) -> Topic | None:
        """Return a topic by its id."""
        return self._lookup.record("topics", id_)  # type: ignore[no-any-return]

    def name_of(self, entity: str) -> str:
        """Return the name of an entity."""
        return self._lookup.name(entity)

    def find(self, name: str) -> tuple[str, Record]:
        """Return the part and record that an id, or a name of a figure, entity or topic, leads to.

        Raises:
            UnknownName: nothing has the name; the error offers the nearest.
        """
        for part in ("facts", "figures", "entities", "topics", "sources"):
            record = self.fact(name) if part == "facts" else self._lookup.record(part, name)
            if record is not None:
                return part, record
        for part in ("figures", "entities", "topics"):
            if id_ := names.id_of_name(self._index, part, name):
                return part, self._lookup.record(part, id_)
        raise names.unknown(self._index, name)

    def resolve(self, part: str, name: str, *, claimant: bool = False) -> str:
        """Return the id of the record of a part that an id, name or alias leads to, in any spelling.

        A capital leads to its country where no city has the name, and before the city where a ``claimant`` is wanted.

        Raises:
            UnknownName: none has the name; the error offers the nearest.
        """
        if not claimant and self._lookup.record(part, name) is not None:
            return name
        if id_ := names.id_of_name(self._index, part, name, claimant=claimant):
            return id_
        raise names.unknown(self._index, name, part)

    def has_name(self, part: str, name: str) -> bool:
        """Say whether an id, name or alias leads to a record of a part."""
        return self._lookup.record(part, name) is not None or names.id_of_name(self._index, part, name) is not None

    # Lists

    def topics(self) -> list[Counted]:
        """Return every topic with its number of facts, in the order of the file."""
        return counted(self.known, "topics")

    def figures(self, topic: str | None = None) -> list[Counted]:
        """Return the figures, of one topic or all, with their number of facts, in the order of the file."""
        wanted = self.resolve("topics", topic) if topic else None
        return [each for each in counted(self.known, "figures") if wanted in (None, each.record.topic)]

    def entities(self, kind: str | None = None) -> list[Counted]:
        """Return the entities, of one kind or all, with the number of facts they assert."""
        return [each for each in counted(self.known, "entities") if kind in (None, each.record.kind)]

    def sources(self, kind: str | None = None) -> list[Counted]:
        """Return the sources, of one kind or all, with the number of facts that rest on them."""
        return [each for each in counted(self.known, "sources") if kind in (None, each.record.kind)]

    def facts(self, wanted: Filter = EVERYTHING, *, oldest_first: bool = False, limit: int | None = None) -> list[Fact]:
        """Return the facts that pass a filter, by the day they were reported."""
        order = "ASC" if oldest_first else "DESC"
        return self._select_facts(wanted, f"known.reported {order}, known.when_last {order}, known.id", limit)

    def timeline(self, wanted: Filter = EVERYTHING, *, limit: int | None = None) -> list[Fact]:
        """Return events and figures in the order of the time they are about, of a month its days before all of it."""
        month, is_longer = "substr(known.when_first, 1, 7)", "known.when_first < known.when_last"
        order = f"{month}, {is_longer}, known.when_last, known.when_first, known.reported, known.id"
        return self._select_facts(wanted, order, limit, more="AND known.rank IS NOT 'deprecated'")

    # Figures

    def headline(self, figure: str, *, by: str | None = None) -> Fact | None:
        """Return the fact that answers for a figure, of all claimants or of one, by the rule of headline.py."""
        return next(iter(self.candidates(figure, by=by)), None)

    def lapsed(self, figure: str, *, by: str | None = None) -> Fact | None:
        """Return the plan that would answer for a figure if its time were not over."""
        return next((each.fact for each in self.ranking(figure, by=by, lapsed=True)), None)

    def candidates(self, figure: str, *, by: str | None = None) -> list[Fact]:
        """Return the facts that compete to be the headline of a figure, the winner first."""
        if by is not None:
            return [each.fact for each in self.ranking(figure, by=by)]
        return self._lookup.once("candidates", figure, lambda: [each.fact for each in self.ranking(figure)])

    def ranking(self, figure: str, *, by: str | None = None, lapsed: bool = False) -> list[Candidate]:
        """Return the facts that compete, or the plans whose time is over, each with what decided its place."""
        claimant = self.resolve("entities", by, claimant=True) if by is not None else None
        rows = candidates(self.known, self.resolve("figures", figure), by=claimant, lapsed=lapsed)
        keys = ("verified", "standing", "gives_way_to", "lapses_on", "origins")
        return [Candidate(self._lookup.fact(row), *(row[key] for key in keys)) for row in rows]

    def facts_of(self, figure: str) -> list[Fact]:
        """Return every fact of a figure, those that do not compete too, the latest first."""
        query = f"SELECT {FACT} FROM known WHERE figure = ? ORDER BY reported DESC, id"
        return self._lookup.once("facts", figure, lambda: self._facts(query, [figure]))

    def spread(self, figure: str) -> Spread:
        """Return the lowest and the highest of what the claimants of a figure say of the time of its headline."""
        known = self.figure(self.resolve("figures", figure))
        return spread(self.candidates(figure), self.entity, cumulative=bool(known and known.cumulative))

    def neighbours(self, figure: str) -> list[Figure]:
        """Return the figures most easily confused with one: those it names, then others of its topic."""
        own = self.figure(figure)
        if own is None:
            return []
        named = [self.figure(id_) for id_ in own.near]
        rest = [each.record for each in self.figures(own.topic)]
        near = {found.id: found for found in [*named, *rest] if found is not None and found.id != own.id}
        return list(near.values())

    # Search, and what belongs together

    def search(self, words: str, *, limit: int | None = None) -> list[Hit]:
        """Return the records whose words match, best first; one with exactly that name leads, sources come last.

        Raises:
            UsageProblem: there is no word to look for.
        """
        return search(self.known, words, limit)

    def unmatched(self, words: str) -> list[str]:
        """Return those of the words that occur nowhere in the base."""
        return unmatched(self.known, words)

    @property
    def counted_to(self) -> str:
        """The day to which the age of a fact is counted: the one asked for, else that of the newest statement."""
        return self.known.counted_to

    def support(self, fact: Fact) -> Support:
        """Return the support of a fact: its publishers, their kinds, and the number of origins."""
        return self._lookup.support(fact.id)

    def address(self, fact: Fact) -> Address:
        """Return the address of the page of a fact: in English before others, then of a known publisher."""
        return self._lookup.address(fact.id)

    def lies_within(self, entity: str, ancestor: str) -> bool:
        """Say whether an entity speaks for, or lies in, another, or is it."""
        return self._lookup.lies_within(entity, ancestor)

    def read_ahead(self, facts: Sequence[Fact]) -> None:
        """Read at once what the records of many facts need, which would else be read one by one."""
        self._lookup.read_ahead(facts)

    def revision_of(self, fact: Fact) -> str | None:
        """Return the id of the claimant's later fact that revises this one."""
        return self._lookup.revision(fact.id)

    def superseded_by(self, fact: Fact) -> Fact | None:
        """Return the claimant's later fact that revises this one."""
        return self.fact(later) if (later := self.revision_of(fact)) else None

    def disputed(self, fact: Fact) -> tuple[Fact, ...]:
        """Return the facts of others that this one says otherwise than, or that say otherwise than it, oldest first."""
        self.expect("facts", self.disputed_ids(fact))
        return tuple(filter(None, map(self.fact, self.disputed_ids(fact))))

    def disputed_ids(self, fact: Fact) -> tuple[str, ...]:
        """Return the ids of the same facts; which of the two it is, ``fact.disputes`` says."""
        return self._lookup.disputed(fact.id)

    def disagreeing(self, fact: Fact) -> list[tuple[Fact, int | float]]:
        """Return the facts that cannot be true beside one, each with how far apart the two are.

        They are facts of the same figure by other claimants, about an overlapping time, whose
        range lies outside its own. Parts, deprecated facts and denials disagree with nothing.
        """
        return disagreeing(self.known, self._lookup, fact)

    def facts_naming(self, part: str, id_: str) -> list[Fact]:
        """Return the facts that refer to a record, in frames too, the latest first; ``meanings`` in these only."""
        condition, values = naming(part, id_)
        return self._facts(f"SELECT {FACT} FROM known WHERE {condition} ORDER BY reported DESC, id", values)

    def telling(self, event: str) -> list[Fact]:
        """Return the facts that tell a happening, in the order in which they were said."""
        return self._facts(f"SELECT {FACT} FROM known WHERE event = ? ORDER BY reported, id", [event])

    def word_for(self, id_: str) -> str:
        """Return what people call an entity or thing, or the word for an action."""
        return self._lookup.word(id_)

    def is_mutual(self, action: str) -> bool:
        """Say whether who does an action and with whom may change places, as in meeting."""
        return bool(self._lookup.record("actions", action).symmetric)

    def names(self, part: str) -> Iterator[str]:
        """Yield the ids of a part, in the order of the file."""
        yield from names.ids(self._index, part)

    def completions(self, kinds: Sequence[str], start: str) -> list[tuple[str, str]]:
        """Return the ids of some kinds of record (``fact``, …) that begin so, in the order of the file, with labels."""
        return completions(self._index, kinds, start)

    def close(self) -> None:
        """Close the index."""
        self._index.close()

    def sources_called(self, name: str) -> list[str]:
        """Return the ids of the sources that an id or the name of a publisher or site leads to.

        Raises:
            UnknownName: none is called so; the error offers the nearest.
        """
        return names.sources_called(self._index, name)

    def _facts(self, query: str, values: Sequence[Any]) -> list[Fact]:
        return [self._lookup.fact(row) for row in self.known.rows(query, values)]

    def _select_facts(self, wanted: Filter, order: str, limit: int | None, more: str = "") -> list[Fact]:
        where, values = conditions(wanted, self, self._index)
        return self._facts(*selection(FACT, f"{where} {more}", values, order, limit))
