"""Who of all claimants says the most or the least of a figure, and what each side says of it."""

import pytest


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("who gives the highest number of killed", "Volodymyr Zelensky"),
        ("who says the most were killed", "Volodymyr Zelensky"),
        ("who gives the lowest number of killed", "National Intelligence Service"),
        ("who says the fewest containers", "White House"),
        ("who says the most troops", "National Intelligence Service"),
        ("who says highest casualty rate", "UK Ministry of Defence"),
    ],
)
def test_who_says_the_most_or_the_least(answer, question, name):
    assert answer(question).brief == name


def test_hundreds_are_no_number_and_may_be_the_fewest(answer):
    for question in ("who says fewest were sent", "who gave the lowest estimate of troops sent"):
        assert not answer(question).facts
        assert answer(question).choice.closest[0].id == "john-healey-2024-10-22-troops-sent"


def test_each_side_is_told_by_its_last_word(answer):
    found = answer("each side's number of dead")
    ids = {fact.id for fact in found.facts}
    assert {"nis-2025-09-02-killed", "zelensky-2025-01-16-killed"} <= ids
    assert "nis-2025-01-13-killed" not in ids
    assert {fact.figure for fact in found.facts} == {"casualties.killed"}


@pytest.mark.parametrize(
    "question",
    [
        "how many shells did the US say North Korea sent",
        "how many casualties according to Japan",
        "how many killed according to the UK",
    ],
)
def test_a_newspaper_does_not_speak_for_its_country(answer, question):
    assert answer(question).facts == ()


def test_whoever_passes_it_on_has_not_said_it(answer):
    assert answer("how many casualties did the US say").facts[0].by == "us-pentagon"


@pytest.mark.parametrize(
    "question", ["does ukraine or south korea say more were killed", "does seoul or kyiv say more were killed"]
)
def test_which_of_two_says_more_is_told_by_both(answer, question):
    found = answer(question)
    assert [fact.by for fact in found.facts][:2] in (["zelensky", "nis"], ["nis", "zelensky"])
    assert "Zelensky says about 2,000 more" in found.lead
