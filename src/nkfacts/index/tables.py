"""The tables that files are read into: what a record becomes in its row, and the record that a row holds.

The columns of a record's table are the keys of its class; lists are kept as JSON. Beside
them stand the few values that queries sort and filter by. The rules of the whole base ask these
tables, with the place of everything in its file; the index keeps less of them (packing.py).
"""

from collections.abc import Callable
from functools import cache, partial

from nkfacts.hints import Any
from nkfacts.index.binding import sqlite
from nkfacts.model import dates
from nkfacts.model.record import Declared, Nested, keys_of
from nkfacts.model.records import PARTS, SINGULAR, STATUSES, Fact, Record, Source
from nkfacts.model.types import Flag, ListOf, Number, Type, Whole
from nkfacts.quick_json import decoded, encoded

RAW = "raw"
"""The database, beside the index, of the tables that files are read into."""

_DERIVED = {
    # Earliest and latest day of the time the fact is about; the report's day where it names none.
    # What the headline's rule asks of it (query/headline.py) is filled in when the base is whole.
    "facts": (
        "when_first TEXT", "when_last TEXT", "lowest REAL", "highest REAL",
        "competes INTEGER", "verified INTEGER", "standing INTEGER", "lapses_on TEXT", "at_least INTEGER", "below TEXT",
        "status_order INTEGER",
        # Where it was read: how many publishers and independent origins, its support as JSON, the source that most
        # readers can read.
        "publishers INTEGER", "origins INTEGER", "support TEXT", "page TEXT",
    ),
    "sources": ("published_first TEXT", "published_last TEXT"),
}  # fmt: skip

_SCHEMA = """
CREATE TABLE {0}file (number INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE {0}header (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE {0}record (part TEXT, id TEXT, line INTEGER, "column" INTEGER);
CREATE TABLE {0}link (owner TEXT, key TEXT, part TEXT, target TEXT, line INTEGER, "column" INTEGER);
CREATE TABLE {0}name (part TEXT, folded TEXT, text TEXT, id TEXT, reading TEXT);
CREATE TABLE {0}evokes (form TEXT, action TEXT, reading TEXT, shape TEXT);
CREATE TABLE {0}frame (owner TEXT, number INTEGER, did TEXT, negated INTEGER, line INTEGER, "column" INTEGER);
CREATE TABLE {0}filler (owner TEXT, frame INTEGER, did TEXT, slot TEXT, id TEXT, quantity TEXT);
"""

PLACED = ("record", "link", "frame")
"""The tables whose rows have a place in a file."""


def table_of(part: str) -> str:
    """Return the name of the table that holds a part."""
    return SINGULAR[part]


TABLES = (*PLACED, "name", "evokes", "filler", *map(table_of, PARTS))
"""All that the records of a file are read into."""


def create_tables(base: sqlite.Connection, schema: str = "main") -> None:
    """Create the tables in one of the databases of a connection, which has none of them."""
    base.executescript(definition(schema))


@cache
def definition(schema: str = "main") -> str:
    """Return the statements that create the tables."""
    return _SCHEMA.format(f"{schema}.") + "".join(table(part, schema) for part in PARTS)


def table(part: str, schema: str = "main", *more: str) -> str:
    """Return the statement that creates the table of a part, with more columns behind its own."""
    columns = [f'"{name}" {_affinity(key.type)}' for name, key in keys_of(PARTS[part]).items()]
    return f"CREATE TABLE {schema}.{table_of(part)} ({', '.join([*columns, *_DERIVED.get(part, ()), *more])});\n"


def _affinity(type_: object) -> str:
    # No affinity for numbers: an integer stays one, and a fraction stays a fraction.
    affinities: dict[type, str] = {Number: "", Whole: "INTEGER", Flag: "INTEGER"}
    return affinities.get(type(type_), "TEXT")


def row_of(record: Record) -> tuple[Any, ...]:
    """Return the row of a record: its keys, lists as JSON; then what queries sort and filter by."""
    values = map(vars(record).get, record.declared_keys)
    return (*map(_column, values), *_derived(record))


def _column(value: Any) -> Any:
    if type(value) is tuple:
        return encoded([vars(item) if isinstance(item, Declared) else item for item in value])
    return encoded(vars(value)) if isinstance(value, Declared) else value


def _derived(record: Record) -> tuple[Any, ...]:
    if isinstance(record, Source):
        published = dates.parse(record.published) if record.published else None
        return (published.first, published.last) if published else (None, None)
    if not isinstance(record, Fact):
        return ()
    when = dates.parse(record.when) if record.when else None
    competes = (
        record.figure is not None
        and record.scope != "part"
        and record.rank != "deprecated"
        and record.status != "denied"
    )
    return (
        when.first if when else record.reported,
        when.last if when else record.reported,
        record.lowest,
        record.highest,
        int(competes),
        0,
        0,
        None,
        0,
        None,
        STATUSES.index(record.status),
        0,
        0,
        None,
        None,
    )


def record_from_row(record: type[Any], row: sqlite.Row) -> Any:
    """Return the record that a row begins with, its keys in their order; lists are decoded when they are asked for."""
    if record not in _READERS:
        keys = keys_of(record)
        readers = {name: reader for name, key in keys.items() if (reader := _reader_of(key.type))}
        _READERS[record] = tuple(keys), readers, [name for name, key in keys.items() if isinstance(key.type, Flag)]
    names, readers, flags = _READERS[record]
    values = {name: value for name, value in zip(names, row, strict=False) if value is not None}
    for name in flags:
        if name in values:
            values[name] = bool(values[name])
    undecoded = {name: partial(reader, values.pop(name)) for name, reader in readers.items() if name in values}
    return record.trusted(values, undecoded)


_READERS: dict[type[Any], tuple[tuple[str, ...], dict[str, Callable[[str], Any]], list[str]]] = {}
"""The names of the keys of a record; of lists and nested ones what turns the text into the value; those of flags."""


def _reader_of(type_: Type) -> Callable[[str], Any] | None:
    if isinstance(type_, Nested):
        return lambda text: _nested(type_.record, decoded(text))
    if not isinstance(type_, ListOf):
        return None
    if isinstance(type_.item, Nested):
        record = type_.item.record
        return lambda text: tuple([_nested(record, item) for item in decoded(text)])
    return lambda text: tuple(decoded(text))


def _nested(record: type[Any], values: dict[str, Any]) -> Any:
    return record.trusted({name: tuple(each) if type(each) is list else each for name, each in values.items()})
