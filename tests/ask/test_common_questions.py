"""A question that many people ask is known in other words, and answered by what the fact file names for it."""

import json

import pytest

from nkfacts.ask.answering import answer as answer_in
from nkfacts.ask.common.common import common_questions
from nkfacts.ask.one.kept import answer_as_kept
from nkfacts.ask.shown.records import answer_record
from nkfacts.ask.shown.screen import answer_screen
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.weighing.weighing import ENOUGH
from tests.support.bases import compiled, spliced

FACTS = """questions:
  how-killed:
    asked: [how did they die, what became of the fallen]
    facts: [a, c]
  how-many-in-all:
    asked: [how many were lost in all, the whole number of the killed]
    figure: casualties.killed
facts:
  - id: a
    figure: casualties.killed
    statement: The service said that 600 had been killed in assaults.
    value: 600
    status: reported
    reported: 2025-01-02
    by: nis
    evidence: [{source: page, as_printed: "600"}]
  - id: c
    topic: casualties
    title: Burnt at night
    statement: The dead were burnt at night.
    status: reported
    when: "2025-02"
    reported: 2025-03-04
    by: nis
    evidence: [{source: page, as_printed: "600"}]
"""


@pytest.fixture
def small():
    base, _ = compiled(spliced(FACTS))
    yield lambda text, day=None: answer_in(text, base.on(day) if day else base, Lexicon(base.known))
    base.close()


def test_it_is_answered_by_its_facts_or_its_figure(small):
    found = small("What became of the fallen")
    assert [fact.id for fact in found.facts] == ["a", "c"]
    assert (found.kind, found.common) == ("list", "What became of the fallen")
    assert small("the whole number of the killed").choice.figure.id == "casualties.killed"


def test_as_of_a_day_only_what_was_known_answers_it(small):
    assert [fact.id for fact in small("what became of the fallen", "2025-02-01").facts] == ["a"]
    assert not small("what became of the fallen", "2024-01-01").facts


@pytest.fixture(scope="module")
def kept(base):
    """Return the words of every common question of the shipped facts, with the figure or the facts that answer it."""
    return base.known.connection.execute("SELECT asked ->> 0 AS words, figure, facts FROM question").fetchall()


def is_as_kept(found, figure, facts):
    """Say whether an answer is what the fact file has for a common question."""
    return found.choice.figure.id == figure if figure else found.facts[0].id in json.loads(facts)


def test_each_is_known_by_its_own_words_and_answered_as_it_is_kept(base, lexicon, kept):
    for words, figure, facts in kept:
        found = answer_as_kept(words.upper(), base, lexicon)
        assert found is not None, words
        assert found.facts, words
        assert is_as_kept(found, figure, facts), words


def test_what_answers_otherwise_rarely_comes_before_what_is_kept(answer, kept):
    # Each was looked at above: what comes before them all is the same for all.
    rows = kept[::5]
    told_otherwise = 0
    for words, figure, facts in rows:
        found = answer(words.upper())
        if found.entity is not None or found.lead:
            # Who somebody is, and what several frames tell together.
            told_otherwise += 1
            continue
        assert found.facts, words
        assert is_as_kept(found, figure, facts), words
    assert told_otherwise * 10 < len(rows)


SAME = {
    "When did the first North Korean troops reach Russia?": "nis-2024-10-18-announcement",
    "What day did Pyongyang first own up to having sent its troops?": "wpk-cmc-2025-04-28-first-admission",
    "who commands the nk troops over there": "nis-2024-10-31-kim-yong-bok",
    "did north korea deny the deployment": "dprk-un-2024-10-25-groundless-rumour",
}


@pytest.mark.parametrize(("text", "fact"), SAME.items(), ids=SAME)
def test_other_words_for_the_same_ask_it_too(answer, text, fact):
    found = answer(text)
    assert fact in [each.id for each in found.facts]


def test_who_did_it_is_not_told_by_how_many_it_was_done_to(answer):
    found = answer("who trained these soldiers?")
    assert found.choice.figure is None
    assert "hur-2024-10-24-yevkurov" in [each.id for each in found.facts]


def test_what_stands_for_whom_all_is_about_is_read_so(answer):
    found = answer("how many ships carried them")
    assert (found.choice.figure.id, found.common) == ("deployment.ships", "How many ships carried the soldiers?")


