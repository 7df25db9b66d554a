"""Times that a text tells by another, held against the shipped facts."""

import pytest

from nkfacts.verifying import claims

SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD = claims.VERDICTS


@pytest.mark.parametrize(
    "text",
    [
        "The NIS said on Wednesday that 600 North Korean soldiers had been killed.",
        "The NIS said Wednesday that 600 North Korean soldiers had been killed.",
        "On Wednesday, the NIS said that 600 North Korean soldiers had been killed.",
        "600 North Korean soldiers had been killed, the NIS said on Wednesday, 30 April.",
    ],
)
def test_a_weekday_of_saying_is_the_last_before_the_day_of_the_text(only, text):
    assert only(text, written="2025-05-02").verdict == SAID


def test_a_weekday_on_which_it_was_not_said_is_another_time(only):
    text = "600 North Korean soldiers had been killed, the NIS said on Monday."
    assert only(text, written="2025-05-02").verdict == OTHERWISE


def test_without_the_day_of_the_text_a_weekday_tells_no_time(only):
    assert only("The NIS said on Wednesday that 600 North Korean soldiers had been killed.").verdict == OUTDATED


@pytest.mark.parametrize(
    "text",
    [
        "Kirby said that in the week to 27 December 2024 more than 1,000 North Koreans were killed or wounded.",
        "More than 1,000 North Koreans were killed or wounded in the week before 27 December 2024, the White House said.",
        "More than 1,000 North Koreans were killed or wounded in the week until 27 December 2024, the White House said.",
    ],
)
def test_the_week_before_a_day_is_a_time(only, text):
    claim = only(text)
    assert (claim.verdict, claim.finding.fact.id) == (SAID, "kirby-2024-12-27-total-week")


def test_two_months_before_one_year_are_one_time(only):
    text = (
        "At least 3,000 more North Korean soldiers were sent in January and February 2025, the JCS said in March 2025."
    )
    claim = only(text)
    assert (claim.verdict, claim.finding.fact.id) == (SAID, "rok-jcs-2025-03-27-second-wave")
