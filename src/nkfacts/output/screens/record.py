"""All about one record: a fact with its pages, or what else the base holds, with the facts that name it."""

from collections.abc import Iterable, Iterator, Sequence

from nkfacts.hints import Any
from nkfacts.model import dates
from nkfacts.model.amounts import readable_number
from nkfacts.model.records import Entity, Fact, Figure, Source, Topic
from nkfacts.output.lines import EMPTY, Block, Field, Grid, Line, Row
from nkfacts.output.mappings import by_readability, fact_record, fact_records, origins_words, page_words, said_words
from nkfacts.output.meaning import frame_words, office_words
from nkfacts.output.screens import facts as listed
from nkfacts.output.screens import hand
from nkfacts.output.screens.hand import Record, View
from nkfacts.output.wrapping import Bit, Bits
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter
from nkfacts.text import listing, plural

_PAIRS = (Field(gap=0, most=12), Field(least=16, most=100))
_VIEW = View()
_Pair = tuple[str, Bits]
MOST_FACTS = 20
"""The facts that name a record which are shown with it."""


def fact_screen(base: Base, fact: Fact, data: Record) -> list[Block]:
    """Return all about a fact: what is said by whom, where it was read, what stands beside it."""
    first = [Bit(data["label"], "bold"), *([Bit("  "), hand.id_bit(data["figure"])] if data["figure"] else [])]
    said: list[Bit] = [*hand.quantity_bits(data, "bold"), Bit("   ")] if data["amount"] else []
    said += [Bit(f"{data['status']}: ", "dim"), *by_whom(data)]
    flags = hand.flags(data)
    blocks: list[Block] = [Line(first, hang=2), EMPTY, Line(said, hang=2)]
    blocks += [Line([Bit(data["statement"])]), EMPTY]
    blocks.append(_pairs(_keys(base, fact, data, [word for word in flags if not word.startswith("[")])))
    blocks += [EMPTY, Line([Bit("Read in", "bold"), Bit(f"  {origins_words(data['support'])}", "dim")])]
    for piece in by_readability(data["evidence"]):
        blocks.append(Line([*hand.quote_bits(piece), *page_bits(piece)], indent=2, hang=2))
        if piece.get("url"):
            blocks.append(Line([hand.url_bit(piece["url"])], indent=4))
    for heading, ids in (("Says otherwise than", data["disputes"]), ("Disputed by", data["disputed_by"])):
        blocks += _others(base, heading, [other for other in base.disputed(fact) if other.id in ids])
    blocks += _others(base, "Told by too", [other for other in _telling(base, fact) if other.id != fact.id])
    blocks += _disagreeing(base, data)
    return [*blocks, EMPTY, Line([hand.id_bit(fact.id), *_typed(f"nkfacts trace {fact.id}")], hang=2)]


def record_screen(base: Base, record: Any, data: Record, naming: Sequence[Fact]) -> list[Block]:
    """Return all about a record that is no fact, and the latest facts that name it."""
    names = (getattr(record, key, None) for key in ("label", "name", "title", "id"))
    title = str(next(filter(None, names)))
    blocks: list[Block] = [Line([Bit(title, "bold"), Bit("  "), hand.id_bit(record.id)], hang=2), EMPTY]
    blocks += [_pairs(_about(base, record, data)), EMPTY]
    if isinstance(record, Source) and record.url:
        blocks += [Line([hand.url_bit(record.url)]), EMPTY]
    shown = fact_records(base, naming[:MOST_FACTS])
    if isinstance(record, Figure):
        shown = [each for each in shown if each["figure"] == record.id]
    if not shown:
        return blocks[:-1]
    more = f"  {plural(len(naming), 'fact')}" + (f", {len(shown)} shown" if len(naming) > len(shown) else "")
    blocks.append(Line([Bit("Named by", "bold"), Bit(more, "dim"), *_typed(_all_of(base, record, naming))], hang=2))
    if isinstance(record, Figure):
        # Its label and id stand above.
        return [*blocks, *listed.of_one(base, shown, _VIEW)]
    return [*blocks, listed.said(shown), *hand.legend(shown)]


def page_bits(piece: Record) -> list[Bit]:
    """Return a page in words, its publisher a link: ``Yonhap, citing KBS, 30 Apr 2025, agency [ko]``."""
    foreign = piece.get("language") not in (None, "en")
    return [
        Bit(piece.get("publisher") or piece["source"], "", piece.get("url")),
        Bit("".join(f", {word}" for word in page_words(piece))),
        *([Bit(f" [{piece['language']}]", "dim")] if foreign else []),
    ]


def by_whom(data: Record) -> Iterator[Bit]:
    """Yield who says a fact, when, and who passed it on."""
    yield Bit(data["claimant"], "", data["url"])
    yield Bit(f" ({data['country']})" if data["country"] else "")
    yield Bit(", ")
    yield hand.day_bit(data["reported"])
    if data["relays"]:
        yield Bit(f", via {listing(data['relays'])}")


