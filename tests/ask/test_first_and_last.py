"""The first or last of many deeds is found by the order of their days, whichever of them the words are nearest to."""

import pytest


@pytest.mark.parametrize(
    ("question", "id_"),
    [
        ("when did Shoigu last visit Pyongyang", "shoigu-2025-06-17-visit"),
        ("when did Shoigu first visit Pyongyang", "russia-mod-2023-07-25-shoigu"),
        ("when did Choe Son Hui last visit Moscow", "kremlin-2025-10-27-choe"),
        ("when did putin last meet kim", "associated-press-2025-09-03-beijing"),
        ("where did Kim and Putin last meet", "associated-press-2025-09-03-beijing"),
        ("when did Kim Jong Un last honour the soldiers", "kcna-2025-12-13-528th-decorated"),
    ],
)
def test_the_order_of_the_days_decides(answer, question, id_):
    assert answer(question).facts[0].id == id_


def test_the_last_is_not_told_by_the_question_for_the_first(answer):
    assert answer("when did zelensky last mention north korean troops").common != (
        "first mention by zelensky of north korean people"
    )


def test_a_total_has_no_last_one(answer):
    assert all(fact.figure is None for fact in answer("when was the last arms shipment").facts)


def test_who_gave_a_number_last_gave_one(answer):
    assert all(fact.lowest is not None for fact in answer("who was the last to give a figure for the dead").facts)


def test_who_said_a_number_first_said_it_before_all_others(answer):
    assert answer("Who said 4,000 casualties first?").facts[0].id == "zelensky-2025-01-09-total"
