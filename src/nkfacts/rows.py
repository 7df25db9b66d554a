"""The tables of the index and the records that their rows hold."""

import json
import sqlite3
from typing import Any

from nkfacts.fields import Flag, ListOf
from nkfacts.keys import Nested, keys_of
from nkfacts.model import SINGULAR


def table_of(part: str) -> str:
    """Return the name of the table that holds a part."""
    return SINGULAR[part]


def record_from_row(record: type[Any], row: sqlite3.Row) -> Any:
    """Return the record that a row of its table holds."""
    values: dict[str, Any] = {}
    for name, key in keys_of(record).items():
        value = row[name]
        if value is None:
            continue
        if isinstance(key.type, ListOf):
            items = json.loads(value)
            nested = key.type.item
            values[name] = tuple(nested.record(**i) for i in items) if isinstance(nested, Nested) else tuple(items)
        elif isinstance(key.type, Flag):
            values[name] = bool(value)
        else:
            values[name] = value
    return record(**values)
