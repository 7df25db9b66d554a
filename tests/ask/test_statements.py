"""What somebody says of something: the numbers that were given of it, and then what else was told."""

import pytest

from nkfacts.ask.terms.views import views_of


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("what does the nis say about casualties", ["casualties.total", "casualties.killed", "casualties.wounded"]),
        ("What did Zelensky say about North Korean losses?", ["casualties.total", "casualties.killed"]),
        ("what does seoul say about the dead", ["casualties.killed"]),
        ("what did the uk say about north korean casualties?", ["casualties.total"]),
        ("what does kyiv say about prisoners", ["prisoners.captured"]),
    ],
)
def test_the_numbers_that_count_it_come_first(answer, question, figures):
    counted = [fact.figure for fact in answer(question).facts if fact.figure]
    assert set(figures) <= set(counted)
    assert all(fact.figure for fact in answer(question).facts[: len(counted)])
    assert counted[0] == figures[0]


def test_the_number_is_the_one_that_holds(answer, base):
    found = answer("what does the nis say about casualties")
    held = {fact.figure: fact.id for fact in found.facts if fact.figure}
    for figure in ("casualties.total", "casualties.killed"):
        assert held[figure] == base.headline(figure, by="nis").id


def test_all_is_said_by_the_one_who_was_asked_about(answer):
    for question in (
        "what does the nis say about casualties",
        "what did nis say",
        "what has the nis said about the dead",
    ):
        assert {fact.by for fact in answer(question).facts} == {"nis"}


def test_nobody_named_but_the_claimant_asks_for_what_that_one_says(answer):
    found = answer("what does the pentagon say")
    assert len(found.facts) > 3
    main = [bool(fact.main) for fact in found.facts]
    assert main == sorted(main, reverse=True)


def test_what_came_back_is_not_told_where_it_is_asked_what_went_there(answer):
    found = answer("what did the msmt say about arms transfers to russia")
    assert len(found.facts) > 1
    for fact in found.facts:
        went = {id_ for view in views_of(fact) for id_ in view.slots.get("to", ())}
        assert went != {"north-korea"}


@pytest.mark.parametrize("question", ["what did putin say about sheep", "what did the nis say about whales in kursk"])
def test_of_what_nobody_spoke_nothing_is_told(answer, question):
    assert not answer(question).choice.facts


@pytest.mark.parametrize(
    ("owned", "plain"),
    [
        ("What did NATO's Rutte say about North Korean troops?", "What did Rutte say about North Korean troops?"),
        ("what did Seoul's NIS say about casualties", "what did the NIS say about casualties"),
        ("what did Ukraine's Budanov say about shells", "what did Budanov say about shells"),
    ],
)
def test_whose_somebody_is_changes_nothing(answer, owned, plain):
    assert answer(owned).facts == answer(plain).facts != ()


def test_who_was_captured_is_told_by_name_and_not_by_who_did_it(answer):
    assert answer("Who were the two prisoners captured in January 2025?").brief.startswith("Ri")


@pytest.mark.parametrize(
    ("headline", "by"),
    [("NIS on the dead", "nis"), ("rutte on the deployment", "mark-rutte"), ("Zelensky on losses", "zelensky")],
)
def test_a_claimant_over_something_is_asked_what_is_said_of_it(answer, headline, by):
    found = answer(headline)
    assert found.facts
    assert {fact.by for fact in found.facts} == {by}


def test_the_latest_from_a_claimant_is_told_last_first(answer):
    days = [fact.reported for fact in answer("latest from Seoul on north korean prisoners").facts]
    assert len(days) > 2
    assert days == sorted(days, reverse=True)


def test_nobody_who_said_nothing_of_it_is_told_for(answer):
    assert not answer("Trump on north korean troops").facts


def test_what_was_said_in_a_month_is_of_that_month(answer):
    found = answer("what did the Pentagon say in November 2024 about troops")
    assert {fact.reported[:7] for fact in found.facts} == {"2024-11"}


@pytest.mark.parametrize(
    "question", ["did NATO say anything about the troops", "has Japan said anything about the deployment"]
)
def test_whether_anything_was_said_asks_what(answer, question):
    found = answer(question)
    assert found.kind == "list"
    assert len(found.facts) > 1


def test_a_denial_is_no_no_to_another_deed(answer):
    assert answer("did Belarus also ask for soldiers from North Korea?").brief != "no"


def test_who_is_visited_at_home_is_not_visited_abroad(answer):
    assert answer("Has Kim Jong Un visited the troops in Russia?").facts == ()


def test_a_number_said_later_was_not_said_then(answer):
    found = answer("how many casualties did zelensky say in january 2025")
    assert {fact.reported[:7] for fact in found.facts} == {"2025-01"}
    assert answer("how many troops did the Pentagon say in Nov 2024").facts == ()


def test_how_many_of_all_were_something_is_no_number_of_all(answer):
    assert answer("How many of the dead in the Kyiv missile strike of 24 April 2025 were children?").facts == ()
