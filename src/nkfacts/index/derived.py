"""What only the whole base shows and the index keeps: support, who belongs to whom, the full text."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from nkfacts.index.tables import table_of
from nkfacts.model import support
from nkfacts.text import fold

MEANING_WORD = "'m0' || replace({}, '-', '') || '0'"
"""SQL for the word that stands in the full text for the id of an action or thing; no ending can be taken off it."""


def fill_support(base: sqlite3.Connection) -> None:
    """Fill in how well each fact is supported by its pages."""
    pages = {
        id_: support.Page(publisher, kind, citing)
        for id_, publisher, kind, citing in base.execute("SELECT id, publisher, kind, citing FROM source")
    }

    def supports() -> Iterable[tuple[Any, ...]]:
        for rowid, evidence in base.execute("SELECT rowid, evidence FROM fact").fetchall():
            found = support.of(pages[e["source"]] for e in json.loads(evidence) if e["source"] in pages)
            yield int(found.verified), len(found.publishers), json.dumps(found._asdict(), ensure_ascii=False), rowid

    base.executemany("UPDATE fact SET verified = ?, publishers = ?, support = ? WHERE rowid = ?", supports())


def fill_within(base: sqlite3.Connection) -> None:
    """Fill in who speaks for, or lies in, whom, over all steps."""
    base.execute(
        """INSERT INTO within
           WITH RECURSIVE up (entity, ancestor) AS (
               SELECT id, id FROM entity
               UNION SELECT up.entity, entity.part_of FROM up JOIN entity ON entity.id = up.ancestor
               WHERE entity.part_of IS NOT NULL)
           SELECT entity, ancestor FROM up"""
    )


def fill_isa(base: sqlite3.Connection) -> None:
    """Fill in what is a kind of what, over all steps: things, entities that are things, actions within others."""
    base.execute(
        """INSERT INTO isa
           WITH RECURSIVE
               step (id, wider) AS (
                   SELECT thing.id, value FROM thing, json_each(thing.isa)
                   UNION SELECT entity.id, value FROM entity, json_each(entity.isa)
                   UNION SELECT id, parent FROM action WHERE parent IS NOT NULL),
               up (id, ancestor) AS (
                   SELECT id, id FROM thing UNION SELECT id, id FROM action UNION SELECT id, id FROM step
                   UNION SELECT up.id, step.wider FROM up JOIN step ON step.id = up.ancestor)
           SELECT id, ancestor FROM up"""
    )


def fill_words(base: sqlite3.Connection) -> None:
    """Fill the full text: each record with its own words and the names, in every spelling, of what it names.

    ``asked`` holds questions as people ask them, ``meaning`` the ids of actions and things with their wider ones, each
    as one word that no text has.
    """
    names = "(SELECT group_concat(text, ' ; ') FROM name WHERE name.part = '{}' AND name.id = {})"
    linked = """(SELECT group_concat(text, ' ; ') FROM
                     (SELECT DISTINCT target FROM link
                      WHERE link.owner = fact.id AND link.part IN ('entities', 'meanings'))
                     JOIN name ON name.part = 'entities' AND name.id = target)"""
    base.execute(
        f"""INSERT INTO fulltext
            SELECT 'facts', fact.id, coalesce(fact.title, figure.label),
                   fact.statement,
                   coalesce({linked}, '') || coalesce(' ; ' || {names.format("figures", "fact.figure")}, ''),
                   coalesce(fact.note || ' ; ', '') || coalesce(fact.tags || ' ; ', '') || fact.evidence,
                   coalesce(fact.asked, '') || coalesce(figure.asked, ''),
                   (SELECT group_concat(DISTINCT {MEANING_WORD.format("ancestor")}) FROM
                        (SELECT did AS id FROM filler WHERE owner IN (fact.id, fact.figure)
                         UNION SELECT id FROM filler WHERE owner IN (fact.id, fact.figure)) JOIN isa USING (id))
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
                SELECT '{part}', {table}.id, {title}, {body}, {names.format(part, f"{table}.id")}, '', '', ''
                FROM {table}"""
        )
    base.execute(
        """INSERT INTO fulltext
           SELECT 'sources', id, coalesce(title, publisher), publisher || coalesce(' ; ' || via_site, ''), id,
                  '', '', ''
           FROM source"""
    )
    words = base.execute(
        """SELECT folded FROM name UNION SELECT form FROM evokes
           UNION SELECT statement FROM fact UNION SELECT title FROM fact UNION SELECT asked FROM fact
           UNION SELECT asked FROM figure"""
    ).fetchall()
    found = {word for (text,) in words if text for word in fold(text).split() if len(word) > 3 and word.isalpha()}
    base.executemany("INSERT INTO word VALUES (?)", ((word,) for word in sorted(found)))
