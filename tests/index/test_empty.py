"""A small base is put into copies of empty databases, a large one into tables made for it: what is in them is the same."""

import io
import os
import sqlite3

import pytest

from nkfacts.index import building, empty, packing
from tests.support.bases import FRAMED, spliced
from tests.support.files import BASE


def found(path, text):
    """Return the schema and every row of the index of a text."""
    with sqlite3.connect(path) as connection:
        building.compile_base(connection, io.BytesIO(text), "FILE")
        schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
        rows = {
            name: connection.execute(f"SELECT * FROM {name}").fetchall()
            for type_, name, *_ in schema
            if type_ == "table"
        }
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT rowid FROM fulltext WHERE fulltext MATCH 'nis'").fetchall()
        return schema, rows, connection.execute("PRAGMA page_size").fetchone()


@pytest.mark.parametrize("text", [spliced(FRAMED).encode(), BASE.read_bytes()], ids=["framed", "base"])
@pytest.mark.parametrize("path", [":memory:", "index.sqlite"])
def test_what_is_put_into_copies_is_what_is_put_into_tables_of_its_own(tmp_path, monkeypatch, text, path):
    monkeypatch.chdir(tmp_path)
    copied = found(path, text)
    for module in (empty, packing):
        monkeypatch.setattr(module, "CAN_COPY", False)
    made = found(path if path == ":memory:" else f"other-{path}", text)
    assert copied[0] == made[0]
    # What the full text has in its own tables depends on how it was filled.
    assert {name: rows for name, rows in copied[1].items() if "fulltext_" not in name} == {
        name: rows for name, rows in made[1].items() if "fulltext_" not in name
    }
    assert copied[2] == made[2]


def test_what_is_large_or_has_no_end_is_not_small(tmp_path):
    assert empty.is_small(io.BytesIO(b"format: 1\n"))
    with (tmp_path / "large").open("wb+") as large:
        large.truncate(1 << 20)
        assert not empty.is_small(large)
    reader, writer = os.pipe()
    with open(writer, "wb"), open(reader, "rb") as pipe:
        assert not empty.is_small(pipe)
