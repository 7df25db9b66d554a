"""The rows of several databases put into the tables of one, behind each other."""

import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from nkfacts.hints import NamedTuple
from nkfacts.index.tables import PLACED, RAW, TABLES

Rows = dict[str, int]
"""How many rows each table has up to a stretch and with it."""


class Source(NamedTuple):
    """Where the rows of a stretch are: the database, those before and with it, and how many lines it moved."""

    schema: str
    start: Rows
    end: Rows
    moved: int


@contextmanager
def attached(base: sqlite3.Connection, path: str, schema: str) -> Iterator[None]:
    """Attach a database to another for as long as it is needed.

    Args:
        base: the other one.
        path: the file of the database.
        schema: its name.
    """
    base.commit()
    base.execute(f"ATTACH ? AS {schema}", (path,))
    try:
        yield
    finally:
        base.commit()
        base.execute(f"DETACH {schema}")


def put_all(base: sqlite3.Connection, schema: str, moved: int) -> None:
    """Put all rows of an attached database into the tables.

    Args:
        base: the database with the tables.
        schema: the name of the attached one.
        moved: by how much the lines are moved.
    """
    for table in TABLES:
        _put(base, table, schema, moved)


def _put(
    base: sqlite3.Connection, table: str, schema: str, moved: int, rows: tuple[int, int] = (0, sys.maxsize)
) -> None:
    """Put rows of a table of an attached database, behind the first and up to the last of two, into that table."""
    columns = [f'"{name}"' for _, name, *_ in base.execute(f"PRAGMA {RAW}.table_info({table})")]
    told = [f"line + {moved}" if column == '"line"' else column for column in columns]
    base.execute(
        f"""INSERT INTO {RAW}.{table} SELECT {", ".join(told)} FROM {schema}.{table}
            WHERE rowid > ? AND rowid <= ? ORDER BY rowid""",
        rows,
    )


def put_together(base: sqlite3.Connection, sources: Sequence[Source]) -> list[Rows]:
    """Put the rows of all stretches of a file into the tables in their order, and return those up to each.

    Args:
        base: the database with the tables, to which the others are attached.
        sources: where the rows of each stretch are.
    """
    for table in TABLES:
        for schema, first, last, moved in _runs(sources, table):
            _put(base, table, schema, moved, (first, last))
    ends: list[Rows] = []
    for source in sources:
        before = ends[-1] if ends else {}
        ends.append({
            table: before.get(table, 0) + source.end.get(table, 0) - source.start.get(table, 0)
            for table in {**before, **source.end}
        })  # fmt: skip
    return ends


def _runs(sources: Sequence[Source], table: str) -> Iterator[tuple[str, int, int, int]]:
    """Yield the rows of a table, in as few runs as can be: the database, the row before, the last, the lines moved."""
    run: tuple[str, int, int, int] | None = None
    for source in sources:
        first, last = source.start.get(table, 0), source.end.get(table, 0)
        if first == last:
            continue
        moved = source.moved if table in PLACED else 0
        if run is not None and (run[0], run[2], run[3]) == (source.schema, first, moved):
            run = (*run[:2], last, moved)
            continue
        if run is not None:
            yield run
        run = source.schema, first, last, moved
    if run is not None:
        yield run
