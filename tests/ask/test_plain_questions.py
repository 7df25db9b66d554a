"""Plain questions: few words, asked by who has never seen the file, for what everybody asks for."""

import pytest

COUNTED = {
    "How many North Korean workers are going to the Alabuga drone factory?": "workers.alabuga",
    "how many north koreans are in russia": "deployment.in-russia",
    "how many are still in russia now?": "deployment.in-russia",
    "how many troops did Pyongyang send to Russia?": "deployment.troops-sent",
    "How many troops were in the first wave?": "deployment.first-wave",
    "how many more troops were sent in 2025": "deployment.second-wave",
    "How many North Korean workers are in Russia?": "workers.in-russia",
    "north korean workers at drone factory alabuga": "workers.alabuga",
    "how much are the soldiers paid per month": "compensation.pay-per-soldier",
    "What share of Russia's shells comes from North Korea?": "arms.share-of-russian-shells",
    "long-range guns Koksan how many": "arms.guns-170mm",
    "What are North Korea's total casualties?": "casualties.total",
    "How many of them were killed by February 2025?": "casualties.killed",
}
TOLD = {
    "when did Russia confirm it": "gerasimov-2025-04-26-first-confirmation",
    "when did Russia confirm the North Korean soldiers?": "gerasimov-2025-04-26-first-confirmation",
    "When did the sappers return home?": "kcna-2025-12-13-528th-welcomed",
    "when did they first go into combat": "umerov-2024-11-05-first-clashes",
    "When did Kim Jong Un meet Putin last time?": "associated-press-2025-09-03-beijing",
    "when did North Korea first admit sending troops?": "wpk-cmc-2025-04-28-first-admission",
    "who denied the deployment": "peskov-2024-10-10-fake-news",
    "what did shoigu agree with Kim Jong Un": "russia-embassy-2025-06-04-shoigu",
    "which ships carry the arms": "rok-mofa-2024-05-24-seven-persons",
    "when did the troops rotate": "hur-2026-02-04-rotation",
    "will 25000 or 30000 more north koreans come": "hur-2025-07-02-planned",
}
NOT_TOLD = (
    "how much did it cost?",
    "how much does one nk shell cost",
    "What percentage of the artillery shells has North Korea sent to Russia?",
    "troop numbers total",
    "what's the first name of prisoner baek?",
    "what is the real name of chung",
    "when did Japan confirm it",
    "how many men of the 528th engineer regiment were wounded",
    "when did Russia confirm the Chinese soldiers?",
)


@pytest.mark.parametrize(("question", "figure"), COUNTED.items(), ids=COUNTED)
def test_what_one_figure_counts_in_just_these_terms_is_answered_by_it(answer, question, figure):
    chosen = answer(question).choice.figure
    assert chosen is not None
    assert chosen.id == figure


@pytest.mark.parametrize(("question", "fact"), TOLD.items(), ids=TOLD)
def test_what_every_timeline_has_and_what_was_first_or_last_is_told(answer, question, fact):
    assert answer(question).facts[0].id == fact


@pytest.mark.parametrize("question", NOT_TOLD)
def test_what_is_only_like_it_is_not_answered(answer, question):
    assert answer(question).facts == ()


def test_who_those_in_a_place_are_comes_before_those_in_a_part_of_it(answer):
    assert answer("how many north korean soldiers are in kursk").choice.figure.id == "deployment.in-kursk"
    assert answer("how many north korean soldiers are in russia").choice.figure.id == "deployment.in-russia"


def test_whether_there_are_any_is_a_question_though_one_thing_is_named(answer):
    assert answer("are there any North Korean prisoners of war").brief == "yes"
    assert answer("North Korean prisoners of war?").facts == ()


def test_what_was_done_is_not_told_by_who_denies_it(answer):
    shared = answer("What technology did Russia share with Pyongyang?")
    assert shared.facts
    assert "denied" not in {fact.status for fact in shared.facts}
    assert answer("What did Nebenzia say of sharing space technology?").facts[0].status == "denied"


def test_of_two_counts_the_one_needs_no_deed_of_the_other(answer):
    found = answer("How many dead and how many wounded?")
    assert [part.choice.figure.id for part in found.parts] == ["casualties.killed", "casualties.wounded"]


def test_a_country_is_one_of_the_countries_that_are_asked_for(answer):
    told = answer("Which countries sanctioned North Korea for this?").lead.split("; ")
    assert "United Kingdom" in told
