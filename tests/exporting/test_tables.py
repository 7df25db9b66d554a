"""The tables and views of an export: what they hold is what the commands say, and their keys lead somewhere."""

import sqlite3
from itertools import groupby
from operator import itemgetter

import pytest

from nkfacts.exporting.database import as_sqlite, opened
from nkfacts.exporting.tables import TABLES
from nkfacts.exporting.views import VIEWS
from nkfacts.output.mappings import fact_record, fact_records, headline_record

ALL = (*TABLES, *VIEWS)


@pytest.fixture
def database(base, tmp_path):
    path = tmp_path / "facts.db"
    path.write_bytes(as_sqlite(base))
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    return connection


def test_the_file_is_whole_and_every_key_leads_to_a_row(database):
    assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    links = {(table.name, row["from"]) for table in TABLES
             for row in database.execute(f"PRAGMA foreign_key_list({table.name})")}  # fmt: skip
    assert ("facts", "figure") in links
    assert all(row["pk"] == 1 for table in TABLES
               for row in database.execute(f"PRAGMA table_info({table.name})") if row["name"] == table.key[0])  # fmt: skip


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_every_table_and_view_has_the_columns_that_are_documented_and_no_key_twice(database, table):
    cursor = database.execute(f"SELECT * FROM {table.name}")
    assert [name for name, *_ in cursor.description] == [column.name for column in table.columns]
    rows = [tuple(row[key] for key in table.key) for row in cursor]
    assert len(set(rows)) == len(rows)
    if table.name in ("facts", "claims", "headlines", "pages", "revisions", "figures", "names"):
        assert rows
    assert len({column.name for column in table.columns}) == len(table.columns)
    assert all(column.doc for column in table.columns)


def test_the_views_hold_what_the_commands_say(base, database):
    records = {record["id"]: record for record in fact_records(base, base.facts())}
    claims = {row["id"]: row for row in database.execute("SELECT * FROM claims")}
    assert claims.keys() == records.keys()
    same = [
        "figure",
        "topic",
        "label",
        "amount",
        "value",
        "low",
        "high",
        "words",
        "qualifier",
        "unit",
        "status",
        "reported",
        "by",
        "claimant",
        "country",
        "when_first",
        "when_last",
        "place",
        "place_name",
        "scope",
        "rank",
        "superseded_by",
        "url",
        "statement",
    ]
    for id_, record in records.items():
        assert {key: claims[id_][key] for key in same} == {key: record[key] for key in same}
        assert (claims[id_]["relays"] or "") == "; ".join(record["relays"])
        assert claims[id_]["origins"] == record["support"]["origins"]
    for row in database.execute("SELECT * FROM headlines"):
        headline = headline_record(base, base.figure(row["figure"]))
        keys = ["label", "amount", "value", "unit", "reported", "claimant", "lowest", "highest", "claimants", "url"]
        assert {key: row[key] for key in keys} == {key: headline[key] for key in keys}
        assert row["fact"] == headline["id"]


def test_revisions_and_pages_are_those_of_the_facts(base, database):
    revised = {(fact.supersedes, fact.id) for fact in base.facts() if fact.supersedes}
    assert {(row["earlier"], row["later"]) for row in database.execute("SELECT * FROM revisions")} == revised
    pages = {(fact.id, piece.source, piece.as_printed) for fact in base.facts() for piece in fact.evidence}
    found = database.execute("SELECT * FROM pages").fetchall()
    assert {(row["fact"], row["source"], row["as_printed"]) for row in found} == pages
    assert len(found) == sum(len(fact.evidence) for fact in base.facts())


def test_a_row_of_disputes_is_one_fact_that_says_otherwise_than_another(base, database):
    rows = {(row["fact"], row["disputed"]) for row in database.execute("SELECT * FROM disputes")}
    assert (
        rows
        == {(fact.id, other) for fact in base.facts() for other in fact.disputes}
        == {("killed-denied", "killed-gur")}
    )


def test_a_row_of_contradictions_has_both_facts_of_a_dispute_in_their_words(base, database):
    rows = [dict(row) for row in database.execute("SELECT * FROM contradictions")]
    assert [(row["fact"], row["disputed"]) for row in rows] == [("killed-denied", "killed-gur")]
    for prefix, id_ in (("", "killed-denied"), ("disputed_", "killed-gur")):
        record = fact_record(base, base.fact(id_))
        for key in ("claimant", "reported", "status", "label", "amount", "value", "statement", "url"):
            assert rows[0][prefix + key] == record[key], key


def test_event_coded_rows_say_who_did_what_to_whom_with_the_code_of_plover(shipped_base):
    base = shipped_base
    with opened(base) as database:
        database.row_factory = sqlite3.Row
        rows = database.execute("SELECT * FROM events").fetchall()
        coded = dict(map(tuple, database.execute("SELECT id, plover FROM actions").fetchall()))
    assert len(rows) == sum(len(fact.events) for fact in base.facts())
    owned = {fact: list(own) for fact, own in groupby(sorted(rows, key=itemgetter("fact")), key=itemgetter("fact"))}
    for fact in base.facts():
        own = sorted(owned.get(fact.id, ()), key=itemgetter("number"))
        assert [row["did"] for row in own] == [frame.did for frame in fact.events]
        for row, frame in zip(own, fact.events, strict=True):
            assert len((row["who"] or "").split("; ")) == max(1, len(frame.who))
            assert row["negated"] == bool(getattr(frame, "not"))
            assert row["planned"] == bool(frame.planned)
            assert (row["claimant"], row["reported"]) == (base.name_of(fact.by), fact.reported)
    assert all(row["plover"] == coded[row["did"]] for row in rows)
    assert {row["plover"] for row in rows} >= {"AID", "ASSAULT"}


def test_datasette_finds_the_full_text_by_its_content(database):
    (sql,) = database.execute("SELECT sql FROM sqlite_master WHERE name = 'facts_search'").fetchone()
    assert "content = 'facts'" in sql
    found = database.execute(
        "SELECT facts.id FROM facts_search JOIN facts ON facts.rowid = facts_search.rowid WHERE facts_search MATCH 'dead'"
    )
    assert found.fetchall()


def test_the_same_facts_make_the_same_bytes(base):
    assert as_sqlite(base) == as_sqlite(base.on(None))
    assert as_sqlite(base) != as_sqlite(base.on("2025-01-31"))
