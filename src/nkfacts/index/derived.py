"""What only the whole base shows and the index keeps: support, who belongs to whom, the full text."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from nkfacts.index.tables import table_of
from nkfacts.model import support


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


def fill_words(base: sqlite3.Connection) -> None:
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
