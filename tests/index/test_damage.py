"""A damaged, foreign or incomplete index costs time, never an error or a wrong answer."""

import os
import random
import sqlite3
from pathlib import Path

import pytest

from nkfacts.cli import bare_get
from nkfacts.index import cache
from nkfacts.query.base import Base
from tests.attack import damage
from tests.support.bases import KILLED, fact, spliced
from tests.support.files import BASE
from tests.support.indexes import LONG_AGO, RIGHT, answer


def foreign_database(path, marks=False):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER)")
        if marks:
            connection.execute(f"PRAGMA application_id = {cache.APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {cache.SCHEMA_VERSION}")
    connection.close()


def test_a_truncated_index_is_built_anew(facts, compiling):
    answer(facts)
    index = Path(cache.index_path(str(facts)))
    content = index.read_bytes()
    lengths = {0, 1, 15, 16, 99, 100, 4095, *range(4096, len(content), 8 * 4096), len(content) - 1}
    for length in sorted(lengths):
        index.write_bytes(content[:length])
        assert answer(facts) == RIGHT, length
    assert len(compiling) == 1 + len(lengths)
    index.write_bytes(content + b"\0" * 4096)
    assert answer(facts) == RIGHT
    assert len(compiling) == 2 + len(lengths)


def test_a_byte_changed_in_the_header_is_never_an_error_or_a_wrong_answer(facts):
    # A header is the same however much stands behind it, and little is soon built anew.
    facts.write_text(spliced("facts:\n" + fact("killed-nis-2", statement="Roughly 600 died.")), encoding="utf-8")
    os.utime(facts, ns=(LONG_AGO, LONG_AGO))
    assert answer(facts) == "600"
    index = Path(cache.index_path(str(facts)))
    content = index.read_bytes()
    for position in range(100):
        index.write_bytes(content[:position] + bytes([content[position] ^ 0xFF]) + content[position + 1 :])
        assert answer(facts) == "600", position


@pytest.mark.parametrize(
    "put",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\0" * 8192),
        lambda path: path.write_text("not a database\n" * 1000, encoding="utf-8"),
        foreign_database,
        lambda path: foreign_database(path, marks=True),
        lambda path: path.symlink_to("/dev/null"),
        lambda path: path.symlink_to("nowhere"),
    ],
    ids=["empty", "zeros", "text", "foreign", "foreign-with-our-marks", "link-to-null", "dangling-link"],
)
def test_what_is_no_index_is_built_anew(facts, folder, compiling, put):
    folder.mkdir(parents=True, mode=0o700)
    put(Path(cache.index_path(str(facts))))
    assert answer(facts) == RIGHT
    assert answer(facts) == RIGHT
    assert len(compiling) == 1
    for _, source, _ in cache.kept_indexes():
        assert source == str(facts)


def test_an_index_without_its_origin_is_built_anew(facts, compiling):
    answer(facts)
    with sqlite3.connect(cache.index_path(str(facts))) as connection:
        connection.execute("DELETE FROM origin")
    connection.close()
    assert answer(facts) == RIGHT
    assert len(compiling) == 2


def test_an_index_that_lost_facts_is_built_anew(facts, compiling):
    answer(facts)
    with sqlite3.connect(cache.index_path(str(facts))) as connection:
        connection.execute("DELETE FROM fact WHERE rowid = (SELECT max(rowid) FROM fact)")
    connection.close()
    assert answer(facts) == RIGHT
    assert len(compiling) == 2


def test_an_index_damaged_in_its_pages_costs_time_and_no_answer(tmp_path, monkeypatch):
    from nkfacts.cli import run as program

    copy = tmp_path / "base.yaml"
    copy.write_bytes(BASE.read_bytes())
    os.utime(copy, ns=(1, 1))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    words = ["list", "-f", "jsonl", "--data", str(copy)]
    assert program.main(words) == 0
    index = Path(cache.index_path(str(copy)))
    whole = index.read_bytes()
    for start in range(4096, len(whole), 8 * 4096):
        # A page of another kind: SQLite finds out when it reads it.
        index.write_bytes(whole[:start] + b"\xff" * 512 + whole[start + 512 :])
        assert program.main(words) == 0, start
        assert program.main(["get", "casualties.killed", "--data", str(copy)]) == 0


@pytest.mark.parametrize("kind", damage.KINDS, ids=lambda kind: kind.__name__)
def test_no_damage_at_random_is_an_error_or_a_wrong_answer(kind, facts, folder, run, capfd):
    def answered(words):
        # By the quick way where it takes it, as the program does.
        return capfd.readouterr().out if bare_get.answered(words) else run(*words).out

    told = (f"get {KILLED}", "list -f jsonl", "search killed -f jsonl", f"why {KILLED} -f json")
    calls = [tuple(f"{each} --data {facts}".split()) for each in told]
    right = {call: run(*call).out for call in calls}
    index = Path(cache.index_path(str(facts)))
    whole = index.read_bytes()
    for seed in range(4):
        damaged = bytearray(whole)
        kind(damaged, random.Random(seed))  # noqa: S311 - not for secrets
        for call in calls:
            index.write_bytes(damaged)
            assert answered(call) == right[call], (seed, call)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE fact SET value = 25701 WHERE figure = 'casualties.killed' AND competes",
        "UPDATE fact SET reported = '2025-12-31' WHERE figure = 'casualties.killed'",
        "UPDATE fact SET figure = NULL WHERE id = (SELECT id FROM fact WHERE figure = 'casualties.killed' AND competes LIMIT 1)",
        "UPDATE newest SET day = '2020-01-01'",
        "DELETE FROM proof",
        "UPDATE proof SET digest = digest + 1",
        "DROP TABLE proof",
    ],
)
def test_a_plain_get_notices_what_is_not_as_it_was_written(facts, change):
    answer(facts)
    words = ["get", KILLED, "--data", str(facts)]
    assert bare_get.answered(words)
    with sqlite3.connect(cache.index_path(str(facts))) as connection:
        connection.execute(change)
    connection.close()
    assert not bare_get.answered(words)
    assert answer(facts) == RIGHT


def test_a_mistake_while_a_kept_index_is_asked_builds_it_once(run, facts, monkeypatch, compiling):
    right = run("list", "--data", facts)
    failed = []

    def failing(self, *words, **options):
        if not failed:
            failed.append(1)
            raise KeyError("column")
        return real(self, *words, **options)

    real = Base.facts
    monkeypatch.setattr(Base, "facts", failing)
    assert run("list", "--data", facts) == right
    assert len(compiling) == 2


def test_a_mistake_that_stays_is_reported_after_one_more_build(run, facts, monkeypatch, compiling):
    def failing(self, *words, **options):
        raise KeyError("column")

    monkeypatch.setattr(Base, "facts", failing)
    found = run("list", "--data", facts)
    assert found.code == 70
    assert len(compiling) == 2
