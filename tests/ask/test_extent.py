"""How far a yes reaches: to all, to none, to more or fewer than a number, and to where somebody is now."""

import pytest

from nkfacts.ask.gate.extent import is_compared
from nkfacts.ask.understanding.reading import read

COMPARED = {
    "were more than 1,000 killed": "yes",
    "have at least 1,000 died": "yes",
    "were fewer than 1,000 killed": "no",
    "were more than 50,000 killed": "no",
    "were fewer than 50,000 killed": "yes",
}
UNTOLD = (
    "were all the soldiers killed",
    "has every soldier been killed",
    "have all north koreans returned home",
    "have no north koreans died",
    "Is Ri Chang Ho in Russia?",
    "is Sergei Shoigu in Pyongyang",
)


@pytest.mark.parametrize(("question", "told"), COMPARED.items(), ids=COMPARED)
def test_a_number_that_is_compared_decides(answer, question, told):
    found = answer(question)
    assert found.facts[0].figure == "casualties.killed"
    assert found.brief == told


@pytest.mark.parametrize("question", UNTOLD)
def test_some_are_not_all_nor_none_and_once_is_not_now(answer, question):
    assert not answer(question).choice.facts


def test_whatever_number_is_named_a_yes_agrees_with_the_amount(answer):
    for number in (1, 10, 100, 999, 1_500, 2_500, 5_000, 10_000, 100_000):
        for words, agrees in (("more", float.__gt__), ("fewer", float.__lt__)):
            found = answer(f"were {words} than {number:,} killed")
            if found.brief == "yes":
                assert found.facts[0].figure == "casualties.killed"
                assert agrees(float(found.facts[0].value), float(number))


@pytest.mark.parametrize("question", ["have north korean troops left Russia?", "did 6000 soldiers die"])
def test_how_many_are_there_or_lost_is_no_yes_to_another_deed(answer, question):
    assert answer(question).brief not in ("yes", "no")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("were more than 500 killed", "over"),
        ("did at least 500 die", "least"),
        ("under 500 dead?", "under"),
        ("were 500 killed", ""),
    ],
)
def test_what_compares_a_number(lexicon, text, sign):
    question = read(text, lexicon, "2026-11-28")
    numbers = [mention for mention in question.mentions if mention.kind == "number"]
    assert [mention.role for mention in numbers] == [sign]
    assert [is_compared(mention) for mention in numbers] == [bool(sign)]


def test_a_name_is_no_word_for_none(answer):
    assert answer("Did Belousov and No Kwang Chol unveil a sculpture of Korean guerillas near Moscow?").brief == "yes"


def test_a_share_is_of_the_whole_that_is_named(answer):
    assert answer("what share of the casualties were killed").facts[0].figure == "casualties.killed-share"
    for fact in answer("what percentage of North Korean troops were killed").choice.facts[:1]:
        assert fact.figure != "casualties.killed-share"


def test_a_visit_is_one_to_where_it_went(answer):
    assert answer("did Kim Jong Un visit Moscow").brief != "yes"
    assert answer("did Kim Jong Un visit Beijing").brief == "yes"


def test_a_figure_that_counts_the_deed_says_yes_to_it(answer):
    assert answer("did any north korean desert").brief == "yes"
