"""``nkfacts cite``: references as text and in the styles of other programs, and one sentence to paste."""

import json

import pytest

from tests.support.commandline import one_line

QUOTE = (
    "The NIS put the dead at about 600 (National Intelligence Service, 30 Apr 2025; Yonda, 30 Apr 2025, "
    "https://yonda.example.kr/2).\n"
)


def test_a_fact_is_cited_by_the_page_that_open_opens(run):
    result = run("cite", "killed-nis-2")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(
        "Yonda: “Spy agency doubles its count”, 30 Apr 2025, https://yonda.example.kr/2 (claim of "
    )
    assert run("open", "killed-nis-2", "--print").out.strip() in result.out


def test_a_quote_is_one_sentence_with_claimant_day_publisher_and_link(run):
    assert run("cite", "killed-nis-2", "--quote") == (QUOTE, "", 0)
    assert run("cite", "casualties.killed", "--by", "nis").code == 2


def test_a_figure_stands_for_its_headline_as_of_the_day(run):
    assert run("cite", "death toll", "--quote").out == run("cite", "killed-gur", "--quote").out
    earlier = run("cite", "death toll", "--quote", "--as-of", "2025-01-31")
    assert earlier.out.startswith("The NIS counted about 300 dead (National Intelligence Service, 13 Jan 2025")
    result = run("cite", "killed-nis-2", "--as-of", "2025-01-31")
    assert (result.out, result.code) == ("", 2)


def test_a_source_and_the_base_are_cited_too(run):
    assert run("cite", "gazeta-undated").out == (
        "Gazeta: “What the shells did”, undated, [ru], https://gazeta.example.ru/shells "
        "(nkfacts gazeta-undated, facts of 31 Mar 2026)\n"
    )
    assert run("cite").out.startswith("“A fact base for the tests”, 31 Mar 2026 (fact base of 31 Mar 2026, nkfacts ")
    assert "as known on 31 Jan 2025" in run("cite", "--as-of", "2025-01").out


def test_all_cites_every_page_each_under_its_own_key(run):
    rows = run("cite", "killed-nis-2", "--all", "-f", "tsv").rows()
    assert len(rows) > 1
    assert all(row["key"].startswith("killed-nis-2:") for row in rows)


def test_several_ids_and_standard_input_come_once_each_in_their_order(run):
    ids = ["killed-gur", "killed-nis-2", "casualties.killed"]
    several = run("cite", *ids, "--style", "csl-json")
    assert [each["id"] for each in several.json()] == ["killed-gur", "killed-nis-2"]
    assert run("cite", "-", "--style", "csl-json", stdin="\n".join(ids)) == several


def test_a_line_that_leads_to_nothing_is_told_and_the_rest_is_cited(run):
    result = run("cite", "-", "--quote", stdin="killed-nis-2\nkilled-nis-9\n")
    assert (result.out, result.code) == (QUOTE, 1)
    assert "killed-nis-9" in result.err
    assert "killed-nis-2" in result.err
    assert run("cite", "-", "--quote", "--ok-empty", stdin="killed-nis-2\nkilled-nis-9\n").code == 0
    nothing = run("cite", "-", stdin="")
    assert (nothing.out, nothing.code) == ("", 1)


@pytest.mark.parametrize(("name", "other"), [("killed-gur", "killed-denied"), ("killed-denied", "killed-gur")])
def test_who_cites_a_disputed_fact_is_told(run, name, other):
    assert run("cite", name).err == f"{name} is disputed: {other}\n"


def test_who_cites_a_revised_or_deprecated_fact_is_told(run):
    assert run("cite", "killed-nis-1").err == "killed-nis-1 was revised since: killed-nis-2\n"
    assert run("cite", "killed-nis-1", "--as-of", "2025-01-31").err == ""
    assert run("cite", "killed-misprint").err.startswith("killed-misprint is deprecated: ")


def test_a_figure_that_no_fact_answers_is_status_1(run):
    result = run("cite", "casualties.killed", "--as-of", "2020")
    assert (result.out, result.code) == ("", 1)
    assert "no fact on casualties.killed" in result.err


def test_the_formats_hold_records_with_the_reference_in_its_style(run):
    (record,) = run("cite", "killed-nis-2", "--style", "bibtex", "-f", "json").json()
    assert record["citation"] == run("cite", "killed-nis-2", "--style", "bibtex").out
    assert (record["key"], record["publisher"], record["url"]) == (
        "killed-nis-2",
        "Yonda",
        "https://yonda.example.kr/2",
    )
    assert json.loads(run("cite", "killed-nis-2", "--quote", "-f", "jsonl").out)["citation"] == QUOTE.strip()
    assert run("cite", "killed-nis-2", "--columns", "key,url", "--no-header").out == (
        "killed-nis-2\thttps://yonda.example.kr/2\n"
    )


@pytest.mark.parametrize(
    ("words", "part_of_message"),
    [
        (["killed-nis-2", "--style", "bibtx"], "bibtex"),
        (["killed-nis-3"], "killed-nis-2"),
        (["nis"], "nkfacts show nis"),
        (["--quote"], "needs the id of a fact"),
        (["gazeta-undated", "--quote"], "is a source"),
        (["killed-nis-2", "--quote", "--all"], "exclude each other"),
        (["killed-nis-2", "--quote", "--style", "ris"], "exclude each other"),
    ],
)
def test_what_cannot_be_cited_is_refused_with_the_mend(run, words, part_of_message):
    result = run("cite", *words)
    assert (result.out, result.code) == ("", 2)
    assert one_line(result.err)
    assert part_of_message in result.err
