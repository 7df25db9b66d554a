"""Words beside a question that ask for nothing more are passed over where nothing answers with them."""

import pytest


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("where did the north koreans train before going to the front", "where did the north koreans train"),
        ("Where did the North Korean soldiers train before they went to battle?", "where did the soldiers train"),
        ("why did North Korea send soldiers, in simple words", "why did North Korea send soldiers"),
        ("did kim send troops or is that fake news", "did kim send troops"),
    ],
)
def test_it_is_answered_as_without_them(answer, question, plain):
    assert answer(question).facts
    assert answer(question).facts[0] == answer(plain).facts[0]


@pytest.mark.parametrize(
    "question",
    [
        # Who is counted before is not who is counted in all.
        "how many north koreans had been promoted before they went to the front",
        "are nk troops in zaporizhzhia or is that copium",
    ],
)
def test_nothing_else_is_passed_over(answer, question):
    assert not answer(question).facts


def test_the_places_of_a_common_question_are_told_before_its_facts(answer):
    assert "Ussuriysk" in answer("where did they train before going to the front").lead


def test_who_underwent_it_is_not_who_did_it(answer):
    assert answer("who died").brief == "soldiers"
    assert "Kim Jong Un" not in answer("who got medals").lead
