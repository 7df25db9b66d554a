"""The kept indexes: where each is, whether it is fresh, how it is signed and put in place.

A cache may cost time, never an answer: whatever is doubtful about a kept index is a miss.
"""

import os
from stat import S_ISDIR, S_ISREG
from time import time, time_ns
from zlib import crc32

from nkfacts._version import __version__
from nkfacts.index.binding import sqlite
from nkfacts.index.location import cache_folder, files_of

APPLICATION_ID = 0x6E6B6661  # "nkfa"
"""By which SQLite knows an index of this program."""
SCHEMA_VERSION = 22
"""Rises with the tables, so that an index of others is built anew."""
# A file changed again within the clock's tick may keep its size and time stamp (git calls it racy).
_TICK_NS = 2_000_000_000
_SEAL_SIZE = 16
"""The bytes behind the pages (seal.py); SQLite looks only as far as its pages go."""
_STALE_SECONDS = 3600
_UNUSED_SECONDS = 90 * 24 * 3600
_OTHERS_MAY_WRITE = 0o022

_ONLY_THE_FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

Signature = tuple[str, str, int, str, str]
"""Path, stamp, time of reading, digest and program by which an index is known to be fresh."""


def index_path(path: str) -> str:
    """Return where the index of a fact file or folder is kept."""
    return os.path.join(cache_folder(), f"{_name_of(path)}.sqlite")


def piece_path(path: str, kind: str = "piece") -> str:
    """Return where the records of one file of a folder are kept; of kind ``read``, of one alone."""
    # Two pieces of one name would overwrite each other while they are joined, so the name is one that nobody can find
    # twice. Two indexes of one name cost time only, and a plain get has none for the library.
    from hashlib import blake2b

    return os.path.join(cache_folder(), f"{blake2b(_bytes_of(path), digest_size=16).hexdigest()}.{kind}.sqlite")


def _name_of(path: str) -> str:
    return f"{crc32(_bytes_of(path)):08x}"


def _bytes_of(path: str) -> bytes:
    return os.fsencode(os.path.abspath(path))


def kept_indexes() -> list[tuple[str, str, int]]:
    """Return the kept indexes as path, fact file and size in bytes."""
    from contextlib import closing

    found = []
    for name in _own_files(".sqlite"):
        path = os.path.join(cache_folder(), name)
        try:
            with closing(open_kept(path)) as connection:
                (source,) = connection.execute("SELECT path FROM origin").fetchone()
        except (OSError, sqlite.Error, TypeError):
            source = ""
        found.append((path, source, os.path.getsize(path)))
    return found


def forget(path: str) -> None:
    """Remove the kept index of a fact file, if there is one."""
    _remove(index_path(path))


def clear_cache() -> int:
    """Remove every kept index and return how many there were."""
    names = _own_files(".sqlite")
    for name in (*names, *_own_files(".tmp"), *_own_files(".whole")):
        _remove(os.path.join(cache_folder(), name))
    return len(names)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        return  # another run was faster


def _own_files(ending: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(cache_folder()) if name.endswith(ending))
    except OSError:
        return []


def open_kept(path: str) -> sqlite.Connection:
    """Open a kept index that is whole and the user's own, to read from it.

    Raises:
        OSError: it is not there, or somebody else's.
        sqlite.DatabaseError: it is no whole index of this program.
    """
    # In a folder of the user's own nobody else puts another file in its place between this look and SQLite's.
    if not _is_own(os.stat(os.path.dirname(path))):
        raise PermissionError(path)
    handle = os.open(path, _ONLY_THE_FILE)
    try:
        status = os.fstat(handle)
        # The last of these are the bytes that SQLite leaves free in every page: none in ours. It believes any other
        # number, and misreads.
        if not S_ISREG(status.st_mode) or not _is_own(status) or os.read(handle, 21)[20:] != b"\0":
            raise sqlite.DatabaseError("not an index of this program")
    finally:
        os.close(handle)
    uri = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    connection = sqlite.connect(f"file:{uri}?mode=ro&immutable=1", uri=True)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA query_only = ON")
        marks = connection.execute(
            """SELECT application_id, user_version, page_count * page_size
               FROM pragma_application_id, pragma_user_version, pragma_page_count, pragma_page_size"""
        ).fetchone()
    except sqlite.Error:
        marks = None
    # A truncated full-text table can pass SQLite's own integrity check and lose hits.
    if marks != (APPLICATION_ID, SCHEMA_VERSION, status.st_size - _SEAL_SIZE):
        connection.close()
        raise sqlite.DatabaseError("not a whole index of this program")
    return connection


def stamp_of(path: str) -> tuple[str, int]:
    """Return by what a file, or every file of a folder, is known to be unchanged, and the newest time stamp.

    That is names, sizes, time stamps and inodes, at the price of a look at each file. The time of the last change of an
    inode is among them: who unpacks an archive over a file sets the other one back.
    """
    path = os.path.abspath(path)
    status = os.stat(path)
    is_folder = S_ISDIR(status.st_mode)
    looks = [(file, os.stat(file)) for file in files_of(path)] if is_folder else [(path, status)]
    lines = [
        f"{file}\t{look.st_size}\t{look.st_mtime_ns}\t{look.st_ctime_ns}\t{look.st_dev}\t{look.st_ino}"
        for file, look in looks
    ]
    return "\n".join(lines), max((look.st_mtime_ns for _, look in looks), default=0)


