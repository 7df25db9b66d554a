"""A fact file read again after an edit: what did not change is taken from what was read before.

The tables that a file was read into are kept beside its index, with the stretches that the file was cut into
(reading/stretches.py) and the rows of each. After an edit only the stretches whose text is new are read, with those
beside them, and put between the rows of the others. A mistake is found by reading the whole file, as ever, and
so is whatever else is doubtful: a stretch that does not begin with a record, a day that is earlier, an id there twice.
"""

import os
import sqlite3
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from io import BytesIO
from itertools import pairwise

from nkfacts._version import __version__
from nkfacts.errors import Problem
from nkfacts.hints import IO, NamedTuple
from nkfacts.index import cache, derived, seal
from nkfacts.index.building import FileRead, Progress, Writer, finish, telling
from nkfacts.index.empty import attach_raw, scratch
from nkfacts.index.joining import Rows, Source, attached, put_together
from nkfacts.index.tables import RAW, create_tables
from nkfacts.quick_json import decoded, encoded
from nkfacts.reading.fact_file import Reading
from nkfacts.reading.stretches import Stretch, stretches_of

WORTH = 200_000
"""Bytes of a file below which it is read as fast as it is compared."""
MOST = 16_000_000
"""Bytes above which what was read takes too much room beside the index; so much belongs into several files."""
_MOST_READ = 0.7
"""The share of the stretches above which reading all of them is as fast."""

STRETCHES = f"""
CREATE TABLE {RAW}.stretch (number INTEGER PRIMARY KEY, digest INTEGER, first INTEGER, rows TEXT);
CREATE TABLE {RAW}.read_on (day TEXT);
"""


class _Known(NamedTuple):
    """A stretch that was read before: its first line then, and the rows of the tables before and with it."""

    first: int
    start: Rows
    end: Rows


def is_worth_keeping(stream: IO[bytes]) -> bool:
    """Say whether a file is of a size at which what it is read into is kept."""
    return WORTH <= os.fstat(stream.fileno()).st_size <= MOST


def compile_again(
    base: sqlite3.Connection, stream: IO[bytes], file: str, raw: str, progress: Progress | None = None
) -> list[Problem]:
    """Read a fact file into an empty database, as ``building.compile_base``, and what is worth keeping into another.

    Args:
        base: the empty database.
        stream: the bytes of the file, which are read twice.
        file: its path.
        raw: where the tables are put that the file is read into.
        progress: told the share of the work that is done.

    Returns:
        The warnings, in the order of the file.

    Raises:
        DataProblem: the file has errors; it carries all of them, and the warnings.
    """
    data = b"".join(iter(lambda: stream.read(1 << 20), b""))
    stretches = stretches_of(data)
    _begin(base, raw)
    read = _read_what_changed(base, file, data, stretches, f"{raw}.tmp")
    del data
    if read is None:
        _begin(base, raw)
        stream.seek(0)
        read = _read_all(base, telling(stream, progress), file, stretches)
    return finish(base, file, {file: read}, progress, warn=False)


def keep(raw: str, signature: cache.Signature, file: str) -> None:
    """Keep what a file without mistakes was read into for the next time; nothing where nothing was.

    Args:
        raw: where the tables are.
        signature: for what they stand.
        file: the path of the file.
    """
    # Where it cannot be kept, the next reading is one of the whole file.
    with suppress(OSError, sqlite3.Error):
        if os.path.getsize(raw):
            cache.sign(scratch(raw), signature, raw)
            os.replace(raw, cache.piece_path(file, "read"))


def _begin(base: sqlite3.Connection, raw: str) -> None:
    """Attach an empty database for what is read, in place of one that was begun."""
    base.commit()
    if any(name == RAW for _, name, _ in base.execute("PRAGMA database_list")):
        base.execute(f"DETACH {RAW}")
    with open(raw, "wb"):
        pass
    attach_raw(base, raw)
    base.executescript(STRETCHES)


def _read_all(base: sqlite3.Connection, stream: IO[bytes], file: str, stretches: Sequence[Stretch]) -> FileRead:
    reading = Reading(stream, file)
    rows = _rows_of(base, reading, stretches, range(1 << 32))
    if rows is not None:
        _note(base, stretches, rows, reading.today)
    return FileRead.of(reading)


def _rows_of(
    base: sqlite3.Connection, reading: Reading, stretches: Sequence[Stretch], places: Sequence[int]
) -> list[Rows] | None:
    """Read stretches into the tables of a database, and return the rows up to each.

    Args:
        base: the database.
        reading: the reading of their text.
        stretches: the stretches.
        places: the line in the file for each line of their text.

    Returns:
        None where a stretch does not begin with a record of its part, or has others.
    """
    writer = Writer(base, places)
    firsts = [stretch.first for stretch in stretches]
    begun = [not stretch.part for stretch in stretches]
    ends: list[Rows | None] = [None] * len(stretches)
    own, last = True, 0
    for entry in reading.entries():
        line = places[entry.first_line]
        at = bisect_right(firsts, line) - 1
        if at != last:
            ends[last] = writer.count()
        last = at
        begun[at] |= line == firsts[at]
        own &= stretches[at].part in ("", entry.part)
        writer.add(entry)
    ends[last] = writer.count()
    writer.flush()
    if not own or not all(begun):
        return None
    rows: list[Rows] = []
    for end in ends:
        rows.append(end if end is not None else rows[-1] if rows else {})
    return rows


