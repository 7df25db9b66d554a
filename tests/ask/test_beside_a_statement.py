"""A question beside a statement is answered, with what the statement tells it is about; the statement alone is not."""

import pytest


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("I heard they built a museum in Pyongyang; has it opened yet?", "kim-jong-un-2026-04-26-praises-suicides"),
        ("the treaty was signed in 2024, when did it take effect?", "kcna-2024-12-05-treaty-in-force"),
        ("who signed the treaty? i read about it", "ria-novosti-2024-06-19-treaty-signed"),
    ],
)
def test_a_pronoun_stands_for_what_the_statement_names(answer, question, fact):
    assert answer(question).facts[0].id == fact


def test_there_stands_for_the_place_of_the_statement(answer):
    found = answer("my nephew was near Sudzha, did north koreans fight there?")
    assert found.brief == "yes"
    assert "Sudzha" in found.facts[0].statement


def test_whether_it_is_so_asks_for_the_statement(answer):
    assert answer("heard something about north koreans blowing themselves up, is that true?").brief == "yes"
    # It says of nobody whom the base knows that they did what it says.
    assert answer("heard something about north koreans learning to juggle, is that real").facts == ()


def test_who_says_so_is_told_by_every_answer(answer):
    whole = answer("how many soldiers were killed, and which source says so?")
    assert whole.facts == answer("how many soldiers were killed").facts


@pytest.mark.parametrize("question", ["hi, how many soldiers were killed?", "In Kursk, how many soldiers are there?"])
def test_what_opens_a_question_is_no_statement(answer, question):
    opening, _, plain = question.partition(", ")
    assert (
        answer(question).facts[0].figure == answer(f"{plain} {opening if 'Kursk' in opening else ''}").facts[0].figure
    )


def test_or_not_asks_for_nothing_more(answer):
    assert answer("did they fight in Donetsk, or not?").facts == answer("did they fight in Donetsk?").facts