def open_fresh(path: str, *, sealed: bool = True) -> "sqlite.Connection | None":
    """Open the kept index of a fact file or folder if it is whole and fresh; None when it is to be built.

    Args:
        path: the fact file or folder.
        sealed: make sure that every byte is as it was; who does not has to look at the proof of what is read.
    """
    return open_signed(index_path(path), path, sealed=sealed, marked=True)


def open_signed(index: str, path: str, *, sealed: bool = True, marked: bool = False) -> "sqlite.Connection | None":
    """Open an index that was signed for a file or folder, if it is whole and the files have not changed.

    Args:
        index: where it is.
        path: the file or folder.
        sealed: make sure that every byte is as it was.
        marked: a mark that says so is enough, and one is left.
    """
    try:
        stamp, newest = stamp_of(path)
        connection = open_kept(index)
    except (OSError, ValueError, sqlite.Error):
        return None
    try:
        is_good = _is_fresh(connection, path, stamp, newest) and (not sealed or _is_sealed(index, marked=marked))
    except Exception:  # noqa: BLE001 - a damaged column may hold anything: none of it is worth an answer
        is_good = False
    if is_good:
        return connection
    connection.close()
    return None


def _is_fresh(connection: sqlite.Connection, path: str, stamp: str, newest: int) -> bool:
    origin = connection.execute("SELECT path, stamp, read_at, digest, program FROM origin").fetchone()
    whole = connection.execute("SELECT max(rowid) IS (SELECT facts FROM origin) FROM fact").fetchone()
    if origin is None or whole != (1,):
        return False
    kept_path, kept_stamp, read_at, digest, program = origin
    if (kept_path, kept_stamp, program) != (os.path.abspath(path), stamp, __version__):
        return False
    # Read while the time stamp was young: an edit since may have kept it. As long as it is young the content
    # decides; after that the index is built once more, and from then on a look at the stamp is enough.
    is_young = time_ns() - newest <= _TICK_NS
    return read_at - newest > _TICK_NS or (is_young and digest == _digest_of(path))


def _is_sealed(index: str, *, marked: bool) -> bool:
    from nkfacts.index import seal

    return seal.is_whole(index) if marked else seal.is_unbroken(index)


def _digest_of(path: str) -> str:
    from hashlib import file_digest, sha256

    try:
        digests = []
        for file in files_of(path) if os.path.isdir(path) else [path]:
            if not os.path.isfile(file):
                return ""
            with open(file, "rb") as stream:
                digests.append(file_digest(stream, "sha256").hexdigest())
    except OSError:
        return ""
    return digests[0] if len(digests) == 1 else sha256("".join(digests).encode()).hexdigest()


def signature_of(path: str) -> Signature:
    """Return by what an index will be known to stand for a file or folder; to be taken before that is read."""
    stamp, newest = stamp_of(path)
    read_at = time_ns()
    digest = _digest_of(path) if read_at - newest <= _TICK_NS else ""
    return os.path.abspath(path), stamp, read_at, digest, __version__


def sign(connection: sqlite.Connection, signature: Signature, path: str) -> None:
    """Write into an index for what it stands, mark it as one of this program, close it, and seal its file."""
    from nkfacts.index import seal

    connection.execute(
        """CREATE TABLE origin AS SELECT ? AS path, ? AS stamp, ? AS read_at, ? AS digest, ? AS program,
               (SELECT max(rowid) FROM fact) AS facts""",
        signature,
    )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.commit()
    connection.close()
    seal.put(path)


def keep(temporary: str, path: str) -> "str | None":
    """Move a finished index to its place in the cache folder and return that; None when it cannot be kept there."""
    import shutil
    import tempfile

    own = ""
    try:
        handle, own = tempfile.mkstemp(".tmp", "piece-", own_folder())
        with open(handle, "wb") as copy, open(temporary, "rb") as original:
            shutil.copyfileobj(original, copy)
        os.replace(own, path)
    except OSError:
        if own:
            _remove(own)
        return None
    return path


def own_folder() -> str:
    """Return the cache folder, made if need be; raise OSError when it is somebody else's.

    One of the user's own in which others may write is closed to them and emptied: who knows what they put into it.
    """
    folder = cache_folder()
    os.makedirs(folder, mode=0o700, exist_ok=True)
    status = os.stat(folder)
    if hasattr(os, "getuid") and status.st_uid != os.getuid():
        raise PermissionError(folder)
    if not _is_own(status):
        os.chmod(folder, 0o700)
        clear_cache()
    return folder


def _is_own(status: os.stat_result) -> bool:
    """Say whether a file or folder is the user's, and nobody else may write to it."""
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & _OTHERS_MAY_WRITE


def sweep(folder: str) -> None:
    """Remove marks and what a killed process left an hour ago or earlier, and indexes that nobody used for a season."""
    from contextlib import suppress

    for name in (*_own_files(".tmp"), *_own_files(".whole"), *_own_files(".sqlite")):
        path = os.path.join(folder, name)
        with suppress(OSError):
            status = os.stat(path)
            age = time() - max(status.st_mtime, status.st_atime if name.endswith(".sqlite") else 0)
            if age > (_UNUSED_SECONDS if name.endswith(".sqlite") else _STALE_SECONDS):
                os.unlink(path)
