"""What a text says that somebody did not say, held against the shipped facts."""

import pytest

from nkfacts.verifying import claims

SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD = claims.VERDICTS


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The NIS never said that 2,000 were killed.", "nis-2025-09-02-killed"),
        ("Zelensky did not say that 4,000 were killed.", "zelensky-2025-01-16-killed"),
        ("Zelensky has not yet publicly said that 4,000 were killed.", "zelensky-2025-01-16-killed"),
        ("The NIS refused to say that 2,000 were killed.", "nis-2025-09-02-killed"),
        ("The NIS stopped short of saying that 2,000 were killed.", "nis-2025-09-02-killed"),
        ("At no time did the NIS say that 4,100 were wounded.", "nis-2025-04-30-wounded"),
        ("It is false that the NIS put the dead at 2,000.", "nis-2025-09-02-killed"),
        ("It is not true that Zelensky said that 4,000 were killed.", "zelensky-2025-01-16-killed"),
        ("The claim that the NIS put the dead at 2,000 is false.", "nis-2025-09-02-killed"),
        ("The NIS did not at any point say that 2,000 were killed.", "nis-2025-09-02-killed"),
        ("The NIS had never, in any briefing, said that 2,000 were killed.", "nis-2025-09-02-killed"),
        ("It wasn't Zelensky who said that 4,000 were killed.", "zelensky-2025-01-16-killed"),
        ("The NIS did not say in April 2025 that 600 were killed.", "nis-2025-04-30-killed"),
    ],
)
def test_a_number_that_is_told_as_not_said_was_said(only, text, fact):
    claim = only(text)
    assert (claim.verdict, claim.finding.fact.id) == (OTHERWISE, fact)
    assert "was not said; it was" in claim.finding.reason


@pytest.mark.parametrize(
    "text",
    [
        "It is false that 2,000 were killed.",
        "The NIS did not say that 700 were killed.",
        "2,000 North Koreans were killed, the NIS never said.",
        "The Pentagon has yet to confirm that 12,000 North Korean troops were sent.",
        "It is untrue that 2,000 were killed, Zelensky said.",
    ],
)
def test_where_nothing_shows_that_it_was_said_it_is_not_read_or_not_in_the_base(only, text):
    assert only(text).verdict in (UNREAD, ABSENT)


@pytest.mark.parametrize("verb", ["confirmed", "verified"])
def test_an_estimate_confirms_nothing(only, verb):
    claim = only(f"The NIS has not {verb} that 2,000 were killed.")
    assert (claim.verdict, claim.finding.fact.id) == (UNREAD, "nis-2025-09-02-killed")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Russia never confirmed the deployment in April 2025.", "gerasimov-2025-04-26"),
        ("Gerasimov did not confirm the deployment on 26 April 2025.", "gerasimov-2025-04-26"),
        ("North Korea has never acknowledged the deployment.", "wpk-cmc-2025-04-28"),
    ],
)
def test_a_deed_that_is_told_as_not_confirmed_was_confirmed(only, text, fact):
    claim = only(text)
    assert (claim.verdict, claim.finding.fact.status) == (OTHERWISE, "acknowledged")
    assert claim.finding.fact.id.startswith(fact)


@pytest.mark.parametrize(
    "text",
    [
        "The NIS not only said that 600 were killed but that 4,100 were wounded.",
        "Zelensky said 4,000 were killed, but the NIS has not confirmed that.",
        "The NIS did not say how many were captured, but said in January 2025 that about 300 were killed.",
        "The NIS, which has not confirmed any names, said in April 2025 that 600 were killed.",
        "The NIS did not say that 2,000 were killed until September 2025.",
    ],
)
def test_what_is_said_beside_something_that_is_not_stays_said(verdicts, text):
    found = verdicts(text)
    assert found
    assert set(found) <= {SAID, OUTDATED}


@pytest.mark.parametrize("verb", ["refused to sign", "failed to sign", "did not sign"])
def test_what_somebody_refused_to_do_is_not_told_as_done(only, verb):
    assert only(f"Kim Jong Un and Putin {verb} the treaty on 19 June 2024.").verdict in (OTHERWISE, ABSENT)
    assert only("Kim Jong Un and Putin signed the treaty on 19 June 2024.").verdict == SAID
