"""What takes a deed back is not that deed: who is dismissed was appointed once, and no day of that answers."""

import pytest


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("When did the US Treasury lift its sanctions on Ashot Mkrtychev?", "lift"),
        ("Which bodies did Canada delist in May 2024?", "delist"),
        ("When was Ri Chang Ho sacked as head of the Reconnaissance General Bureau?", "sacked"),
        ("When did the Federation Council vote to revoke the treaty with North Korea?", "revoke"),
        ("did russia cancel the treaty", "cancel"),
        ("When was the direct train from Pyongyang to Moscow cancelled?", "cancelled"),
    ],
)
def test_what_was_done_does_not_answer_when_it_was_undone(answer, question, word):
    found = answer(question)
    assert found.facts == ()
    assert word in found.choice.missing


def test_the_deed_itself_is_answered(answer):
    assert answer("When did the US Treasury sanction Ashot Mkrtychev?").brief == "2023-03-30"


def test_a_refusal_says_that_it_is_told_as_done(answer):
    assert (
        answer("has canada lifted the sanctions").choice.failing == "it is told as done, and not as ended or taken back"
    )


def test_which_of_them_it_was_needs_who_they_are_or_what_they_did(answer):
    question = "Which Russian general was sacked for leaving the North Koreans' flanks exposed in December 2024?"
    assert answer(question).facts == ()
