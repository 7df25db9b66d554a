"""``nkfacts show``, ``why`` and ``trace``: all about a record, a headline, the way of a fact."""

import re

import pytest

from tests.support.commandline import ids
from tests.support.files import read_yaml


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("killed-nis-2", {"id", "statement", "evidence", "support", "supersedes", "disagrees"}),
        ("casualties.killed", {"id", "label", "unit", "headline", "named_by"}),
        ("nis", {"id", "name", "aliases", "named_by"}),
        ("NIS", {"id", "name", "aliases", "named_by"}),
        ("casualties", {"id", "label", "named_by"}),
        ("tasz-2025-07-02", {"id", "publisher", "url", "named_by"}),
    ],
)
def test_show_tells_everything_about_a_record_of_any_part(run, name, keys):
    assert keys <= run("show", name, "--format", "json").json().keys()
    rows = run("show", name).rows()
    assert rows[0] == {"key": "id", "value": name.lower()}
    assert len(rows) >= 4


def test_a_person_reads_what_a_figure_counts_in_plain_words(terminal):
    shown = " ".join(terminal("show", "casualties.killed", NO_COLOR="1").out.split())
    assert "counts All dead, from whatever cause not the same Soldiers wounded unit people" in shown


def test_show_names_who_disagrees_and_by_how_much(run):
    shown = run("show", "killed-nis-2", "--format", "json").json()
    assert {"id": "killed-gur", "difference": 300} in [
        {key: other[key] for key in ("id", "difference")} for other in shown["disagrees"]
    ]


@pytest.mark.parametrize(
    ("name", "other", "label"),
    [("killed-denied", "killed-gur", "says otherwise than"), ("killed-gur", "killed-denied", "disputed by")],
)
def test_show_and_trace_name_what_a_fact_disputes_and_what_disputes_it(run, terminal, name, other, label):
    assert [row for row in run("show", name).rows() if row["key"] == label and f"({other})" in row["value"]]
    shown = terminal("show", name, NO_COLOR="1").out
    assert shown.index(f"\n{label.capitalize()}\n") < shown.index(f"  {other}\n")
    assert [step["id"] for step in run("trace", name, "-f", "json").json()["steps"] if step["role"] == label] == [other]


@pytest.mark.parametrize("form", ["json", "yaml"])
def test_data_have_both_directions_of_a_dispute_in_keys_of_their_own(run, form):
    found = {name: read_yaml(run("show", name, "-f", form).out.encode()) for name in ("killed-denied", "killed-gur")}
    assert (found["killed-denied"]["disputes"], found["killed-denied"]["disputed_by"]) == (["killed-gur"], [])
    assert (found["killed-gur"]["disputes"], found["killed-gur"]["disputed_by"]) == ([], ["killed-denied"])
    rows = run("list", "--figure", "casualties.killed", "--columns", "id,disputed_by").rows()
    assert {row["id"]: row["disputed_by"] for row in rows if row["disputed_by"]} == {"killed-gur": "killed-denied"}


def test_before_a_denial_was_said_nothing_is_disputed_by_it(run):
    shown = run("show", "killed-gur", "--as-of", "2025-06-30", "-f", "json").json()
    assert (shown["disputes"], shown["disputed_by"]) == ([], [])


def test_show_of_a_topic_has_the_facts_of_its_figures_too(run):
    shown = run("show", "deployment", "--format", "json").json()
    listed = run("list", "--topic", "deployment", "--format", "json").json()
    assert shown["named_by"] == [fact["id"] for fact in listed]
    assert {bool(fact["figure"]) for fact in listed} == {True, False}


@pytest.mark.parametrize("name", ["nis", "sudzha", "kim-chol-ho", "kursk-oblast"])
def test_the_command_under_an_entity_lists_facts_that_name_it(run, terminal, name):
    shown = re.search(rf"nkfacts (list --\S+ {name})", terminal("show", name, NO_COLOR="1").out)
    assert shown is not None
    assert set(ids(run(*shown[1].split()))) & set(run("show", name, "-f", "json").json()["named_by"])


def test_show_as_of_a_day_does_not_know_later_facts(run):
    assert run("show", "killed-gur", "--as-of", "2025-01").code == 2
    shown = run("show", "nis", "--as-of", "2024-10", "--format", "json").json()
    assert sorted(shown["named_by"]) == ["first-ship", "soldiers-plan"]


def test_why_gives_the_winner_first_and_each_other_fact_once(run):
    shown = run("why", "casualties.killed", "--format", "json").json()
    found = [fact["id"] for fact in shown["facts"]]
    assert shown["headline"] == found[0] == "killed-gur"
    assert sorted(found) == sorted(fact for fact in ids(run("list", "--figure", "casualties.killed")))
    assert all(fact["verdict"] for fact in shown["facts"])


def test_why_says_of_every_revised_fact_that_it_was_revised(run, shipped, terminal):
    facts = run("why", "casualties.killed", "--by", "nis", "-f", "json", env=shipped).json()["facts"]
    said = {fact["verdict"] for fact in facts if fact["superseded_by"]}
    assert said == {"said earlier than the headline, and revised since"}
    assert "why 900 to 1,100   the others by reason" in terminal("why", "casualties.killed", NO_COLOR="1").out


def test_trace_leads_from_the_claimant_to_the_pages(run):
    shown = run("trace", "killed-nis-2", "--format", "json").json()
    roles = [step["role"] for step in shown["steps"]]
    assert shown["origins"] == 1
    assert roles[:3] == ["fact", "claimant", "relay"]
    assert roles.count("page") == 3
    assert roles[-1] == "revises"


def test_trace_takes_a_figure_for_its_headline(run, shipped):
    for name in ("casualties.killed", "death toll"):
        assert run("trace", name) == run("trace", "killed-gur")
    assert run("trace", "casualties.killed", "--as-of", "2025-01-31").rows()[0]["id"] == "killed-nis-1"
    nothing = run("trace", "casualties.killed", "--as-of", "2020")
    assert nothing.code == 1
    assert nothing.err.endswith(
        "nkfacts: no fact answers for casualties.killed (see: nkfacts show casualties.killed)\n"
    )
    over = run("trace", "workers.alabuga", env=shipped)
    assert (over.err, over.code) == ("no plan stands; hur-2025-11-14-alabuga is the last\n", 0)


def test_of_several_figures_with_a_word_the_one_called_so_is_offered_first(run, shipped):
    offered = run("compare", "total", env=shipped).err
    assert "no figure is called 'total' (did you mean 'casualties.total', " in offered
    assert "did you mean 'deployment.troops-sent', " in run("get", "sent", env=shipped).err
