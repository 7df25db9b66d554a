"""``nkfacts show NAME``: everything about one record."""

from collections.abc import Iterator
from functools import partial

from nkfacts.commands.declaring import Argument
from nkfacts.commands.options import all_names
from nkfacts.hints import Annotated, Any
from nkfacts.model import dates
from nkfacts.model.amounts import readable_number
from nkfacts.model.records import Entity, Fact, Figure, Record
from nkfacts.output.layouts import ITEMS
from nkfacts.output.mappings import (
    fact_record,
    headline_record,
    origins_words,
    page_words,
    plain_record,
    support_words,
)
from nkfacts.output.meaning import frame_words, office_words
from nkfacts.output.report import Report
from nkfacts.output.screens.record import MOST_FACTS, fact_screen, record_screen
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

EXAMPLES = ("nkfacts show casualties.killed", "nkfacts show nis")

_Item = tuple[str, Any]
_IN_WORDS = frozenset(("named_by", "held", "isa", "counts", "asked"))
"""The keys of a record that are not shown as they are: most of them stand in words behind the others."""


def run(
    base: Base,
    name: Annotated[str, Argument(metavar="NAME", help="An id, or a name in any spelling.", complete=all_names)],
) -> Report:
    """Show everything about a fact, figure, entity, topic or source, and what refers to it."""
    part, record = base.find(name)
    if isinstance(record, Fact):
        disagrees = [
            {"id": other.id, "by": other.by, "amount": other.amount, "reported": other.reported, "difference": gap}
            for other, gap in base.disagreeing(record)
        ]
        data = {**fact_record(base, record), "disagrees": disagrees}
        items = [
            *_fact_items(base, data),
            *_disputes(base, record),
            *_meaning(base, record),
            *_disagreements(base, data),
        ]
        title = data["label"]
        screen = partial(fact_screen, base, record, data)
    else:
        data = plain_record(record)
        if isinstance(record, Figure):
            data["headline"] = headline_record(base, record)
        # The facts of a figure name its topic through it.
        facts = base.facts(Filter(topic=record.id)) if part == "topics" else base.facts_naming(part, record.id)
        data["named_by"] = [fact.id for fact in facts]
        items = [*_items(base, data), *_meaning(base, record), *_naming(base, facts)]
        title = getattr(record, "label", None) or getattr(record, "name", None) or record.id
        screen = partial(record_screen, base, record, data, facts)
    return Report(
        str(title),
        ITEMS,
        [{"key": key, "value": value} for key, value in items if value not in (None, "", [])],
        whole=data,
        screen=screen,
    )


def _fact_items(base: Base, data: dict[str, Any]) -> Iterator[_Item]:
    yield "id", data["id"]
    yield ("figure" if data["figure"] else "event"), data["label"]
    yield "figure id", data["figure"]
    yield "topic", data["topic"]
    yield "statement", data["statement"]
    yield "amount", f"{data['amount']} {data['unit']}" if data["amount"] else None
    yield "status", data["status"]
    yield "when", f"{dates.parse(data['when']).words} ({data['when']})" if data["when"] else None
    yield "said on", f"{dates.day_words(data['reported'])} ({data['reported']})"
    yield "claimant", f"{data['claimant']} ({data['by']})"
    for entity, relay in zip(data["via"], data["relays"], strict=True):
        yield "passed on by", f"{relay} ({entity})"
    yield "place", f"{data['place_name']} ({data['place']})" if data["place"] else None
    for entity in data["about"]:
        yield "about", f"{base.name_of(entity)} ({entity})"
    yield "tags", data["tags"]
    yield "scope", data["scope"] if data["scope"] == "part" else None
    yield "rank", data["rank"] if data["rank"] != "normal" else None
    yield "reason", data["rank_reason"]
    yield "revises", data["supersedes"]
    yield "revised by", data["superseded_by"]
    yield "note", data["note"]
    for piece in data["evidence"]:
        yield "read in", _page_words(piece)
        yield "as printed", piece["as_printed"]
        yield "page", piece.get("url")
    yield "support", f"{support_words(data['support'])} ({origins_words(data['support'])})"


def _disputes(base: Base, fact: Fact) -> Iterator[_Item]:
    for other in base.disputed(fact):
        yield ("says otherwise than" if other.id in fact.disputes else "disputed by"), _fact_words(base, other)


def _meaning(base: Base, record: Record) -> Iterator[_Item]:
    """Yield what a record says that statements mean, in words."""
    if isinstance(record, Fact):
        for frame in record.events:
            yield "says that", frame_words(base, frame)
        if record.event:
            yield "event id", f"{record.event} (main)" if record.main else record.event
            for other in base.telling(record.event):
                if other.id != record.id:
                    yield "told by too", _fact_words(base, other)
    elif isinstance(record, Entity):
        for held in record.held:
            yield "office", office_words(base, held)
        yield "is a kind of", [base.word_for(thing) for thing in record.isa]


def _disagreements(base: Base, data: dict[str, Any]) -> Iterator[_Item]:
    for other in data["disagrees"][:MOST_FACTS]:
        gap = f"{readable_number(other['difference'])} {data['unit']} apart"
        yield "disagrees", f"{other['reported']}  {other['amount']}, {base.name_of(other['by'])}, {gap} ({other['id']})"


def _page_words(piece: dict[str, Any]) -> str:
    words = [str(piece.get("publisher", piece["source"])), *page_words(piece)]
    return f"{', '.join(words)} ({piece['source']})"


def _items(base: Base, data: dict[str, Any]) -> Iterator[_Item]:
    for key, value in data.items():
        if key == "headline":
            if value:
                amount = value["amount"] or f"no plan stands; last: {value['lapsed']}"
                yield "headline", f"{amount}, {value['claimant']}, {value['reported']} ({value['id']})"
                yield "claimants", value["claimants"]
        elif key == "part_of" and value:
            yield "part of", f"{base.name_of(value)} ({value})"
        elif key not in _IN_WORDS:
            yield key.replace("_", " "), value


def _naming(base: Base, facts: list[Fact]) -> Iterator[_Item]:
    for fact in facts[:MOST_FACTS]:
        yield "fact", _fact_words(base, fact)
    if len(facts) > MOST_FACTS:
        yield "facts", f"{len(facts)} in all"


def _fact_words(base: Base, fact: Fact) -> str:
    figure = base.figure(fact.figure) if fact.figure else None
    denied = " denied" if fact.status == "denied" else ""
    what = f"{figure.label}: {fact.amount}{denied}" if figure else fact.title
    return f"{fact.reported}  {what}, {base.name_of(fact.by)} ({fact.id})"
