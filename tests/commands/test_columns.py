"""``nkfacts columns``: what --columns may name; every command takes what it lists."""

import re

import pytest

from tests.support.calls import CALLS
from tests.support.files import ROOT


@pytest.mark.parametrize("name", list(CALLS))
def test_every_command_takes_each_of_its_columns(run, name):
    listed = {"overview": "nkfacts", "casualties": "TOPIC"}.get(name, name)
    found = run("columns", listed).rows()
    assert {row["command"] for row in found} == {listed}
    names = [row["name"] for row in found]
    assert len(names) == len(set(names))
    result = run(*CALLS[name], "--columns", ",".join(names), "-f", "csv")
    assert result.code in (0, 1), result.err
    assert result.out.splitlines()[0] == ",".join(names)


def test_the_commands_that_answer_in_text_in_a_pipe_are_those_that_the_readme_names(run):
    told = re.search(r"stays text in a pipe: ([^.]*)\.", (ROOT / "README.md").read_text("utf-8"))
    named = set(re.findall(r"`(\w+)`", told[1]))
    in_text = {name for name, words in CALLS.items() if "\t" not in run(*words).out.partition("\n")[0]}
    assert named == in_text | {"export", "add", "revise"}


def test_a_topic_and_a_figure_have_the_columns_of_facts(run):
    for name in ("losses", "death toll"):
        assert [row["name"] for row in run("columns", name).rows()] == [
            row["name"] for row in run("columns", "TOPIC").rows()
        ]


def test_without_a_command_come_those_of_all(run):
    rows = run("columns").rows()
    assert {row["command"] for row in rows} >= {"nkfacts", "TOPIC", "list", "figures", "columns"}
    assert {"command": "list", "name": "reported", "heading": "Said on", "shown": "table and data"} in rows


def test_a_heading_names_its_column_in_any_case(run):
    by_name = run("list", "--columns", "reported,support_words,url")
    assert by_name.code == 0
    for names in ("Said on,Source,Page", "said on, source ,PAGE", "said-on,source,page"):
        assert run("list", "--columns", names) == by_name
    # The key comes first, then the heading of the column that the table shows.
    assert run("list", "--columns", "amount").rows()[0].keys() == {"amount"}
    assert run("list", "--columns", "Amount").rows()[0].keys() == {"amount_words"}


def test_a_chosen_column_is_headed_by_the_word_that_chose_it(run):
    for names in ("reported", "amount", "quote"):
        assert run("list", "--columns", names, "-f", "table").out.splitlines()[1] == names
    assert run("list", "--columns", "said on", "-f", "table").out.splitlines()[1] == "Said on"


def test_the_printed_words_and_the_topic_are_columns(run):
    assert run("list", "--figure", "injured", "--by", "jcs", "--columns", "topic,quote").out == (
        "topic\tquote\ncasualties\tover 4.000\n"
    )


@pytest.mark.parametrize("words", [["columns", "lst"], ["list", "--columns", "amont"]])
def test_an_unknown_name_is_refused_with_the_nearest(run, words):
    result = run(*words)
    assert (result.out, result.code) == ("", 2)
    assert "did you mean 'list'" in result.err or "did you mean 'amount'" in result.err
