"""The index made of the tables that files were read into: what queries read, packed, each row once.

Places are left out, as only the rules need them. A record has a number, that of its place in the base; the full text,
the references of facts and what fills frames name records by it, and hold no text that another table has.
"""

import sqlite3
from collections import Counter
from functools import cache

from nkfacts.index import proof
from nkfacts.index.asked_words import asked_words, key_of, meanings
from nkfacts.index.empty import CAN_COPY, image_of, put_image
from nkfacts.index.tables import RAW, table, table_of
from nkfacts.index.told import TOLD
from nkfacts.model.records import PARTS
from nkfacts.quick_json import decoded
from nkfacts.text import fold, fold_all

_PAGE = 8192
"""Bytes of a page of the index: with pages of half the size a quarter is lost, as so few facts go into one."""
_FEW = 500
"""Records up to which an empty index is copied and filled, as most of the work is to make its tables; to fill a table
before its indexes are made is faster for many."""

_RECORDS = f"""
CREATE TABLE main.header (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
INSERT INTO main.header SELECT * FROM {RAW}.header;

CREATE TABLE main.record (number INTEGER PRIMARY KEY, part TEXT, id TEXT);
INSERT INTO main.record SELECT rowid, part, id FROM {RAW}.record ORDER BY rowid;
CREATE INDEX main.record_id ON record (id, part);

INSERT INTO main.fact SELECT said.*, record.number FROM {RAW}.fact AS said
    JOIN main.record ON record.id = said.id AND record.part = 'facts' ORDER BY record.number;
CREATE UNIQUE INDEX main.fact_id ON fact (id);
CREATE INDEX main.fact_event ON fact (event);
CREATE INDEX main.fact_headline ON fact (figure, competes);
CREATE INDEX main.fact_by ON fact ("by", reported);
CREATE INDEX main.fact_when ON fact (when_first);
CREATE INDEX main.fact_supersedes ON fact (supersedes);
"""
_WORDS = f"""
CREATE TABLE main.name (part TEXT, folded TEXT, text TEXT, id TEXT, reading TEXT);
INSERT INTO main.name SELECT * FROM {RAW}.name ORDER BY rowid;
CREATE INDEX main.name_folded ON name (folded, part);
CREATE INDEX main.name_id ON name (id);

-- In the order of the file, and found by the form.
CREATE TABLE main.evokes (
    form TEXT, number INTEGER, action TEXT, reading TEXT, shape TEXT, PRIMARY KEY (form, number)
) WITHOUT ROWID;
INSERT INTO main.evokes SELECT form, rowid, action, reading, shape FROM {RAW}.evokes ORDER BY form, rowid;

-- The words with which names and forms of several words begin, and how many words the longest of them has.
CREATE TABLE main.beginning (word TEXT PRIMARY KEY, words INTEGER) WITHOUT ROWID;
INSERT INTO main.beginning
    SELECT substr(told, 1, instr(told, ' ') - 1), max(length(told) - length(replace(told, ' ', ''))) + 1
    FROM (SELECT folded AS told FROM main.name UNION ALL SELECT form FROM main.evokes)
    WHERE instr(told, ' ') > 0 GROUP BY 1 ORDER BY 1;

CREATE TABLE main.word (word TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_REFERENCES = f"""
-- To what a fact refers, in which key: both as their numbers.
CREATE TABLE main.link (
    target INTEGER, "key" TEXT, owner INTEGER, PRIMARY KEY (target, "key", owner)
) WITHOUT ROWID;
INSERT INTO main.link
    SELECT DISTINCT record.number, "key", fact.number
    FROM {RAW}.link AS link JOIN main.fact ON fact.id = link.owner
    JOIN main.record ON record.id = link.target AND (record.part = link.part
        OR link.part = 'meanings' AND record.part IN ('entities', 'things', 'actions'))
    ORDER BY 1, 2, 3;
