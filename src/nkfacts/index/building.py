"""The whole base, when all its files are read: indexes, support, full text, and the rules that need all of it.

A place in the index is the number of its file and the line in one number, so that the
rules, which know lines only, work on one file and on many.
"""

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import IO, Any, cast

from nkfacts.errors import DataProblem, Problem
from nkfacts.index.rules import BASE_RULES, LINES_OF_A_FILE
from nkfacts.index.tables import table_of
from nkfacts.index.writing import FileRead, read_file
from nkfacts.model import support
from nkfacts.model.records import PARTS, Header
from nkfacts.text import plural

READING = 0.7
"""The share of the work that reading is."""

Progress = Callable[[float], None]
"""Told the share of the work that is done, from 0 to 1."""

_INDEXES = """
CREATE INDEX record_id ON record (id, part);
CREATE INDEX link_target ON link (target, part);
CREATE INDEX link_owner ON link (owner);
CREATE INDEX name_folded ON name (folded, part);
CREATE INDEX name_id ON name (id);
CREATE INDEX figure_word_sense ON figure_word (sense);
CREATE UNIQUE INDEX topic_id ON topic (id);
CREATE UNIQUE INDEX entity_id ON entity (id);
CREATE UNIQUE INDEX source_id ON source (id);
CREATE UNIQUE INDEX figure_id ON figure (id);
CREATE UNIQUE INDEX fact_id ON fact (id);
CREATE INDEX fact_headline ON fact (figure, competes, rank, verified, reported, status_order);
CREATE INDEX fact_by ON fact ("by", reported);
CREATE INDEX fact_when ON fact (when_first);
CREATE INDEX fact_supersedes ON fact (supersedes);
"""


def compile_base(
    base: sqlite3.Connection, stream: IO[bytes], file: str, progress: Progress | None = None
) -> list[Problem]:
    """Read a fact file into an empty database.

    Args:
        base: an empty database, written without a transaction of the caller's.
        stream: the bytes of the file.
        file: its name, for problems.
        progress: told the share of the work that is done.

    Returns:
        The warnings, in the order of the file.

    Raises:
        DataProblem: the file has errors; it carries all of them, and the warnings.
    """
    told = cast("IO[bytes]", _Told(stream, progress)) if progress else stream
    return finish(base, file, {file: read_file(base, told, file)}, progress)


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
    base: sqlite3.Connection, name: str, reads: dict[str, FileRead], progress: Progress | None = None
) -> list[Problem]:
    """Finish a database into which all files of a base have been read.

    Args:
        base: the database.
        name: what the whole is called in the message of a fault.
        reads: what reading each file showed, by its name, in the order of the files' numbers.
        progress: told the share of the work that is done.

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
        problems += _whole_base_problems(base, files, progress, faulty=bool(problems))
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
    base.commit()
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
    parts = [(part, f"write '{part}:' and its records") for part in PARTS]
    return [
        Problem(first, 1, 1, "", f"no file of the folder has the key {name!r}", mend)
        for name, mend in (*keys, *parts)
        if name not in has
    ]


def _whole_base_problems(
    base: sqlite3.Connection, files: Sequence[str], progress: Progress | None, *, faulty: bool
) -> list[Problem]:
    tell = progress or (lambda _: None)
    # Two records with one id would stop the unique indexes: those are a mistake, found first.
    base.executescript(_INDEXES.replace("UNIQUE ", ""))
    tell(READING + 0.05)
    _fill_support(base)
    tell(READING + 0.1)
    findings = [
        Problem(files[finding.line // LINES_OF_A_FILE], finding.line % LINES_OF_A_FILE, *finding[1:])
        for rule in BASE_RULES
        for finding in rule(base)
    ]
    tell(READING + 0.2)
    if not faulty and all(problem.severity == "warning" for problem in findings):
        _fill_within(base)
        _fill_words(base)
    tell(1)
    return findings


def _fill_support(base: sqlite3.Connection) -> None:
    pages = {
        id_: support.Page(publisher, kind, citing)
        for id_, publisher, kind, citing in base.execute("SELECT id, publisher, kind, citing FROM source")
    }

    def supports() -> Iterable[tuple[Any, ...]]:
        for rowid, evidence in base.execute("SELECT rowid, evidence FROM fact").fetchall():
            found = support.of(pages[e["source"]] for e in json.loads(evidence) if e["source"] in pages)
            yield int(found.verified), len(found.publishers), json.dumps(found._asdict(), ensure_ascii=False), rowid

    base.executemany("UPDATE fact SET verified = ?, publishers = ?, support = ? WHERE rowid = ?", supports())


def _fill_within(base: sqlite3.Connection) -> None:
    base.execute(
        """INSERT INTO within
           WITH RECURSIVE up (entity, ancestor) AS (
               SELECT id, id FROM entity
               UNION SELECT up.entity, entity.part_of FROM up JOIN entity ON entity.id = up.ancestor
               WHERE entity.part_of IS NOT NULL)
           SELECT entity, ancestor FROM up"""
    )


def _fill_words(base: sqlite3.Connection) -> None:
    """Fill the full text: each record with its own words and the names, in every spelling, of what it names."""
    names = "(SELECT group_concat(text, ' ; ') FROM name WHERE name.part = '{}' AND name.id = {})"
    linked = """(SELECT group_concat(text, ' ; ') FROM link JOIN name ON name.part = link.part AND name.id = link.target
                 WHERE link.owner = fact.id AND link.part = 'entities')"""
    base.execute(
        f"""INSERT INTO fulltext
            SELECT 'facts', fact.id, coalesce(fact.title, figure.label),
                   fact.statement,
                   coalesce({linked}, '') || coalesce(' ; ' || {names.format("figures", "fact.figure")}, ''),
                   coalesce(fact.note || ' ; ', '') || coalesce(fact.tags || ' ; ', '') || fact.evidence
            FROM fact LEFT JOIN figure ON figure.id = fact.figure"""
    )
    for part, title, body in (
        ("figures", "label", "coalesce(description, '')"),
        ("entities", "name", "coalesce(role, '')"),
        ("topics", "label", "coalesce(description, '')"),
    ):
        table = table_of(part)
        base.execute(
            f"""INSERT INTO fulltext
                SELECT '{part}', {table}.id, {title}, {body}, {names.format(part, f"{table}.id")}, ''
                FROM {table}"""
        )
    base.execute(
        """INSERT INTO fulltext
           SELECT 'sources', id, coalesce(title, publisher), publisher || coalesce(' ; ' || via_site, ''), id, ''
           FROM source"""
    )
