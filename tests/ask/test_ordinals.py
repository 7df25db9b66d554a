"""Which of several of a kind is meant."""

import pytest

from nkfacts.ask.understanding.ordinals import names_another


@pytest.mark.parametrize(
    ("asked", "said", "another"),
    [
        ("soldiers of the 92nd brigade", "876 men of the 93rd Special Forces Brigade stood there", True),
        ("soldiers of the 93rd brigade", "876 men of the 93rd Special Forces Brigade stood there", False),
        ("the eighth congress", "The Ninth Congress opened in Pyongyang", True),
        ("the 9th congress", "The Ninth Congress opened in Pyongyang", False),
        ("the second report", "The team published a report", False),
        ("who was the first to say so", "The 93rd brigade was there", False),
    ],
)
def test_another_of_its_kind_is_told_by_its_number(asked, said, another):
    assert names_another(asked.split(), [said]) == another


@pytest.mark.parametrize(
    "question",
    [
        "How many soldiers of the 92nd Special Forces Brigade stood east of Rechitsa?",
        "Who is the commander of the Third Corps?",
    ],
)
def test_another_of_its_kind_does_not_answer(answer, question):
    assert not answer(question).facts
