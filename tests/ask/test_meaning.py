"""Properties of answers, made from the frames of the shipped facts: what turns a meaning round must not be answered.

Where questions are still answered that must not be, the most there may be stands beside the property: it only
ever goes down.
"""

import random
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkfacts.ask.shown.records import answer_record, explanation
from nkfacts.ask.shown.screen import answer_screen, closest_screen
from nkfacts.ask.told.wording import refusal, sentence

SEED = 7


@pytest.fixture(scope="module")
def answered(answer):
    """Return a function that returns those of some questions that are answered."""
    return lambda questions: [question for question in questions if answer(question).facts]


@pytest.fixture(scope="module")
def events(base):
    """Return events whose frames tell who did what to whom, in an order that never changes."""
    found = [fact for fact in base.facts() if fact.events and fact.status != "denied"]
    random.Random(SEED).shuffle(found)  # noqa: S311 - a fixed order is wanted
    return found


@pytest.fixture(scope="module")
def asked(base):
    """Return a question of people for every figure, with the figure."""
    return [(counted.record, counted.record.asked[0]) for counted in base.figures() if counted.record.asked]


def test_who_did_it_and_to_whom_are_never_swapped(base, events, answered):
    did = {
        (who, frame.did, whom) for fact in events for frame in fact.events for who in frame.who for whom in frame.whom
    }
    swapped = set()
    for fact in events:
        for frame in fact.events:
            action = base.known.connection.execute(
                "SELECT verbs ->> 0, symmetric FROM action WHERE id = ?", (frame.did,)
            ).fetchone()
            for who, whom in zip(frame.who[:1], frame.whom[:1], strict=False):
                one, other = base.entity(who), base.entity(whom)
                if one and other and not action[1] and (whom, frame.did, who) not in did:
                    swapped.add(f"When did {other.name} {action[0]} {one.name}?")
    assert len(swapped) > 90
    assert len(answered(sorted(swapped)[::2])) <= 2


def test_of_another_nation_nothing_is_answered(answered, asked):
    questions = [
        question.replace("North Koreans", "South Koreans").replace("North Korean", "South Korean")
        for _, question in asked[::2]
        if "North Korean" in question
    ]
    assert len(questions) > 10
    assert len(answered(questions)) == 0


@pytest.mark.parametrize(
    ("behind", "first"),
    [(["in 2011"], 0), (["in Syria", "on the Moon"], 1), (["per hour"], 2)],
    ids=["time", "place", "rate"],
)
def test_of_another_time_place_or_rate_nothing_is_answered(answered, asked, behind, first):
    # Of each figure one of them, as what refuses it knows no figure.
    own = asked[first::3]
    questions = [f"{question.rstrip('?')} {words}?" for (_, question), words in zip(own, cycle(behind), strict=False)]
    assert len(questions) > 20
    assert len(answered(questions)) == 0


def test_a_number_is_no_share(answered, asked):
    questions = [
        f"What percentage{question[8:]}" for figure, question in asked[1::2]
        if question.startswith("How many") and figure.counts and figure.counts.measure in (None, "number")
    ]  # fmt: skip
    assert len(questions) > 10
    assert len(answered(questions)) == 0


def test_a_figure_asked_for_is_what_get_gives_or_is_refused(base, answer, asked):
    compared, others = [], []
    for figure, question in asked:
        found = answer(question)
        headline = base.headline(figure.id)
        if found.choice.figure is None or found.choice.figure.id != figure.id:
            others += [question] if found.facts else []
        # A question of a time is answered by what was said of it; get gives the newest.
        elif headline is not None and not found.question.times:
            compared.append((question, found.facts[0].id, headline.id))
    assert len(compared) > 60
    assert [each for each in compared if each[1] != each[2]] == []
    assert len(others) <= 1


def test_an_event_is_found_by_what_people_ask_of_it(answer, events):
    known = [fact for fact in events if fact.asked][:60]
    found = [
        fact for fact in known
        if fact.id in {each.id for question in fact.asked[:1] for each in _shown(answer(question))}
    ]  # fmt: skip
    assert len(found) >= 0.9 * len(known)


def _shown(found):
    return [*found.facts, *found.choice.closest]


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80))
def test_no_text_breaks_an_answer(answer, text):
    found = answer(text)
    record = answer_record(found)
    assert record["answered"] == bool(found.facts)
    assert explanation(found)
    if found.facts:
        assert sentence(found)
        assert answer_screen(found)
    else:
        assert refusal(found)[0].startswith("no fact on that")
        closest_screen(found)


def test_of_a_long_text_no_more_than_sixty_words_are_read(answer):
    found = answer("how many north korean soldiers were killed " * 40)
    assert len(found.question.tokens) <= 60
