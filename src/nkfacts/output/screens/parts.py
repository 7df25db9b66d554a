"""What the base holds beside facts, in lines: topics, entities, sources."""

from collections.abc import Sequence

from nkfacts.model import dates
from nkfacts.output.lines import Block, Field, Grid, Row
from nkfacts.output.screens import hand
from nkfacts.output.screens.hand import Record, View
from nkfacts.output.wrapping import Bit
from nkfacts.text import plural

_TOPICS = (Field(gap=0), Field(least=10), Field(right=True), Field(least=24, sinks=1))
_ENTITIES = (Field(gap=0), Field(gap=1, least=20), Field(), Field(right=True), Field(sinks=1))
_SOURCES = (
    Field(gap=0, least=10, right=True),  # the day
    Field(least=12, most=24),  # the publisher
    Field(least=24, sinks=1),  # the title
    Field(sinks=1),  # the kind
    Field(right=True, sinks=1),  # the facts
    Field(optional=True),  # the id
)


def topics(records: Sequence[Record]) -> list[Block]:
    """Return the topics, each with what it is called by, its number of facts and what stands under it."""
    rows = []
    for record in records:
        also = [Bit(f"  also {', '.join(record['aliases'])}", "dim")] if record["aliases"] else []
        what = [Bit(record["description"] or ""), *also]
        rows.append(Row(([hand.id_bit(record["id"])], [Bit(record["label"], "bold")], _facts(record), what)))
    return [*hand.title("Topics", "each a command: nkfacts TOPIC", plural(len(records), "topic")), Grid(_TOPICS, rows)]


def entities(records: Sequence[Record]) -> list[Block]:
    """Return the entities, each with its country, kind, number of claims and id."""
    rows = [
        Row(
            (
                hand.country_bits(record),
                [Bit(record["name"])],
                [Bit(record["kind"], "dim")],
                _facts(record),
                [hand.id_bit(record["id"])],
            )
        )
        for record in records
    ]
    remark = "with the number of their claims; nkfacts show ID has every spelling"
    return [*hand.title("Entities", remark), Grid(_ENTITIES, rows)]


def sources(records: Sequence[Record], view: View) -> list[Block]:
    """Return the documents, each with its day, publisher, title, kind and number of facts; the title is a link."""
    rows = []
    for record in records:
        kind = f"{record['kind']} [{record['language']}]" if record["language"] != "en" else record["kind"]
        cells = (
            [Bit(dates.parse(record["published"]).words if record["published"] else "no day", "dim")],
            [Bit(record["publisher"])],
            [Bit(record["title"] or "without a title", "", record["url"])],
            [Bit(kind, "dim")],
            _facts(record),
            [] if view.ids else [hand.id_bit(record["id"])],
        )
        rows.append(Row(cells, hand.below(record, view)))
    remark = "with the number of facts read there"
    return [*hand.title("Sources", remark, plural(len(records), "source")), Grid(_SOURCES, rows)]


def _facts(record: Record) -> list[Bit]:
    return [Bit(f"{record['facts']:,}")]
