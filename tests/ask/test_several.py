"""Broad questions, which several facts answer together: all that fills the slot that is asked for."""

import pytest

from nkfacts.ask.broad.several import several
from nkfacts.ask.terms.views import views_of
from nkfacts.ask.understanding.reading import read_by

BROAD = {
    "what weapons has north korea sent": {"howitzers", "ballistic missiles"},
    "what kind of weapons did north korea send": {"howitzers", "ballistic missiles"},
    "Which missiles did North Korea deliver?": {"KN-23 and KN-24", "ballistic missiles"},
    "who commands the north korean troops in russia": {"Kim Yong Bok", "Jon Yong Chan"},
    "where are the north koreans fighting": {"Kursk Oblast", "Korenevo"},
    "What were the soldiers taught in Russia?": {"drones"},
}
NARROW = (
    "what weapons has north korea not sent",
    "what weapons has south korea sent to north korea",
    "which missiles did north korea deliver to iran",
    "who commands the north korean troops in syria",
    "where do north korean soldiers train in 2019",
    "as whom were the soldiers to be passed off",
    "what did putin say about sheep",
    "what did anybody say about soldiers",
)


@pytest.mark.parametrize(("question", "told"), BROAD.items(), ids=BROAD)
def test_what_fills_the_slot_is_told_with_each_fact_that_tells_it(answer, question, told):
    found = answer(question)
    assert found.kind == "list"
    assert told <= set(found.lead.split("; "))
    assert len(found.facts) > 1
    assert found.brief == found.lead


def test_no_fact_is_listed_that_denies_it_or_tells_a_plan(answer):
    for question in BROAD:
        for fact in answer(question).facts:
            assert fact.status not in ("denied", "planned")
            # What somebody chose for a common question may tell it beforehand.
            chosen = bool(answer(question).common)
            assert any(not (view.negated or view.open or (view.planned and not chosen)) for view in views_of(fact))


@pytest.mark.parametrize("question", NARROW)
def test_what_no_frame_tells_is_no_list(answer, question):
    assert answer(question).lead == ""


def test_a_wider_word_stands_for_the_narrower(base, lexicon):
    told = several(read_by("what weapons has north korea sent", base, lexicon), base, lexicon)
    assert "missiles" in told.fillers
    assert "ballistic-missiles" not in told.fillers


def test_what_somebody_said_is_told_by_all_that_he_said_of_it_the_last_first(answer):
    found = answer("what did putin say about north korean soldiers")
    assert {fact.by for fact in found.facts} == {"putin"}
    days = [fact.reported for fact in found.facts if not fact.main]
    assert len(days) > 2
    assert days == sorted(days, reverse=True)


def test_a_time_rules_out_what_was_said_at_another(answer):
    found = answer("what did putin say about north korean soldiers in 2025")
    assert {fact.reported[:4] for fact in found.facts} == {"2025"}


def test_several_facts_are_shown_behind_what_they_tell_together(run, shipped):
    question = "which missiles did north korea deliver"
    shown = run("ask", question, env=shipped)
    assert (shown.err, shown.code) == ("", 0)
    reply = run("ask", question, "-f", "json", env=shipped).json()
    told = reply["answer"]["words"]
    assert shown.out.splitlines()[0] == told
    assert reply["understood"]["kind"] == "list"
    assert all(any(fact["id"] in line for line in shown.out.splitlines()[1:]) for fact in reply["facts"])
    assert reply["answer"]["text"].startswith(f"{told}. ")
    assert run("ask", question, "--brief", env=shipped).out.strip() == told
    rows = run("ask", question, "-f", "tsv", env=shipped).out.splitlines()
    assert len(rows) == 1 + len(reply["facts"])
