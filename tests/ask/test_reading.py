"""How questions are read: slips of the keyboard, who does what and whose it is, what is asked for; and who holds an office."""

import pytest

from nkfacts.ask.gate.measures import tells_measure
from nkfacts.ask.understanding.question import SPEAKER, WHOSE
from nkfacts.ask.understanding.reading import read
from tests.support.additions import new_fact


@pytest.fixture(scope="module")
def question(base, lexicon):
    """Return a function that reads a question."""
    return lambda text: read(text, lexicon, base.header["updated"])


def roles(question):
    return {mention.text: mention.role for mention in question.mentions}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("traning", "training"), ("foces", "forces"), ("shels", "shells"), ("wonded", "wounded"), ("wether", "whether")],
)
def test_of_several_words_near_a_slip_the_most_frequent_is_meant(question, typed, meant):
    assert question(f"how many {typed}").respelt == ((typed, meant),)


@pytest.mark.parametrize("word", ["spell", "cadre", "orban"])
def test_a_short_word_that_nobody_knows_is_no_slip_of_a_shorter_or_other_one(question, word):
    assert question(f"how many {word}").respelt == ()


def test_the_perfect_is_no_passive_whatever_by_stands_behind(question):
    read = question("How many Koksans had the Russians received by January 2025?")
    assert roles(read)["russians"] == "subject"
    assert roles(question("How many shells were received by the Russians?"))["russians"] == "by"


def test_did_before_a_verb_is_no_part_of_it(question):
    assert "work" in roles(question("When did work on the bridge begin?"))


@pytest.mark.parametrize("text", ["Ukrainian losses in Kursk Oblast", "Ukraine's casualties in Kursk Oblast"])
def test_a_nation_before_a_deed_is_whose_it_is(question, answer, text):
    assert question(text).mentions[0].role == WHOSE
    assert not answer(text).facts


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("which Japanese broadcaster wrote of a parade of North Koreans in Moscow", "nhk"),
        ("What technology did Seoul's ministry fear the North might obtain in February 2025?", "rok-mnd"),
    ],
)
def test_a_nation_before_whoever_says_things_is_that_of_the_claimant(question, answer, text, said_by):
    assert SPEAKER in roles(question(text)).values()
    best = (answer(text).facts or answer(text).choice.closest)[0]
    assert said_by in (best.by, *best.via)


@pytest.mark.parametrize(
    ("measure", "told", "untold"),
    [
        ("duration", "The film lasts 64 seconds.", "The 528th regiment left on 3 May 2025."),
        ("times", "Kim inspected them twice.", "Kim inspected two units."),
        ("age", "They are called up from the age of 17.", "They are called up."),
        ("share", "About a third of the shells were old.", "The third deployment began."),
        ("money", "They get 2,000 dollars.", "They get 2,000 shells."),
    ],
)
def test_a_measure_is_told_by_its_units(measure, told, untold):
    assert tells_measure(new_fact(statement=told), measure)
    assert not tells_measure(new_fact(statement=untold), measure)


@pytest.mark.parametrize(
    ("text", "kind", "past"),
    [
        ("when did the bridge open", "when", True),
        ("when is the museum to open", "when", False),
        ("Baek wants to go to Seoul, isn't it?", "yes-no", False),
        ("Kim praised them, right?", "yes-no", False),
    ],
)
def test_what_is_asked_and_of_when(question, text, kind, past):
    read = question(text)
    assert (read.kind, "past" in read.flags) == (kind, past)


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        ("who heads the NIS", "Lee Jong-seok, since 25 Jun 2025"),
        ("who runs HUR", "Oleh Ivashchenko, since 2 Jan 2026"),
        ("Is Shoigu still Russia's minister of defence?", "no: Andrei Belousov, since 14 May 2024"),
        ("is Putin president of Russia", "yes: Vladimir Putin, since 7 May 2012"),
        ("was Cho Tae-yong director of the NIS in December 2024", "yes: Cho Tae-yong"),
    ],
)
def test_who_heads_a_body_and_whether_somebody_does_is_told_by_the_offices(answer, text, brief):
    assert answer(text).brief.startswith(brief)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("how many dead koreans", "casualties.killed"),
        ("how many soldiers", "deployment.troops-sent"),
        ("number of shells sent", "arms.shells"),
        ("nk pows how many", "prisoners.captured"),
    ],
)
def test_a_few_words_ask_plainly_for_a_main_figure(answer, text, figure):
    assert answer(text).choice.figure.id == figure


