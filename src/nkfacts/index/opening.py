"""The index of a fact file or folder: where it is kept, whether it is fresh, how it is opened.

The only place that knows the cache, beside ``folder``, which keeps the files of a folder one by one.

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
    from nkfacts.errors import Problem
    from nkfacts.index.building import Progress

STANDARD_INPUT = "-"
DamagedIndex = sqlite3.DatabaseError
"""What a query raises when a kept index was damaged after it was written."""
_APPLICATION_ID = 0x6E6B6661  # "nkfa"
_SCHEMA_VERSION = 3
# A file changed again within the clock's tick may keep its size and time stamp (git calls it racy).
_TICK_NS = 2_000_000_000
_STALE_SECONDS = 3600
_REGULAR, _FOLDER = 0o100000, 0o040000


def shipped_facts() -> str:
    """Return the path of the fact file that came with the program."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    installed = os.path.join(package, "data", "facts.yaml")
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(os.path.dirname(package)), "data", "facts.yaml")


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
    """Return where the index of a fact file or folder is kept."""
    return os.path.join(cache_folder(), f"{_name_of(path)}.sqlite")


def piece_path(path: str) -> str:
    """Return where the records of one file of a folder are kept."""
    return os.path.join(cache_folder(), f"{_name_of(path)}.piece.sqlite")


def _name_of(path: str) -> str:
    return f"{crc32(os.fsencode(os.path.abspath(path))):08x}"


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
        kept = open_fresh(path) if use_cache else None
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
    base = scratch(":memory:")
    try:
        return _compile(base, path, use_cache=False, progress=progress), base
    except (OSError, ValueError) as error:
        base.close()
        raise unreadable(path, error) from None
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


def unreadable(path: str, error: Exception) -> DataProblem:
    """Return the fault that a fact file cannot be read."""
    reason = getattr(error, "strerror", None) or str(error)
    return DataProblem(f"cannot read the fact file {path}: {reason}", "name another with --data or NKFACTS_DATA")


def files_of(path: str) -> list[str]:
    """Return the fact files of a folder and its subfolders, in the order of their names; hidden ones left out."""
    found: list[str] = []
    for entry in sorted(os.scandir(path), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            found += files_of(entry.path)
        elif entry.name.endswith((".yaml", ".yml")):
            found.append(entry.path)
    return found


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


def stamp_of(path: str) -> tuple[str, int]:
    """Return by what a file, or every file of a folder, is known to be unchanged, and the newest time stamp.

    That is names, sizes, time stamps and inodes, at the price of a look at each file.
    """
    path = os.path.abspath(path)
    status = os.stat(path)
    is_folder = status.st_mode & 0o170000 == _FOLDER
    looks = [(file, os.stat(file)) for file in files_of(path)] if is_folder else [(path, status)]
    lines = [f"{file}\t{look.st_size}\t{look.st_mtime_ns}\t{look.st_ino}" for file, look in looks]
    return "\n".join(lines), max((look.st_mtime_ns for _, look in looks), default=0)


def open_fresh(path: str) -> "sqlite3.Connection | None":
    """Open the kept index of a fact file or folder if it is whole and fresh; None when it is to be built."""
    return open_signed(index_path(path), path)


def open_signed(index: str, path: str) -> "sqlite3.Connection | None":
    """Open an index that was signed for a file or folder, if it is whole and the files have not changed."""
    try:
        stamp, newest = stamp_of(path)
        connection = _connect_kept(index)
    except (OSError, ValueError, sqlite3.Error):
        return None
    try:
        origin = connection.execute("SELECT path, stamp, read_at, digest, program FROM origin").fetchone()
        whole = connection.execute("SELECT max(rowid) IS (SELECT facts FROM origin) FROM fact").fetchone()
    except sqlite3.Error:
        origin, whole = None, None
    if origin is not None and whole == (1,):
        kept_path, kept_stamp, read_at, digest, program = origin
        same = (kept_path, kept_stamp, program) == (os.path.abspath(path), stamp, __version__)
        # Read while the time stamp was young: an edit since may have kept it. As long as it is young the content
        # decides; after that the index is built once more, and from then on a look at the stamp is enough.
        is_young = time_ns() - newest <= _TICK_NS
        if same and (read_at - newest > _TICK_NS or (is_young and digest == _digest_of(path))):
            return connection
    connection.close()
    return None


def _digest_of(path: str) -> str:
    from hashlib import file_digest, sha256

    try:
        digests = []
        for file in files_of(path) if os.path.isdir(path) else [path]:
            with open(file, "rb") as stream:
                digests.append(file_digest(stream, "sha256").hexdigest())
    except OSError:
        return ""
    return digests[0] if len(digests) == 1 else sha256("".join(digests).encode()).hexdigest()


def signature_of(path: str) -> tuple[str, str, int, str, str]:
    """Return by what an index will be known to stand for a file or folder; to be taken before that is read."""
    stamp, newest = stamp_of(path)
    read_at = time_ns()
    digest = _digest_of(path) if read_at - newest <= _TICK_NS else ""
    return os.path.abspath(path), stamp, read_at, digest, __version__


def sign(connection: sqlite3.Connection, signature: tuple[str, str, int, str, str]) -> None:
    """Write into an index for what it stands, and mark it as one of this program."""
    connection.execute(
        """CREATE TABLE origin AS SELECT ? AS path, ? AS stamp, ? AS read_at, ? AS digest, ? AS program,
               (SELECT max(rowid) FROM fact) AS facts""",
        signature,
    )
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")
    connection.commit()


def keep(temporary: str, path: str) -> "str | None":
    """Move a finished index to its place in the cache folder and return that; None when it cannot be kept there."""
    import shutil

    try:
        _own_folder()
        own = f"{path}.{os.getpid()}.tmp"
        shutil.copyfile(temporary, own)
        os.replace(own, path)
    except OSError:
        return None
    return path


def _own_folder() -> str:
    """Return the cache folder, made if need be; raise OSError when it is somebody else's."""
    folder = cache_folder()
    os.makedirs(folder, mode=0o700, exist_ok=True)
    if hasattr(os, "getuid") and os.stat(folder).st_uid != os.getuid():
        raise PermissionError(folder)
    return folder


def _build_and_keep(path: str, progress: "Progress | None") -> "sqlite3.Connection | None":
    """Build the index in the cache folder and put it in place; None when it cannot be kept there."""
    import tempfile

    temporary = ""
    try:
        folder = _own_folder()
        _sweep(folder, time())
        handle, temporary = tempfile.mkstemp(".tmp", "index-", folder)
        os.close(handle)
        signature = signature_of(path)
        connection = _build(path, temporary, use_cache=True, progress=progress)
        sign(connection, signature)
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


def scratch(database: str) -> sqlite3.Connection:
    """Open a database that is thrown away if anything goes wrong, so that nothing needs a journal."""
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    return connection


def _build(path: str, database: str, *, use_cache: bool, progress: "Progress | None") -> sqlite3.Connection:
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
