"""The rows of several databases put into the tables of one, in the order of the stretches of a file."""

import sqlite3
from collections.abc import Iterator, Sequence

from nkfacts.hints import NamedTuple
from nkfacts.index.packing import RAW
from nkfacts.index.tables import PLACED, PLAIN

Rows = dict[str, int]
"""How many rows each table has up to a stretch and with it."""


class Source(NamedTuple):
    """Where the rows of a stretch are: the database, those before and with it, and how many lines it moved."""

    schema: str
    start: Rows
    end: Rows
    moved: int


def put_together(base: sqlite3.Connection, sources: Sequence[Source]) -> list[Rows]:
    """Put the rows of all stretches into the tables in their order, and return those up to each."""
    for table in (*PLACED, *PLAIN):
        columns = [f'"{name}"' for _, name, *_ in base.execute(f"PRAGMA {RAW}.table_info({table})")]
        for schema, first, last, moved in _runs(sources, table):
            told = [f"line + {moved}" if column == '"line"' else column for column in columns]
            base.execute(
                f"""INSERT INTO {RAW}.{table} SELECT {", ".join(told)} FROM {schema}.{table}
                    WHERE rowid > ? AND rowid <= ? ORDER BY rowid""",
                (first, last),
            )
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
