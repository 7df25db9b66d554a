"""An index built: files read into its tables, then what needs the whole base, its rules among it.

A place in the index is the number of its file and the line in one number, so that the
rules, which know lines only, work on one file and on many.
"""

import os
import sqlite3
from collections.abc import Callable, Sequence

from nkfacts.errors import DataProblem, Problem
from nkfacts.hints import IO, Any, NamedTuple, cast
from nkfacts.index import derived
from nkfacts.index.empty import attach_raw, is_small
from nkfacts.index.finding import LINES_OF_A_FILE, found_by
from nkfacts.index.packing import pack
from nkfacts.index.rules import BASE_RULES, WARNINGS, is_crowded
from nkfacts.index.tables import RAW, row_of, table_of
from nkfacts.index.words import fillers_of, forms_of, frames_of, names_of
from nkfacts.model.meaning import Action
from nkfacts.model.records import OPTIONAL_PARTS, PARTS, Fact, Figure, Header
from nkfacts.reading.fact_file import Entry, Reading
from nkfacts.text import fold, plural

_BATCH = 500
"""Rows written at once."""

READING = 0.7
"""The share of the work that reading is."""

Progress = Callable[[float], None]
"""Told the share of the work that is done, from 0 to 1."""

_INDEXES = """
CREATE INDEX {0}record_id ON record (id, part);
CREATE INDEX {0}link_target ON link (target, part);
CREATE INDEX {0}link_owner ON link (owner, target);
CREATE INDEX {0}filler_owner ON filler (owner, frame);
CREATE INDEX {0}frame_owner ON frame (owner);
CREATE INDEX {0}action_id ON action (id);
CREATE INDEX {0}thing_id ON thing (id);
CREATE INDEX {0}entity_id ON entity (id);
CREATE INDEX {0}source_id ON source (id);
CREATE INDEX {0}figure_id ON figure (id);
CREATE INDEX {0}fact_id ON fact (id);
CREATE INDEX {0}fact_headline ON fact (figure, competes);
"""
"""What the rules of the whole base look up; two records may have one id, which is a mistake that they find."""


class FileRead(NamedTuple):
    """What reading one file showed: its mistakes, what it says about itself, its parts, and whether it has an end."""

    problems: list[Problem]
    header: dict[str, str]
    parts: set[str]
    complete: bool

    @classmethod
    def of(cls, reading: Reading) -> "FileRead":
        """Return what a reading showed that is over."""
        return cls(list(reading.problems), reading.header, reading.parts, reading.complete)


def compile_base(
    base: sqlite3.Connection, stream: IO[bytes], file: str, progress: Progress | None = None, *, warn: bool = True
) -> list[Problem]:
    """Read a fact file into an empty database.

    Args:
        base: an empty database, written without a transaction of the caller's.
        stream: the bytes of the file.
        file: its name, for problems.
        progress: told the share of the work that is done.
        warn: look for what deserves a warning too; where there are mistakes, it is done all the same.

    Returns:
        The warnings, in the order of the file.

    Raises:
        DataProblem: the file has errors; it carries all of them, and the warnings.
    """
    attach_raw(base, is_small=is_small(stream))
    told = telling(stream, progress)
    return finish(base, file, {file: read_file(base, told, file, number=None)}, progress, warn=warn)


def telling(stream: IO[bytes], progress: Progress | None) -> IO[bytes]:
    """Return a stream of a file that tells how much of it has been read, where somebody is to be told."""
    return cast("IO[bytes]", _Told(stream, progress)) if progress else stream


class _Told:
    """A stream that tells how much of it has been read."""

    def __init__(self, stream: IO[bytes], progress: Progress) -> None:
        self._stream, self._progress = stream, progress
        self._size, self._read = os.fstat(stream.fileno()).st_size or 1, 0

    def read(self, size: int) -> bytes:
        data = self._stream.read(size)
        self._read += len(data)
        self._progress(READING * min(1, self._read / self._size))
        return data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def finish(
    base: sqlite3.Connection,
    name: str,
    reads: dict[str, FileRead],
    progress: Progress | None = None,
    *,
    warn: bool = True,
) -> list[Problem]:
    """Finish a database into which all files of a base have been read.

    Args:
        base: the database, and the one attached to it.
        name: what the whole is called in the message of a fault.
        reads: what reading each file showed, by its name, in the order of the files' numbers.
        progress: told the share of the work that is done.
        warn: look for what deserves a warning too, as ``compile_base``.

    Returns:
        The warnings, in the order of the files.

    Raises:
        DataProblem: there are errors; it carries all of them, and the warnings.
    """
    files = list(reads)
    base.executemany("INSERT INTO file VALUES (?, ?)", enumerate(files))
    problems = [problem for read in reads.values() for problem in read.problems]
    if all(read.complete for read in reads.values()):
        problems += _lacking(reads)
        problems += _whole_base_problems(base, files, progress, faulty=bool(problems), warn=warn)
    number = {file: at for at, file in enumerate(files)}
    problems.sort(key=lambda problem: (number[problem.file], problem.line, problem.column))
    errors = sum(problem.severity == "error" for problem in problems)
    if errors:
        raise DataProblem(
            f"{name} has {plural(errors, 'mistake')}, so nothing is answered from it",
            "mend what is named above",
            problems,
        )
    base.executemany("INSERT INTO header VALUES (?, ?)", _header(reads).items())
    pack(base)
    if progress:
        progress(1)
    return problems


