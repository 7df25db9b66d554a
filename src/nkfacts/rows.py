"""The tables of the index and the records that their rows hold."""

import sqlite3
from collections.abc import Callable
from json import loads
from typing import Any

from nkfacts.fields import Flag, ListOf, Type
from nkfacts.keys import Nested, keys_of
from nkfacts.model import SINGULAR


def table_of(part: str) -> str:
    """Return the name of the table that holds a part."""
    return SINGULAR[part]


def record_from_row(record: type[Any], row: sqlite3.Row) -> Any:
    """Return the record that a row begins with, its keys in their order."""
    read = _readers_of(record)
    return record(
        **{
            name: reader(value) if reader else value
            for (name, reader), value in zip(read, row, strict=False)
            if value is not None
        }
    )


_Readers = list[tuple[str, Callable[[Any], Any] | None]]
_READERS: dict[type[Any], _Readers] = {}


def _readers_of(record: type[Any]) -> _Readers:
    """Return the keys of a record, each with what turns its column into its value; None where they are the same."""
    if record not in _READERS:
        _READERS[record] = [(name, _reader_of(key.type)) for name, key in keys_of(record).items()]
    return _READERS[record]


def _reader_of(type_: Type) -> Callable[[Any], Any] | None:
    if isinstance(type_, Flag):
        return bool
    if not isinstance(type_, ListOf):
        return None
    if isinstance(type_.item, Nested):
        nested = type_.item.record
        return lambda text: tuple(nested(**{k: v for k, v in item.items() if v is not None}) for item in loads(text))
    return lambda text: tuple(loads(text))
