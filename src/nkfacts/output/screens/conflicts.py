"""Claims that cannot both hold: under each, those that contradict it, each with why and by how much."""

from collections.abc import Sequence
from itertools import groupby

from nkfacts.model import dates
from nkfacts.model.amounts import readable_number
from nkfacts.output.lines import EMPTY, Block, Field, Grid, Row
from nkfacts.output.screens import hand
from nkfacts.output.screens.hand import Record, View
from nkfacts.output.wrapping import Bit
from nkfacts.text import plural

_EACH = ("revised", "disputed")
"""The words that are left out: each claim is contradicted here, and all are last words."""

_CLAIMS = (
    *hand.FACT[:6],
    Field(least=14, most=20, sinks=1),  # the time that it is about
    Field(least=12, most=44, sinks=1),  # why the two cannot both hold
    hand.FACT[7],
)


def conflicts(title: str, records: Sequence[Record], view: View) -> list[Block]:
    """Return pairs of claims by figure: the higher one, and under it the lower ones that it contradicts.

    Args:
        title: the title of the screen.
        records: the pairs, those of one figure behind each other.
        view: what to show of each fact.
    """
    blocks: list[Block] = [*hand.title(title, "claims that cannot both hold", plural(len(records), "pair"))[:1]]
    shown: list[Record] = []
    for figure, group in groupby(records, key=lambda record: record["figure"]):
        pairs = list(group)
        by_higher: dict[str, list[Record]] = {}
        for pair in pairs:
            by_higher.setdefault(pair["higher"]["id"], []).append(pair)
        blocks += [EMPTY, hand.heading(pairs[0]["label"], figure, pairs[0]["unit"])]
        rows: list[Row] = []
        for against in by_higher.values():
            rows.append(_row(against[0]["higher"], "", _other_figure(against[0]), view))
            rows += [_row(pair["lower"], hand.AGAINST, _why(pair), view) for pair in against]
            shown += [against[0]["higher"], *(pair["lower"] for pair in against)]
        blocks.append(Grid(_CLAIMS, rows))
    return [*blocks, *hand.legend(shown, more=[f"{hand.AGAINST} cannot be true with the one above it"])]


def _row(record: Record, mark: str, words: str, view: View) -> Row:
    cells, below = hand.fact_row(record, view)
    about = dates.parse(record["when"] or record["reported"]).words
    told = "  ".join(filter(None, [words, *(word for word in hand.flags(record) if word not in _EACH)]))
    return Row(
        ([Bit(mark)], hand.amount_bits(record["amount"], "" if mark else "bold"), *cells[2:6],
         [Bit(f"{about}:" if mark else about, "dim")], [Bit(told)], cells[7]),
        below,
    )  # fmt: skip


def _other_figure(pair: Record) -> str:
    """Return what the higher claim counts, where that is another figure than that of the lower one."""
    return f"of: {pair['higher']['label']}" if pair["higher"]["figure"] != pair["figure"] else ""


def _why(pair: Record) -> str:
    more = f", and {plural(pair['others'], 'pair')} more" if pair["others"] else ""
    return f"{pair['why']}, {readable_number(pair['apart'])} apart{more}"
