"""A number of a stretch of time is no total up to its end: the totals in it are told, and that none is of it alone."""

import pytest

from nkfacts.ask.one.stretches import over_a_stretch
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.reading import read_by
from nkfacts.ask.weighing.choosing import Choice
from tests.support.bases import base_of, fact, spliced

_ONLY_TOTALS = "totals up to each day; none of that time alone is told"


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("how many were wounded between January and April 2025", "nis-2025-01-13-wounded", "nis-2025-04-30-wounded"),
        ("how many casualties in the first half of 2025", "zelensky-2025-01-05-total", "uk-mod-2025-06-15-total"),
        (
            "according to the NIS, how many were killed since January 2025",
            "nis-2025-01-13-killed",
            "nis-2025-09-02-killed",
        ),
    ],
)
def test_all_totals_of_the_time_are_told_in_turn(answer, question, first, last):
    found = answer(question)
    assert found.lead == _ONLY_TOTALS
    assert (found.facts[0].id, found.facts[-1].id) == (first, last)
    days = [fact.reported for fact in found.facts]
    assert days == sorted(days)


def test_only_the_named_claimant_is_told(answer):
    found = answer("how many were killed according to the NIS between January and April 2025")
    assert {fact.by for fact in found.facts} == {"nis"}


def test_one_total_is_no_answer_and_stands_closest(answer):
    found = answer("how many were killed in the second half of 2025")
    assert not found.facts
    assert found.choice.closest[0].id == "nis-2025-09-02-killed"
    assert "none of that time alone" in found.choice.failing


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        # A count of just that time.
        (
            "how many missiles were fired between December 2023 and February 2024",
            "prosecutors-2024-03-01-missiles-fired",
        ),
        # The whole time in which anybody was counted.
        ("how many have died since October 2024", "nis-2025-09-02-killed"),
        ("how many troops were sent since 2024", "nis-2025-04-30-troops-sent"),
        # What was known by a day is a total.
        ("how many were killed by April 2025", "nis-2025-04-30-killed"),
    ],
)
def test_a_total_answers_where_it_is_of_just_that_time(answer, question, fact):
    assert answer(question).facts[0].id == fact


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("the last three months of 2024", "2024-10-01", "2024-12-31"),
        ("the first 2 months of 2025", "2025-01-01", "2025-02-28"),
        ("the first week of January 2025", "2025-01-01", "2025-01-07"),
        ("the last week of December 2024", "2024-12-25", "2024-12-31"),
        ("the second quarter of 2025", "2025-04-01", "2025-06-30"),
    ],
)
def test_a_part_of_a_year_or_month_is_a_time_and_puts_nothing_in_order(answer, words, first, last):
    question = answer(f"how many soldiers were killed in {words}").question
    assert [(time.first, time.last) for time in question.times] == [(first, last)]
    assert not question.flags & {"earliest", "latest"}


def test_what_was_over_before_is_no_count_since(answer):
    found = answer("How many labourers have arrived since the start of 2025?")
    assert all(fact.when is None or not fact.when.endswith("2024") for fact in found.facts)


def test_a_plan_is_no_total():
    figure = "  casualties.killed: {label: Killed, topic: casualties, unit: people, cumulative: true}\n"
    plan = fact("plan", status="planned", when="2025-02")
    with base_of(spliced(f"figures:\n{figure}facts:\n{plan}")) as base:
        lexicon = Lexicon(base.known)
        question = read_by("how many are planned since January 2025", base, lexicon)
        choice = Choice(facts=tuple(base.facts()), figure=base.figure("casualties.killed"))
        assert over_a_stretch(question, choice, base, lexicon) is None
