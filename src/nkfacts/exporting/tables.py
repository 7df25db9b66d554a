"""The tables of an export: every record once, with keys that lead from one to another.

What serves only to read questions (``asked``, what a figure counts, the words of an action) is in the lossless forms.
"""

from collections.abc import Iterator

from nkfacts.exporting.records import records
from nkfacts.exporting.schema import Column, Row, Table, single_columns, values_of
from nkfacts.hints import Any
from nkfacts.index.words import fillers_of
from nkfacts.model import dates
from nkfacts.model.amounts import parse_number
from nkfacts.model.meaning import SLOTS, Action, Thing
from nkfacts.model.records import Entity, Fact, Figure, Source, Topic
from nkfacts.output.mappings import by_readability, fact_records
from nkfacts.query.base import Base

_FACT = Column("fact", "text", "the fact", "facts")
_NUMBER = Column("number", "whole", "its place among those of the fact, from 1")
_ID = Column("id", "text", "its id")

_BASE = (Column("key", "text", "what is told"), Column("value", "text", "what it is"))


def _base_rows(base: Base) -> Iterator[Row]:
    yield from base.header.items()
    yield "newest", base.counted_to
    if base.as_of:
        yield "as_of", base.as_of


_TOPIC, _ENTITY, _ACTION = single_columns(Topic), single_columns(Entity), single_columns(Action)


def _plain_rows(part: str, columns: list[Column]) -> Any:
    return lambda base: (values_of(record, columns) for record in records(base, part))


_SOURCE = (
    *single_columns(Source),
    Column("published_first", "day", "the first day that 'published' can mean"),
    Column("published_last", "day", "the last day that 'published' can mean"),
)


def _source_rows(base: Base) -> Iterator[Row]:
    for source in records(base, "sources"):
        day = dates.parse(source.published) if source.published else None
        yield (*values_of(source, _SOURCE[:-2]), day.first if day else None, day.last if day else None)


_FIGURE = (
    *single_columns(Figure),
    Column("headline", "text", "the fact that answers for it, by the rule that nkfacts why tells", "facts"),
    Column("lapsed", "text", "the last plan, where every plan is over and nothing answers", "facts"),
    Column("lowest", "number", "the lowest that a claimant says of the time of the headline"),
    Column("highest", "number", "the highest of the same"),
    Column("claimants", "whole", "how many claimants these are"),
    Column("facts", "whole", "how many facts give a value for it, parts and deprecated ones too"),
)


def _figure_rows(base: Base) -> Iterator[Row]:
    for figure, facts in base.figures():
        headline = base.headline(figure.id)
        lapsed = None if headline else base.lapsed(figure.id)
        spread = base.spread(figure.id) if headline else None
        yield (
            *values_of(figure, _FIGURE[:-6]),
            headline.id if headline else None,
            lapsed.id if lapsed else None,
            spread.lowest.lowest if spread and spread.lowest else None,
            spread.highest.highest if spread and spread.highest else None,
            spread.claimants if spread else 0,
            facts,
        )


_THING = (_ID, Column("name", "text", "the word for it"), *single_columns(Thing)[1:])


def _thing_rows(base: Base) -> Iterator[Row]:
    for thing in records(base, "things"):
        yield (thing.id, thing.names[0], *values_of(thing, _THING[2:]))


_NAME = (
    Column("part", "text", "the table of the record: topics, entities, figures or things"),
    _ID,
    Column("name", "text", "a name that leads to it, in any script"),
    Column("kind", "text", "name, short, alias, or capital: the city that stands for a government"),
)


def _name_rows(base: Base) -> Iterator[Row]:
    for part in ("topics", "entities", "figures", "things"):
        for record in records(base, part):
            own = getattr(record, "name", None) or getattr(record, "label", None)
            kinds = {"name": (own, *getattr(record, "names", ())), "short": (getattr(record, "short", None),)}
            kinds |= {"alias": getattr(record, "aliases", ()), "capital": getattr(record, "capital", ())}
            told = {name: kind for kind in reversed(kinds) for name in reversed(kinds[kind]) if name}
            yield from ((part, record.id, name, kind) for name, kind in reversed(told.items()))


_KIND = (Column("id", "text", "an entity or a thing"), Column("wider", "text", "what it is a kind of", "things"))


def _kind_rows(base: Base) -> Iterator[Row]:
    for part in ("entities", "things"):
        yield from ((record.id, wider) for record in records(base, part) for wider in record.isa)


_OFFICE = (
    Column("entity", "text", "the person", "entities"),
    Column("number", "whole", "its place among the offices of the person, from 1"),
    Column("post", "text", "the office", "things"),
    Column("body", "text", "of which country or body", "entities"),
    Column("since", "text", "since when (EDTF)"),
    Column("until", "text", "until when (EDTF)"),
)


def _office_rows(base: Base) -> Iterator[Row]:
    for person in records(base, "entities"):
        for number, held in enumerate(person.held, 1):
            yield person.id, number, held.post, held.of, getattr(held, "from"), held.to


_OWN = {column.name: column for column in single_columns(Fact)}
_FACTS = (
    _OWN["id"],
    _OWN["figure"],
    _OWN["topic"]._replace(doc="its topic; of a figure's fact, that of the figure"),
    _OWN["title"],
    _OWN["statement"],
    Column("amount", "text", "the amount for people: about 600"),
    *(_OWN[key] for key in ("value", "low", "high", "words", "qualifier", "status")),
    _OWN["when"]._replace(name="time"),  # the other is a word of SQL
    Column("when_first", "day", "the first day of that time; none where it has no beginning"),
    Column("when_last", "day", "the last day of that time; none where it has no end"),
    *(_OWN[key] for key in ("reported", "by", "place", "event", "main", "scope", "rank", "rank_reason", "supersedes")),
    Column("superseded_by", "text", "the same claimant's later fact that revises this one", "facts"),
    _OWN["note"],
    Column("publishers", "whole", "how many publishers have it"),
    Column("origins", "whole", "how many of them did not take it from another"),
    Column("source", "text", "the page to read it at: English before others, known publishers first", "sources"),
)


