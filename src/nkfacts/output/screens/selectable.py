"""The views and tables that SQL can ask, or the columns of one."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from nkfacts.hints import Any
from nkfacts.output.lines import EMPTY, Block, Field, Grid, Line, Row
from nkfacts.output.screens import hand
from nkfacts.output.wrapping import Bit

_COLUMN = (Field(gap=0), Field(), Field(least=24))


def selectable(title: str, records: Sequence[Mapping[str, Any]], *, whole: bool) -> list[Block]:
    """Return each view and table with the names of its columns, or of one what each column means."""
    blocks: list[Block] = [*hand.title(title, records[0]["row"] if whole else "")]
    if whole:
        rows = [Row((_name(record["column"]), [Bit(record["type"], "dim")], _meaning(record))) for record in records]
        return [*blocks, Grid(_COLUMN, rows)]
    for name, group in groupby(records, key=lambda record: record["table"]):
        columns = list(group)
        blocks += [
            Line([Bit(name, "bold"), Bit("  "), Bit(columns[0]["row"], "dim")], hang=2),
            Line([Bit(", ".join(record["column"] for record in columns))], indent=2),
        ]
    offer = [hand.typed("nkfacts sql claims"), Bit("   tells what the columns of one of them mean")]
    return [*blocks, EMPTY, Line(offer)]


def _name(name: str) -> list[Bit]:
    return [Bit(name, "bold")]


def _meaning(record: Mapping[str, Any]) -> list[Bit]:
    leads = [Bit("  → "), hand.typed(record["leads_to"])] if record["leads_to"] else []
    return [Bit(record["meaning"]), *leads]