CREATE INDEX main.link_owner ON link (owner);

-- What a fact says to have happened, and who was in it; a figure counts frames too.
CREATE TABLE main.frame (
    owner INTEGER, number INTEGER, did TEXT, negated INTEGER, PRIMARY KEY (owner, number)
) WITHOUT ROWID;
INSERT INTO main.frame
    SELECT fact.number, frame.number, did, negated FROM {RAW}.frame AS frame JOIN main.fact ON fact.id = frame.owner
    ORDER BY 1, 2;
CREATE INDEX main.frame_did ON frame (did);
CREATE TABLE main.filler (
    id TEXT, slot TEXT, owner INTEGER, frame INTEGER, PRIMARY KEY (id, slot, owner, frame)
) WITHOUT ROWID;
INSERT INTO main.filler
    SELECT DISTINCT filler.id, slot, record.number AS owner, frame FROM {RAW}.filler AS filler
    JOIN main.record ON record.id = filler.owner AND record.part IN ('facts', 'figures') ORDER BY 1, 2, 3, 4;
CREATE INDEX main.filler_owner ON filler (owner, frame);
"""
_ORDERS = """
-- Who speaks for, or lies in, whom, over all steps.
CREATE TABLE main.within (entity TEXT, ancestor TEXT, PRIMARY KEY (ancestor, entity)) WITHOUT ROWID;
INSERT INTO main.within
    WITH RECURSIVE up (entity, ancestor) AS (
        SELECT id, id FROM entity
        UNION SELECT up.entity, entity.part_of FROM up JOIN entity ON entity.id = up.ancestor
        WHERE entity.part_of IS NOT NULL)
    SELECT entity, ancestor FROM up ORDER BY ancestor, entity;
CREATE INDEX main.within_entity ON within (entity);

-- What is a kind of what, over all steps: things, entities that are things, actions within others.
CREATE TABLE main.isa (id TEXT, ancestor TEXT, PRIMARY KEY (id, ancestor)) WITHOUT ROWID;
INSERT INTO main.isa
    WITH RECURSIVE
        step (id, wider) AS (
            SELECT thing.id, value FROM thing, json_each(thing.isa)
            UNION SELECT entity.id, value FROM entity, json_each(entity.isa)
            UNION SELECT id, parent FROM action WHERE parent IS NOT NULL),
        up (id, ancestor) AS (
            SELECT id, id FROM thing UNION SELECT id, id FROM action UNION SELECT id, id FROM step
            UNION SELECT up.id, step.wider FROM up JOIN step ON step.id = up.ancestor)
    SELECT id, ancestor FROM up ORDER BY id, ancestor;
CREATE INDEX main.isa_ancestor ON isa (ancestor);
"""
_MARKS = """
-- The newest day of the base, of its update or of a statement, and the day of the newest statement.
CREATE TABLE main.newest (day TEXT, statement TEXT);
INSERT INTO main.newest
    SELECT max(coalesce(max(reported), ''), (SELECT value FROM header WHERE key = 'updated')), max(reported) FROM fact;

