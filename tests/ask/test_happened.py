"""What is new, and what happened in a time."""

import pytest


@pytest.mark.parametrize("question", ["what's new", "What is the latest?", "any news", "latest news"])
def test_what_is_new_is_what_was_said_last(answer, base, question):
    found = answer(question)
    days = [fact.reported for fact in found.facts]
    assert days == sorted(days, reverse=True)
    assert days[0] == max(fact.reported for fact in base.facts() if not fact.is_deprecated)


def test_what_is_new_since_or_in_a_time_was_said_in_it(answer):
    for question in ("What's new since the start of 2026?", "what was new in january 2026", "news from 2025"):
        found = answer(question)
        assert found.facts
        assert all(fact.reported >= ("2025-01-01" if "2025" in question else "2026-01-01") for fact in found.facts)


@pytest.mark.parametrize(
    ("time", "begins"), [("April 2025", "2025-04"), ("on 28 April 2025", "2025-04-28"), ("2024", "2024")]
)
def test_what_happened_in_a_time_is_told_in_its_order_the_overview_before_others(answer, base, time, begins):
    found = answer(f"what happened {time if time.startswith('on') else f'in {time}'}?")
    told = [fact.id for fact in base.timeline() if fact.when and fact.when.startswith(begins) and fact.figure is None]
    ids = [fact.id for fact in found.facts]
    assert ids == [id_ for id_ in told if id_ in ids]
    main = [id_ for id_ in told if base.fact(id_).main]
    assert set(ids) >= set(main) or set(ids) <= set(main)


@pytest.mark.parametrize("question", ["what happened in 1990", "what happened", "what's new in tennis"])
def test_nothing_is_told_of_a_time_or_thing_that_the_base_does_not_have(answer, question):
    assert not answer(question).choice.facts


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("latest on captured North Korean soldiers", "prisoner"),
        ("any news on the prisoners", "prisoner"),
        ("latest on the memorial museum", "museum"),
        ("news about sappers", "sapper"),
    ],
)
def test_news_of_something_is_what_was_said_of_it_last(answer, base, question, named):
    found = answer(question)
    days = [fact.reported for fact in found.facts]
    assert len(days) > 3
    assert days == sorted(days, reverse=True)
    told = [fact.reported for fact in base.facts() if named in fact.statement and not fact.is_deprecated]
    assert days[0] >= sorted(told)[-len(told) // 4]


@pytest.mark.parametrize("question", ["latest on the weather in tokyo", "any news about football"])
def test_there_is_no_news_of_what_the_base_does_not_have(answer, question):
    assert not answer(question).choice.facts


def test_what_happened_at_a_place_is_told_by_all_that_tell_of_it(answer):
    found = answer("what happened in Plekhovo")
    assert {fact.id for fact in found.facts} >= {"kotenok-2024-12-13-plekhovo", "milbloggers-2024-12-13-plekhovo"}
    months = {fact.when[:7] for fact in answer("what happened in Kursk in november 2024").facts}
    assert months == {"2024-11"}


def test_what_happened_to_somebody_there_is_another_question(answer):
    assert answer("what happened to the prisoners").facts != answer("what happened in Kursk").facts
