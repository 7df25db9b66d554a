"""SQL over the tables of an export: it reads, and can do nothing else, in bounded time."""

import os
import sqlite3
from functools import cache
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkfacts.errors import UsageProblem
from nkfacts.exporting import selecting
from nkfacts.exporting.database import as_sqlite
from nkfacts.exporting.selecting import select
from nkfacts.exporting.tables import TABLES
from nkfacts.exporting.views import VIEWS
from tests.support.bases import compiled, fact, spliced

ALL = [each.name for each in (*TABLES, *VIEWS)]


@pytest.fixture(scope="module")
def exported_file():
    """Return a function that exports a base, which is the same in every test of this module, once."""
    kept = []

    def once(base):
        if not kept:
            kept.append(as_sqlite(base))
        return kept[0]

    return once


@pytest.mark.parametrize("name", ALL)
def test_every_table_and_view_answers_what_the_exported_file_answers(base, exported_file, name):
    file = sqlite3.connect(":memory:")
    file.deserialize(exported_file(base))
    query = f"SELECT * FROM {name} ORDER BY 1, 2"
    found = select(base, query)
    assert found.rows == file.execute(query).fetchall()
    assert found.columns == tuple(name for name, *_ in file.execute(query).description)


def test_as_of_a_day_only_what_had_been_said(base):
    query = "SELECT max(reported) FROM facts"
    assert select(base.on("2025-01-31"), query).rows[0][0] <= "2025-01-31"
    assert select(base, query).rows[0][0] > "2025-01-31"


@pytest.mark.parametrize(
    "query",
    [
        "DROP TABLE facts", "DELETE FROM facts", "UPDATE facts SET value = 1", "INSERT INTO tags VALUES ('a', 1, 'b')",
        "REPLACE INTO base VALUES ('a', 'b')", "CREATE TABLE mine (x)", "CREATE TEMP TABLE mine (x)",
        "CREATE VIEW mine AS SELECT 1", "CREATE TRIGGER mine AFTER INSERT ON base BEGIN SELECT 1; END",
        "ALTER TABLE facts ADD COLUMN mine", "ATTACH 'mine.db' AS mine", "DETACH main", "VACUUM", "VACUUM INTO 'mine.db'",
        "PRAGMA query_only = OFF", "PRAGMA table_info(facts)", "SELECT * FROM pragma_database_list", "ANALYZE", "REINDEX",
        "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT mine", "SELECT load_extension('mine')",
        "WITH t AS (SELECT 1) DELETE FROM facts", "EXPLAIN DROP TABLE facts",
    ],
)  # fmt: skip
def test_what_does_more_than_read_is_refused_and_nothing_is_made(base, tmp_path, monkeypatch, query):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageProblem) as refused:
        select(base, query)
    assert "more than read" in refused.value.message
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("query", "message", "mend"),
    [
        ("SELECT reportd FROM facts", "no such column: reportd", "'reported'"),
        ("SELECT c.clamant FROM claims AS c", "no such column: clamant", "'claimant'"),
        ("SELECT * FROM claim", "no such table: claim", "'claims'"),
        ("SELECT lenght(id) FROM facts", "no such function: lenght", "'length'"),
        ("SELECT id FROM facts, figures", "several tables", "facts.id"),
        ("SELECT FROM", "syntax error", "nkfacts sql"),
        ("SELECT 1; SELECT 2", "more than one statement", "SELECT"),
        ("", "not complete", "nkfacts sql"),
        ("-- nothing", "not complete", "nkfacts sql"),
        ("SELECT (", "not complete", "nkfacts sql"),
        ("SELECT ?", "parameter", "value"),
        ("SELECT zeroblob(20000000)", "longer than", "less"),
        ("SELECT 'a\0b'", "null character", "nkfacts sql"),
    ],
)
def test_a_query_that_is_wrong_is_refused_with_the_mend(base, query, message, mend):
    with pytest.raises(UsageProblem) as refused:
        select(base, query)
    assert message in refused.value.message
    assert mend in refused.value.mend


@pytest.mark.parametrize(
    "query",
    [
        "WITH RECURSIVE t (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT count(*) FROM t",
        "WITH RECURSIVE t (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT x FROM t ORDER BY 1 DESC",
    ],
)
def test_a_query_without_an_end_is_stopped(base, query):
    began = monotonic()
    with pytest.raises(UsageProblem, match="took longer than"):
        select(base, query, seconds=0.2)
    assert monotonic() - began < 10


def test_an_answer_without_an_end_is_refused(base, monkeypatch):
    monkeypatch.setattr(selecting, "MOST_CELLS", 1000)
    rows = "WITH RECURSIVE t (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM t) SELECT x, x FROM t"
    with pytest.raises(UsageProblem, match="answers with more than 500 rows"):
        select(base, rows, seconds=600)


def test_columns_of_one_name_are_told_apart_and_every_value_can_be_written(base):
    found = select(base, "SELECT 1 AS a, 2 AS a, 3 AS a, x'00ff', 9e999, -9e999, NULL, 'x' || char(9)")
    assert found.columns[:3] == ("a", "a_2", "a_3")
    assert found.rows == [(1, 2, 3, "x'00ff'", "inf", "-inf", None, "x\t")]
    assert select(base, 'SELECT 1 AS "a\tb"').columns == ("a<U+0009>b",)


@cache
def small():
    return compiled(spliced("facts:\n" + fact("killed-1")))[0]


def refusal(query):
    """Return why a query is refused; None where it is answered."""
    try:
        select(small(), query, seconds=5)
    except UsageProblem as refused:
        return refused
    return None


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_whatever_is_asked_is_answered_or_refused_with_a_mend(words):
    for query in (words, f"SELECT {words}", f"SELECT '{words}'", f'SELECT 1 AS "{words}"'):
        refused = refusal(query)
        assert refused is None or refused.mend
