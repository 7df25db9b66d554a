"""The tables of the index and the records that their rows hold."""

import sqlite3
from collections.abc import Callable
from json import loads
from typing import Any

from nkfacts.model.record import Nested, keys_of
from nkfacts.model.records import SINGULAR
from nkfacts.model.types import Flag, ListOf, Type


def table_of(part: str) -> str:
    """Return the name of the table that holds a part."""
    return SINGULAR[part]


def record_from_row(record: type[Any], row: sqlite3.Row) -> Any:
    """Return the record that a row begins with, its keys in their order."""
    if record not in _READERS:
        readers = {name: reader for name, key in keys_of(record).items() if (reader := _reader_of(key.type))}
        _READERS[record] = tuple(keys_of(record)), readers
    names, readers = _READERS[record]
    values = {name: value for name, value in zip(names, row, strict=False) if value is not None}
    for name, reader in readers.items():
        if name in values:
            values[name] = reader(values[name])
    return record.trusted(values)


_READERS: dict[type[Any], tuple[tuple[str, ...], dict[str, Callable[[Any], Any]]]] = {}
"""The names of the keys of a record, and of some of them what turns the column into the value."""


def _reader_of(type_: Type) -> Callable[[Any], Any] | None:
    if isinstance(type_, Flag):
        return bool
    if not isinstance(type_, ListOf):
        return None
    if isinstance(type_.item, Nested):
        nested = type_.item.record
        return lambda text: tuple(
            nested.trusted({name: value for name, value in item.items() if value is not None}) for item in loads(text)
        )
    return lambda text: tuple(loads(text))
