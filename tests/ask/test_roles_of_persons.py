"""Whoever is named in a question has to be whom the fact tells of, in the part that the question gives him."""

import pytest


@pytest.mark.parametrize(
    "question",
    [
        "What infantry rockets did Wagner deliver to North Korea in November 2022?",
        "Who handed Putin a letter from Kim Jong Un in July 2023?",
        "On which day did Kim visit a military headquarters in Kursk Oblast?",
        "When did Trump meet Kim Jong Un?",
    ],
)
def test_what_somebody_else_did_is_no_answer(answer, question):
    assert not answer(question).facts


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Who handed Kim Jong Un a letter from Putin in July 2023?", "kcna-2023-07-27-putin-letter"),
        (
            "On which day did Putin visit a military headquarters in Kursk Oblast?",
            "associated-press-2025-03-13-putin-in-kursk",
        ),
        ("What arms did North Korea deliver to Wagner in November 2022?", "white-house-2022-12-22-wagner-arms"),
    ],
)
def test_what_he_did_himself_is(answer, question, fact):
    assert fact in [found.id for found in answer(question).facts]


def test_the_frame_of_the_deed_that_is_asked_for_names_who_did_it(answer):
    # Putin wrote the letter, by another frame of the same fact.
    assert "Shoigu" in answer("Who handed Kim Jong Un a letter from Putin in July 2023?").brief


@pytest.mark.parametrize("asking", ["On which day", "On what date", "In which month"])
def test_a_day_is_asked_for_in_many_words(answer, asking):
    assert answer(f"{asking} did Putin visit a military headquarters in Kursk Oblast?").brief == "2025-03-12"


def test_what_is_only_planned_was_not_done(answer):
    assert not answer("which lethal weapons did yoon send to ukraine").facts
    assert answer("which lethal weapons may yoon send to ukraine").facts
