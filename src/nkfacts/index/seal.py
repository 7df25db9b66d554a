"""The seal behind the last page of a kept index: by its digest a damaged one is known before it answers.

SQLite finds a page of the wrong kind, but believes a flipped bit, a sector of another time or two pages exchanged.
CRC-32 finds each of them but one in four thousand million, and reads an index in a few milliseconds.

An index that was found whole is not read again for an hour, as long as nobody has written to it: whoever writes to a
file changes the time of the last change of its inode, which no program can set. A mark beside the index remembers it.
"""

import os
from time import monotonic, time, time_ns
from zlib import crc32

_MARK = b"nkfacts seal"
_SIZE = len(_MARK) + 4
_CHUNK = 1 << 20
_MARK_NAME = ".whole"
"""Behind the name of the index, that of its mark."""
_REMEMBERED = 3600
"""Seconds for which a mark counts."""
_TICK_NS = 2_000_000_000
"""Within the clock's tick a file may be written to twice at one time."""
_DRIFT = 5
"""Seconds by which two clocks may come apart within the hour."""
_LONGEST = 200
_ONLY_THE_FILE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WORTH_A_THREAD = 32 << 20
"""Bytes above which two threads read: the digest lets others run."""


def put(path: str) -> None:
    """Write the seal behind a finished index."""
    digest = _digest(path, os.path.getsize(path))
    with open(path, "ab") as stream:
        stream.write(_MARK + digest)


def is_whole(path: str) -> bool:
    """Say whether an index is as it was sealed: by its mark, else by reading every byte, which leaves a mark."""
    begun = time_ns()
    status = os.stat(path)
    look = f"{status.st_dev} {status.st_ino} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
    # Elsewhere the time is that of making the file.
    has_time = os.name == "posix"
    if has_time and _is_remembered(path + _MARK_NAME, look):
        return True
    if not is_unbroken(path):
        return False
    if has_time and begun - status.st_ctime_ns > _TICK_NS:
        _remember(path + _MARK_NAME, look)
    return True


def _is_remembered(mark: str, look: str) -> bool:
    try:
        handle = os.open(mark, os.O_RDONLY | _ONLY_THE_FILE)
        try:
            seen, started, marked = os.read(handle, _LONGEST).decode().split(" ", 2)
        finally:
            os.close(handle)
        return marked == look and 0 <= time() - float(seen) < _REMEMBERED and abs(_started() - float(started)) < _DRIFT
    except (OSError, ValueError):
        return False


def _remember(mark: str, look: str) -> None:
    written = f"{mark}.{os.getpid()}.tmp"
    try:
        handle = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _ONLY_THE_FILE, 0o600)
        try:
            os.write(handle, f"{time()} {_started()} {look}".encode())
        finally:
            os.close(handle)
        os.replace(written, mark)
    except OSError:
        return  # the next one reads the index too


def _started() -> float:
    """Return when the machine started: what reached the page cache only may be lost since."""
    return time() - monotonic()


def is_unbroken(path: str) -> bool:
    """Say whether every byte of an index is as it was sealed."""
    size = os.path.getsize(path) - _SIZE
    with open(path, "rb") as stream:
        stream.seek(max(size, 0))
        return stream.read() == _MARK + _digest(path, size)


def _digest(path: str, size: int) -> bytes:
    """Return the digest of the digests of all chunks, so that several threads can share them."""
    starts = range(0, size, _CHUNK)
    if size < _WORTH_A_THREAD:
        sums = _sums(path, starts, size)
    else:
        from concurrent.futures import ThreadPoolExecutor

        workers = min(4, os.cpu_count() or 1)
        share = -(-len(starts) // workers)
        parts = [starts[at : at + share] for at in range(0, len(starts), share)]
        with ThreadPoolExecutor(workers) as pool:
            sums = b"".join(pool.map(lambda part: _sums(path, part, size), parts))
    return crc32(sums).to_bytes(4, "big")


def _sums(path: str, starts: range, size: int) -> bytes:
    found = bytearray()
    buffer = memoryview(bytearray(_CHUNK))
    with open(path, "rb", buffering=0) as stream:
        for start in starts:
            stream.seek(start)
            wanted = buffer[: min(_CHUNK, size - start)]
            read = stream.readinto(wanted)
            found += crc32(wanted[:read]).to_bytes(4, "big")
    return bytes(found)
