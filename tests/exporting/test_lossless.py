"""A base as one document: read again, it is the same base to the last cell of its index."""

import io
import json
import sqlite3

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import nkfacts
from nkfacts.exporting.lossless import as_json, as_yaml, tree
from nkfacts.index.building import compile_base
from tests.support.bases import FRAMED, base_of, fact, killed, spliced
from tests.support.files import BASE, SHIPPED, read_yaml
from tests.support.texts import texts

FORMS = (as_json, as_yaml)
"""A base with a frame, a count and an office, and texts that other readers of YAML take for something else."""


def cells(base):
    """Return every cell of an index; a record's number, which is its place in the file, as its part and id."""
    connection = base.known.connection
    called = {
        number: f"{part} {id_}" for number, part, id_ in connection.execute("SELECT number, part, id FROM record")
    }
    numbered = {
        "link": ("target", "owner"),
        "frame": ("owner",),
        "filler": ("owner",),
        "fact": ("number",),
        "asked_as": ("question",),
    }
    tables = [
        name
        for name, sql in connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
        if not name.startswith("fulltext_") and name not in ("file", "origin")
    ]
    found = {}

    def plain(cell, name):
        if name in numbers:
            return called[cell]
        if table == "asked_word" and name == "times":
            counted = json.loads(cell)
            return sorted(zip(map(called.get, counted[::2]), counted[1::2], strict=True))
        return cell

    for table in tables:
        rows = connection.execute(f"SELECT * FROM {table}")
        names = [name for name, *_ in rows.description]
        places = {"number"} if table in ("record", "evokes") else set()
        numbers = numbered.get(table, ())
        found[table] = sorted(
            repr([plain(cell, name) for name, cell in zip(names, row, strict=True) if name not in places])
            for row in rows
        )
    return found


def again(text):
    connection = sqlite3.connect(":memory:")
    problems = compile_base(connection, io.BytesIO(text.encode()), "FILE")
    return nkfacts.Base(connection), problems


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", [BASE.read_text("utf-8"), spliced(FRAMED)], ids=["base", "framed"])
def test_the_base_read_again_is_the_same(text, form):
    with base_of(text) as base:
        other, _ = again(form(base))
        assert cells(other) == cells(base)
        assert form(other) == form(base)
        other.close()


def test_the_shipped_base_is_what_another_reader_finds_in_its_file(shipped_base):
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    assert as_texts(tree(shipped_base)) == yaml.load(SHIPPED.read_bytes(), Loader=loader)  # noqa: S506 - our own file


def as_texts(value):
    """Return a tree with every value as the text that stands in a file."""
    if isinstance(value, dict):
        return {key: as_texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_texts(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_as_of_a_day_what_was_said_later_is_not_there(base):
    then = base.on("2025-01-31")
    other, _ = again(as_json(then))
    assert [each.id for each in other.facts()] == [each.id for each in then.facts()]
    assert len(then.facts()) < len(base.facts())
    assert other.headline("casualties.killed") == then.headline("casualties.killed")
    read = {piece.source for each in then.facts() for piece in each.evidence}
    assert set(tree(then)["sources"]) == read
    assert "killed-gur" not in as_yaml(then)


def test_as_of_a_day_a_fact_disputes_what_was_known():
    facts = [
        fact("denial", by="jcs", disputes="[before, after]"),
        fact("before", reported="2025-01-01", value=700),
        fact("after", reported="2025-01-09", value=800),
        fact("other", by="jcs", disputes="[after]"),
    ]
    with killed(*facts) as whole:
        assert [each["disputes"] for each in tree(whole)["facts"] if "disputes" in each] == [
            ["before", "after"],
            ["after"],
        ]
        then = whole.on("2025-01-05")
        assert [each.get("disputes") for each in tree(then)["facts"]] == [["before"], None, None]
        other, _ = again(as_yaml(then))
        assert other.disputed(other.fact("denial")) == (other.fact("before"),)


def test_as_of_a_day_a_common_question_has_the_facts_that_were_known(shipped_base):
    then = shipped_base.on("2024-12-01")
    other, _ = again(as_yaml(then))
    whole, left = (tree(each)["questions"] for each in (shipped_base, then))
    known = {each.id for each in other.facts()}
    assert left.keys() < whole.keys()
    assert all(set(each["facts"]) <= known for each in left.values() if "facts" in each)
    assert any("facts" in each and len(each["facts"]) < len(whole[id_]["facts"]) for id_, each in left.items())


def test_json_and_yaml_hold_the_same(base):
    assert read_yaml(as_yaml(base)) == json.loads(as_json(base)) == tree(base)


NUMBERS = st.one_of(
    st.integers(0, 10**15),
    st.decimals(0, 10**6, places=9).map(lambda number: float(f"{number:f}")),
    st.sampled_from([5.0, 0.00001, 0.1, 999999.5, 1e15, 0.000000001]),
)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(NUMBERS, texts(60)), min_size=1, max_size=25))
def test_every_number_and_text_comes_back_as_it_was(values):
    kept = [(number, f"{text}.") for number, text in values]
    fragment = "facts:\n" + "".join(fact(f"killed-{at}") for at, _ in enumerate(kept))
    with base_of(spliced(fragment)) as small:
        connection = small.known.connection
        changes = [(number, text, f"killed-{at}") for at, (number, text) in enumerate(kept)]
        connection.executemany("UPDATE fact SET value = ?, note = ? WHERE id = ?", changes)
        for form in FORMS:
            other, _ = again(form(nkfacts.Base(connection)))
            found = [other.fact(f"killed-{at}") for at, _ in enumerate(kept)]
            assert [(each.value, each.note) for each in found] == kept
            assert [type(each.value) for each in found] == [type(number) for number, _ in kept]
            other.close()
