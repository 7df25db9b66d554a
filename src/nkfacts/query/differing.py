"""What differs between two fact bases: records added, removed and changed, and the headlines that moved by it."""

from nkfacts.hints import Any, NamedTuple
from nkfacts.index.tables import record_from_row, table_of
from nkfacts.model.record import keys_of
from nkfacts.model.records import PARTS, Record
from nkfacts.query.base import Base
from nkfacts.query.changes import Movement, movements

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
HEADER = "header"
"""The part of what a file says about itself; its keys count as records without any key."""


class Difference(NamedTuple):
    """A record that is in one base only, or not the same in both.

    Args:
        part: the part of the file, such as ``facts``.
        id: the id of the record; of the header its key.
        change: one of ``ADDED``, ``REMOVED`` and ``CHANGED``.
        keys: the keys that differ, in the order of the file; none of a record that was added or removed.
        old: the record before; of the header its value. None for one that was added.
        new: the same after; None for one that was removed.
    """

    part: str
    id: str
    change: str
    keys: tuple[str, ...]
    old: Any
    new: Any


class Differences(NamedTuple):
    """What differs between two bases: the headlines, then the records, part by part, in the order of their ids."""

    moved: tuple[Movement, ...]
    records: tuple[Difference, ...]


def diff(old: Base, new: Base) -> Differences:
    """Return what differs between two bases, each as it was known on its day.

    Records are compared by what they say, key by key: neither their order in the file nor its layout counts.
    """
    records = _of_header(old.header, new.header)
    for part in ("facts", *(part for part in PARTS if part != "facts")):
        records += _of_part(part, old, new)
    return Differences(tuple(movements(old, new)), tuple(records))


def _of_header(old: dict[str, str], new: dict[str, str]) -> list[Difference]:
    return [
        Difference(HEADER, key, _change(key in old, key in new), (), old.get(key), new.get(key))
        for key in dict.fromkeys((*old, *new))
        if old.get(key) != new.get(key)
    ]


def _of_part(part: str, old: Base, new: Base) -> list[Difference]:
    names = tuple(keys_of(PARTS[part]))
    before, after = _rows(part, names, old), _rows(part, names, new)
    found = []
    for id_ in sorted(before.keys() | after.keys()):
        was, now = before.get(id_), after.get(id_)
        if was == now:
            continue
        keys: tuple[str, ...] = ()
        if was is not None and now is not None:
            keys = tuple(name for name, one, other in zip(names, was, now, strict=True) if one != other)
        change = _change(was is not None, now is not None)
        found.append(Difference(part, id_, change, keys, _record(part, was), _record(part, now)))
    return found


def _rows(part: str, names: tuple[str, ...], base: Base) -> dict[str, tuple[Any, ...]]:
    """Return the rows of a part by their ids, with the keys of the record and nothing else."""
    table = "known" if part == "facts" else table_of(part)
    columns = ", ".join(f'"{name}"' for name in names)
    return {row["id"]: tuple(row) for row in base.known.rows(f"SELECT {columns} FROM {table}")}


def _record(part: str, row: tuple[Any, ...] | None) -> Record | None:
    found: Record | None = record_from_row(PARTS[part], row) if row is not None else None  # type: ignore[arg-type]
    return found


def _change(was_there: bool, is_there: bool) -> str:
    if was_there and is_there:
        return CHANGED
    return REMOVED if was_there else ADDED
