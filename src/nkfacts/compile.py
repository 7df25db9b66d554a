"""A fact file compiled into the index: tables, names, support and full text, and the rules of the whole base.

The columns of a record's table are the keys of its class; lists are kept as JSON. Beside
them stand the few values that queries sort and filter by.
"""

import json
import sqlite3
from collections.abc import Iterable
from typing import IO, Any

from nkfacts import dates, support
from nkfacts.base_rules import BASE_RULES
from nkfacts.errors import DataProblem
from nkfacts.fields import Flag, Number, Whole
from nkfacts.keys import keys_of
from nkfacts.model import PARTS, STATUSES, Evidence, Fact, Figure, Problem, Record, Source
from nkfacts.reading import Entry, Reading
from nkfacts.rows import table_of
from nkfacts.text import fold, plural
from nkfacts.words import senses_of_name

_DERIVED = {
    # Earliest and latest day of the time the fact is about; the report's day where it names none.
    "facts": (
        "when_first TEXT", "when_last TEXT", "lowest REAL", "highest REAL",
        "competes INTEGER", "verified INTEGER", "status_order INTEGER",
        "publishers INTEGER", "support TEXT",
    ),
    "sources": ("published_first TEXT", "published_last TEXT"),
}  # fmt: skip

_SCHEMA = """
CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE record (part TEXT, id TEXT, line INTEGER, "column" INTEGER);
CREATE TABLE link (owner TEXT, key TEXT, part TEXT, target TEXT, line INTEGER, "column" INTEGER);
CREATE TABLE name (part TEXT, folded TEXT, text TEXT, id TEXT);
CREATE TABLE figure_word (
    sense TEXT, name TEXT, figure TEXT, telling INTEGER, telling_in_name INTEGER, in_name INTEGER
);
CREATE TABLE within (entity TEXT, ancestor TEXT, PRIMARY KEY (ancestor, entity)) WITHOUT ROWID;
CREATE VIRTUAL TABLE fulltext USING fts5 (
    part UNINDEXED, id UNINDEXED, title, body, names, more,
    tokenize = 'porter unicode61 remove_diacritics 2'
);
"""

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

_BATCH = 500


def compile_base(base: sqlite3.Connection, stream: IO[bytes], file: str) -> list[Problem]:
    """Read a fact file into an empty database.

    Args:
        base: an empty database, written without a transaction of the caller's.
        stream: the bytes of the file.
        file: its name, for problems.

    Returns:
        The warnings, in the order of the file.

    Raises:
        DataProblem: the file has errors; it carries all of them, and the warnings.
    """
    base.executescript(_SCHEMA + "".join(_table(part) for part in PARTS))
    reading = Reading(stream, file)
    writer = _Writer(base)
    for entry in reading.entries():
        writer.add(entry)
    writer.flush()
    problems = list(reading.problems)
    if reading.complete:
        problems += _whole_base_problems(base, file, faulty=bool(problems))
    problems.sort(key=lambda problem: (problem.line, problem.column))
    errors = sum(problem.severity == "error" for problem in problems)
    if errors:
        raise DataProblem(
            f"{file} has {plural(errors, 'mistake')}, so nothing is answered from it",
            "mend what is named above",
            problems,
        )
    header = reading.header
    assert header is not None
    base.executemany(
        "INSERT INTO header VALUES (?, ?)",
        [(name, str(getattr(header, name))) for name in keys_of(type(header)) if getattr(header, name) is not None],
    )
    base.commit()
    return problems


def _table(part: str) -> str:
    columns = [f'"{name}" {_affinity(key.type)}' for name, key in keys_of(PARTS[part]).items()]
    return f"CREATE TABLE {table_of(part)} ({', '.join([*columns, *_DERIVED.get(part, ())])});\n"


def _affinity(type_: object) -> str:
    # No affinity for numbers: an integer stays one, and a fraction stays a fraction.
    affinities: dict[type, str] = {Number: "", Whole: "INTEGER", Flag: "INTEGER"}
    return affinities.get(type(type_), "TEXT")


def _columns(record: Record) -> list[Any]:
    """Return the keys of a record as the columns of its table; lists are kept as JSON, empty ones left out."""
    values = map(vars(record).get, record.declared_keys)
    return [_json(value) if type(value) is tuple else value for value in values]


def _json(items: tuple[Any, ...]) -> str | None:
    return json.dumps([_plain(item) for item in items], ensure_ascii=False) if items else None


def _plain(item: Any) -> Any:
    if isinstance(item, Evidence):
        return {"source": item.source, "as_printed": item.as_printed}
    return item


def _derived(record: Record) -> tuple[Any, ...]:
    if isinstance(record, Source):
        published = dates.parse(record.published) if record.published else None
        return (published.first, published.last) if published else (None, None)
    if not isinstance(record, Fact):
        return ()
    when = dates.parse(record.when) if record.when else None
    competes = (
        record.figure is not None
        and record.scope != "part"
        and record.rank != "deprecated"
        and record.status != "denied"
    )
    return (
        when.first if when else record.reported,
        when.last if when else record.reported,
        record.lowest,
        record.highest,
        int(competes),
        0,
        STATUSES.index(record.status),
        0,
        None,
    )


class _Writer:
    """Writes entries in batches, a table at a time."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._rows: dict[str, list[tuple[Any, ...]]] = {}

    def add(self, entry: Entry) -> None:
        self._put("record", (entry.part, entry.id, *entry.place))
        for key, part, target, place in entry.links:
            self._put("link", (entry.id, key, part, target, *place))
        record = entry.record
        if record is None:
            return
        self._put(table_of(entry.part), (*_columns(record), *_derived(record)))
        if not isinstance(record, Fact | Source):
            names = (record.id, getattr(record, "name", None) or getattr(record, "label", None), *record.aliases)
            for folded, text in {fold(text): text for text in names if text}.items():
                self._put("name", (entry.part, folded, text, record.id))
                if isinstance(record, Figure):
                    self._put_words(folded, record.id)

    def _put_words(self, name: str, figure: str) -> None:
        telling, common = senses_of_name(name)
        for sense in telling | common:
            row = (sense, name, figure, sense in telling, len(telling), len(telling | common))
            self._put("figure_word", row)

    def _put(self, table: str, row: tuple[Any, ...]) -> None:
        rows = self._rows.setdefault(table, [])
        rows.append(row)
        if len(rows) >= _BATCH:
            self._write(table, rows)

    def _write(self, table: str, rows: list[tuple[Any, ...]]) -> None:
        if rows:
            self._base.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
            rows.clear()

    def flush(self) -> None:
        for table, rows in self._rows.items():
            self._write(table, rows)


def _whole_base_problems(base: sqlite3.Connection, file: str, *, faulty: bool) -> list[Problem]:
    # Two records with one id would stop the unique indexes: those are a mistake, found first.
    base.executescript(_INDEXES.replace("UNIQUE ", ""))
    _fill_support(base)
    findings = [Problem(file, *finding) for rule in BASE_RULES for finding in rule(base)]
    if not faulty and all(problem.severity == "warning" for problem in findings):
        _fill_within(base)
        _fill_words(base)
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
