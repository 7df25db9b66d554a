"""Who is left out by name never answers; where only others are asked for, all of them do."""

import pytest


@pytest.mark.parametrize(
    "question",
    [
        "Apart from the NIS, who gives a number of killed?",
        "who other than the NIS gives a number of killed",
        "who besides the NIS says how many were killed",
    ],
)
def test_all_other_claimants_are_told(answer, question):
    found = answer(question)
    by = [fact.by for fact in found.facts]
    assert "nis" not in by
    assert "zelensky" in by
    assert len(by) == len(set(by))


def test_what_is_left_out_is_no_answer(answer):
    found = answer("other than food, what did Russia pay with, according to Shin in February 2024")
    assert not found.facts
    assert found.choice.failing == "nothing tells what there is besides “food”"


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        (
            "did kim yong-hyun think other units were going besides the storm corps?",
            "kim-yong-hyun-2024-10-24-other-troops",
        ),
        (
            "What industrial goods besides food did Russia pay with, according to Shin Won-sik?",
            "rok-mnd-2024-02-26-raw-materials",
        ),
    ],
)
def test_what_a_fact_tells_besides_something_is_what_it_says(answer, question, fact):
    assert answer(question).facts[0].id == fact


def test_other_alone_leaves_nothing_out(answer):
    assert answer("which other units were there").facts