def _keys(base: Base, fact: Fact, data: Record, flags: Sequence[str]) -> Iterator[_Pair]:
    """Yield what else is known of a fact, and which word of its claimant came before and after it."""
    yield "marked", [Bit(", ".join(flags), "bold")]
    yield "because", _text(data["rank_reason"])
    yield "about", _text(dates.parse(data["when"]).words if data["when"] else None)
    yield "in", _text(data["place_name"])
    yield "names", _text(listing(base.name_of(entity) for entity in data["about"]))
    for frame in fact.events:
        yield "says that", _text(frame_words(base, frame))
    for key, id_ in (("revises", data["supersedes"]), ("revised by", data["superseded_by"])):
        other = base.fact(id_) if id_ else None
        if other is not None:
            yield key, [Bit(f"{said_words(other)}  "), hand.id_bit(other.id)]
    yield "tags", _text(", ".join(data["tags"]))
    yield "note", _text(data["note"])
    yield "topic", [hand.typed(f"nkfacts {data['topic']}")]


def _about(base: Base, record: Any, data: Record) -> Iterator[_Pair]:
    """Yield what a record that is no fact says of itself, in words."""
    if isinstance(record, Figure):
        yield from _about_figure(base, record, data["headline"])
    elif isinstance(record, Entity):
        yield from _about_entity(base, record)
    elif isinstance(record, Source):
        yield "page", page_bits({**data, "source": record.id})
    elif isinstance(record, Topic):
        yield "facts", [hand.typed(f"nkfacts {record.id}")]
        yield "takes in", _text(record.description)
    yield "unit", _text(data.get("unit"))
    yield "topic", _text(data.get("topic"))
    yield "kept at", [hand.url_bit(data["archived"])] if data.get("archived") else []
    yield "also", _text(", ".join(data.get("aliases") or ()))


def _about_figure(base: Base, figure: Figure, headline: Record | None) -> Iterator[_Pair]:
    if headline:
        amount = headline["amount"] or f"no plan stands; last: {headline['lapsed']}"
        yield "headline", [Bit(amount, "bold"), Bit(f" {figure.unit}, "), *by_whom(headline)]
    yield "counts", _text(figure.description)
    yield "not the same", _text(listing(near.label for near in map(base.figure, figure.near) if near is not None))


def _about_entity(base: Base, entity: Entity) -> Iterator[_Pair]:
    yield "is", _text(", ".join(filter(None, [entity.kind, entity.role, entity.country])))
    if entity.part_of:
        yield "part of", [Bit(f"{base.name_of(entity.part_of)}  "), hand.id_bit(entity.part_of)]
    for held in entity.held:
        yield "office", _text(office_words(base, held))
    yield "kind of", _text(listing(base.word_for(thing) for thing in entity.isa))


def _text(text: str | None) -> Bits:
    return [Bit(text or "")]


def _pairs(pairs: Iterable[_Pair]) -> Grid:
    """Return the keys that have a value, each with it."""
    filled = [(key, value) for key, value in pairs if any(bit.text for bit in value)]
    return Grid(_PAIRS, [Row(([Bit(key, "dim")], value)) for key, value in filled])


def _telling(base: Base, fact: Fact) -> list[Fact]:
    return base.telling(fact.event) if fact.event else []


def _others(base: Base, heading: str, facts: Sequence[Fact]) -> list[Block]:
    if not facts:
        return []
    return [EMPTY, Line([Bit(heading, "bold")]), listed.said(fact_records(base, facts))]


def _disagreeing(base: Base, data: Record) -> list[Block]:
    """Return the facts that cannot be true beside one, with how far apart they are."""
    others = [(base.fact(other["id"]), f"{readable_number(other['difference'])} apart") for other in data["disagrees"]]
    rows = [hand.fact_row(fact_record(base, fact), _VIEW, more=apart) for fact, apart in others[:MOST_FACTS] if fact]
    if not rows:
        return []
    remark = f"  {len(others)}" + (f", {len(rows)} shown" if len(others) > len(rows) else "")
    return [EMPTY, Line([Bit("Disagree", "bold"), Bit(remark, "dim")]), Grid(hand.FACT, rows)]


_LISTED = ((Figure, "list --figure "), (Source, "list --source "), (Topic, ""))


def _all_of(base: Base, record: Any, naming: Iterable[Fact]) -> str:
    """Return the command that lists all facts of a record; of an entity, the one that lists most of those naming it."""
    if not isinstance(record, Entity):
        return next((f"nkfacts {words}{record.id}" for kind, words in _LISTED if isinstance(record, kind)), "")
    named, id_ = {fact.id for fact in naming}, record.id
    filters = {
        "by": Filter(by=id_), "about": Filter(about=id_), "place": Filter(place=id_), "via": Filter(via=id_),
        "who": Filter(who=id_), "to": Filter(to=id_),
    }  # fmt: skip
    option = max(filters, key=lambda option: len(named & {fact.id for fact in base.facts(filters[option])}))
    return f"nkfacts list --{option} {id_}"


def _typed(command: str) -> list[Bit]:
    return [Bit("   "), Bit(command, "cyan", whole=True)]
