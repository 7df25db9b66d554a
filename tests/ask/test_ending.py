"""Whether something has ended: yes where it is told as not done, no where it goes on, and no day of when it was done."""

import pytest


@pytest.mark.parametrize(
    "question",
    [
        "is the training over",
        "is the deployment over",
        "has North Korea stopped sending workers",
        "is the war in Kursk over",
    ],
)
def test_what_is_done_tells_nothing_of_its_end(answer, question):
    assert answer(question).facts == ()


def test_that_they_stopped_is_told_by_what_says_that_they_do_not(answer):
    found = answer("did the north koreans stop fighting in january 2025")
    assert (found.brief, found.facts[0].id) == ("yes", "nis-2025-02-04-out-of-combat")


def test_what_goes_on_has_not_stopped(answer):
    assert answer("have the north koreans stopped fighting").brief == "no"
    assert answer("are north koreans still fighting in russia").brief == "yes"


def test_what_was_only_tried_is_no_yes(answer):
    assert answer("did a prisoner kill himself").brief != "yes"


def test_what_is_over_is_said_to_be_read_as_stopped(answer):
    assert answer("is the training over").question.respelt == (("over", "stopped"),)
    assert answer("did North Korea send over 2,000 soldiers").question.respelt == ()