def _header(reads: dict[str, FileRead]) -> dict[str, str]:
    """Return what several files say about themselves: of each key the first, but the latest day."""
    header: dict[str, str] = {}
    for read in reads.values():
        header = {**read.header, **header}
    days = [read.header["updated"] for read in reads.values() if "updated" in read.header]
    return {**header, "updated": max(days)} if days else header


def _lacking(reads: dict[str, FileRead]) -> list[Problem]:
    """Return what none of several files has; a file alone was looked at when it was read."""
    if len(reads) < 2 or any(read.problems for read in reads.values()):
        return []
    first = next(iter(reads))
    has = {key for read in reads.values() for key in (*read.parts, *read.header)}
    keys = [(name, key.doc) for name, key in Header.declared_keys.items() if key.required]
    parts = [(part, f"write '{part}:' and its records") for part in PARTS if part not in OPTIONAL_PARTS]
    return [
        Problem(first, 1, 1, "", f"no file of the folder has the key {name!r}", mend)
        for name, mend in (*keys, *parts)
        if name not in has
    ]


def _whole_base_problems(
    base: sqlite3.Connection, files: Sequence[str], progress: Progress | None, *, faulty: bool, warn: bool
) -> list[Problem]:
    tell = progress or (lambda _: None)
    base.executescript(_INDEXES.format(f"{RAW}."))
    tell(READING + 0.05)
    derived.fill_support(base)
    tell(READING + 0.1)
    rules = BASE_RULES[: 1 if is_crowded(base) else None]
    found = [] if warn or faulty else found_by(base, files, [rule for rule in rules if rule not in WARNINGS])
    if warn or faulty or found:
        # Who mends mistakes is told of everything, as often as it takes.
        found = found_by(base, files, rules)
    tell(READING + 0.2)
    if not faulty and all(problem.severity == "warning" for problem in found):
        derived.fill_headlines(base)
    return found


def read_file(
    base: sqlite3.Connection,
    stream: IO[bytes],
    file: str,
    *,
    number: int | None = 0,
    seen: Callable[[Entry], None] | None = None,
) -> FileRead:
    """Read a fact file into the tables of a database: its records, and nothing that needs the whole base.

    Args:
        base: a database with the tables, written without a transaction of the caller's.
        stream: the bytes of the file.
        file: its name, for problems.
        number: that of the file among several; None where it is alone.
        seen: given each member of the file.
    """
    reading, first = Reading(stream, file, is_part=number is not None), (number or 0) * LINES_OF_A_FILE
    writer = Writer(base, range(first, first + LINES_OF_A_FILE))
    for entry in reading.entries():
        writer.add(entry)
        if seen is not None:
            seen(entry)
    writer.flush()
    return FileRead.of(reading)


class Writer:
    """Writes entries in batches, a table at a time.

    Args:
        base: the database.
        places: for each line of what is read, the place in the index.
    """

    def __init__(self, base: sqlite3.Connection, places: Sequence[int]) -> None:
        self._base, self._places = base, places
        self._rows: dict[str, list[tuple[Any, ...]]] = {}
        self._written: dict[str, int] = {}

    def count(self) -> dict[str, int]:
        """Return how many rows of each table there are so far, written or not."""
        return {table: self._written.get(table, 0) + len(rows) for table, rows in self._rows.items()}

    def add(self, entry: Entry) -> None:
        line, column = entry.place
        self._put("record", (entry.part, entry.id, self._places[line], column))
        self._put(
            "link",
            *[
                (entry.id, key, part, target, self._places[line], column)
                for key, part, target, (line, column) in entry.links
            ],
        )
        record = entry.record
        if record is None:
            return
        self._put(table_of(entry.part), row_of(record))
        for folded, (text, reading) in {fold(text): (text, reading) for text, reading in names_of(record)}.items():
            self._put("name", (entry.part, folded, text, record.id, reading))
        if isinstance(record, Action):
            self._put("evokes", *forms_of(record))
        elif isinstance(record, Fact | Figure):
            self._put_frames(record, entry)

    def _put_frames(self, record: Fact | Figure, entry: Entry) -> None:
        self._put("filler", *fillers_of(record))
        if isinstance(record, Fact):
            places = (place for key, _, _, place in entry.links if key == "did")
            for frame, place in zip(frames_of(record), places, strict=True):
                self._put("frame", (*frame, self._places[place.line], place.column))

    def _put(self, table: str, *more: tuple[Any, ...]) -> None:
        rows = self._rows.setdefault(table, [])
        rows += more
        if len(rows) >= _BATCH:
            self._write(table, rows)

    def _write(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            self._base.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
            self._written[table] = self._written.get(table, 0) + len(rows)
            rows.clear()

    def flush(self) -> None:
        for table, rows in self._rows.items():
            self._write(table, rows)
