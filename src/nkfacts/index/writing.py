"""A fact file read into the tables of the index.

The columns of a record's table are the keys of its class; lists are kept as JSON. Beside
them stand the few values that queries sort and filter by.
"""

import json
import sqlite3
from typing import IO, Any, NamedTuple

from nkfacts.english import senses_of_name
from nkfacts.errors import Problem
from nkfacts.index.tables import table_of
from nkfacts.model import dates
from nkfacts.model.record import keys_of
from nkfacts.model.records import PARTS, STATUSES, Evidence, Fact, Figure, Record, Source
from nkfacts.model.types import Flag, Number, Whole
from nkfacts.reading.fact_file import Entry, Reading
from nkfacts.text import fold

_DERIVED = {
    # Earliest and latest day of the time the fact is about; the report's day where it names none.
    "facts": (
        "when_first TEXT", "when_last TEXT", "lowest REAL", "highest REAL",
        "competes INTEGER", "verified INTEGER", "status_order INTEGER",
        "publishers INTEGER", "support TEXT",
    ),
    "sources": ("published_first TEXT", "published_last TEXT"),
}  # fmt: skip

_SCHEMA = """
CREATE TABLE file (number INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE record (part TEXT, id TEXT, line INTEGER, "column" INTEGER);
CREATE TABLE link (owner TEXT, key TEXT, part TEXT, target TEXT, line INTEGER, "column" INTEGER);
CREATE TABLE name (part TEXT, folded TEXT, text TEXT, id TEXT);
CREATE TABLE figure_word (
    sense TEXT, name TEXT, figure TEXT, telling INTEGER, telling_in_name INTEGER, in_name INTEGER
);
CREATE TABLE within (entity TEXT, ancestor TEXT, PRIMARY KEY (ancestor, entity)) WITHOUT ROWID;
CREATE VIRTUAL TABLE fulltext USING fts5 (
    part UNINDEXED, id UNINDEXED, title, body, names, more,
    tokenize = 'porter unicode61 remove_diacritics 2'
);
"""

_BATCH = 500


class FileRead(NamedTuple):
    """What reading one file showed: its mistakes, what it says about itself, its parts, and whether it has an end."""

    problems: list[Problem]
    header: dict[str, str]
    parts: set[str]
    complete: bool


def read_file(base: sqlite3.Connection, stream: IO[bytes], file: str, *, is_part: bool = False) -> FileRead:
    """Read a fact file into an empty database: its records, and nothing that needs the whole base.

    Args:
        base: an empty database, written without a transaction of the caller's.
        stream: the bytes of the file.
        file: its name, for problems.
        is_part: the file is one of several.
    """
    create_tables(base)
    reading = Reading(stream, file, is_part=is_part)
    writer = _Writer(base)
    for entry in reading.entries():
        writer.add(entry)
    writer.flush()
    return FileRead(list(reading.problems), reading.header, reading.parts, reading.complete)


def create_tables(base: sqlite3.Connection) -> None:
    """Create the tables of the index in an empty database."""
    base.executescript(_SCHEMA + "".join(_table(part) for part in PARTS))


def _table(part: str) -> str:
    columns = [f'"{name}" {_affinity(key.type)}' for name, key in keys_of(PARTS[part]).items()]
    return f"CREATE TABLE {table_of(part)} ({', '.join([*columns, *_DERIVED.get(part, ())])});\n"


def _affinity(type_: object) -> str:
    # No affinity for numbers: an integer stays one, and a fraction stays a fraction.
    affinities: dict[type, str] = {Number: "", Whole: "INTEGER", Flag: "INTEGER"}
    return affinities.get(type(type_), "TEXT")


def _columns(record: Record) -> list[Any]:
    """Return the keys of a record as the columns of its table; lists are kept as JSON, empty ones left out."""
    values = map(vars(record).get, record.declared_keys)
    return [_json(value) if type(value) is tuple else value for value in values]


def _json(items: tuple[Any, ...]) -> str | None:
    return json.dumps([_plain(item) for item in items], ensure_ascii=False) if items else None


def _plain(item: Any) -> Any:
    if isinstance(item, Evidence):
        return {"source": item.source, "as_printed": item.as_printed}
    return item


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
        STATUSES.index(record.status),
        0,
        None,
    )


class _Writer:
    """Writes entries in batches, a table at a time."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._rows: dict[str, list[tuple[Any, ...]]] = {}

    def add(self, entry: Entry) -> None:
        self._put("record", (entry.part, entry.id, *entry.place))
        for key, part, target, place in entry.links:
            self._put("link", (entry.id, key, part, target, *place))
        record = entry.record
        if record is None:
            return
        self._put(table_of(entry.part), (*_columns(record), *_derived(record)))
        if not isinstance(record, Fact | Source):
            names = (record.id, getattr(record, "name", None) or getattr(record, "label", None), *record.aliases)
            for folded, text in {fold(text): text for text in names if text}.items():
                self._put("name", (entry.part, folded, text, record.id))
                if isinstance(record, Figure):
                    self._put_words(folded, record.id)

    def _put_words(self, name: str, figure: str) -> None:
        telling, common = senses_of_name(name)
        for sense in telling | common:
            row = (sense, name, figure, sense in telling, len(telling), len(telling | common))
            self._put("figure_word", row)

    def _put(self, table: str, row: tuple[Any, ...]) -> None:
        rows = self._rows.setdefault(table, [])
        rows.append(row)
        if len(rows) >= _BATCH:
            self._write(table, rows)

    def _write(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            self._base.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
            rows.clear()

    def flush(self) -> None:
        for table, rows in self._rows.items():
            self._write(table, rows)
