"""Questions of people who had not seen the program: how many must be right, and how many may be wrong, at the least."""

from collections import Counter

import pytest

from nkfacts.ask.shown.records import answer_record
from tests.support.asking import judged, questions
from tests.support.files import ROOT

QUESTIONS = ROOT / "benchmarks" / "questions"


@pytest.fixture(scope="module")
def judgements(answer):
    """Return how often answers to a quarter of the questions are right, wrong, refused or false."""
    return Counter(judged(item, answer_record(answer(item["q"]))) for item in questions(QUESTIONS / "d.yaml"))


def test_most_of_what_can_be_answered_is_and_little_else(judgements):
    assert judgements.total() == 120
    assert judgements["right"] >= 98
    assert judgements["wrong"] <= 2
    assert judgements["false"] <= 2


def test_every_question_rests_on_facts_that_there_are(base):
    for item in questions(*sorted(QUESTIONS.glob("*.yaml"))):
        expected = item["expect"]
        assert expected.get("answered", True) == bool(set(expected) & {"facts", "figure", "entity"}), item["q"]
        assert not [id_ for id_ in expected.get("facts", ()) if base.fact(id_) is None], item["q"]
