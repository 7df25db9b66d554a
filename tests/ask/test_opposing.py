"""A yes or no stands beside what tells otherwise, and is no mere denial where somebody tells it."""

import pytest


def _asked(run, shipped, question):
    return run("ask", question, "-f", "json", env=shipped).json()


@pytest.mark.parametrize(
    ("question", "words", "against"),
    [
        ("did north korea give shells to russia", "yes", "dprk-mfa-2023-01-29-kwon-denies-arms-dealing"),
        ("did russia give north korea submarine reactors", "yes", "rok-nso-2025-09-17-submarine-modules"),
        ("have north koreans fought inside ukraine", "no", "ukraine-general-staff-2025-10-16-drones-sumy"),
    ],
)
def test_what_tells_otherwise_is_told(run, shipped, question, words, against):
    reply = _asked(run, shipped, question)
    assert reply["answer"]["words"] == words
    assert against in [fact["id"] for fact in reply["against"]]
    assert "Against it: " in reply["answer"]["text"]
    shown = run("ask", question, env=shipped).out
    assert shown.index("against it") < shown.index(against)


@pytest.mark.parametrize("verb", ["transfer", "give"])
def test_a_denial_answers_only_where_nobody_tells_it(run, shipped, verb):
    reply = _asked(run, shipped, f"Did Russia {verb} satellite technology to Pyongyang?")
    assert reply["answer"]["words"] == "yes"
    assert "denied" in [fact["status"] for fact in reply["against"]]


def test_what_was_done_answers_before_its_plan_where_it_is_asked_for_as_done(run, shipped):
    assert _asked(run, shipped, "has the museum opened")["answer"]["words"] == "yes"
    assert _asked(run, shipped, "is north korea still sending troops")["answer"]["words"] == "planned"


@pytest.mark.parametrize(
    "question",
    [
        # What was not yet so before it was.
        "did north koreans fight in kursk",
        # Who kills himself rather than be captured tells of no captives.
        "were any north korean soldiers captured alive",
        # How many is decided by the number.
        "did ukraine capture more than two prisoners",
        # Whether Russia confirmed it is not told by an American who did not.
        "has russia confirmed that north korean soldiers fought",
        # To go somewhere tells too little to be told otherwise.
        "so did putin actually go to pyongyang",
    ],
)
def test_nothing_stands_against_an_answer_that_tells_of_something_else(run, shipped, question):
    reply = _asked(run, shipped, question)
    assert reply["facts"]
    assert reply["against"] == []


def test_a_plan_gives_way_to_who_tells_that_it_was_not_done(answer):
    found = answer("did north korean soldiers march in the victory day parade in moscow")
    assert (found.brief, found.facts[0].id) == ("no", "joongang-daily-2025-05-09-delegation")
    assert [fact.id for fact in found.against] == ["nhk-2025-01-16-parade"]


def test_whoever_says_that_he_knows_of_nothing_has_commented(answer):
    found = answer("Did China comment on North Korean troops in Russia?")
    assert (found.brief, found.facts[0].id) == ("yes", "china-2024-10-24-not-aware")
