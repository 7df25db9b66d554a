"""The tables and views of an export as an SQLite database."""

import sqlite3
from collections.abc import Container, Iterator
from contextlib import closing, contextmanager

from nkfacts.exporting.schema import KINDS, Row, Table, View
from nkfacts.exporting.tables import TABLES
from nkfacts.exporting.views import VIEWS
from nkfacts.query.base import Base

_FULL_TEXT = """
CREATE VIRTUAL TABLE facts_search USING fts5 (
    title, statement, note, content = 'facts', tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO facts_search (facts_search) VALUES ('rebuild');
"""
"""The full text of the facts; Datasette looks for it by its content, and shows a field to search in."""


def definition() -> str:
    """Return the statements that create the tables and views."""
    return "".join([*map(_table, TABLES), *_indexes(), *_views()])


def create(target: sqlite3.Connection) -> None:
    """Create the tables and views in an empty database."""
    target.executescript(definition())


def fill(target: sqlite3.Connection, base: Base, wanted: Container[str] | None = None) -> None:
    """Write the rows of a base, as it was known on its day, into tables that were created: all, or those wanted."""
    for table in TABLES:
        if wanted is None or table.name in wanted:
            marks = ", ".join("?" * len(table.columns))
            target.executemany(f"INSERT INTO {table.name} VALUES ({marks})", table.rows(base))


@contextmanager
def opened(base: Base, wanted: Container[str] | None = None) -> Iterator[sqlite3.Connection]:
    """Open a database with the tables, filled all or those wanted, and the views, for as long as the block lasts."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as target:
        create(target)
        target.execute("BEGIN")
        fill(target, base, wanted)
        target.execute("COMMIT")
        yield target


def view_rows(source: sqlite3.Connection, view: View) -> Iterator[Row]:
    """Yield the rows of a view, in the order of files."""
    yield from source.execute(f"SELECT * FROM {view.name} ORDER BY {view.order}")


def as_sqlite(base: Base) -> bytes:
    """Return a base as an SQLite file: tables with primary and foreign keys, the views, and full text over the facts.

    Of the same base, the same release of SQLite makes the same bytes.
    """
    with opened(base) as target:
        target.executescript(_FULL_TEXT)
        target.execute("VACUUM")
        return target.serialize()


def _table(table: Table) -> str:
    lines = [f'"{column.name}" {KINDS[column.kind]}' for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    lines += [
        f'FOREIGN KEY ("{column.name}") REFERENCES {column.leads_to} (id)'
        for column in table.columns
        if column.leads_to
    ]
    inside = ",\n  ".join(lines)
    return f"CREATE TABLE {table.name} (\n  {inside}\n);\n"


def _indexes() -> Iterator[str]:
    for table in TABLES:
        for column in table.columns:
            if column.leads_to and column.name != table.key[0]:
                yield f'CREATE INDEX {table.name}_{column.name} ON {table.name} ("{column.name}");\n'


def _views() -> Iterator[str]:
    for view in VIEWS:
        names = ", ".join(f'"{column.name}"' for column in view.columns)
        yield f"CREATE VIEW {view.name} ({names}) AS\n{view.query};\n"
