"""What the words of a question may mean in the index: entities, things, actions, figures. Reads; never interprets."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from nkfacts.ask.terms.actions import Actions
from nkfacts.ask.terms.matter import PEOPLE
from nkfacts.hints import Any, Literal, NamedTuple
from nkfacts.query.known import Known


class Meaning(NamedTuple):
    """What some words may mean: the id of an entity, thing, action or figure.

    ``reading`` is how it is told of an action, or capital of a state by its capital; ``shape`` is the form of a verb.
    """

    part: Literal["entities", "things", "actions", "figures"]
    id: str
    reading: Literal["", "verb", "inverse", "negative", "noun", "inverse-noun", "capital", "counts"] = ""
    shape: Literal["", "base", "third", "past", "participle", "gerund", "noun"] = ""

    @property
    def is_noun(self) -> bool:
        """Whether it is a deed that is told by a noun: the capture of."""
        return self.reading in ("noun", "inverse-noun")


UNKNOWN = 6.4
"""The most that a word weighs where words are compared: about what one weighs that no fact has."""

_MOST_KEPT = 1 << 12
"""The records or texts of which one thing is kept for the next question."""


class Lexicon:
    """The names and words of an index, each looked up once.

    Args:
        known: an open index.
    """

    def __init__(self, known: Known) -> None:
        self._index = known.connection
        self.actions = Actions(known)
        self._isa: dict[str, frozenset[str]] = {}
        self._within: dict[str, frozenset[str]] = {}
        self._whose: dict[str, str | None] = {}
        self._nations: dict[str, str | None] = {}
        self._weights: dict[str, float] = {}
        self._places: dict[str, bool] = {}
        self._codes: dict[str, str | None] = {}
        self._held: dict[str, list[tuple[str, str]]] = {}
        self.compared: dict[tuple[tuple[Meaning, ...], str | None], Any] = {}
        """Which fillers some meanings fit, beside the nation whose it is: told once for many questions."""
        self._kept: dict[str, dict[str, Any]] = {}

    def kept(self, what: str) -> dict[str, Any]:
        """Return what was made of records or texts, by these or by ids, for earlier questions; at most of so many."""
        found = self._kept.setdefault(what, {})
        if len(found) > _MOST_KEPT:
            found.clear()
        return found

    def meanings(self, grams: Sequence[str]) -> dict[str, list[Meaning]]:
        """Return what each of some folded phrases may mean; phrases that mean nothing are left out."""
        known: dict[str, list[Meaning]] = self.kept("meanings")
        if unread := [gram for gram in grams if gram not in known]:
            self._read_meanings(unread, known)
        return {gram: found for gram in grams if (found := known[gram])}

    def _read_meanings(self, grams: Sequence[str], known: dict[str, list[Meaning]]) -> None:
        """Add what each of some folded phrases may mean, or nothing, to what is known."""
        known.update((gram, []) for gram in grams)
        marks = ", ".join("?" * len(grams))
        for folded, part, id_, reading in self._index.execute(
            f"""SELECT folded, part, id, reading FROM name
                WHERE folded IN ({marks}) AND (part IN ('entities', 'things') OR reading = 'counts') ORDER BY rowid""",
            grams,
        ):
            known[folded].append(Meaning(part, id_, reading or ""))
        for form, action, reading, shape in self._index.execute(
            f"SELECT form, action, reading, shape FROM evokes WHERE form IN ({marks})", grams
        ):
            known[form].append(Meaning("actions", action, reading, shape))

    def most_words(self, words: Iterable[str]) -> dict[str, int]:
        """Return how many words the longest name or form has that begins with each of some words, or of others."""
        known: dict[str, int] = self.kept("most words")
        unread = [word for word in words if word not in known]
        if not unread:
            return known
        marks = ", ".join("?" * len(unread))
        known.update(dict.fromkeys(unread, 0))
        known.update(self._index.execute(f"SELECT word, words FROM beginning WHERE word IN ({marks})", unread))
        return known

    def known_words(self, words: Sequence[str]) -> set[str]:
        """Return those of some folded words that occur in the names, verbs, statements or questions of the base."""
        marks = ", ".join("?" * len(words))
        return {word for (word,) in self._index.execute(f"SELECT word FROM word WHERE word IN ({marks})", words)}

    def words_like(self, word: str) -> list[str]:
        """Return the words of the base that begin with the letter of a word and are about as long."""
        first = word[0]
        rows = self._index.execute(
            "SELECT word FROM word WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ?",
            (first, chr(ord(first) + 1), len(word) - 1, len(word) + 1),
        )
        return [found for (found,) in rows]

    def isa(self, id_: str) -> frozenset[str]:
        """Return a thing, entity or action with all that it is a kind of."""
        if id_ not in self._isa:
            rows = self._index.execute("SELECT ancestor FROM isa WHERE id = ?", (id_,))
            self._isa[id_] = frozenset((id_, *(ancestor for (ancestor,) in rows)))
        return self._isa[id_]

    def is_people(self, id_: str) -> bool:
        """Say whether a thing is a kind of people."""
        return PEOPLE in self.isa(id_)

    def within(self, entity: str) -> frozenset[str]:
        """Return an entity with all that it speaks for or lies in."""
        if entity not in self._within:
            rows = self._index.execute("SELECT ancestor FROM within WHERE entity = ?", (entity,))
            self._within[entity] = frozenset((entity, *(ancestor for (ancestor,) in rows)))
        return self._within[entity]

    def region_named_like(self, city: str) -> str | None:
        """Return the region that a place lies in and that bears its name: who says Kharkiv may mean its oblast."""
        regions = self.kept("regions")
        if city not in regions:
            row = self._index.execute(
                """SELECT region.id FROM within JOIN name AS own ON own.id = entity JOIN name AS region
                   ON region.id = ancestor AND region.folded GLOB own.folded || ' *' WHERE entity = ? LIMIT 1""",
                (city,),
            ).fetchone()
            regions[city] = row[0] if row else None
        found: str | None = regions[city]
        return found

    def whose(self, thing: str) -> str | None:
        """Return the country that a thing, or a kind it belongs to, is of when nothing is said; None for any."""
        if thing not in self._whose:
            row = self._index.execute(
                """SELECT thing."of" FROM isa JOIN thing ON thing.id = isa.ancestor
                   WHERE isa.id = ? AND thing."of" IS NOT NULL ORDER BY isa.ancestor = isa.id DESC LIMIT 1""",
                (thing,),
            ).fetchone()
            self._whose[thing] = row[0] if row else None
        return self._whose[thing]

    def nation_of(self, id_: str) -> str | None:
        """Return the country of a thing or entity; None where it has none."""
        if id_ not in self._nations:
            within = self.within(id_) & self.countries
            self._nations[id_] = next(iter(within), None) or self.whose(id_) or self.country_of_entity(id_)
        return self._nations[id_]

    def weight(self, word: str) -> float:
        """Return how much a word tells: the more the fewer facts have it; one that no fact has tells most."""
        if word not in self._weights:
            from math import log

            (having,) = self._index.execute(
                "SELECT count(*) FROM fulltext WHERE fulltext MATCH ?",
                (f'{{title body names asked}} : "{word}"',),
            ).fetchone()
            facts = self._number_of_facts
            self._weights[word] = log(1 + (facts - min(having, facts) + 0.5) / (having + 0.5))
        return self._weights[word]

    @cached_property
    def _number_of_facts(self) -> int:
        (number,) = self._index.execute("SELECT count(*) FROM fact").fetchone()
        return int(number)

    def figures_that_count(self, ids: Iterable[str]) -> list[str]:
        """Return the figures that count any of some things."""
        wanted = list(ids)
        marks = ", ".join("?" * len(wanted))
        rows = self._index.execute(
            f"""SELECT DISTINCT record.id FROM filler JOIN isa ON isa.id = filler.id
                JOIN record ON record.number = filler.owner
                WHERE slot = 'of' AND ancestor IN ({marks})""",
            wanted,
        )
        return [owner for (owner,) in rows]

    def country(self, meanings: Iterable[Meaning]) -> str | None:
        """Return the country among some meanings; None when there is none."""
        for meaning in meanings:
            if meaning.part == "entities" and meaning.id in self.countries:
                return meaning.id
        return None

    @cached_property
    def countries(self) -> frozenset[str]:
        """The entities that are countries: places that lie in no other."""
        return self._ids("SELECT id FROM entity WHERE kind = 'place' AND part_of IS NULL AND country IS NOT NULL")

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The countries that the whole base is about: those that at least a quarter of the facts with frames name."""
        return self._ids("SELECT id FROM subject")

    @cached_property
    def offices(self) -> frozenset[str]:
        """The things that are offices."""
        return self._ids("SELECT id FROM thing WHERE office")

    @cached_property
    def _entities(self) -> frozenset[str]:
        return self._ids("SELECT id FROM entity")

    def _ids(self, query: str) -> frozenset[str]:
        return frozenset(id_ for (id_,) in self._index.execute(query))

    def leads(self, entity: str) -> str | None:
        """Return the country that a person leads or led, which may be named for him; None for others."""
        return self._leaders.get(entity)

    @cached_property
    def _leaders(self) -> dict[str, str]:
        rows = self._index.execute(
            """SELECT entity.id, json_extract(value, '$.of') FROM entity, json_each(entity.held)
               WHERE json_extract(value, '$.post') IN ('supreme-leader', 'president')"""
        )
        return dict(map(tuple, rows))

    def has_held(self, entity: str, post: str, country: str | None) -> bool:
        """Say whether an entity ever held an office, of a country where one is named."""
        if entity not in self._held:
            self._held[entity] = self._index.execute(
                """SELECT json_extract(value, '$.post'), json_extract(value, '$.of') FROM entity, json_each(entity.held)
                   WHERE entity.id = ?""",
                (entity,),
            ).fetchall()
        return any(held == post and (country is None or country in self.within(of)) for held, of in self._held[entity])

    def is_place(self, id_: str) -> bool:
        """Say whether an entity or thing is a place; a country is one as well as a state."""
        if id_ not in self._places:
            row = self._index.execute(
                "SELECT 1 FROM entity WHERE id = ? AND kind = 'place' UNION SELECT 1 FROM thing WHERE id = ? AND place",
                (id_, id_),
            ).fetchone()
            self._places[id_] = row is not None
        return self._places[id_]

    def is_entity(self, id_: str) -> bool:
        """Say whether an id is that of an entity."""
        return id_ in self._entities

    def country_of_entity(self, entity: str) -> str | None:
        """Return the country whose code an entity has; None where it has none."""
        if entity not in self._codes:
            row = self._index.execute(
                """SELECT country.id FROM entity JOIN entity AS country ON country.country = entity.country
                   WHERE entity.id = ? AND country.kind = 'place' AND country.part_of IS NULL""",
                (entity,),
            ).fetchone()
            self._codes[entity] = row[0] if row else None
        return self._codes[entity]
