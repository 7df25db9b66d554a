"""How a number moved, or whether it did, is told by all that was given of it, in the order in which it was said."""

import pytest


@pytest.mark.parametrize(
    "question",
    [
        "how has the number of killed changed",
        "how did the number of killed change over time",
        "did the number of dead rise",
        "has the estimate of the dead gone up or fallen since 2024",
        "was the number of killed revised",
    ],
)
def test_however_it_is_asked(answer, question):
    found = answer(question)
    assert found.kind == "change"
    assert {fact.figure for fact in found.facts} == {"casualties.killed"}
    said = [fact.reported for fact in found.facts]
    assert said == sorted(said)
    assert len(said) > 3


def test_by_one_claimant(answer):
    found = answer("how has the UK estimate of casualties changed")
    assert {fact.figure for fact in found.facts} == {"casualties.total"}
    assert len({fact.value for fact in found.facts}) > 1


def test_of_what_nobody_counts_nothing_moved(answer):
    assert answer("did the number of tanks rise").facts == ()


@pytest.mark.parametrize("question", ["killed as of january 2025", "killed by february 2025"])
def test_the_killed_are_no_share(answer, question):
    assert answer(question).facts[0].figure == "casualties.killed"


def test_what_is_counted_stands_once_over_its_numbers(run, shipped):
    shown = run("ask", "how has the number of killed changed", env=shipped).out
    assert shown.splitlines()[0] == "North Korean soldiers killed  casualties.killed"
    assert shown.count("North Korean soldiers killed") == 1