-- The countries that the whole base is about: those that at least a quarter of the facts with frames name.
CREATE TABLE main.subject (id TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO main.subject
    SELECT filler.id FROM main.filler AS filler JOIN main.entity ON entity.id = filler.id AND entity.kind = 'place'
    GROUP BY filler.id HAVING count(DISTINCT owner) * 4 > (SELECT count(DISTINCT owner) FROM main.filler) ORDER BY 1;

CREATE TABLE main.proof (figure TEXT PRIMARY KEY, digest INTEGER) WITHOUT ROWID;
"""
_FULL_TEXT = f"""
-- Filled in one go and in the order of the numbers: it writes a piece at each statement, and where a number is below
-- the last; pieces that are merged leave free pages.
CREATE VIRTUAL TABLE main.fulltext USING fts5 (
    title, body, names, more, asked, meaning, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO main.fulltext (rowid, title, body, names, more, asked, meaning)
    SELECT number, title, body, names, more, asked, meaning FROM ({TOLD}) ORDER BY number;

-- The common questions that have a word, and how often: the number of the one and of the other by turns.
CREATE TABLE main.asked_word (word TEXT PRIMARY KEY, times TEXT) WITHOUT ROWID;
-- The common questions by the numbers of their wordings.
CREATE TABLE main.asked_as ("key" INTEGER, question INTEGER, PRIMARY KEY ("key", question)) WITHOUT ROWID;
"""


@cache
def definition() -> str:
    """Return the statements that make the index of what files were read into; three tables are left to be filled."""
    parts = "".join(
        f"""{table(part, "main")}
            INSERT INTO main.{table_of(part)} SELECT * FROM {RAW}.{table_of(part)} ORDER BY rowid;
            CREATE UNIQUE INDEX main.{table_of(part)}_id ON {table_of(part)} (id);
        """
        for part in PARTS
        if part != "facts"
    )
    facts = table("facts", "main", "number INTEGER PRIMARY KEY")
    return parts + facts + _RECORDS + _WORDS + _REFERENCES + _ORDERS + _MARKS + _FULL_TEXT


def pack(base: sqlite3.Connection) -> None:
    """Make the index of a base without mistakes, in the main database of a connection, and let go the other one."""
    base.commit()
    base.execute(f"PRAGMA main.page_size = {_PAGE}")
    (records,) = base.execute(f"SELECT count(*) FROM {RAW}.record").fetchone()
    if records <= _FEW and CAN_COPY:
        creating, filling = _parted(definition())
        put_image(base, image_of(creating, _PAGE))
        base.executescript(f"BEGIN; {filling}")
    else:
        base.executescript(f"BEGIN; {definition()}")
    _fill_words(base, _fill_asked_words(base))
    proof.fill(base)
    base.commit()
    base.execute(f"DETACH {RAW}")


@cache
def _parted(script: str) -> tuple[str, str]:
    """Return the statements of a script that create something, and the others."""
    creating: list[str] = []
    filling: list[str] = []
    begun = ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            (creating if "CREATE" in begun else filling).append(begun)
            begun = ""
    return "".join(creating), "".join(filling)


def _fill_asked_words(base: sqlite3.Connection) -> set[str]:
    """Fill in which words the common questions have, and return the words."""
    asked = base.execute(
        """SELECT record.number, asked FROM question
           JOIN record ON record.id = question.id AND record.part = 'questions' ORDER BY record.number"""
    )
    wordings = [(number, fold_all(decoded(texts))) for number, texts in asked]
    questions = [(number, len(texts), Counter(" ".join(texts).split())) for number, texts in wordings]
    base.executemany("INSERT INTO asked_word VALUES (?, ?)", asked_words(questions, meanings(base)))
    keys = sorted({(key_of(text), number) for number, texts in wordings for text in texts})
    base.executemany("INSERT INTO asked_as VALUES (?, ?)", keys)
    return set().union(*(words for _, _, words in questions))


def _fill_words(base: sqlite3.Connection, asked: set[str]) -> None:
    """Fill in the words of substance of names, verbs, statements and questions, to those of common questions."""
    pieces: set[str] = set()
    for (text,) in base.execute(
        """SELECT folded FROM name UNION ALL SELECT form FROM evokes
           UNION ALL SELECT statement FROM fact UNION ALL SELECT title FROM fact UNION ALL SELECT asked FROM fact
           UNION ALL SELECT asked FROM figure"""
    ):
        # What is folded is each piece once, not each of the many texts that have it.
        pieces.update(text.split() if text else ())
    words = asked.union(*(fold(piece).split() for piece in pieces))
    found = {word for word in words if len(word) > 3 and word.isalpha()}
    base.executemany("INSERT INTO word VALUES (?)", ((word,) for word in sorted(found)))
