"""What is so at a time, held apart from what was done up to it."""

import pytest

import nkfacts
from nkfacts.verifying.claims import ABSENT, OTHERWISE, OUTDATED, SAID, UNREAD

SENT = "deployment.troops-sent"


@pytest.mark.parametrize(
    "text",
    [
        "About 15,000 North Korean soldiers {} in Ukraine.",
        "About 15,000 North Korean soldiers {} for Russia.",
        "The NIS said in April 2025 that about 15,000 North Korean soldiers {} for Russia.",
        "Some 2,000 North Korean soldiers {} in Kursk.",
    ],
)
@pytest.mark.parametrize("doing", ["are fighting", "are still fighting", "were fighting", "are dying", "fighting"])
def test_what_people_do_is_told_by_no_count_of_what_was_done_so_far(verdicts, text, doing):
    assert SAID not in verdicts(text.format(doing))
    assert OUTDATED not in verdicts(text.format(doing))


@pytest.mark.parametrize(
    "text",
    [
        "About 15,000 North Korean soldiers are in Russia today.",
        "About 15,000 North Korean soldiers are now in Russia.",
        "About 15,000 North Korean soldiers were in Russia, the NIS said in April 2025.",
        "There are about 15,000 North Korean soldiers in Russia.",
        "About 15,000 North Korean soldiers remain in Russia.",
        "About 15,000 North Korean soldiers are deployed in Russia.",
        "About 15,000 North Korean soldiers fight in Ukraine.",
        "Russia has about 15,000 North Korean soldiers.",
    ],
)
def test_where_people_are_is_not_told_by_how_many_went(only, text):
    claim = only(text)
    assert claim.verdict not in (SAID, OUTDATED)
    assert claim.topic != SENT


@pytest.mark.parametrize(
    "text",
    [
        "About 15,000 North Korean soldiers have been sent to Russia.",
        "About 15,000 North Korean soldiers were deployed to Russia.",
        "About 15,000 North Korean soldiers have fought for Russia.",
        "North Korea sent about 15,000 soldiers to Russia.",
        "The NIS said in April 2025 that about 15,000 soldiers had been sent to Russia.",
    ],
)
def test_how_many_went_is_told_as_before(only, text):
    claim = only(text)
    assert (claim.verdict, claim.topic) == (SAID, SENT)


def test_who_is_there_is_told_by_how_many_are_there(only):
    for text in ("are in Kursk", "are deployed in Kursk", "are fighting in Kursk"):
        claim = only(f"About 10,000 North Korean soldiers {text}.")
        assert (claim.verdict, claim.topic) == (SAID, "deployment.in-kursk"), text


def test_who_is_left_somewhere_did_not_leave_it(only):
    for text in ("are left in Kursk", "were left in Kursk", "are still left in Kursk"):
        claim = only(f"Some 3,000 North Koreans {text}.")
        assert claim.verdict not in (SAID, OUTDATED), text
        assert claim.topic != "deployment.returned"
    for text in ("left Kursk", "have returned home", "returned from Kursk"):
        claim = only(f"Some 3,000 North Koreans {text}, Ukrainian military intelligence said in February 2026.")
        assert (claim.verdict, claim.topic) == (SAID, "deployment.returned"), text


def test_what_was_done_to_people_is_what_became_of_them(only):
    assert only("Two North Korean soldiers are held by Ukraine.").verdict == SAID
    assert only("About 2,000 North Korean soldiers are killed.").verdict == SAID


@pytest.mark.parametrize(
    "text",
    [
        "North Korea has about 10,000 soldiers in Kursk, the NIS said in February 2026.",
        "About 10,000 soldiers in Kursk, the NIS said in February 2026.",
        "There are about 10,000 North Korean soldiers in Kursk.",
        "Russia has about 10,000 North Korean soldiers in Kursk.",
        "About 10,000 North Korean soldiers remain in Kursk.",
        "North Korea had 11,000 soldiers in Kursk in November 2024, the Pentagon said.",
    ],
)
def test_who_has_soldiers_in_a_place_says_that_they_are_there(only, text):
    claim = only(text)
    assert (claim.verdict, claim.topic) == (SAID, "deployment.in-kursk")


@pytest.mark.parametrize(
    "text",
    [
        "Russia has about 10,000 soldiers in Kursk.",
        "Japan has about 10,000 soldiers in Kursk.",
        "Atlantis has about 10,000 soldiers in Kursk.",
        "North Korea has about 10,000 missiles in Kursk.",
        "North Korea has about 10,000 soldiers in Japan.",
        "About 10,000 soldiers mutinied in Kursk.",
        "About 10,000 North Korean soldiers in Kursk surrendered.",
        "North Korea will have about 10,000 soldiers in Kursk, the NIS said in February 2026.",
        "North Korea has 15,000 soldiers in Kursk.",
    ],
)
def test_others_and_what_else_they_do_is_not_told_by_who_is_there(only, text):
    assert only(text).verdict not in (SAID, OUTDATED)


# What is under way


@pytest.mark.parametrize(
    "text",
    [
        "Pyongyang is sending 15,000 soldiers to Russia.",
        "North Korea is sending 15,000 soldiers, the NIS said.",
        "The NIS said in April 2025 that 15,000 soldiers are being sent.",
        "North Korea is supplying Russia with 28,000 containers of munitions.",
    ],
)
def test_what_is_being_done_is_not_told_by_what_was(only, text):
    assert only(text).verdict in (OTHERWISE, ABSENT)


@pytest.mark.parametrize(
    "text",
    [
        "North Korea has sent 15,000 soldiers to Russia.",
        "North Korea has been sending 15,000 soldiers to Russia.",
        "Russia is training 3,000 North Korean soldiers.",
        "North Korea is sending 25,000 to 30,000 more soldiers, HUR said in July 2025.",
    ],
)
def test_what_was_done_what_is_so_and_what_is_planned_still_is(only, text):
    assert only(text).verdict in (SAID, OUTDATED)


def test_a_small_number_of_what_nobody_knows_is_a_claim_where_figures_count_such_a_deed(base, only):
    for text in ("Three spies were captured.", "Three wombats were killed in Kursk."):
        claim = only(text)
        assert (claim.text, claim.verdict in (ABSENT, UNREAD)) == ("Three", True)
    for text in ("Two sides signed a treaty.", "Three sides were heard.", "Two hands were shaken."):
        assert [claim for claim in nkfacts.verify(text, base).claims if claim.kind == "number"] == []


@pytest.mark.parametrize(
    "text",
    [
        "North Korea had sent 8,000 soldiers to Russia by February 2025.",
        "Zelensky said in November 2024 that North Korea had sent 11,000 soldiers to Russia.",
    ],
)
def test_who_was_sent_to_a_country_is_told_by_no_count_in_a_part_of_it(only, text):
    assert only(text).verdict not in (SAID, OUTDATED)
    assert only(text.replace("Russia", "Kursk")).verdict == SAID
