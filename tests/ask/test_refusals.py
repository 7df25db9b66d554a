"""Whoever gets no answer sees why at a glance."""

import pytest


@pytest.fixture
def ask(run, shipped):
    """Return a function that asks the shipped facts in this process."""
    return lambda question, *options, **more: run("ask", *options, question, env=shipped, **more)


# Why


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("How many North Korean advisers are in Mariupol?", "no number is told of that"),
        ("How many barrels of oil a day does North Korea get from Russia?", "no number per day is told of that"),
        ("What percentage of the North Korean missiles missed their targets?", "no share is told of that"),
        ("the date on which the 25,000 workers arrived at Alabuga", "only a plan of it is told"),
        ("How many North Koreans will have died by 2030?", "only what was done is told, and nothing ahead"),
        ("How many Russian soldiers have been sent to North Korea since 2024?", "it is told of others"),
        ("how many Ukrainian soldiers have been taken prisoner in Kursk", "it is told the other way round"),
        ("average losses per North Korean brigade", "the closest have the words, but may tell something else"),
    ],
)
def test_what_fails_is_said_in_one_line(ask, question, why):
    found = ask(question)
    assert (found.out, found.code) == ("", 1)
    assert why in found.err.splitlines()[0]


def test_a_reason_of_its_own_is_not_followed_by_another(ask):
    first = ask("Why did Smirnov resign as governor of Kursk?").err.splitlines()[0]
    assert first == "nkfacts: no fact on that: reasons are not among the facts; closest"
