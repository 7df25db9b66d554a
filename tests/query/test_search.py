"""Search: any words are only words, in any script."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkfacts.errors import UsageProblem
from nkfacts.query.base import Base
from tests.support.bases import base_of, fact, names_of, spliced


def test_every_alias_finds_its_record_first(base):
    for part in ("entities", "figures", "topics"):
        for id_, name in names_of(part):
            hit = base.search(name)[0]
            # A figure and an entity may share a word of theirs; an exact name leads all the same.
            assert (hit.part, hit.id) == (part, id_), name


@pytest.mark.parametrize(
    "words",
    ["don't", 'say "hello', "*", "NEAR(", "NEAR(a b, 5)", "10,000", "a AND", "OR", "NOT x", "title:x", "-x", "^x",
     "a\x00b", "(", "x" * 10_000, "x " * 500, "국가*", "🙂", "\ud800", "'; --", "multi-agent", "{a}", "+"],
)  # fmt: skip
def test_hostile_words_are_only_words(base, words):
    if any(character.isalnum() for character in words):
        assert isinstance(base.search(words), list)
        assert isinstance(base.unmatched(words), list)
    else:
        with pytest.raises(UsageProblem):
            base.search(words)
        assert base.unmatched(words) == []


@settings(deadline=None, max_examples=200)
@given(st.text(alphabet=st.characters()))
def test_any_words_are_searched_or_refused(connection, words):
    try:
        hits = Base(connection).search(words)
    except UsageProblem:
        return
    assert all(hit.title for hit in hits)


@pytest.mark.parametrize("words", ["", "   ", '"', "*", "---"])
def test_a_search_for_no_word_is_refused(base, words):
    with pytest.raises(UsageProblem):
        base.search(words)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ship", "first-ship"),
        ("SHIPS", "first-ship"),
        ("roughly 600", "killed-nis-2"),
        ("twice January", "killed-nis-2"),
        ("10,000", "soldiers-jcs"),
        ("миллионы", "shells-gur"),
        ("함정", "first-ship"),
        ("국가정보", "killed-nis-1"),
        ("오민수 killed", "killed-nis-1"),
    ],
)
def test_a_fact_is_found_by_its_words_and_the_names_in_it(base, words, found):
    assert found in [hit.id for hit in base.search(words)]


def test_a_search_has_a_limit_and_names_the_words_it_misses(base):
    assert len(base.search("soldiers", limit=1)) == 1
    assert base.search("soldiers qqqq") == []
    assert base.unmatched("soldiers qqqq zzzz") == ["qqqq", "zzzz"]


@pytest.mark.parametrize("words", ["корейский", "КОРЕЙСКИЙ", "Україна", "ёлка", "ガス", "don't", "Ch'ŏl", "naïve"])
def test_a_word_is_found_as_it_is_written(words):
    statement = json.dumps("корейский Україна ёлка ガス don't Ch'ŏl naïve", ensure_ascii=False)
    with base_of(spliced("facts:\n" + fact("a", statement=statement))) as base:
        assert [hit.id for hit in base.search(words)] == ["a"]
        assert base.unmatched(words) == []


def test_equal_hits_come_by_their_id_and_a_limit_cuts_them():
    facts = "".join(
        fact(id_, reported=day) for id_, day in (("c", "2025-01-02"), ("a", "2025-03-01"), ("b", "2025-01-02"))
    )
    with base_of(spliced(f"facts:\n{facts}")) as base:
        assert [hit.id for hit in base.search("words")] == ["a", "b", "c"]
        assert [hit.id for hit in base.search("words", limit=2)] == ["a", "b"]
        # What was said later takes no place among them.
        assert [hit.id for hit in base.on("2025-02").search("words", limit=2)] == ["b", "c"]
        assert base.on("2024").search("words") == []


def test_on_any_day_records_that_are_no_facts_are_found(base):
    early = base.on("1990")
    assert {hit.part for hit in early.search("soldiers")} == {hit.part for hit in base.search("soldiers")} - {"facts"}
    assert early.search("nis")[0] == base.search("nis")[0]


def test_a_search_leaves_alone_what_else_is_under_way_on_its_connection(base):
    connection = base.known.connection
    read = connection.execute("SELECT id FROM fact ORDER BY number")
    first = next(read)["id"]
    hits = base.search("soldiers")
    assert hits
    assert not connection.in_transaction
    assert [first, *(row["id"] for row in read)] == list(base.names("facts"))
    connection.execute("BEGIN")
    try:
        assert base.search("soldiers") == hits
        assert connection.in_transaction
    finally:
        connection.execute("COMMIT")
