"""The figures with their values: the overview of the main ones, and all of them."""

from collections.abc import Sequence
from itertools import groupby

from nkfacts.hints import Any
from nkfacts.model import dates
from nkfacts.model.amounts import readable_number
from nkfacts.output.lines import EMPTY, Block, Field, Grid, Line, Row
from nkfacts.output.mappings import fact_records
from nkfacts.output.screens import hand
from nkfacts.output.screens.hand import Record, View
from nkfacts.output.wrapping import Bit, Bits
from nkfacts.query.age import is_old
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter
from nkfacts.text import plural

_HEADLINES = (
    Field(gap=0, least=12, most=17, right=True),  # the amount
    Field(least=20),  # what is counted
    Field(sinks=1),  # the country
    Field(gap=1, least=8, most=11, sinks=1),  # the claimant
    Field(gap=1, right=True, sinks=1),  # the day of saying
    Field(gap=1, sinks=1),  # whether it is old
    Field(optional=True),  # the id of the figure
)
_MAIN = (
    _HEADLINES[0]._replace(most=24),  # few enough for the longest to stand on a line where there is room
    _HEADLINES[1]._replace(least=30),
    *_HEADLINES[2:],
)
_ADMITTED = (
    Field(gap=0, right=True),  # the day of saying
    Field(),  # the country
    Field(gap=1, least=20),  # what it admits
)
_SAID = "acknowledged"
_OLD = f"{hand.OLD}; do not add it to newer ones"
_CLAIMED = "claims: from the lowest to the highest of the claimants, where they differ by more than half"


def overview(base: Base, records: Sequence[Record]) -> list[Block]:
    """Return the main figures by topic, and since when the countries that sent and took the soldiers admit it."""
    blocks: list[Block] = [Line([Bit(base.header["title"], "bold")]), Line([Bit(_known(base), "dim")], hang=2), EMPTY]
    old = {record["figure"] for record in records if record["amount"] and is_old(record["age_days"])}
    for label, group in _by_topic(base, records):
        rows = [_row(record, View(), old=record["figure"] in old) for record in group]
        blocks += [Line([Bit(label, "bold")]), Grid(_MAIN, rows)]
    admitted = _admitted(base)
    if admitted:
        blocks += [Line([Bit("Admitted", "bold")]), Grid(_ADMITTED, admitted, indent=2)]
    claimed = [Line([Bit(_CLAIMED, "dim")], hang=2)] if any(map(_claims, records)) else []
    marks = [*([_OLD] if old else []), *_disputed(records)]
    notes = [*claimed, *([hand.meanings(marks)] if marks else [])]
    blocks += [EMPTY, *notes] if notes else []
    if not records:
        return blocks
    tries = (f"nkfacts why {records[0]['figure']}", "nkfacts ask QUESTION", "nkfacts --help")
    typed = [bit for words in tries for bit in _typed(words)]
    return [*blocks, *([] if notes else [EMPTY]), Line(typed)]


def figures(base: Base, records: Sequence[Record], view: View) -> list[Block]:
    """Return every figure by topic, with its value, its claimant and its id."""
    blocks: list[Block] = [*hand.title("Figures", "by topic, each with its headline", plural(len(records), "figure"))]
    for label, group in _by_topic(base, records):
        rows = [_row(record, view) for record in group]
        blocks += [Line([Bit(label, "bold")]), Grid(_HEADLINES, rows)]
    more = [*_typed("nkfacts show FIGURE"), *_typed("nkfacts why FIGURE"), *([] if view.ids else _typed("--ids"))]
    marks = _disputed(records)
    return [*blocks, EMPTY, *([hand.meanings(marks)] if marks else []), Line(more)]


def _disputed(records: Sequence[Record]) -> list[str]:
    """Return what the sign of a disputed figure means, where one has it."""
    return [f"{hand.AGAINST} disputed"] if any(map(hand.is_disputed, records)) else []


def _row(record: Record, view: View, *, old: bool = False) -> Row:
    style = "dim" if old else ""
    figure = record.get("figure") or record["id"]
    # Who said the last plan, and when, stands with it: beside "no plan stands" it would be read as who said that.
    said = record if record["amount"] else {**record, "country": None, "short": None, "reported": None}
    amount = hand.quantity_bits(record, style or "bold") if record["amount"] else _no_amount(record)
    if hand.is_disputed(record):
        amount = [Bit(f"{hand.AGAINST} ", style), *amount]
    return Row(
        (
            amount,
            [Bit(record["label"], style), *_claims(record), *_last_plan(record)],
            hand.country_bits(said, style),
            hand.name_bits(said, style),
            [hand.day_bit(said["reported"], style)] if said["reported"] else [],
            [Bit("old" if old else "")],
            [] if view.ids else [hand.id_bit(figure)],
        ),
        hand.below({"id": figure, "url": record["url"]}, view),
    )


def _no_amount(record: Record) -> Bits:
    return [Bit("no plan stands", "dim")] if record["lapsed"] else [Bit("no headline", "dim")]


def _last_plan(record: Record) -> Bits:
    if not record["lapsed"]:
        return []
    said = [Bit(f", {record['short']}, ", "dim"), hand.day_bit(record["reported"], "dim")]
    return [Bit("  "), *hand.amount_bits(f"last: {record['lapsed']}", "dim"), *said]


def _claims(record: Record) -> Bits:
    """Return the range of the claimants' last words, where they differ by more than half."""
    low, high = record.get("lowest"), record.get("highest")
    if record["lapsed"] or low is None or high <= 1.5 * low:
        return []
    return [Bit("  "), *hand.amount_bits(f"claims: {readable_number(low)} to {readable_number(high)}", "dim")]


def _by_topic(base: Base, records: Sequence[Record]) -> list[tuple[str, list[Record]]]:
    order = list(base.names("topics"))
    ordered = sorted(records, key=lambda record: order.index(record["topic"]))
    topics = [(base.topic(id_), list(group)) for id_, group in groupby(ordered, key=lambda record: record["topic"])]
    return [(topic.label if topic else "", group) for topic, group in topics]


def _known(base: Base) -> str:
    """Return as of when the figures are, and how old the newest statement was then."""
    day = base.as_of or base.header["updated"]
    newest = base.facts(limit=1)
    said = ""
    if newest:
        age = dates.days_between(newest[0].reported, day)
        before = f", {_days(age)} before" if age > 0 else ""
        said = f"; newest statement {dates.day_words(newest[0].reported)}{before}"
    return f"as {'known on' if base.as_of else 'of'} {dates.day_words(day)}{said}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"


def _admitted(base: Base) -> list[Row]:
    """Return the first main happening that each country acknowledged."""
    first: dict[str, Any] = {}
    for fact in base.facts(Filter(status=(_SAID,)), oldest_first=True):
        claimant = base.entity(fact.by)
        if fact.main and fact.figure is None and claimant is not None and claimant.country:
            first.setdefault(claimant.country, fact)
    return [
        Row(
            (
                [hand.day_bit(record["reported"])],
                hand.country_bits(record),
                [Bit(record["title"], "", record["url"])],
            )
        )
        for record in fact_records(base, first.values())
    ]


def _typed(command: str) -> list[Bit]:
    return [Bit(command, "cyan", whole=True), Bit("   ")]
