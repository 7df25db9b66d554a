"""A fact file cut into stretches of a few records by a look at its lines, so that an edit changes one of them.

Where a stretch begins is told by the text of its first line alone: one that changes moves no other. What looks like the
beginning of a record may be none, as in a text of several lines, and whoever uses the stretches has to make sure that
a record begins with each.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from zlib import crc32

from nkfacts.hints import NamedTuple
from nkfacts.model.records import PARTS

RECORDS = 8
"""About how many records a stretch has."""
# A line is looked for by the end of the one before it: "^" would be tried at every byte.
_TOP = re.compile(rb"\n([^\s#-].*)")
_KEY = re.compile(rb"([A-Za-z_]\w*):(\s|$)")
"""A line that is not further in than the keys of the file, and one that begins with a key."""
_BARE_KEY = re.compile(rb"[A-Za-z_]\w*:\s*(#.*)?$")
"""The key of a part that has a line of its own."""
_INSIDE = re.compile(rb"\n( *)(- )?[^\s#]")
"""How far in a line begins that is neither empty nor a comment, and whether it is an item."""
_BREAKS = (b"\x0b", b"\x0c", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\n---", b"\n...")
"""What ends a line for YAML and not here, or the document."""
_ALWAYS = ("topics",)
"""Parts that are always read: there can be too many of their records."""


class Stretch(NamedTuple):
    """Some lines of a file.

    Attributes:
        part: the part whose records they are; empty for what is always read: the file's own keys, and those of parts.
        first: the first line, from 1.
        place: the bytes of the file that they are.
        digest: a number by which the same lines of the same part are known again.
    """

    part: str
    first: int
    place: slice
    digest: int


def stretches_of(data: bytes) -> list[Stretch]:
    """Cut a fact file into stretches that together are all of it; one alone where that cannot be told by its lines.

    Args:
        data: the bytes of the file.
    """
    odd = any(sign in data for sign in _BREAKS) or data.count(b"\r") != data.count(b"\r\n")
    starts = [] if odd else _starts(b"\n" + data)
    starts = starts or [(0, "")]
    found, line = [], 1
    for (start, part), (end, _) in zip(starts, [*starts[1:], (len(data), "")], strict=True):
        digest = blake2b(data[start:end], digest_size=7, key=part.encode()).digest()
        found.append(Stretch(part, line, slice(start, end), int.from_bytes(digest, "big")))
        line += data.count(b"\n", start, end)
    return found


def _starts(data: bytes) -> list[tuple[int, str]]:
    """Return the places where stretches begin, and their parts; none where that is not told.

    Args:
        data: the bytes of the file behind an end of a line, which is where the place of a line is one too far.
    """
    tops = list(_TOP.finditer(data))
    keys = [_KEY.match(top[1]) for top in tops]
    if not tops or None in keys:
        return []
    starts = [(0, "")] if tops[0].start() else []
    for number, (top, key) in enumerate(zip(tops, keys, strict=True)):
        assert key is not None
        end = tops[number + 1].start() if number + 1 < len(tops) else len(data)
        part = key[1].decode()
        starts.append((top.start(), ""))
        if part in PARTS and part not in _ALWAYS and _BARE_KEY.match(top[1]):
            starts += [(place, part) for place in _cuts(data, top.end(), end)]
    return starts


def _cuts(data: bytes, start: int, end: int) -> Iterator[int]:
    """Yield the places where stretches of records begin, all as far in as the first; none where a line is less so."""
    first = _INSIDE.search(data, start, end)
    if first is None:
        return
    inside, item = len(first[1]), first[2] or b""
    if inside and re.compile(rb"\n {0,%d}[^\s#]" % (inside - 1)).search(data, start, end):
        return
    yield first.start()
    records = re.compile(rb"\n {%d}%s[^\s#-].*" % (inside, item))
    for record in records.finditer(data, first.end(), end):
        if not crc32(record[0]) % RECORDS:
            yield record.start()
