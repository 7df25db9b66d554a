"""Every question of the bank, answered from the shipped facts: the right fact, or a refusal."""

import pytest

import nkfacts
from tests.support.bank import fault, questions

BANK = questions()


@pytest.fixture(scope="module")
def base():
    return nkfacts.load(use_cache=False)


@pytest.mark.parametrize("question", BANK, ids=[question["ask"] for question in BANK])
def test_a_question_of_the_bank_is_answered_right(base, question):
    assert fault(question, base) == ""


def test_the_bank_is_large_and_says_nothing_twice():
    asked = [question["ask"] for question in BANK]
    assert len(set(asked)) == len(asked)
