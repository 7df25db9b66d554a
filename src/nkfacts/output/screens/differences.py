"""What differs between two fact files, in lines: the headlines that moved, then the records, part by part."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from nkfacts.hints import Any
from nkfacts.model import dates
from nkfacts.model.amounts import readable_number
from nkfacts.output.lines import EMPTY, Block, Line
from nkfacts.output.screens import hand
from nkfacts.output.screens.changes import before_bits, headlines, movement_bits
from nkfacts.output.screens.hand import Record
from nkfacts.output.wrapping import Bit, Bits
from nkfacts.query.differing import ADDED, CHANGED, REMOVED
from nkfacts.text import listing

_MARKS = {ADDED: Bit("+ ", "green"), REMOVED: Bit("- "), CHANGED: Bit("~ ")}
_LONGEST = 40
"""The signs of a value that is shown beside the one it replaced; of a longer one only its key is named."""

Row = Mapping[str, Any]


def differences(title: str, names: str, moved: Sequence[Record], rows: Sequence[Row]) -> list[Block]:
    """Return what differs between two fact files.

    Args:
        title: the title of the screen.
        names: the two files.
        moved: the headlines that are others, as the screen of changes takes them.
        rows: the records that differ, those of one part behind each other; of one that changed a row for each key.
    """
    blocks: list[Block] = [Line([Bit(title, "bold"), Bit(f"   {names}", "dim")], hang=2)]
    blocks += headlines(moved, _moved)
    for part, group in groupby(rows, key=lambda row: row["part"]):
        own = [list(same) for _, same in groupby(group, key=lambda row: row["id"])]
        blocks += [EMPTY, Line([Bit(part.capitalize(), "bold"), Bit(f"  {_counts(own)}", "dim")])]
        for record in own:
            blocks += _record(record)
    return blocks


def _moved(record: Record) -> list[Line]:
    return [Line(movement_bits(record), indent=2, hang=2), Line(before_bits(record), indent=4, hang=2)]


def _counts(records: Sequence[Sequence[Row]]) -> str:
    changes = [record[0]["change"] for record in records]
    return ", ".join(f"{changes.count(change):,} {change}" for change in _MARKS if change in changes)


def _record(rows: Sequence[Row]) -> Iterator[Line]:
    first = rows[0]
    what = [] if first["what"] == first["id"] else [Bit("  "), Bit(first["what"])]
    yield Line([_MARKS[first["change"]], hand.id_bit(first["id"]), *what, *_said(first)], hang=4)
    if first["change"] != CHANGED:
        return
    shown = [row for row in rows if not row["key"] or (_is_short(row["old"]) and _is_short(row["new"]))]
    for row in shown:
        key = f"{row['key']}: " if row["key"] else ""
        yield Line([Bit(key, "dim"), _value(row["old"]), Bit(" → ", "dim"), _value(row["new"])], indent=4, hang=2)
    other = [row["key"] for row in rows if row not in shown]
    if other:
        yield Line([Bit(listing(other)), Bit(" differ" if len(other) > 1 else " differs", "dim")], indent=4, hang=2)


def _said(row: Row) -> Bits:
    """Return who said a fact that was added or removed, and when."""
    if row["part"] != "facts" or row["key"]:
        return []
    record = row["new"] or row["old"]
    return [Bit(f"   {record['short']}, {dates.day_words(record['reported'])}", "dim")]


def _is_short(value: Any) -> bool:
    return not isinstance(value, list | dict) and len(str(value)) <= _LONGEST


def _value(value: Any) -> Bit:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Bit(readable_number(value))
    return Bit("nothing" if value is None else str(value))