def _note(base: sqlite3.Connection, stretches: Sequence[Stretch], rows: Sequence[Rows], day: str) -> None:
    """Note in what is kept which rows each stretch gave, and on which day nothing was ahead of its time."""
    noted = zip(stretches, rows, strict=True)
    base.executemany(
        f"INSERT INTO {RAW}.stretch VALUES (?, ?, ?, ?)",
        ((number, each.digest, each.first, encoded(end)) for number, (each, end) in enumerate(noted)),
    )
    base.execute(f"INSERT INTO {RAW}.read_on VALUES (?)", (day,))


def _read_what_changed(
    base: sqlite3.Connection, file: str, data: bytes, stretches: Sequence[Stretch], fresh: str
) -> FileRead | None:
    """Read the stretches that changed, and take over the others; None where the whole file has to be read.

    Args:
        base: the database, and the empty one attached to it.
        file: the path of the file.
        data: its bytes.
        stretches: its stretches.
        fresh: a place for what is read.
    """
    kept = cache.piece_path(file, "read")
    if not _is_kept_of(kept, file):
        return None
    with attached(base, kept, "before"):
        known, day = _known(base)
        read = _to_read(stretches, known)
        if len(read) > _MOST_READ * len(stretches):
            return None
        try:
            found = _read_into(fresh, file, data, [stretches[number] for number in read])
            if found is None or found[0].problems or not found[0].complete or found[0].today < day:
                return None
            reading, rows = found
            with attached(base, fresh, "fresh"):
                ends = put_together(
                    base, _sources(stretches, known, dict(zip(read, pairwise([{}, *rows]), strict=True)))
                )
        finally:
            with suppress(FileNotFoundError):
                os.unlink(fresh)
    if _has_an_id_twice(base):
        return None
    derived.clear(base)
    _note(base, stretches, ends, max(day, reading.today))
    return FileRead.of(reading)


def _to_read(stretches: Sequence[Stretch], known: Mapping[int, _Known]) -> list[int]:
    """Return the numbers of the stretches that are read: those always read, and those that are new, with their next."""
    beside = {number + step for number, each in enumerate(stretches) if each.digest not in known for step in (-1, 0, 1)}
    return [number for number, each in enumerate(stretches) if not each.part or number in beside]


def _sources(
    stretches: Sequence[Stretch], known: Mapping[int, _Known], read: Mapping[int, tuple[Rows, Rows]]
) -> list[Source]:
    """Return where the rows of each stretch are, of those that were read with the rows before and with them."""
    sources = []
    for number, each in enumerate(stretches):
        if number in read:
            sources.append(Source("fresh", *read[number], moved=0))
        else:
            first, start, end = known[each.digest]
            sources.append(Source("before", start, end, each.first - first))
    return sources


def _is_kept_of(kept: str, file: str) -> bool:
    """Say whether there is what an earlier state of a file was read into, whole and by this program."""
    try:
        with closing(cache.open_kept(kept)) as connection:
            origin = connection.execute("SELECT path, program FROM origin").fetchone()
            noted = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'read_on'").fetchone()
        is_its = tuple(origin) == (os.path.abspath(file), __version__) and noted == (1,)
        return is_its and seal.is_unbroken(kept)
    except (OSError, sqlite3.Error, TypeError):
        return False


def _known(base: sqlite3.Connection) -> tuple[dict[int, _Known], str]:
    """Return the stretches that were read before, by their digests, and the day on which they were."""
    known: dict[int, _Known] = {}
    start: Rows = {}
    for digest, first, rows in base.execute("SELECT digest, first, rows FROM before.stretch ORDER BY number"):
        end = decoded(rows)
        known[digest] = _Known(first, start, end)
        start = end
    (day,) = base.execute("SELECT coalesce(max(day), '9999') FROM before.read_on").fetchone()
    return known, day


def _read_into(
    database: str, file: str, data: bytes, stretches: Sequence[Stretch]
) -> tuple[Reading, list[Rows]] | None:
    """Read stretches into a database of their own; None where they are not what they look like."""
    texts = [data[each.place] for each in stretches]
    places = [0]
    for each, text in zip(stretches, texts, strict=True):
        places += range(each.first, each.first + text.count(b"\n"))
    # The last line has no end.
    places.append(places[-1] + 1)
    reading = Reading(BytesIO(b"".join(texts)), file)
    with closing(scratch(database)) as own:
        create_tables(own)
        rows = _rows_of(own, reading, stretches, places)
        own.commit()
    return (reading, rows) if rows is not None else None


def _has_an_id_twice(base: sqlite3.Connection) -> bool:
    """Say whether two records of a part have one id, which the reading of the whole file names."""
    row = base.execute(f"SELECT 1 FROM {RAW}.record GROUP BY part, id HAVING count(*) > 1 LIMIT 1").fetchone()
    return row is not None
