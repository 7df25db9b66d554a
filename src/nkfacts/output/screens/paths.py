"""The way of a fact from its claimant to the pages, and what a search found."""

from collections.abc import Mapping, Sequence

from nkfacts.hints import Any
from nkfacts.model.records import SINGULAR
from nkfacts.output.lines import Block, Field, Grid, Line, Row
from nkfacts.output.mappings import fact_records
from nkfacts.output.screens import hand
from nkfacts.output.screens.hand import View
from nkfacts.output.wrapping import Bit, Bits
from nkfacts.query.base import Base
from nkfacts.text import plural

Step = Mapping[str, Any]

_HITS = (Field(gap=0), Field(least=20, most=100))


def way(title: str, steps: Sequence[Step], origins: int, view: View) -> list[Block]:
    """Return the steps as a tree, each under the one it came from, the address of a page on a line of its own."""
    blocks: list[Block] = [*hand.title(title, "1 origin" if origins == 1 else f"{origins} independent origins")]
    for number, step in enumerate(steps):
        before, behind = _branches(steps, number)
        bits = [Bit(f"{step['role']}  ", "dim"), Bit(step["name"], "bold" if not number else "", step.get("url"))]
        if step["id"] and view.ids:
            bits += [Bit("  "), hand.id_bit(step["id"])]
        blocks.append(Line(bits, start=before, later=behind))
        if step.get("url"):
            blocks.append(Line([hand.url_bit(step["url"])], start=behind, later=behind))
    return blocks


def hits(base: Base, title: str, records: Sequence[Step], view: View) -> list[Block]:
    """Return what a search found: what it is, its title, who said it and when, the text."""
    blocks: list[Block] = [*hand.title(title, "best first", plural(len(records), "hit"))]
    known = [base.fact(record["id"]) for record in records if record["part"] == "facts"]
    facts = {record["id"]: record for record in fact_records(base, [fact for fact in known if fact])}
    rows = [_hit(record, facts.get(record["id"]), view) for record in records]
    return [*blocks, Grid(_HITS, rows), *hand.legend(list(facts.values()))]


def _hit(record: Step, fact: hand.Record | None, view: View) -> Row:
    kind = [Bit(SINGULAR[record["part"]], "dim")]
    below: list[Bits] = [[Bit(record["text"], "dim")]] if record["text"] != record["title"] else []
    if fact is None:
        return Row((kind, [Bit(record["title"] or record["id"], "bold"), Bit("   "), hand.id_bit(record["id"])]), below)
    said = [*hand.what_bits(fact), Bit("   "), *hand.name_bits(fact), Bit(", "), hand.day_bit(fact["reported"])]
    said.append(Bit(f"  {hand.dots(fact)}  {hand.flag_words(hand.flags(fact))}"))
    return Row((kind, said), [*below, *hand.below(fact, view)])


def _branches(steps: Sequence[Step], number: int) -> tuple[str, str]:
    """Return what stands before a step of the tree, and before its further lines."""
    depth = steps[number]["depth"]
    if not depth:
        return "", "│ " if number + 1 < len(steps) else ""
    stems = ["│  " if _goes_on(steps, number, level) else "   " for level in range(1, depth)]
    goes_on = _goes_on(steps, number, depth)
    has_below = number + 1 < len(steps) and steps[number + 1]["depth"] > depth
    stem = "".join(stems)
    further = stem + ("│  " if goes_on else "   ") + ("│ " if has_below else "")
    return f"{stem}{'├─ ' if goes_on else '└─ '}", further


def _goes_on(steps: Sequence[Step], number: int, depth: int) -> bool:
    """Say whether another step of a depth follows under the same one."""
    for step in steps[number + 1 :]:
        if step["depth"] < depth:
            return False
        if step["depth"] == depth:
            return True
    return False
