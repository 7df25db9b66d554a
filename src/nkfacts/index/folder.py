"""A base that is a folder of fact files: each read on its own, again only when it changed, and put together.

A file's records wait in a piece, an SQLite file in the cache folder with the tables of the
index. Only reading is dear, so only reading is saved: the pieces are joined, and what needs
the whole base is done on the joined one.
"""

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from tempfile import TemporaryDirectory

from nkfacts.errors import DataProblem, Problem
from nkfacts.hints import NamedTuple
from nkfacts.index import cache, location
from nkfacts.index.building import READING, FileRead, Progress, finish, read_file
from nkfacts.index.empty import attach_raw, scratch
from nkfacts.index.finding import LINES_OF_A_FILE
from nkfacts.index.joining import attached, put_all
from nkfacts.index.sharing import shared
from nkfacts.index.streams import open_facts
from nkfacts.index.tables import create_tables
from nkfacts.reading.fact_file import MOST_MISTAKES

WORTH_A_PROCESS = 500_000
"""Bytes to read above which a second process pays: starting one takes as long as reading about so many."""
MANY = 200
"""Files above which the small ones have no piece of their own: it would be larger than they, and slower to join."""
_SMALL = 32_768


class _Piece(NamedTuple):
    """What reading one file of a folder left: where its tables are, for what they stand, and what it showed."""

    database: str
    stamp: str
    read: FileRead


_Job = tuple[str, str, bool]
"""A file, the database to read it into, and whether that is to be kept."""


def compile_folder(
    base: sqlite3.Connection, folder: str, *, use_cache: bool, progress: Progress | None = None, warn: bool = True
) -> list[Problem]:
    """Read every fact file of a folder into an empty database.

    Args:
        base: an empty database.
        folder: the folder.
        use_cache: use the pieces kept for files that have not changed, and keep those made.
        progress: told the share of the work that is done.
        warn: look for what deserves a warning too.

    Returns:
        The warnings, in the order of the files.

    Raises:
        DataProblem: there is no fact file, one cannot be read, or the files have errors.
    """
    files = location.files_of(folder)
    if not files:
        raise DataProblem(f"the folder {folder} holds no fact file", "put files that end in .yaml into it")
    attach_raw(base)
    reads: dict[str, FileRead] = {}
    mistakes = 0
    with TemporaryDirectory(prefix="nkfacts-") as temporary:
        pieces = _pieces(files, temporary, use_cache=use_cache)
        for number, file in enumerate(files):
            if _is_alone(file, files):
                piece = next(pieces)
                _join(base, file, piece, number)
                reads[file] = piece.read
            else:
                with open_facts(file, is_part=True) as stream:
                    reads[file] = read_file(base, stream, file, number=number)
            mistakes += len(reads[file].problems)
            if mistakes > MOST_MISTAKES:
                # The other files are not read, so nothing is known of the whole.
                reads[file] = reads[file]._replace(complete=False)
                break
            if progress:
                progress(READING * (number + 1) / len(files))
    return finish(base, folder, reads, progress, warn=warn)


def _is_alone(file: str, files: Sequence[str]) -> bool:
    """Say whether a file is read into a piece of its own."""
    return len(files) <= MANY or os.path.getsize(file) >= _SMALL


def _pieces(files: Sequence[str], temporary: str, *, use_cache: bool) -> Iterator[_Piece]:
    """Yield the piece of every file that has one, in their order; those to be read on as many cores as pay."""
    alone = [file for file in files if _is_alone(file, files)]
    kept = {file: _kept_piece(file) for file in alone} if use_cache else {}
    stale = [file for file in alone if kept.get(file) is None]
    jobs: list[_Job] = [
        (file, os.path.join(temporary, f"{number}.sqlite"), use_cache) for number, file in enumerate(stale)
    ]
    size = sum(os.path.getsize(file) for file in stale)
    workers = min(os.cpu_count() or 1, len(jobs), size // WORTH_A_PROCESS)
    made = iter(shared(_make, jobs, workers, temporary))
    for file in alone:
        yield kept.get(file) or next(made)


def _make(job: _Job) -> _Piece:
    """Read a file into a database of its own, and keep that when the file has no mistake."""
    file, database, keep = job
    try:
        with open_facts(file, is_part=True) as stream, closing(scratch(database)) as piece:
            signature = cache.signature_of(file)
            create_tables(piece)
            read = read_file(piece, stream, file)
            piece.executemany("INSERT INTO header VALUES (?, ?)", read.header.items())
            piece.executemany("INSERT INTO file VALUES (?, ?)", enumerate(sorted(read.parts)))
            cache.sign(piece, signature, database)
    except (OSError, ValueError) as error:
        raise location.unreadable(file, error) from None
    if keep and not read.problems:
        database = cache.keep(database, cache.piece_path(file)) or database
    return _Piece(database, signature[1], read)


def _kept_piece(file: str) -> _Piece | None:
    """Return the piece kept for a file that has not changed since."""
    database = cache.piece_path(file)
    piece = cache.open_signed(database, file)
    if piece is None:
        return None
    with closing(piece):
        header = dict(piece.execute("SELECT key, value FROM header"))
        parts = {name for (name,) in piece.execute("SELECT name FROM file")}
        (stamp,) = piece.execute("SELECT stamp FROM origin").fetchone()
    return _Piece(database, stamp, FileRead([], header, parts, complete=True))


def _join(base: sqlite3.Connection, file: str, piece: _Piece, number: int) -> None:
    """Put the tables of a piece behind those of the pieces before it."""
    with attached(base, piece.database, "piece"):
        origin = base.execute("SELECT path, stamp FROM piece.origin").fetchone()
        if origin != (os.path.abspath(file), piece.stamp):
            raise DataProblem(f"{file} changes while it is read", "run it again when nobody writes to it")
        put_all(base, "piece", number * LINES_OF_A_FILE)
