"""What is called the first time has to be said to be so, and nothing like it may have come before."""

import pytest

from nkfacts.verifying import claims

ADMISSION = "gerasimov-2025-04-26-first-confirmation"


@pytest.mark.parametrize(
    "text",
    [
        "On 28 April 2025 Russia first confirmed the deployment of North Korean troops.",
        "Russia first confirmed the deployment on 28 April 2025.",
        "On 28 April 2025 Russia confirmed the deployment of North Korean troops for the first time.",
    ],
)
def test_what_was_confirmed_before_is_named(only, text):
    claim = only(text)
    assert (claim.verdict, claim.finding.fact.id) == (claims.OTHERWISE, ADMISSION)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Shoigu first visited Pyongyang on 17 June 2025.", claims.OTHERWISE),
        ("Shoigu visited Pyongyang on 17 June 2025.", claims.SAID),
        ("On 30 April 2025 the NIS first confirmed the deployment of North Korean troops.", claims.OTHERWISE),
        ("On 26 April 2025 Zakharova first confirmed the deployment.", claims.UNREAD),
        ("On 26 April 2025 Zakharova confirmed the deployment.", claims.SAID),
        ("Russia first confirmed the deployment on 26 April 2025.", claims.SAID),
        ("North Korea first confirmed on 28 April 2025 that it had sent soldiers to Russia.", claims.SAID),
        ("Putin first visited Pyongyang in June 2024.", claims.UNREAD),
    ],
)
def test_a_first_time_has_to_be_said_to_be_one(only, text, verdict):
    assert only(text).verdict == verdict
