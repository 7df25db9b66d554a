"""Questions for a name."""

import pytest


@pytest.mark.parametrize(
    "question",
    [
        "What is the name of the DPRK general wounded in Kursk in November 2024?",
        "What is the name of the general who was wounded in Kursk?",
        "what was the wounded north korean general called",
        "Which ferry took over 100 NK soldiers to Russia, what name?",
    ],
)
def test_where_nobody_is_named_there_is_no_answer(answer, question):
    found = answer(question)
    assert not found.facts
    assert found.choice.closest


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("name of the slovak national sanctioned for brokering nk weapons to russia", "Mkrtychev"),
        ("name of the battalion being formed at the 11th air assault brigade", "Buryat"),
        ("Which region did the card of the captive with the hurt hand name?", "Tuva"),
    ],
)
def test_where_the_fact_has_the_name_it_answers(answer, question, name):
    found = answer(question)
    assert any(name in fact.statement for fact in found.facts)


@pytest.mark.parametrize(
    "question",
    [
        "when did the north koreans capture men of the 84th tactical group",
        "What did Kim write in the letter that Shoigu took to Putin in July 2023?",
        "where did North Korea teach Russian soldiers to fly drones",
    ],
)
def test_who_does_it_to_whom_is_not_turned_round(answer, question):
    found = answer(question)
    assert not found.facts
    assert found.choice.closest


@pytest.mark.parametrize("question", ["did gerasimov lose his job in may 2024?"])
def test_yes_needs_the_deed(answer, question):
    assert not answer(question).facts


@pytest.mark.parametrize(
    "question",
    [
        "What was the gross domestic product of South Korea in 2024, per the Bank of Korea?",
        "How much grew the economy of South Korea in 2024 by the Bank of Korea?",
    ],
)
def test_whose_it_is_is_not_borne_out_by_who_says_so(answer, question):
    assert not answer(question).facts
