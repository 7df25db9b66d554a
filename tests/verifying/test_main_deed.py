"""Which of several deeds is told of those who are counted, held against the shipped facts."""

import pytest

from nkfacts.verifying import claims

SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD = claims.VERDICTS


@pytest.mark.parametrize(
    "text",
    [
        "About 2,000 North Korean soldiers deployed to Russia have been killed.",
        "Around 2,000 North Korean soldiers deployed to support Russia's invasion of Ukraine have been killed.",
        "About 2,000 North Korean troops sent to fight in Russia's war against Ukraine are estimated to have been killed.",
        "North Korea has lost about 2,000 soldiers killed, South Korea's NIS said in September 2025.",
        "North Korea has lost about 2,000 soldiers killed in the war.",
    ],
)
def test_the_deed_is_what_became_of_those_who_are_counted(only, text):
    claim = only(text)
    assert (claim.verdict, claim.finding.fact.id) == (SAID, "nis-2025-09-02-killed")


def test_another_number_of_them_is_not_said_so(only):
    assert only("About 2,500 North Korean soldiers deployed to Russia have been killed.").verdict not in (
        SAID,
        OUTDATED,
    )
    assert only("North Korea has lost about 2,500 soldiers killed.").verdict not in (SAID, OUTDATED)


def test_it_is_not_clear_what_became_of_those_who_were_lost(only):
    claim = only("North Korea has lost about 2,000 soldiers.")
    assert (claim.verdict, claim.finding.fact.id) == (UNREAD, "nis-2025-09-02-killed")
    assert only("North Korea has lost about 6,000 soldiers.").verdict == SAID


def test_so_many_of_those_who_were_sent_were_killed_or_wounded(only):
    claim = only("The NIS said that some 6,000 of the North Korean troops sent to Russia had been killed or wounded.")
    assert (claim.verdict, claim.finding.fact.id) == (SAID, "nis-2026-02-12-total")
