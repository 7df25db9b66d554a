"""Whether a number still stands is told by the newest, not by the old fact that has it."""

import pytest


@pytest.mark.parametrize(
    ("question", "words", "fact"),
    [
        ("Is 600 still the NIS's number of killed?", "no", "nis-2025-09-02-killed"),
        ("does the NIS still say 300 were killed", "no", "nis-2025-09-02-killed"),
        ("does the NIS still say 2,000 were killed", "yes", "nis-2025-09-02-killed"),
        ("does the UK still say 5,000 casualties", "no", "uk-mod-2025-06-15-total"),
        ("do 10,000 remain in Kursk", "yes", "nis-2026-02-12-in-kursk"),
        # Another claimant's newest is as new.
        ("are there still 8,000 in kursk", "yes", "hur-2026-02-09-in-kursk"),
        ("are 11,000 still in kursk", "no", "nis-2026-02-12-in-kursk"),
    ],
)
def test_the_newest_tells_it(answer, question, words, fact):
    found = answer(question)
    assert (found.brief, found.facts[0].id) == (words, fact)


def test_what_no_longer_stands_is_against_it(answer):
    assert [fact.id for fact in answer("does the NIS still say 300 were killed").against] == ["nis-2025-01-13-killed"]


def test_without_still_the_number_is_found_as_it_was_said(answer):
    found = answer("did the NIS say 300 were killed")
    assert (found.brief, found.facts[0].id) == ("yes", "nis-2025-01-13-killed")
