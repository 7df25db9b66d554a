"""Who gave what to whom: what is told the other way round was never said so."""

import pytest

from nkfacts.verifying import claims

_SO = (claims.SAID, claims.OUTDATED)


@pytest.mark.parametrize(
    "text",
    [
        "Russia has given North Korea 148 ballistic missiles.",
        "Russia has given North Korea more than 10 million shells.",
        "North Korea received 148 ballistic missiles.",
        "North Korea was given 148 ballistic missiles.",
        "North Korea bought 148 ballistic missiles.",
    ],
)
def test_the_other_way_round_is_not_said_so(only, text):
    assert only(text).verdict not in _SO


@pytest.mark.parametrize(
    "text",
    [
        "North Korea has given Russia 148 ballistic missiles.",
        "North Korea gave Russia 148 ballistic missiles.",
        "Russia received 148 ballistic missiles.",
        "Russia was given 148 ballistic missiles.",
        "The NIS gave a figure of about 600 dead in April 2025.",
    ],
)
def test_the_way_that_it_went_is_said_so(only, text):
    assert only(text).verdict == claims.SAID
