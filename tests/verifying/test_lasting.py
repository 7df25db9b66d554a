"""What is told as being so now has to have lasted."""

import pytest

from nkfacts.verifying import claims

SAPPERS = "nis-2025-11-04-sappers"
LEFT = "khinshtein-2026-02-15-sappers-left"


@pytest.mark.parametrize(
    "text",
    [
        "Some 1,000 sappers are still working in Kursk.",
        "About 1,000 North Korean sappers still clear mines in Kursk.",
        "1,000 sappers are in Kursk.",
    ],
)
def test_who_is_there_has_not_left_since(only, text):
    claim = only(text)
    assert (claim.verdict, claim.finding.fact.id, claim.finding.later.id) == (claims.OUTDATED, SAPPERS, LEFT)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In November 2025 about 1,000 North Korean sappers were clearing mines near the front.", claims.SAID),
        ("About 15,000 North Korean labourers are still in Russia.", claims.UNREAD),
        ("About 10,000 North Korean soldiers are still in Kursk.", claims.SAID),
        ("Ukraine holds three North Korean prisoners.", claims.UNREAD),
        ("Ukraine still holds three North Korean prisoners alive.", claims.UNREAD),
        ("Ukraine holds two North Korean prisoners.", claims.SAID),
    ],
)
def test_what_is_still_so_is_told_by_nothing_old_nor_by_a_count_of_all(only, text, verdict):
    assert only(text).verdict == verdict


def test_a_text_of_its_time_is_held_against_that_time(only):
    text = "About 15,000 North Korean labourers are still in Russia."
    assert only(text, written="2025-05-10").verdict == claims.SAID


def test_what_is_being_done_is_told_by_no_plan(verdicts):
    assert verdicts("Some 1,000 sappers are still working in Kursk.", written="2025-07-01") != [claims.SAID]
