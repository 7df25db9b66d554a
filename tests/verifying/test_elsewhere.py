"""What was done at another place, or by others of a nation, than the facts have it."""

import pytest

from nkfacts.verifying import claims

SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD = claims.VERDICTS


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("HUR captured two North Korean soldiers in Donetsk in January 2025.", "Donetsk"),
        ("Ukraine captured 2 North Korean soldiers in Donetsk in January 2025.", "Donetsk"),
        (
            "Over 1.5 million explosive objects were destroyed by North Koreans in Belgorod, Khinshtein said.",
            "Belgorod",
        ),
    ],
)
def test_a_number_of_another_place_was_said_otherwise(only, text, where):
    claim = only(text)
    assert (claim.verdict, claim.finding.reason) == (OTHERWISE, f"not so said: “in {where}”")
    assert claim.finding.fact.place == "kursk-oblast"


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine captured two North Korean soldiers in Kursk in January 2025.",
        "More than 1.5 million explosive items in Kursk were destroyed, Khinshtein said.",
        "About 2,000 North Korean soldiers were killed in Russia.",
        "About 2,000 North Korean soldiers were killed in Ukraine.",
    ],
)
def test_a_number_of_the_place_of_a_fact_or_of_all_the_country_is_said_so(only, text):
    assert only(text).verdict == SAID


def test_who_of_a_nation_did_it_is_not_told_by_what_the_nation_did(only):
    for who in ("HUR", "The SBU"):
        assert only(f"{who} captured two North Korean soldiers in Kursk in January 2025.").verdict == UNREAD
    assert only("Ukrainian special forces captured two North Korean soldiers in January 2025.").verdict == SAID
