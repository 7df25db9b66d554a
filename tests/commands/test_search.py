"""``nkfacts search``: names in any spelling, words in any record."""

import pytest

from tests.support.commandline import ids, one_line


def test_search_finds_words_and_names_in_any_spelling(run):
    assert ids(run("search", "국가정보원"))[0] == "nis"
    assert "nis" in ids(run("search", "spy", "agency"))
    assert ids(run("search", "kim chol ho"))[0] == "kim-chol-ho"
    assert "killed-denied" in ids(run("search", "MINISTRY denied"))
    assert len(ids(run("search", "the", "--limit", "3"))) == 3


def test_search_for_what_is_not_there_says_which_word(run):
    result = run("search", "dead", "xylophones")
    assert (result.code, result.out) == (1, "part\tid\ttitle\ttext\n")
    assert one_line(result.err)
    assert "'xylophones'" in result.err
    assert "'dead'" not in result.err.partition("(")[2]


@pytest.mark.parametrize(
    ("words", "offer"),
    [
        ("minsitry denied", "'ministry denied'"),
        ("kimcholho", "'kim chol ho'"),
        ("soldeirs", "'soldiers'"),
        ("국가정보언", "'국가정보원'"),
    ],
)
def test_where_nothing_is_found_the_nearest_spelling_that_finds_something_is_offered(run, words, offer):
    result = run("search", *words.split())
    assert (result.out, result.code) == ("part\tid\ttitle\ttext\n", 1)
    assert one_line(result.err)
    assert result.err.endswith(f"; did you mean {offer}?)\n")
    assert ids(run("search", *offer.strip("'").split()))


@pytest.mark.parametrize(
    "words", ["xylophones", "soldiers xylophones", "minsitry xylophones", "minsitry kursk jcs", "dead ?"]
)
def test_nothing_is_offered_that_would_find_nothing(run, words):
    assert "did you mean" not in run("search", *words.split()).err


def test_search_puts_pages_behind_what_is_said_on_them(run):
    parts = [line.split("\t")[0] for line in run("search", "soldiers", "--no-header").out.splitlines()]
    assert parts == sorted(parts, key=lambda part: part == "sources")
    assert "facts" in parts
