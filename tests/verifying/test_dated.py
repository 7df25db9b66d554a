"""Each of several deeds of a sentence has its own time."""

import pytest

from nkfacts.verifying import claims

IN_FORCE = "kcna-2024-12-05-treaty-in-force"


@pytest.mark.parametrize("deed", ["took effect", "entered into force"])
@pytest.mark.parametrize(("day", "verdict"), [("4 November", claims.OTHERWISE), ("4 December", claims.SAID)])
def test_the_treaty_is_in_force_since_one_day(only, deed, day, verdict):
    claim = only(f"The treaty {deed} on {day} 2024.")
    assert (claim.verdict, claim.finding.fact.id) == (verdict, IN_FORCE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The treaty was signed on 19 June 2024 and took effect on 4 December 2024.", [claims.SAID, claims.SAID]),
        ("The treaty was signed on 19 June 2024 and took effect on 4 November 2024.", [claims.SAID, claims.OTHERWISE]),
        ("The treaty was signed on 20 June 2024 and took effect on 4 December 2024.", [claims.UNREAD, claims.SAID]),
        (
            "Shoigu visited Pyongyang on 21 March 2025 and met Kim Jong Un on 5 June 2025.",
            [claims.SAID, claims.OTHERWISE],
        ),
        (
            "Putin and Kim signed the treaty on 19 June 2024, and it took effect on 4 November 2024.",
            [claims.SAID, claims.UNREAD],
        ),
        ("KCNA reported on 5 December 2024 that the treaty took effect on 4 December 2024.", [claims.SAID]),
    ],
)
def test_each_deed_is_held_against_its_own_time(verdicts, text, expected):
    assert sorted(verdicts(text)) == sorted(expected)
