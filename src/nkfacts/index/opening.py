"""The index of a fact file or folder, opened: the kept one where it is fresh, else built and kept.

What cannot be kept is built in memory.
"""

import os
import sqlite3
import sys

from nkfacts.index import cache
from nkfacts.index.location import STANDARD_INPUT, unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nkfacts.errors import Problem
    from nkfacts.index.building import Progress

_REGULAR, _FOLDER = 0o100000, 0o040000


def open_index(path: str, *, use_cache: bool = True, progress: "Progress | None" = None) -> sqlite3.Connection:
    """Open the index of a fact file, building it when there is none or the file has changed.

    Args:
        path: the fact file, or a folder of them; ``-`` reads standard input.
        use_cache: keep and use an index in the user's cache folder.
        progress: told the share of the work that is done, when the index is built.

    Raises:
        DataProblem: the file is missing, unreadable or faulty.
    """
    if path == STANDARD_INPUT:
        return _build(path, ":memory:", use_cache=False, progress=progress)
    try:
        kind = os.stat(path).st_mode & 0o170000
        # A pipe or device is read once, and what it held is no use later.
        use_cache = use_cache and kind in (_REGULAR, _FOLDER)
        kept = cache.open_fresh(path) if use_cache else None
        if kept is None and use_cache:
            kept = _build_and_keep(path, progress)
        return kept or _build(path, ":memory:", use_cache=use_cache, progress=progress)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def check_file(path: str, progress: "Progress | None" = None) -> "tuple[list[Problem], sqlite3.Connection]":
    """Read a fact file or folder afresh and return its warnings and its index; never uses the cache.

    Raises:
        DataProblem: the file is missing, unreadable or faulty.
    """
    from nkfacts.index.building import scratch

    base = scratch(":memory:")
    try:
        return _compile(base, path, use_cache=False, progress=progress), base
    except (OSError, ValueError) as error:
        base.close()
        raise unreadable(path, error) from None
    except BaseException:
        base.close()
        raise


def _build(path: str, database: str, *, use_cache: bool, progress: "Progress | None") -> sqlite3.Connection:
    from nkfacts.index.building import scratch

    connection = scratch(database)
    try:
        _compile(connection, path, use_cache=use_cache, progress=progress)
    except BaseException:
        connection.close()
        raise
    return connection


def _compile(
    connection: sqlite3.Connection, path: str, *, use_cache: bool, progress: "Progress | None"
) -> "list[Problem]":
    from nkfacts.index.building import compile_base

    if path == STANDARD_INPUT:
        return compile_base(connection, sys.stdin.buffer, "<stdin>", progress)
    if os.path.isdir(path):
        from nkfacts.index.folder import compile_folder

        return compile_folder(connection, path, use_cache=use_cache, progress=progress)
    with open(path, "rb") as stream:
        return compile_base(connection, stream, path, progress)


def _build_and_keep(path: str, progress: "Progress | None") -> "sqlite3.Connection | None":
    """Build the index in the cache folder and put it in place; None when it cannot be kept there."""
    import tempfile

    temporary = ""
    try:
        folder = cache.own_folder()
        cache.sweep(folder)
        handle, temporary = tempfile.mkstemp(".tmp", "index-", folder)
        os.close(handle)
        signature = cache.signature_of(path)
        connection = _build(path, temporary, use_cache=True, progress=progress)
        cache.sign(connection, signature, temporary)
        os.replace(temporary, cache.index_path(path))
        return cache.open_kept(cache.index_path(path))
    except (OSError, sqlite3.Error):
        return None
    finally:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
