"""What changed between two days, in plain lines that can be pasted: no columns, so that a narrow mail breaks none."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from nkfacts.output.lines import EMPTY, Block, Line
from nkfacts.output.screens import hand
from nkfacts.output.screens.hand import Record, View
from nkfacts.output.wrapping import Bit, Bits
from nkfacts.text import plural

NO_HEADLINE = "no plan stands"
_SAID, _REPEATED = "said", "repeated"
_PLANNED = "planned"


def changes(title: str, records: Sequence[Record], view: View) -> list[Block]:
    """Return the headlines that moved, each with its page, those that were repeated, then what was said, day by day.

    Args:
        title: the days.
        records: the facts, each with what it ``change``s and the headline that ``was`` before.
        view: what to show of each fact.
    """
    others = [record for record in records if record["change"] != _SAID]
    said = [record for record in records if record["change"] == _SAID]
    blocks: list[Block] = [Line([Bit(title, "bold"), Bit(f"   {_counts(said, others)}", "dim")], hang=2)]
    blocks += headlines(others, lambda record: _moved(record, view))
    if said:
        blocks += [EMPTY, Line([Bit("What was said", "bold")])]
    for day, facts in groupby(said, key=lambda record: record["reported"]):
        blocks.append(Line([hand.day_bit(day)]))
        for record in facts:
            blocks += _said(record, view)
    return [*blocks, *hand.legend(records)]


def headlines(records: Sequence[Record], lines: Callable[[Record], Iterable[Line]]) -> Iterator[Block]:
    """Yield the headlines that are others than before: those that moved, then those whose amount is the same.

    Args:
        records: the facts, each with what it ``change``s.
        lines: what makes the lines of one.
    """
    repeated = [record for record in records if record["change"] == _REPEATED]
    moved = [record for record in records if record["change"] != _REPEATED]
    for title, own in (("Headlines that moved", moved), ("Headlines that were repeated", repeated)):
        if own:
            yield from (EMPTY, Line([Bit(title, "bold")]))
        for record in own:
            yield from lines(record)


def _counts(said: Sequence[Record], others: Sequence[Record]) -> str:
    repeated = sum(record["change"] == _REPEATED for record in others)
    again = f", {repeated:,} repeated" if repeated else ""
    return f"{plural(len(said), 'fact')}, {plural(len(others) - repeated, 'headline')} moved{again}"


def movement_bits(record: Record) -> Bits:
    """Return a headline in words: ``Soldiers killed: about 600 → about 2,000``, or ``…: about 2,000 as before``.

    A plan and what is no plan are told apart: the one does not become the other by a count.
    """
    if record["change"] == _REPEATED:
        return [Bit(f"{record['label']}: "), *hand.quantity_bits(record, "bold"), Bit(" as before", "dim")]
    new: Bits = [Bit(NO_HEADLINE)] if record["change"] == "lapsed" else hand.quantity_bits(record, "bold")
    old: Bits = hand.amount_bits(record["was"] or "no figure")
    if record["change"] == "moved" and (record["was_status"] == _PLANNED) != (record["status"] == _PLANNED):
        mark = Bit(f" {_PLANNED}", whole=True)
        old, new = ([*old, mark], new) if record["was_status"] == _PLANNED else (old, [*new, mark])
    return [Bit(f"{record['label']}: "), *old, Bit(" → ", "dim"), *new]


def before_bits(record: Record) -> Bits:
    """Return who said the new headline, and who the one before, and when."""
    if record["change"] == "lapsed":
        return [Bit(f"the last was by {record['was_claimant']}, "), hand.day_bit(record["was_reported"])]
    bits: list[Bit] = [*_who(record), Bit(", "), hand.day_bit(record["reported"]), Bit(f"  {hand.dots(record)}")]
    if not record["was"]:
        return bits
    # Nobody took anything back where the two are unlike: a number below that of somebody else is no fall.
    unlike = Bit(f" ({'; '.join(record['unlike'])})" if record["unlike"] else "", "dim")
    who = f"{record['was_short']}, " if record["was_by"] != record["by"] else ""
    return [*bits, Bit(f"   before: {who}", "dim"), hand.day_bit(record["was_reported"], "dim"), unlike]


def _moved(record: Record, view: View) -> Iterator[Line]:
    yield Line(movement_bits(record), indent=2, hang=2)
    yield Line(before_bits(record), indent=4, hang=2)
    for bits in hand.below(record, view._replace(links=True)):
        yield Line(bits, indent=4)


def _said(record: Record, view: View) -> Iterator[Line]:
    flags = hand.flag_words(hand.flags(record))
    words = [*hand.what_bits(record, hand.style_of(record)), Bit("   "), *_who(record), Bit(f"  {hand.dots(record)}")]
    yield Line([*words, *([Bit(f"  {flags}")] if flags else [])], indent=2, hang=2)
    for bits in hand.below(record, view):
        yield Line(bits, indent=4)


def _who(record: Record) -> Bits:
    country = f" ({record['country']})" if record["country"] else ""
    return [*hand.name_bits(record), Bit(country)]