def _fact_rows(base: Base) -> Iterator[Row]:
    for record in fact_records(base, records(base, "facts")):
        readable = (page["source"] for page in by_readability(record["evidence"]) if page.get("url"))
        support = record["support"]
        known = {
            **record,
            "time": record["when"],
            "publishers": len(support["publishers"]),
            "origins": support["origins"],
            "source": next(readable, None),
        }
        yield tuple(known[column.name] for column in _FACTS)


def _of_facts(key: str) -> Any:
    """Return what yields, for each value in a list of a fact, the id of the fact, the number and the value."""

    def rows(base: Base) -> Iterator[Row]:
        for fact in records(base, "facts"):
            for number, value in enumerate(getattr(fact, key), 1):
                yield fact.id, number, value

    return rows


_DISPUTE = (_FACT, _NUMBER, Column("disputed", "text", "a fact of somebody else that it says otherwise than", "facts"))


def _entity(doc: str) -> Column:
    return Column("entity", "text", doc, "entities")


_EVIDENCE = (
    _FACT,
    _NUMBER,
    Column("source", "text", "where it was read", "sources"),
    Column("as_printed", "text", "the figure or key words as printed, at most ten words"),
)


def _evidence_rows(base: Base) -> Iterator[Row]:
    for fact, number, piece in _of_facts("evidence")(base):
        yield fact, number, piece.source, piece.as_printed


_FRAME = (
    _FACT,
    _NUMBER,
    Column("did", "text", "what is done", "actions"),
    Column("negated", "flag", "1 when it is said not to be so"),
    Column("open", "flag", "1 when it is neither confirmed nor denied"),
    Column("planned", "flag", "1 when it is said beforehand"),
    Column("attempt", "flag", "1 when it was tried only"),
    Column("first", "flag", "1 when it is said to have been the first"),
)


def _frame_rows(base: Base) -> Iterator[Row]:
    for fact, number, frame in _of_facts("events")(base):
        yield fact, number, frame.did, *(bool(getattr(frame, key)) for key in ("not", *(c.name for c in _FRAME[4:])))


_FILLER = (
    _FACT,
    Column("frame", "whole", "the number of the frame"),
    Column("slot", "text", f"one of {', '.join(SLOTS)}"),
    Column("position", "whole", "its place in the slot, from 1"),
    Column("id", "text", "the entity, thing or action that fills it"),
    Column("quantity", "number", "how many of it, where that was said"),
    Column("words", "text", "the same for people: 28 transport aircraft"),
)


def _filler_rows(base: Base) -> Iterator[Row]:
    for fact in records(base, "facts"):
        counted: dict[tuple[int, str], int] = {}
        for _, frame, _, slot, id_, quantity in fillers_of(fact):
            position = counted[frame, slot] = counted.get((frame, slot), 0) + 1
            words = f"{quantity} {base.word_for(id_)}" if quantity else base.word_for(id_)
            yield fact.id, frame + 1, slot, position, id_, parse_number(quantity) if quantity else None, words


TABLES = (
    Table("base", "something that the fact file says about itself, or the day of its newest statement", _BASE, ["key"],
          _base_rows),
    Table("topics", "a shelf of the base", _TOPIC, ["id"], _plain_rows("topics", _TOPIC)),
    Table("entities", "somebody or something that facts name", _ENTITY, ["id"], _plain_rows("entities", _ENTITY)),
    Table("things", "a population, a kind of goods, or whatever else frames name", _THING, ["id"], _thing_rows),
    Table("actions", "something that can be done, with its code in PLOVER", _ACTION, ["id"],
          _plain_rows("actions", _ACTION)),
    Table("names", "a name of a topic, entity, figure or thing", _NAME, ["part", "id", "name"], _name_rows),
    Table("kinds", "one step of what is a kind of what", _KIND, ["id", "wider"], _kind_rows),
    Table("offices", "an office that a person held", _OFFICE, ["entity", "number"], _office_rows),
    Table("sources", "a document in which facts were read", _SOURCE, ["id"], _source_rows),
    Table("figures", "a question that has a number for an answer, with its headline", _FIGURE, ["id"], _figure_rows),
    Table("facts", "an attributed, dated statement", _FACTS, ["id"], _fact_rows),
    Table("evidence", "a place where a fact was read", _EVIDENCE, ["fact", "number"], _evidence_rows),
    Table("relays", "somebody who passed a fact on", (_FACT, _NUMBER, _entity("who passed it on")), ["fact", "number"],
          _of_facts("via")),
    Table("mentions", "something that a fact names besides", (_FACT, _NUMBER, _entity("what it names")),
          ["fact", "number"], _of_facts("about")),
    Table("tags", "a word to filter by", (_FACT, _NUMBER, Column("tag", "text", "the word")), ["fact", "number"],
          _of_facts("tags")),
    Table("disputes", "two facts of different claimants that say otherwise of the same thing", _DISPUTE,
          ["fact", "number"], _of_facts("disputes")),
    Table("frames", "something that a fact says was done", _FRAME, ["fact", "number"], _frame_rows),
    Table("fillers", "who or what fills a slot of a frame", _FILLER, ["fact", "frame", "slot", "position"],
          _filler_rows),
)  # fmt: skip
"""The tables, in an order in which most keys lead to a table that stands before; those of facts may lead to facts."""
