"""Those who are told as more of them, held against the shipped facts."""

import pytest

from nkfacts.verifying import claims

SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD = claims.VERDICTS


@pytest.mark.parametrize(
    "text",
    [
        "15,000 more North Korean soldiers were sent to Russia.",
        "Another 15,000 North Korean soldiers were sent to Russia.",
        "An additional 15,000 North Korean troops were sent to Russia.",
    ],
)
def test_more_of_them_are_no_total(only, text):
    claim = only(text)
    assert claim.verdict == OTHERWISE
    assert "Soldiers sent to Russia so far" in claim.finding.reason


def test_more_of_them_are_those_who_came_later(only):
    claim = only("The JCS said in March 2025 that at least 3,000 more North Korean soldiers had been sent.")
    assert (claim.verdict, claim.finding.fact.id) == (SAID, "rok-jcs-2025-03-27-second-wave")


def test_more_of_whom_no_later_ones_are_counted_are_as_they_are_told(verdicts):
    text = "300 soldiers were killed and 2,700 more were wounded, the NIS said in January 2025."
    assert verdicts(text) == [SAID, SAID]
