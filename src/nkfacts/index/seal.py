"""The seal behind the last page of a kept index: by its digest a damaged one is known before it answers.

SQLite finds a page of the wrong kind, but believes a flipped bit, a sector of another time or two pages exchanged.
CRC-32 finds each of them but one in four thousand million, and reads an index in a few milliseconds.
"""

import os
from zlib import crc32

_MARK = b"nkfacts seal"
_SIZE = len(_MARK) + 4
_CHUNK = 1 << 20
_WORTH_A_THREAD = 32 << 20
"""Bytes above which two threads read: the digest lets others run."""


def put(path: str) -> None:
    """Write the seal behind a finished index."""
    digest = _digest(path, os.path.getsize(path))
    with open(path, "ab") as stream:
        stream.write(_MARK + digest)


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