OTHER = (
    # another country, year, direction, measure or reason
    "When did the first South Korean troops reach Russia?",
    "When did the first North Korean troops reach Russia in 2022?",
    "when did seoul admit that it had sent soldiers",
    "how did putin's men get to north korea",
    "why did they die",
    "how much of the missiles did Russia send to North Korea?",
    "how many ukrainian soldiers died in kursk",
    "how much is a koksan gun",
    "Will North Korea send more troops next year?",
    # asked alike, and what would answer it tells something else
    "what is the name of the first nk soldier killed",
    "Of the joint force of 50,000, how many were Russians?",
    "which lethal weapons did yoon send to ukraine",
    "Did Kim Jong Un give a number when he first admitted deaths?",
    "When did North Korea praise Sergei Lavrov?",
)


@pytest.mark.parametrize("text", OTHER)
def test_what_asks_for_something_else_or_would_be_told_it_is_not_answered(answer, text):
    assert not answer(text).facts


def test_what_it_was_read_as_is_told(answer):
    found = answer("when did the first troops arrive in Russia?")
    told = "".join(str(block) for block in answer_screen(found))
    assert f"as if “{found.common}”" in told
    assert answer_record(found)["understood"]["common"] == found.common
    assert "as if" not in "".join(str(block) for block in answer_screen(answer("Who captured the two North Koreans?")))
    assert answer_record(answer("how many soldiers were killed"))["understood"]["common"] is None


def test_what_others_say_of_it_stands_below_the_answer(answer):
    found = answer("did russia help north korea build a nuclear submarine?")
    told = "".join(str(block) for block in answer_screen(found))
    assert "others say" in told
    assert "rok-nso-2025-09-17-submarine-modules" in told


def test_a_phrase_put_as_a_question_is_answered_yes_or_no_where_the_common_question_is(answer):
    assert answer("nk troops fighting inside ukraine proper?").brief == "no"
    assert answer("nk troops fighting inside ukraine proper").kind != "yes-no"


def test_a_judgement_is_told_only_where_it_is_kept(answer):
    assert answer("are the north koreans better fighters than the russians").facts
    assert not answer("is kim jong un a better leader than putin").facts


def test_what_many_ask_is_among_the_closest(answer):
    found = answer("Who announced Russia's acknowledgement of the North Korean role in Kursk?")
    (likeliest, *_) = common_questions(found.question, found.base, Lexicon(found.base.known))
    assert not found.facts
    assert likeliest.facts[0] in found.choice.closest


def test_who_goes_there_is_not_who_is_there(answer):
    assert answer("how many north korean soldiers go to russia").choice.figure.id == "deployment.troops-sent"
    assert answer("how many north korean soldiers are in russia").choice.figure.id == "deployment.in-russia"


def test_what_was_promised_is_told_by_the_plan(answer):
    assert answer("how many builders did Kim promise").facts[0].status == "planned"
    assert answer("how many builders are in Kursk").facts[0].status != "planned"


def test_what_is_found_by_its_words_and_by_its_facts_answers_though_neither_is_enough(answer):
    found = answer("how many artillery shells has pyongyang shipped to moscow")
    assert found.facts[0] == found.base.headline("arms.shells")
    assert found.choice.weighed[0][0] == "arms.shells"
    assert found.choice.weighed[0][2] < ENOUGH
    # People who live there are no soldiers who are there: the words tell as much for something else.
    assert not answer("How many people live in Kursk Oblast?").facts


KEPT_BUT_NO_YES = (
    "are nk shells any good",
    "has Pyongyang given a number of dead",
    "did Ukraine get weapons promised in Seoul",
)


@pytest.mark.parametrize("text", KEPT_BUT_NO_YES)
def test_what_answers_a_question_as_it_is_kept_is_no_yes_unless_it_tells_one(answer, text):
    found = answer(text)
    assert found.facts
    assert found.brief != "yes"


def test_who_said_it_first_is_told_in_the_order_of_the_days(answer):
    said = [fact.reported for fact in answer("who first said north korean troops were in Russia").facts]
    assert len(said) > 1
    assert said == sorted(said)


def test_the_day_of_what_others_did_is_none_of_somebody_named(answer):
    assert answer("when did Kim go to Vladivostok").facts == ()
    assert answer("what day did the first soldiers reach vladivostok").facts[0].id == "nis-2024-10-18-first-shipment"


@pytest.mark.parametrize(
    ("question", "id_"),
    [
        ("who commands them", "nis-2024-10-31-kim-yong-bok"),
        ("where did they train", "nis-2024-10-18-four-bases"),
        ("which ships carried the troops", "james-martin-center-2025-02-27-ships-dunai"),
    ],
)
def test_it_goes_before_all_that_frames_with_the_deed_tell_together(answer, question, id_):
    found = answer(question)
    assert found.common
    assert found.facts[0].id == id_
