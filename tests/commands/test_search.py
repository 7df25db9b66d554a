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


@pytest.mark.parametrize("words", ["15,000", "15000"])
def test_facts_that_count_just_the_number_come_first_those_of_main_figures_before_others(run, shipped, words):
    rows = run("search", words, "-n", "200", env=shipped).rows()
    facts = {fact["id"]: fact for fact in run("list", "-f", "json", env=shipped).json()}
    values = [facts[row["id"]]["value"] if row["part"] == "facts" else None for row in rows]
    count = values.count(15000)
    assert count > 4
    assert values[:count] == [15000] * count
    assert {facts[row["id"]]["figure"] for row in rows[:2]} == {"deployment.troops-sent"}
    assert len({(row["part"], row["id"]) for row in rows}) == len(rows)


def test_a_number_beside_words_prefers_what_counts_so_many_and_finds_no_other_number(run):
    assert ids(run("search", "600", "dead"))[0] == "killed-nis-2"
    assert ids(run("search", "600"))[0] == "killed-nis-2"
    assert "killed-nis-2" not in ids(run("search", "600", "--as-of", "2025-01-31"))
    assert ids(run("search", "12,000"))[0] == "soldiers-plan"
    assert len(ids(run("search", "600", "-n", "1"))) == 1
    # The parts of another number are no number of their own.
    assert run("search", "12,600").code == 1
