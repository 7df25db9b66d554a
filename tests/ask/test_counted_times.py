"""A number is of the time it was counted over: no part of a longer time, and in all up to a day where a time is asked."""

import pytest

from nkfacts.ask.gate.timing import time_fit
from nkfacts.ask.understanding.reading import read
from nkfacts.ask.understanding.times import find
from nkfacts.model import dates


def test_no_part_of_a_longer_time_counts_one_that_begins_within_it(base):
    parts = [fact for fact in base.timeline() if fact.figure and fact.scope == "part" and fact.when]
    looked_at = 0
    for fact in parts:
        when = dates.parse(fact.when)
        month = f"in {dates.parse(when.last[:7]).words}".lower().split()
        if when.first[:7] == when.last[:7] or when.first == dates.FIRST_DAY or fact.reported[:7] == when.last[:7]:
            continue
        looked_at += 1
        assert not time_fit(fact, find(month, "2026-11-28")), fact.id
    assert looked_at > 3


@pytest.mark.parametrize(
    ("question", "remark"),
    [
        ("how many north korean soldiers were killed in 2026", "(in all by Feb 2026)"),
        ("how many prisoners were taken in january 2025", "(in all by Jan 2025)"),
        ("how many north korean soldiers were killed", "(Sep 2025)"),
    ],
)
def test_a_running_total_says_so_where_a_time_is_asked_for(run, shipped, question, remark):
    assert remark in run("ask", question, env=shipped).out.splitlines()[0]


@pytest.mark.parametrize(
    ("question", "named"),
    [("did they retreat", True), ("who trained them", True), ("what did the prisoners say they want", False)],
)
def test_they_are_those_whom_the_base_is_about_unless_somebody_is_named(lexicon, question, named):
    mentions = {mention.text for mention in read(question, lexicon, "2026-11-28").mentions}
    assert bool(mentions & {"they", "them"}) is named


def test_somebody_else_who_left_is_not_they(run, shipped):
    assert run("ask", "have they left", "--brief", env=shipped).code


def test_others_of_a_time_that_is_asked_for_are_of_it(run, shipped):
    shown = run("ask", "How many North Korean troops were in Kursk in November 2024?", env=shipped).out
    _, others = shown.split("others say\n")
    rows = others.split("\n\n")[0].splitlines()
    assert rows
    assert all("2024" in row for row in rows)
    assert "planned" not in "".join(rows)
    asked = (
        "What did Ukraine's military intelligence put the number of North Korean troops in Kursk at in November 2024?"
    )
    assert "planned" not in run("ask", asked, env=shipped).out.splitlines()[1]