@pytest.mark.parametrize(
    ("text", "brief"),
    [
        ("when did putin visit pyongyang", "2024-06-18"),
        ("when was the treaty signed", "2024-06-19"),
        ("who signed the treaty", "Vladimir Putin; Kim Jong Un"),
    ],
)
def test_a_few_words_ask_plainly_for_an_event(answer, text, brief):
    assert answer(text).brief.startswith(brief)


@pytest.mark.parametrize(
    "text",
    ["how many dead ukrainians", "how many dead russians", "how many dead in ukraine"],
)
def test_a_few_words_with_another_nation_or_a_place_do_not(answer, text):
    assert not answer(text).facts


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("how many shells did north korea give russia", "arms.shells"),
        ("nk troops to russia total so far", "deployment.troops-sent"),
        ("how many at the front", "deployment.in-kursk"),
    ],
)
def test_a_main_figure_may_be_asked_for_in_its_own_terms_at_any_length(answer, text, figure):
    assert answer(text).choice.figure.id == figure


@pytest.mark.parametrize(
    "text",
    [
        "how many soldiers died in the korean war",
        "how many died in the vietnam war",
        "how many shells did russia give north korea",
        "how many shells does north korea supply in a year",
        "how many soldiers died in world war two",
    ],
)
def test_what_is_like_a_main_figure_but_for_one_word_is_not_it(answer, text):
    figure = answer(text).choice.figure
    assert figure is None or not figure.main


def test_a_number_that_the_question_has_is_no_answer_to_how_many(answer):
    assert answer("Of the joint force of 50,000, how many were Russians?").brief != "50000"


def test_who_abstained_did_abstain_and_did_not_veto(answer):
    assert answer("Did China abstain in the vote on the UN panel of experts?").brief == "yes"
    assert answer("Did China veto the renewal of the UN panel of experts?").brief != "yes"


def test_what_is_planned_or_denied_is_said_to_be_in_the_sentence(run, shipped):
    asked = "By what date did Budanov think the Koreans would be ready for combat?"
    text = run("ask", "-f", "json", *asked.split(), env=shipped).json()["answer"]["text"]
    assert "(planned, according to Kyrylo Budanov" in text


@pytest.mark.parametrize("us", ["the US", "US", "the us"])
def test_the_us_says_something_whatever_stands_before_it(answer, us):
    found = answer(f"how many containers of munitions did {us} say were shipped")
    assert found.facts[0].id == "us-state-2024-09-04-containers"


def test_what_is_typed_short_is_read_and_told(answer):
    found = answer("r they still in kursk")
    assert found.kind == "yes-no"
    assert found.question.respelt == (("r", "are"),)


def test_a_date_is_asked_for_by_the_noun_alone(answer):
    assert answer("kursk liberation date").brief == "2025-04-26"
    # None is to come.
    assert answer("next kim putin summit date").facts == ()


def test_wounded_soldiers_who_were_treated_are_no_soldiers_who_wounded(answer):
    found = answer("how many wounded north koreans were treated in russian hospitals")
    assert all(fact.figure != "diplomacy.wounded-russians" for fact in found.facts)


@pytest.mark.parametrize("note", ["nk casualties", "kia nk latest", "nk wounded latest"])
def test_a_note_of_a_few_words_asks_for_the_number_of_the_overview(answer, note):
    found = answer(note)
    assert found.choice.figure is not None
    assert found.choice.figure.main
    assert found.facts[0].value is not None
