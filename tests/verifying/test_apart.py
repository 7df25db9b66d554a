"""Who is named in a text but does not say what it says, held against the shipped facts."""

import pytest

from nkfacts.verifying import claims

SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD = claims.VERDICTS


@pytest.mark.parametrize(
    "text",
    [
        "The NIS, unlike Zelensky, says about 2,000 were killed.",
        "Unlike Zelensky, the NIS says about 2,000 were killed.",
        "The NIS, in contrast to Ukraine, says about 2,000 were killed.",
        "The NIS, contrary to Zelensky, says about 2,000 were killed.",
    ],
)
def test_who_says_something_else_does_not_say_it(only, text):
    claim = only(text)
    assert (claim.verdict, claim.finding.fact.id) == (SAID, "nis-2025-09-02-killed")


def test_whoever_is_set_against_others_is_held_to_what_he_said(only):
    claim = only("Zelensky, unlike the NIS, says about 2,000 were killed.")
    assert (claim.verdict, claim.finding.fact.by) == (OTHERWISE, "zelensky")


def test_whom_somebody_cites_is_not_known_where_only_he_is_known_to_have_said_it(only):
    claim = only("About 400 North Koreans were killed, lawmaker Yu Yong-weon said, citing Budanov.")
    assert (claim.verdict, claim.finding.fact.by) == (UNREAD, "yu-yong-weon")
    assert only("About 700 North Koreans were killed, lawmaker Yu Yong-weon said, citing Budanov.").verdict == ABSENT
