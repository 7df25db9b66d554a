"""The index of a fact file or folder, opened: the kept one where it is fresh, else built and kept.

What cannot be kept is built in memory.
"""

import os
import sqlite3
from stat import S_ISDIR, S_ISREG

from nkfacts.errors import DataProblem
from nkfacts.index import cache
from nkfacts.index.location import STANDARD_INPUT, unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from nkfacts.errors import Problem
    from nkfacts.index.building import Progress

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
        use_cache = use_cache and path != STANDARD_INPUT and _is_kept(os.stat(path).st_mode)
        kept = cache.open_fresh(path) if use_cache else None
        if kept is None and use_cache:
            kept = _build_and_keep(path, progress)
        return kept or _build(path, ":memory:", use_cache=use_cache, progress=progress, warn=False)[1]
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def check_file(path: str, progress: "Progress | None" = None) -> "tuple[list[Problem], sqlite3.Connection]":
    """Read a fact file or folder afresh and return its warnings and its index; never uses the cache.

    Raises:
        DataProblem: the file is missing, unreadable or faulty.
    """
    try:
        return _build(path, ":memory:", use_cache=False, progress=progress, warn=True)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def _is_kept(mode: int) -> bool:
    return S_ISREG(mode) or S_ISDIR(mode)


def _build(
    path: str, database: str, *, use_cache: bool, progress: "Progress | None", warn: bool
) -> "tuple[list[Problem], sqlite3.Connection]":
    """Read a file or folder as it stood at one moment; return its warnings and its index.

    Raises:
        DataProblem: the file is faulty, or changed each time that it was read.
    """
    from nkfacts.index.building import scratch

    for _ in range(_ATTEMPTS):
        connection = scratch(database)
        try:
            problems = _compile(connection, path, use_cache=use_cache, progress=progress, warn=warn)
        except BaseException:
            connection.close()
            raise
        if problems is not None:
            return problems, connection
        connection.close()
        if database != ":memory:":
            with open(database, "wb"):
                pass
    raise DataProblem(f"{path} changes while it is read", "run it again when nobody writes to it")


def _compile(
    connection: sqlite3.Connection, path: str, *, use_cache: bool, progress: "Progress | None", warn: bool
) -> "list[Problem] | None":
    """Read a file or folder into an empty database; return its warnings, or None when it changed meanwhile."""
    from nkfacts.index.building import compile_base
    from nkfacts.index.streams import open_facts

    if path == STANDARD_INPUT:
        return compile_base(connection, open_facts(path), "<stdin>", progress, warn=warn)
    if os.path.isdir(path):
        from nkfacts.index.folder import compile_folder

        return _unchanged(
            lambda: compile_folder(connection, path, use_cache=use_cache, progress=progress, warn=warn),
            lambda: cache.stamp_of(path)[0],
        )
    with open_facts(path) as stream:
        # A file that another was put in the place of is read to its end; one that is written to is half of each.
        return _unchanged(
            lambda: compile_base(connection, stream, path, progress, warn=warn), lambda: _look_at(stream.fileno())
        )


def _unchanged(read: "Callable[[], list[Problem]]", look: "Callable[[], object]") -> "list[Problem] | None":
    before = look()
    try:
        problems = read()
    except DataProblem:
        # What is half written is faulty too, without any fault of its author.
        if look() == before:
            raise
        return None
    return problems if look() == before else None


def _look_at(handle: int) -> tuple[int, int]:
    status = os.fstat(handle)
    return (status.st_size, status.st_mtime_ns) if S_ISREG(status.st_mode) else (0, 0)


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
        _, connection = _build(path, temporary, use_cache=True, progress=progress, warn=False)
        if signature[1] != cache.stamp_of(path)[0]:
            # Another file is there by now: what was read answers once, and is not kept.
            connection.execute("PRAGMA query_only = ON")
            return connection
        cache.sign(connection, signature, temporary)
        os.replace(temporary, cache.index_path(path))
        return cache.open_kept(cache.index_path(path))
    except (OSError, sqlite3.Error, RecursionError):  # the library makes folders by calling itself
        return None
    finally:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
