"""Numbers that a text tells of fewer, or of others, than any fact does, held against the shipped facts."""

import pytest

from nkfacts.verifying import claims

SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD = claims.VERDICTS


@pytest.mark.parametrize(
    ("text", "narrowing"),
    [
        ("2,000 North Koreans were killed by drones.", "by drones"),
        ("Drones killed 2,000 North Koreans.", "Drones"),
        ("2,000 North Koreans were killed by their own side.", "by their own side"),
        ("2,000 North Koreans were killed by Ukraine.", "by Ukraine"),
        ("2,000 North Koreans were killed in a single battle.", "in a single battle"),
        ("2,000 North Koreans were killed in one day.", "in one day"),
        ("2,000 North Koreans were killed in accidents.", "in accidents"),
        ("2,000 North Koreans died of hunger.", "of hunger"),
        ("About 2,000 young North Koreans were killed.", "young"),
        ("4,100 North Koreans were seriously wounded.", "seriously"),
        ("4,100 North Koreans were wounded and sent home.", "and sent home"),
        ("15,000 North Koreans were sent to Russia illegally.", "illegally"),
        ("About 2,000 North Koreans were killed while surrendering.", "while surrendering"),
        ("About 2,000 North Koreans were killed because of drones.", "of drones"),
        ("15,000 North Koreans were sent to Ukraine.", "to Ukraine"),
        ("15,000 North Koreans were sent to fight in Ukraine.", "in Ukraine"),
        ("15,000 soldiers of the Storm Corps were sent to Russia.", "of the Storm Corps"),
        ("In April 2025 the NIS put the dead at 600, all of them conscripts.", "conscripts"),
    ],
)
def test_a_word_that_narrows_has_to_be_borne_out_by_the_fact(only, text, narrowing):
    claim = only(text)
    assert claim.verdict == ABSENT
    assert claim.finding.reason == f"so many are told of, but not “{narrowing}”"
    assert claim.finding.fact is not None


@pytest.mark.parametrize(
    "text",
    [
        "About 2,000 North Korean soldiers have been killed in fighting so far.",
        "About 2,000 North Korean troops were reportedly killed in combat in Kursk.",
        "About 2,000 North Koreans were killed in Russia's war against Ukraine.",
        "North Korea sent 15,000 soldiers to Russia to help Moscow in its war in Ukraine.",
        "15,000 troops were sent by Pyongyang to Russia.",
        "Two North Korean soldiers were captured by Ukraine.",
        "Ukraine captured two North Korean soldiers.",
    ],
)
def test_what_narrows_nothing_needs_no_fact(only, text):
    assert only(text).verdict == SAID


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("15,000 North Korean soldiers were sent to Russia in two stages.", "nis-2025-04-30-troops-sent"),
        (
            "Ukraine's Special Operations Forces said in December 2024 that drones killed 50 North Koreans in three days.",
            "ukraine-sof-2024-12-17-killed-three-days",
        ),
        (
            "Ukrainian special forces said in January 2025 that they killed 17 North Koreans in one assault.",
            "ukraine-sof-2025-01-13-killed-assault",
        ),
        (
            "The White House said on 27 December 2024 that more than 1,000 North Koreans were killed or wounded in a week.",
            "kirby-2024-12-27-total-week",
        ),
    ],
)
def test_what_a_fact_bears_out_is_said_so_and_names_the_part_that_it_is_about(only, text, fact):
    claim = only(text)
    assert (claim.verdict, claim.finding.fact.id) == (SAID, fact)


def test_a_second_deed_that_no_fact_has_leaves_a_small_number_unread(only):
    assert only("Two North Korean soldiers were captured and executed.").verdict == UNREAD


def test_of_what_is_only_known_in_parts_a_part_needs_no_name(only):
    assert only("Twenty coffins were shown.").verdict == SAID
    assert only("Only twenty coffins were shown.").verdict == OTHERWISE


@pytest.mark.parametrize("number", ["three", "3", "four"])
def test_a_small_number_in_words_is_another_where_few_are_counted_in_all(only, number):
    assert only(f"Ukraine captured {number} North Koreans on 9 January 2025.").verdict == OTHERWISE
    assert only("Ukraine captured two North Koreans on 9 January 2025.").verdict == SAID


def test_what_a_number_is_told_with_by_its_fact_is_no_other_claim(verdicts):
    text = (
        "About 2,000 wounded North Korean soldiers were repatriated by {} between January and March 2025, the NIS said."
    )
    assert verdicts(text.format("air and rail")) == [SAID]
    assert SAID not in verdicts(text.format("bus and car"))
