"""Databases without a record yet, to be filled: those that little comes into are copies of one made before.

To make the tables and indexes of a small base would take longer than to fill them, and a process may open many.
"""

import os
import sqlite3
from contextlib import closing
from functools import cache

from nkfacts.hints import IO
from nkfacts.index.tables import RAW, create_tables, definition

_SMALL = 1 << 20
"""Bytes of a file below which it is read into a copy: SQLite lets one grow to a gigabyte, and no further."""
CAN_COPY = hasattr(sqlite3.Connection, "deserialize")
"""Whether there is what makes and takes copies: SQLite may be built without it."""


def scratch(database: str) -> sqlite3.Connection:
    """Open a database that is thrown away if anything goes wrong, so that nothing needs a journal."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def attach_raw(base: sqlite3.Connection, path: str | None = None, *, is_small: bool = False) -> None:
    """Attach, to an empty database, one for the tables that files are read into.

    A name that has no schema means a table there until the index has one of that name.

    Args:
        base: the empty database.
        path: the file of the other one, where it is to be kept.
        is_small: little is read into it, and it is not to be kept.
    """
    if is_small and CAN_COPY:
        base.execute(f"ATTACH ':memory:' AS {RAW}")
        base.deserialize(image_of(definition("main")), name=RAW)
        base.execute(f"PRAGMA {RAW}.journal_mode = OFF")
        return
    if path is None:
        # One in memory for one in memory, else a file of SQLite's own, which nobody else sees.
        in_memory = base.execute("PRAGMA database_list").fetchone()[2] == ""
        path = ":memory:" if in_memory else ""
    base.execute(f"ATTACH ? AS {RAW}", (path,))
    base.execute(f"PRAGMA {RAW}.journal_mode = OFF")
    base.execute(f"PRAGMA {RAW}.synchronous = OFF")
    create_tables(base, RAW)


def is_small(stream: IO[bytes]) -> bool:
    """Say whether little is to come out of a stream; of a pipe nobody knows."""
    try:
        at, end = stream.tell(), stream.seek(0, os.SEEK_END)
        stream.seek(at)
    except (OSError, ValueError):
        return False
    return end - at < _SMALL


@cache
def image_of(creating: str, page_size: int = 4096) -> bytes:
    """Return a database in which nothing was done but some statements that create tables."""
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.execute(f"PRAGMA page_size = {page_size}")
        empty.executescript(creating)
        return empty.serialize()


def put_image(base: sqlite3.Connection, image: bytes) -> None:
    """Make the main database of a connection, in which nothing is, like another one."""
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.deserialize(image)
        empty.backup(base)
