"""What is disputed is told by the claims that cannot both hold, as `conflicts` finds them."""

import pytest

from nkfacts.query.conflicts import conflicts
from nkfacts.query.filters import Filter


def _sides(pairs):
    return {fact.id for pair in pairs for fact in (pair.higher, pair.lower)}


def test_what_is_disputed_of_a_figure_is_told_by_its_conflicts(answer, base):
    found = answer("Which claims on the number of North Koreans killed contradict each other?")
    pairs = conflicts(base, Filter(figure="casualties.killed"))
    assert {fact.id for fact in found.facts} <= _sides(pairs)
    assert found.lead == (
        f"{len(pairs)} pairs of claims cannot both hold (all: nkfacts conflicts --figure casualties.killed)"
    )


@pytest.mark.parametrize("question", ["which death tolls are contradictory", "where do sources disagree about shells"])
def test_what_counts_just_that_is_disputed(answer, base, question):
    found = answer(question)
    assert len(found.facts) > 3
    assert {fact.id for fact in found.facts} <= _sides(conflicts(base))


def test_of_two_who_are_named_each_is_on_one_side(answer, base):
    found = answer("what do the NIS and zelensky disagree on")
    assert {fact.by for fact in found.facts} == {"nis", "zelensky"}
    assert len(conflicts(base, Filter(by="nis"), against="zelensky")) == int(found.lead.split()[0])


def test_all_that_is_disputed_is_as_many_as_the_command_shows(run, shipped):
    told = run("ask", "what is disputed", env=shipped).out.splitlines()[0]
    rows = run("conflicts", "--format", "json", env=shipped).json()
    assert told.startswith(f"{len(rows)} pairs of claims")


def test_what_nothing_is_disputed_of_is_not_answered_by_what_is(answer):
    assert "cannot both hold" not in answer("which claims about the memorial museum contradict each other").lead


@pytest.mark.parametrize(
    "question",
    ["what do the NIS and zelensky disagree on", "where do sources disagree about shells", "what is disputed"],
)
def test_the_command_that_is_named_shows_as_many(answer, run, shipped, question):
    number, command = answer(question).lead.removesuffix(")").split(" (all: nkfacts ")
    rows = run(*command.split(), "--format", "json", env=shipped).json()
    assert number.startswith(f"{len(rows)} pair")
