"""The index: where it is kept, whether it is fresh, and how it is opened. The only place that knows the cache.

A cache may cost time, never an answer: whatever is doubtful about a kept index is a miss,
and what cannot be kept is built in memory.
"""

import os
import sqlite3
import sys
from time import time, time_ns
from zlib import crc32

from nkfacts import __version__
from nkfacts.errors import DataProblem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO

    from nkfacts.model import Problem

STANDARD_INPUT = "-"
DamagedIndex = sqlite3.DatabaseError
"""What a query raises when a kept index was damaged after it was written."""
_APPLICATION_ID = 0x6E6B6661  # "nkfa"
_SCHEMA_VERSION = 3
# A file changed again within the clock's tick may keep its size and time stamp (git calls it racy).
_TICK_NS = 2_000_000_000
_STALE_SECONDS = 3600


def shipped_facts() -> str:
    """Return the path of the fact file that came with the program."""
    here = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(here, "data", "facts.yaml")
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(here)), "data", "facts.yaml")


def facts_path(given: "str | None" = None) -> str:
    """Return the fact file to use: the one given, else ``NKFACTS_DATA``, else the shipped one."""
    return given or os.environ.get("NKFACTS_DATA") or shipped_facts()


def cache_folder() -> str:
    """Return the folder that keeps indexes, following the XDG base directory specification."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
        elif sys.platform == "darwin":
            base = os.path.expanduser("~/Library/Caches")
        else:
            base = os.path.expanduser("~/.cache")
    return os.path.join(base, "nkfacts")


def index_path(path: str) -> str:
    """Return where the index of a fact file is kept."""
    return os.path.join(cache_folder(), f"{crc32(os.fsencode(os.path.abspath(path))):08x}.sqlite")


def open_index(path: str, *, use_cache: bool = True) -> sqlite3.Connection:
    """Open the index of a fact file, building it when there is none or the file has changed.

    Args:
        path: the fact file; ``-`` reads standard input.
        use_cache: keep and use an index in the user's cache folder.

    Raises:
        DataProblem: the file is missing, unreadable or faulty.
    """
    if path == STANDARD_INPUT:
        return _build(sys.stdin.buffer, "<stdin>", ":memory:")
    try:
        status = os.stat(path)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    regular = status.st_mode & 0o170000 == 0o100000
    if use_cache and regular:
        kept = open_fresh(path)
        if kept is not None:
            return kept
    try:
        with open(path, "rb") as stream:
            if use_cache and regular:
                kept = _build_and_keep(stream, path)
                if kept is not None:
                    return kept
                stream.seek(0)
            return _build(stream, path, ":memory:")
    except OSError as error:
        raise _unreadable(path, error) from None


def check_file(path: str) -> "tuple[list[Problem], sqlite3.Connection]":
    """Read a fact file afresh and return its warnings and its index; never uses the cache.

    Raises:
        DataProblem: the file is missing, unreadable or faulty.
    """
    from nkfacts.compile import compile_base

    base = sqlite3.connect(":memory:")
    try:
        if path == STANDARD_INPUT:
            return compile_base(base, sys.stdin.buffer, "<stdin>"), base
        with open(path, "rb") as stream:
            return compile_base(base, stream, path), base
    except (OSError, ValueError) as error:
        base.close()
        raise _unreadable(path, error) from None
    except BaseException:
        base.close()
        raise


def kept_indexes() -> list[tuple[str, str, int]]:
    """Return the kept indexes as path, fact file and size in bytes."""
    from contextlib import closing

    found = []
    for name in _own_files(".sqlite"):
        path = os.path.join(cache_folder(), name)
        try:
            with closing(_connect_kept(path)) as connection:
                (source,) = connection.execute("SELECT path FROM origin").fetchone()
        except (OSError, sqlite3.Error, TypeError):
            source = ""
        found.append((path, source, os.path.getsize(path)))
    return found


def forget(path: str) -> None:
    """Remove the kept index of a fact file, if there is one."""
    if os.path.exists(index_path(path)):
        os.unlink(index_path(path))


def clear_cache() -> int:
    """Remove every kept index and return how many there were."""
    names = _own_files(".sqlite")
    for name in (*names, *_own_files(".tmp")):
        os.unlink(os.path.join(cache_folder(), name))
    return len(names)


def _own_files(ending: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(cache_folder()) if name.endswith(ending))
    except OSError:
        return []


def _unreadable(path: str, error: Exception) -> DataProblem:
    reason = getattr(error, "strerror", None) or str(error)
    return DataProblem(f"cannot read the fact file {path}: {reason}", "name another with --data or NKFACTS_DATA")


def _connect_kept(path: str) -> sqlite3.Connection:
    status = os.stat(path)
    if hasattr(os, "getuid") and status.st_uid != os.getuid():
        raise PermissionError(path)
    with open(path, "rb") as stream:
        # The bytes that SQLite leaves free in every page: none in ours. It believes any other number, and misreads.
        if stream.read(21)[20:] != b"\0":
            raise sqlite3.DatabaseError("not an index of this program")
    uri = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    connection = sqlite3.connect(f"file:{uri}?mode=ro&immutable=1", uri=True)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA query_only = ON")
        marks = connection.execute(
            """SELECT application_id, user_version, page_count * page_size
               FROM pragma_application_id, pragma_user_version, pragma_page_count, pragma_page_size"""
        ).fetchone()
    except sqlite3.Error:
        marks = None
    # A truncated full-text table can pass SQLite's own integrity check and lose hits.
    if marks != (_APPLICATION_ID, _SCHEMA_VERSION, status.st_size):
        connection.close()
        raise sqlite3.DatabaseError("not a whole index of this program")
    return connection


def open_fresh(path: str) -> "sqlite3.Connection | None":
    """Open the kept index of a fact file if it is whole and fresh; None when it is to be built."""
    try:
        status = os.stat(path)
        connection = _connect_kept(index_path(path))
    except (OSError, ValueError, sqlite3.Error):
        return None
    try:
        origin = connection.execute("SELECT path, size, mtime, inode, read_at, digest, program FROM origin").fetchone()
        whole = connection.execute("SELECT max(rowid) IS (SELECT facts FROM origin) FROM fact").fetchone()
    except sqlite3.Error:
        origin, whole = None, None
    if origin is not None and whole == (1,):
        kept_path, size, mtime, inode, read_at, digest, program = origin
        same = (kept_path, size, mtime, inode, program) == (
            os.path.abspath(path), status.st_size, status.st_mtime_ns, status.st_ino, __version__,
        )  # fmt: skip
        # Read while the time stamp was young: an edit since may have kept it. As long as it is young the content
        # decides; after that the index is built once more, and from then on a look at the stamp is enough.
        if same and (read_at - mtime > _TICK_NS or (time_ns() - mtime <= _TICK_NS and digest == _digest_of(path))):
            return connection
    connection.close()
    return None


def _digest_of(path: str) -> str:
    from hashlib import file_digest

    try:
        with open(path, "rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _build_and_keep(stream: "IO[bytes]", path: str) -> "sqlite3.Connection | None":
    """Build the index in the cache folder and put it in place; None when it cannot be kept there."""
    import tempfile

    folder = cache_folder()
    temporary = ""
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if hasattr(os, "getuid") and os.stat(folder).st_uid != os.getuid():
            return None
        _sweep(folder, time())
        handle, temporary = tempfile.mkstemp(".tmp", "index-", folder)
        os.close(handle)
        read_at = time_ns()
        status = os.fstat(stream.fileno())
        digest = _digest_of(path)
        connection = _build(stream, path, temporary)
        connection.execute(
            """CREATE TABLE origin AS SELECT ? AS path, ? AS size, ? AS mtime, ? AS inode, ? AS read_at,
                   ? AS digest, ? AS program, (SELECT max(rowid) FROM fact) AS facts""",
            (os.path.abspath(path), status.st_size, status.st_mtime_ns, status.st_ino, read_at, digest, __version__),
        )
        connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")
        connection.commit()
        connection.close()
        os.replace(temporary, index_path(path))
        return _connect_kept(index_path(path))
    except (OSError, sqlite3.Error):
        return None
    finally:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)


def _sweep(folder: str, now: float) -> None:
    """Remove what a killed process left behind an hour ago or earlier."""
    for name in _own_files(".tmp"):
        path = os.path.join(folder, name)
        try:
            if now - os.stat(path).st_mtime > _STALE_SECONDS:
                os.unlink(path)
        except OSError:
            continue


def _build(stream: "IO[bytes]", name: str, database: str) -> sqlite3.Connection:
    from nkfacts.compile import compile_base

    connection = sqlite3.connect(database)
    try:
        # The file is thrown away if anything goes wrong, so nothing needs a journal.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        compile_base(connection, stream, name)
    except BaseException:
        connection.close()
        raise
    return connection
