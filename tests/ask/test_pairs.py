"""Questions for two things: how long between, two times, two in one, this or that, and what is not."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkfacts.ask.both.differences import difference
from nkfacts.ask.both.spans import between
from nkfacts.ask.shown.records import answer_record
from nkfacts.model import dates
from tests.support.asking import questions
from tests.support.commandline import run_terminal_here
from tests.support.files import ROOT, SHIPPED
from tests.support.pairs import judged

PAIRS = ROOT / "tests" / "ask" / "pairs.yaml"
LEAST_RIGHT = {"between": 13, "times": 18, "both": 18, "either": 7, "negated": 7}
"""How many of every second question of each kind are right, those that must not be answered and are not among them."""

SPAN = "how long between the treaty's signing and its entry into force"
SIGNED, IN_FORCE = "ria-novosti-2024-06-19-treaty-signed", "kcna-2024-12-05-treaty-in-force"
HALF = "who signed the treaty and who tore it up"


@pytest.fixture
def ask(run, shipped):
    """Return a function that asks the shipped facts in this process."""
    return lambda question, *options, stdin="": run("ask", *options, question, env=shipped, stdin=stdin)


def test_most_questions_for_two_things_are_answered_and_none_falsely(answer):
    counts = Counter()
    for item in questions(PAIRS)[1::2]:
        verdict = judged(item, answer_record(answer(item["q"])))
        assert verdict not in ("wrong", "false"), item["q"]
        counts[item["kind"]] += verdict == "right"
    assert {kind: least for kind, least in LEAST_RIGHT.items() if counts[kind] < least} == {}, counts


# How long between


def test_a_span_is_told_with_both_facts_and_their_pages(ask):
    lines = ask(SPAN).out.splitlines()
    assert lines[0] == "168 days: from 19 Jun 2024 to 4 Dec 2024"
    assert sum(line.startswith("http") for line in lines) == 2
    assert any("KCNA (KP), 5 Dec 2024" in line for line in lines)


def test_a_span_has_one_shape_in_every_form(ask):
    document = ask(SPAN, "-f", "json").json()
    assert (document["answer"]["value"], document["answer"]["unit"]) == (168, "days")
    assert [fact["id"] for fact in document["facts"]] == [SIGNED, IN_FORCE]
    assert [part["facts"][0]["id"] for part in document["parts"]] == [SIGNED, IN_FORCE]
    assert list(document) == list(document["parts"][0])
    assert ask(SPAN, "--brief").out == "168 days\n"
    assert [row["answer"] for row in ask(SPAN, "-f", "tsv").rows()] == ["168 days", "168 days"]
    assert json.loads(ask("-", stdin=SPAN).out) == document


def test_a_month_makes_the_span_a_range(ask):
    answer = ask(
        "how long from the signing of the treaty until the first press interview of the two prisoners", "-f", "json"
    ).json()
    assert (answer["answer"]["value"], answer["answer"]["low"], answer["answer"]["high"]) == (None, 227, 254)


def test_the_event_that_no_fact_has_is_named_and_nothing_is_counted(ask):
    found = ask("how long between the treaty's signing and its repeal")
    assert (found.out, found.code) == ("", 1)
    assert "no fact on “its repeal” as asked; closest" in found.err


def test_the_second_event_is_one_behind_the_first(ask):
    found = ask("how soon after the death of ambassador Matsegora did Kim visit the Russian embassy?", "--brief")
    assert found.out == "4 days\n"


DAYS = st.dates(min_value=dates.date(1990, 1, 1), max_value=dates.date(2030, 12, 31)).map(str)
TIMES = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))


@given(TIMES, TIMES)
def test_a_span_holds_every_pair_of_days_and_turns_round(first, second):
    one, other = dates.parse(first), dates.parse(second)
    span, back = between(one, other), between(other, one)
    assert span.least <= dates.days_between(one.first, other.first) <= span.most
    assert span.least <= dates.days_between(one.last, other.last) <= span.most
    assert (back.least, back.most) == (-span.most, -span.least)


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("2024-10-18", "2024-10-19", "1 day"),
        ("2024-10-08/2024-10-13", "2024-10-18", "5 to 10 days"),
        ("2024-10", "2024-11-01~", "about 1 to 31 days"),
        ("2024-10", "2024-10-18", "at most 17 days"),
    ],
)
def test_a_span_is_no_more_precise_than_its_dates(first, second, words):
    assert between(dates.parse(first), dates.parse(second)).in_words == words


def test_an_open_end_has_no_span():
    assert between(dates.parse("../2024-10"), dates.parse("2024-11")) is None


# Two times


def test_two_times_of_one_claimant_give_the_difference(ask):
    found = ask("how many labourers were in Russia in October 2024 compared with April 2025?", "-f", "json").json()
    assert (found["answer"]["value"], found["answer"]["words"]) == (11000, "about 11,000 more")
    assert ask("labourers in Russia in October 2024 versus April 2025", "--brief").out == "4000\t15000\n"


def test_two_claimants_are_named_and_not_counted_together(ask):
    found = ask("were more killed by April 2025 than by January 2025?")
    first = found.out.splitlines()[0]
    assert first.startswith("Yes: National Intelligence Service alone: about 300, then about 600, about 300 more;")
    assert "two claimants (Volodymyr Zelensky, then National Intelligence Service), so no difference is told" in first
    assert "one claimant alone" in found.out


def test_a_time_without_a_fact_is_named(ask):
    found = ask("labourers in Russia in October 2019 versus April 2025")
    assert (found.out, found.code) == ("", 1)
    assert "as asked in October 2019" in found.err


def test_amounts_that_may_be_the_same_have_no_difference(base):
    early, late = base.fact("nis-2024-12-19-killed"), base.fact("nis-2025-04-30-killed")
    assert difference(early, late, base).more is None
    assert difference(base.fact("nis-2025-01-13-killed"), late, base).words == "about 300 more"
    assert difference(late, base.fact("nis-2025-01-13-killed"), base).more == -1
    assert difference(late, late, base).more == 0
    assert "two things" in difference(late, base.fact("nis-2025-04-30-wounded"), base).words


# Two questions in one


def test_each_of_two_questions_has_its_answer(ask):
    found = ask("who signed the treaty and when", "-f", "json").json()
    assert [part["question"] for part in found["parts"]] == ["who signed the treaty", "when signed the treaty"]
    assert found["parts"][1]["answer"]["date"] == "2024-06-19"
    assert ask("how many were sent and how many died", "--brief").out == "15000\t2000\n"
    rows = ask("how many were sent and how many died", "-f", "tsv").rows()
    assert [row["answer"] for row in rows] == ["15000", "2000"]


def test_whom_one_question_leaves_out_is_told_by_what_the_other_counts(answer):
    found = answer("how many were killed and how many missing")

    assert not answer("how many missing").facts
    assert [fact.id for fact in found.facts] == ["nis-2025-09-02-killed", "hur-2024-12-16-missing-kurilovka"]


def test_of_two_questions_one_may_be_answered_and_the_other_not(ask):
    found = ask(HALF)
    assert found.code == 1
    assert found.out.splitlines()[0] == "who signed the treaty"
    assert "no fact on “who tore it up” as asked" in found.err
    assert found.out.splitlines()[-2:] == ["", "no fact on “who tore it up” as asked"]
    document = ask(HALF, "-f", "json").json()
    assert (document["answered"], document["facts"], set(document["answer"].values())) == (False, [], {None})
    assert [part["answered"] for part in document["parts"]] == [True, False]
    assert ask(HALF, "--brief")[::2] == ("", 1)
    assert ask(HALF, "-f", "tsv").rows() == []


def test_the_half_that_is_refused_stands_where_it_was_asked(ask):
    found = ask("who tore up the treaty and who signed it")
    assert found.code == 1
    assert found.out.splitlines()[:3] == ["no fact on “who tore up the treaty” as asked", "", "who signed it"]
    assert "no fact on" not in ask("who signed the treaty and when").out
    assert ask("who tore up the treaty and who stole the moon").out == ""


def test_two_answers_fit_a_narrow_terminal(tmp_path):
    words = ("ask", "who", "signed", "the", "treaty", "and", "when")
    shown = run_terminal_here(tmp_path, *words, data=SHIPPED, columns=60, NO_COLOR="1")
    assert max(len(line) for line in shown.out.splitlines() if not line.startswith("https://")) <= 60
    assert shown.code == 0


@pytest.mark.parametrize(
    "question",
    [
        "how many soldiers from russia and north korea are in the joint force",
        "how many were killed and wounded",
        "which russian plane flew between vladivostok and what looked like wonsan",
        "by which routes did the group of january and february 2025 leave",
    ],
)
def test_and_inside_a_name_or_list_parts_nothing(answer, question):
    assert answer(question).parts == ()


def test_the_steps_of_both_parts_are_explained(ask):
    rows = ask("who signed the treaty and when", "--explain", "-f", "tsv").rows()
    assert [row["item"] for row in rows if row["step"] == "part"] == ["who signed the treaty", "when signed the treaty"]
    assert rows[-1]["step"] == "whole"


# This or that, and what is not


def test_of_two_alternatives_the_one_that_is_so_is_named(ask):
    assert ask("is the 6,000 dead or casualties?", "--brief").out == "casualties\n"
    assert ask("was the first direct train to Moscow or to Minsk?").out.splitlines()[0] == "Moscow"
    assert ask("were they sent to Odesa or to Lviv?")[::2] == ("", 1)


@pytest.mark.parametrize(
    ("question", "brief", "opening"),
    [
        # Of one alternative no fact tells.
        ("have north korean soldiers been seen in Donetsk or Zaporizhzhia", "yes", "Yes, Donetsk"),
        ("By which trains or planes were the troops brought to the west of Russia?", "planes", "Planes"),
    ],
)
def test_the_one_alternative_answers_of_which_a_fact_tells(ask, question, brief, opening):
    assert ask(question, "--brief").out == f"{brief}\n"
    assert ask(question).out.splitlines()[0] == opening


def test_both_alternatives_are_told_where_each_is_so_by_another_fact(ask):
    found = ask("has russia given north korea submarine technology or a nuclear reactor", "-f", "json").json()
    assert [part["answer"]["words"] for part in found["parts"]] == ["yes", "yes"]
    assert found["parts"][1]["question"] == "has russia given north korea a nuclear reactor"


@pytest.mark.parametrize(
    "question", ["who will win the war, russia or ukraine", "Which shell is better, this or that?"]
)
def test_of_two_none_is_chosen_that_is_not_told(ask, question):
    assert ask(question).code == 1


def test_two_questions_may_be_parted_by_a_comma(ask):
    found = ask("how did South Korea react, did they send weapons to Ukraine", "-f", "json").json()
    assert len(found["parts"]) == 2
    assert found["parts"][1]["answer"]["words"] == "planned"


def test_a_negative_question_of_yes_or_no_asks_for_the_deed(ask):
    for question in (
        "hasn't the treaty taken effect?",
        "has the treaty not taken effect?",
        "has the treaty taken effect?",
    ):
        assert ask(question, "--brief").out == "yes\n"
    assert ask("did China not veto the panel of experts?", "--brief").out == "no\n"


@pytest.mark.parametrize("question", ["who did not sign the treaty", "how many soldiers weren't killed"])
def test_who_did_not_is_not_answered_by_who_did(ask, question):
    found = ask(question, "-f", "json")
    assert found.code == 1
    assert found.json()["understood"]["missing"][0] in ("not", "weren't")
