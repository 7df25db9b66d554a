"""The index of a fact file or folder, opened: the kept one where it is fresh, else built and kept.

What cannot be kept is built in memory.
"""

import os
import sqlite3

from nkfacts.errors import DataProblem
from nkfacts.index import cache
from nkfacts.index.location import STANDARD_INPUT, unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nkfacts.errors import Problem
    from nkfacts.index.building import Progress

_REGULAR, _FOLDER = 0o100000, 0o040000
_ATTEMPTS = 3
"""How often a file is read that changes while it is read."""


def open_index(path: str, *, use_cache: bool = True, progress: "Progress | None" = None) -> sqlite3.Connection:
    """Open the index of a fact file, building it when there is none or the file has changed.

    Args:
        path: the fact file, or a folder of them; ``-`` reads standard input.
        use_cache: keep and use an index in the user's cache folder.
        progress: told the share of the work that is done, when the index is built.

    Raises:
        DataProblem: the file is missing, unreadable or faulty.
    """
    try:
        # A pipe or device is read once, and what it held is no use later.
        use_cache = use_cache and path != STANDARD_INPUT and _kind_of(path) in (_REGULAR, _FOLDER)
        kept = cache.open_fresh(path) if use_cache else None
        if kept is None and use_cache:
            kept = _build_and_keep(path, progress)
        return kept or _build(path, ":memory:", use_cache=use_cache, progress=progress)[1]
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def check_file(path: str, progress: "Progress | None" = None) -> "tuple[list[Problem], sqlite3.Connection]":
    """Read a fact file or folder afresh and return its warnings and its index; never uses the cache.

    Raises:
        DataProblem: the file is missing, unreadable or faulty.
    """
    try:
        return _build(path, ":memory:", use_cache=False, progress=progress)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def _kind_of(path: str) -> int:
    return os.stat(path).st_mode & 0o170000


def _build(
    path: str, database: str, *, use_cache: bool, progress: "Progress | None"
) -> "tuple[list[Problem], sqlite3.Connection]":
    """Read a file or folder as it stood at one moment; return its warnings and its index.

    Raises:
        DataProblem: the file is faulty, or changed each time that it was read.
    """
    from nkfacts.index.building import scratch

    for _ in range(_ATTEMPTS):
        before = _stamp_of(path)
        connection = scratch(database)
        try:
            problems = _compile(connection, path, use_cache=use_cache, progress=progress)
        except BaseException as fault:
            connection.close()
            # A file half written is faulty too, without any fault of its author.
            if not isinstance(fault, DataProblem) or before == _stamp_of(path):
                raise
        else:
            if before == _stamp_of(path):
                return problems, connection
            connection.close()
        if database != ":memory:":
            with open(database, "wb"):
                pass
    raise DataProblem(f"{path} changes while it is read", "run it again when nobody writes to it")


def _stamp_of(path: str) -> str:
    if path == STANDARD_INPUT or _kind_of(path) not in (_REGULAR, _FOLDER):
        return ""
    return cache.stamp_of(path)[0]


def _compile(
    connection: sqlite3.Connection, path: str, *, use_cache: bool, progress: "Progress | None"
) -> "list[Problem]":
    from nkfacts.index.building import compile_base
    from nkfacts.index.streams import open_facts

    if path == STANDARD_INPUT:
        return compile_base(connection, open_facts(path), "<stdin>", progress)
    if os.path.isdir(path):
        from nkfacts.index.folder import compile_folder

        return compile_folder(connection, path, use_cache=use_cache, progress=progress)
    with open_facts(path) as stream:
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
        _, connection = _build(path, temporary, use_cache=True, progress=progress)
        if signature[1] != cache.stamp_of(path)[0]:
            # It was read after it had changed: what was noted of it before is of another content.
            connection.close()
            return None
        cache.sign(connection, signature, temporary)
        os.replace(temporary, cache.index_path(path))
        return cache.open_kept(cache.index_path(path))
    except (OSError, sqlite3.Error):
        return None
    finally:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
