"""The index of a fact file or folder, opened: the kept one where it is fresh, else built and kept.

What cannot be kept is built in memory.
"""

import os
from stat import S_ISDIR, S_ISREG

from nkfacts.errors import DataProblem
from nkfacts.hints import NamedTuple
from nkfacts.index import cache
from nkfacts.index.binding import sqlite
from nkfacts.index.location import STANDARD_INPUT, unreadable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from nkfacts.errors import Problem
    from nkfacts.index.building import Progress

_ATTEMPTS = 3
"""How often a file is read that changes while it is read."""


def open_index(path: str, *, use_cache: bool = True, progress: "Progress | None" = None) -> sqlite.Connection:
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
        return kept or _build(path, _Way(use_cache=use_cache), progress)[1]
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def check_file(path: str, progress: "Progress | None" = None) -> "tuple[list[Problem], sqlite.Connection]":
    """Read a fact file or folder afresh and return its warnings and its index; never uses the cache.

    Raises:
        DataProblem: the file is missing, unreadable or faulty.
    """
    try:
        return _build(path, _Way(warn=True), progress)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def _is_kept(mode: int) -> bool:
    return S_ISREG(mode) or S_ISDIR(mode)


class _Way(NamedTuple):
    """How an index is built.

    Attributes:
        use_cache: whether what is kept of files of a folder is used.
        warn: whether what deserves a warning is looked for.
        database: where the index is put.
        raw: where what a file is read into is put, so that it can be kept; empty where it cannot.
    """

    use_cache: bool = False
    warn: bool = False
    database: str = ":memory:"
    raw: str = ""


def _build(path: str, way: _Way, progress: "Progress | None") -> "tuple[list[Problem], sqlite.Connection]":
    """Read a file or folder as it stood at one moment; return its warnings and its index.

    Raises:
        DataProblem: the file is faulty, or changed each time that it was read.
    """
    from nkfacts.index.empty import scratch

    for _ in range(_ATTEMPTS):
        connection = scratch(way.database)
        try:
            problems = _compile(connection, path, way, progress)
        except BaseException:
            connection.close()
            raise
        if problems is not None:
            return problems, connection
        connection.close()
        if way.database != ":memory:":
            with open(way.database, "wb"):
                pass
    raise DataProblem(f"{path} changes while it is read", "run it again when nobody writes to it")


def _compile(
    connection: sqlite.Connection, path: str, way: _Way, progress: "Progress | None"
) -> "list[Problem] | None":
    """Read a file or folder into an empty database; return its warnings, or None when it changed meanwhile."""
    from nkfacts.index.building import compile_base
    from nkfacts.index.streams import open_facts

    if path == STANDARD_INPUT:
        return compile_base(connection, open_facts(path), "<stdin>", progress, warn=way.warn)
    if os.path.isdir(path):
        from nkfacts.index.folder import compile_folder

        return _unchanged(
            lambda: compile_folder(connection, path, use_cache=way.use_cache, progress=progress, warn=way.warn),
            lambda: cache.stamp_of(path)[0],
        )
    with open_facts(path) as stream:

        def read() -> "list[Problem]":
            from nkfacts.index.rereading import compile_again, is_worth_keeping

            if way.raw and is_worth_keeping(stream):
                return compile_again(connection, stream, path, way.raw, progress)
            return compile_base(connection, stream, path, progress, warn=way.warn)

        # A file that another was put in the place of is read to its end; one that is written to is half of each.
        return _unchanged(read, lambda: _look_at(stream.fileno()))


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


def _build_and_keep(path: str, progress: "Progress | None") -> "sqlite.Connection | None":
    """Build the index in the cache folder and put it in place; None when it cannot be kept there."""
    temporary = raw = ""
    try:
        folder = cache.own_folder()
        cache.sweep(folder)
        temporary, raw = _temporary(folder, "index-"), _temporary(folder, "read-")
        signature = cache.signature_of(path)
        _, connection = _build(path, _Way(use_cache=True, database=temporary, raw=raw), progress)
        if signature[1] != cache.stamp_of(path)[0]:
            # Another file is there by now: what was read answers once, and is not kept.
            connection.execute("PRAGMA query_only = ON")
            return connection
        cache.sign(connection, signature, temporary)
        os.replace(temporary, cache.index_path(path))
        if os.path.getsize(raw):
            from nkfacts.index.rereading import keep

            keep(raw, signature, path)
        return cache.open_kept(cache.index_path(path))
    except (OSError, sqlite.Error, RecursionError):  # the library makes folders by calling itself
        return None
    finally:
        for left in filter(os.path.exists, (temporary, raw)):
            os.unlink(left)


def _temporary(folder: str, name: str) -> str:
    """Return the path of a new empty file."""
    import tempfile

    handle, path = tempfile.mkstemp(".tmp", name, folder)
    os.close(handle)
    return path
