"""Questions from outside: the sentence, the formats, the refusal, many at once; then how times and words are read."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nkfacts.ask.naming import _slips, respelling

from nkfacts.ask import times
from nkfacts.english import act, sense, split
from tests.support.commandline import run_process, run_terminal
from tests.support.files import BASE

DAY = "2026-11-23"


def ask(run, question, *options, **given_):
    return run("ask", *options, *question.split(), **given_)


# The answer


def test_a_person_reads_one_sentence_then_what_it_rests_on(home):
    shown = run_terminal(home, "ask", "how many died by june 2025", columns=300)
    lines = shown.out.splitlines()
    assert lines[0].startswith("Soldiers killed: 900 to 1,100")
    assert "Jun 2025" in lines[0]
    assert "source: " in lines[0]
    assert lines[-2].startswith("understood: how many; casualties.killed")
    assert lines[-1].startswith("facts: killed-gur")
    assert shown.code == 0


def test_a_narrow_window_breaks_between_words(home):
    shown = run_terminal(home, "ask", "how many died", columns=40)
    assert max(map(len, shown.out.splitlines())) <= 40
    assert "understood:" in shown.out


def test_a_pipe_gets_the_facts_used_the_best_first(run):
    rows = ask(run, "how many died").rows()
    assert rows[0]["id"] == "killed-gur"
    assert rows[0]["answer"] == "900-1100"


def test_json_has_the_keys_of_the_contract(run):
    found = ask(run, "how many died according to the nis by 2025-02", "-f", "json").json()
    assert list(found) == ["question", "understood", "answered", "answer", "facts"]
    assert found["understood"] == {
        "figure": "casualties.killed",
        "kind": "how-many",
        "filters": {"by": ["nis"], "as_of": "2025-02-28"},
        "unmatched": [],
    }
    assert found["answered"] is True
    text = found["answer"].pop("text")
    assert text.startswith("Soldiers killed: about 300")
    assert found["answer"] == {
        "value": 300, "low": None, "high": None, "words": None, "date": found["facts"][0]["when"], "unit": "people",
    }  # fmt: skip
    assert [fact["id"] for fact in found["facts"]] == ["killed-nis-1"]
    assert found["facts"] == [
        fact for fact in run("list", "-f", "json", "--as-of", "2025-02").json() if fact["id"] == "killed-nis-1"
    ]


def test_brief_prints_the_bare_value(run):
    assert ask(run, "how many died", "--brief").out == "900-1100\n"


@pytest.mark.parametrize(
    "question",
    ["how many died?", "HOW MANY DIED", "how many north koreans were killed", "North Korean soldiers killed: how many?",
     "killed north korean soldiers number", "how many solders were killed", "please tell me how many dprk troops died"],
)  # fmt: skip
def test_words_may_come_in_any_order_case_and_form(run, question):
    assert ask(run, question, "--brief").out == "900-1100\n"


def test_the_day_of_the_command_line_bounds_that_of_the_question(run):
    assert ask(run, "how many died by june 2025", "--brief", "--as-of", "2025-02").out == "300\n"


# The refusal


@pytest.mark.parametrize(
    ("question", "word"), [("how many unicorns died", "unicorns"), ("how many died in Narnia", "narnia")]
)
def test_a_word_that_the_base_does_not_have_is_named(run, question, word):
    found = ask(run, question)
    assert found.code == 1
    assert f"nkfacts: no fact on that (not understood: {word!r}" in found.err
    assert "nkfacts get casualties.killed (" in found.err


@pytest.mark.parametrize(
    "question",
    ["how many died by 2020", "how many will die", "why did they die", "should they have died", "hello", "?"],
)
def test_what_no_fact_answers_is_refused(run, question):
    found = ask(run, question)
    assert (found.code, found.out.count("\n")) == (1, 1)
    assert found.err.startswith("nkfacts: no fact on that")


def test_a_refusal_in_json_has_the_same_keys_with_nulls(run):
    found = ask(run, "how many unicorns died", "-f", "json")
    assert found.code == 1
    answer = found.json()
    assert answer["answered"] is False
    assert answer["understood"]["unmatched"] == ["unicorns"]
    assert set(answer["answer"].values()) == {None}
    assert answer["facts"] == []


def test_a_person_sees_nothing_but_the_reason_of_a_refusal(home):
    shown = run_terminal(home, "ask", "how many unicorns died")
    assert shown.out.startswith("nkfacts: no fact on that")
    assert shown.code == 1


def test_brief_prints_nothing_for_a_refusal_and_ok_empty_makes_it_good(run):
    assert ask(run, "how many unicorns died", "--brief")[::2] == ("", 1)
    assert ask(run, "how many unicorns died", "--ok-empty").code == 0


# Many questions


def test_questions_come_one_a_line_and_answers_as_json_lines(home):
    asked = "how many died\n\nhow many unicorns died\n"
    found = run_process(home, "ask", "-", stdin=asked.encode())
    first, second = map(json.loads, found.out.splitlines())
    assert (found.code, found.err) == (0, "")
    assert (first["question"], first["answered"], first["answer"]["low"]) == ("how many died", True, 900)
    assert (second["question"], second["answered"]) == ("how many unicorns died", False)


def test_each_of_many_answers_is_that_of_the_question_alone(run):
    asked = ["how many died", "how many died by 2025-02", "when did they die", "how many wounded per nis"]
    together = run("ask", "-", stdin="\n".join(asked)).out.splitlines()
    assert [json.loads(line) for line in together] == [ask(run, each, "-f", "json").json() for each in asked]


def test_many_questions_have_a_brief_form_and_other_formats(run):
    asked = "how many died\nhow many unicorns died\n"
    assert run("ask", "-", "--brief", stdin=asked).out == "900-1100\n\n"
    assert run("ask", "-", "-f", "csv", stdin=asked).out.startswith("answer,")


def test_without_any_answer_the_status_is_1(run):
    assert run("ask", "-", stdin="how many unicorns\n").code == 1
    nothing = run("ask", "-", stdin="")
    assert (nothing.out, nothing.code) == ("", 1)
    assert "no question was asked" in nothing.err


def test_standard_input_cannot_be_both(run):
    found = run("ask", "-", "--data", "-", stdin=BASE.read_text("utf-8"))
    assert (found.code, found.out) == (2, "")


# The explanation


def test_explain_shows_what_each_word_was_read_as_and_what_was_weighed(run):
    rows = ask(run, "how many solders died per nis", "--explain").rows()
    steps = {(row["step"], row["item"]): row for row in rows}
    assert steps["word", "died"]["detail"] == "telling"
    assert steps["respelt", "solders"]["detail"] == "soldiers"
    assert steps["claimant", "nis"]["detail"] == "nis"
    assert float(steps["candidate", "casualties.killed"]["score"]) > 0
    assert rows[-1]["step"] == "answer"


def test_brief_and_explain_exclude_each_other(run):
    assert ask(run, "how many died", "--brief", "--explain").code == 2
    assert run("ask", "-", "--explain").code == 2


# Whatever is typed


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading(shared_base, text):
    from nkfacts.ask.answering import answer
    from nkfacts.ask.records import answer_record, explanation
    from nkfacts.ask.wording import lines, refusal

    found = answer(text, shared_base)
    assert answer_record(found)["answered"] == bool(found.facts)
    assert explanation(found)
    assert lines(found) if found.facts else refusal(found)


@pytest.fixture(scope="module")
def shared_base():
    import nkfacts

    return nkfacts.load(str(BASE), use_cache=False)


# Times


@pytest.mark.parametrize(
    ("words", "first", "last", "known"),
    [
        ("by april 2025", "0001-01-01", "2025-04-30", True),
        ("before 2025", "0001-01-01", "2024-12-31", True),
        ("as of end of January 2025", "0001-01-01", "2025-01-31", True),
        ("known at the end of 2024", "0001-01-01", "2024-12-31", True),
        ("so far in 2025", "0001-01-01", "2025-12-31", True),
        ("in October 2024", "2024-10-01", "2024-10-31", False),
        ("on 28 April 2025", "2025-04-28", "2025-04-28", False),
        ("April 28, 2025", "2025-04-28", "2025-04-28", False),
        ("on the 4th of June 2025", "2025-06-04", "2025-06-04", False),
        ("28.04.2025", "2025-04-28", "2025-04-28", False),
        ("2024-10-18", "2024-10-18", "2024-10-18", False),
        ("10-12 November 2024", "2024-11-10", "2024-11-12", False),
        ("last winter", "2025-12-01", "2026-02-28", False),
        ("winter 2024-25", "2024-12-01", "2025-02-28", False),
        ("in the autumn of 2024", "2024-09-01", "2024-11-30", False),
        ("in early 2025", "2025-01-01", "2025-04-30", False),
        ("in mid-November 2024", "2024-11-11", "2024-11-20", False),
        ("the first half of 2025", "2025-01-01", "2025-06-30", False),
        ("between October 2024 and January 2025", "2024-10-01", "2025-01-31", False),
        ("from December to February 2025", "2024-12-01", "2025-02-28", False),
        ("since May 2025", "2025-05-01", "9999-12-31", False),
        ("after 28 April 2025", "2025-04-29", "9999-12-31", False),
        ("in October", "2026-10-01", "2026-10-31", False),
        ("in December", "2025-12-01", "2025-12-31", False),
        ("last month", "2026-10-01", "2026-10-31", False),
        ("this year", "2026-01-01", "2026-12-31", False),
    ],
)
def test_a_time_is_read_as_days(words, first, last, known):
    found = times.find(split(f"were they there {words}"), DAY)
    assert [(time.first, time.last, time.known) for time in found] == [(first, last, known)]


@pytest.mark.parametrize(
    "words", ["may they march", "10.000 killed", "in 31 days", "the 1500 shells", "30 February 2025 x"]
)
def test_what_is_no_time_is_not_read_as_one(words):
    found = times.find(split(words), DAY)
    assert all(time.first[:4] != "0001" and time.last >= time.first for time in found)
    assert "may" not in [split(words)[time.start] for time in found]


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_spelling(day):
    for text in (day.isoformat(), f"{day:%d %B %Y}", f"{day:%B %d, %Y}", f"{day:%d.%m.%Y}"):
        (found,) = times.find(split(text), DAY)
        assert found.first == found.last == day.isoformat()


# Words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("died", "killed"),
        ("deployed", "sent"),
        ("troops", "soldiers"),
        ("supplies", "delivered"),
        ("POWs", "prisoners"),
    ],
)
def test_words_that_say_the_same_have_one_sense(one, other):
    assert sense(one.lower()) == sense(other)


def test_who_dies_does_not_kill():
    assert act("died") != act("killed")


@given(st.text("abcde", min_size=1, max_size=8), st.integers(0, 7))
def test_one_letter_left_out_is_one_slip(word, place):
    shorter = word[: place % len(word)] + word[place % len(word) + 1 :]
    assert _slips(word, shorter) == _slips(shorter, word) == 1


def test_two_letters_swapped_are_one_slip():
    assert _slips("sohigu", "shoigu") == 1


@pytest.mark.parametrize(
    ("typed", "meant"), [("woonded", "wounded"), ("casulties", "casualties"), ("soliders", "soldiers")]
)
def test_a_misspelt_word_is_read_as_the_one_it_is_near(shared_base, typed, meant):
    assert respelling(typed, shared_base.lexicon) == meant


@pytest.mark.parametrize("word", ["planes", "tanks", "dragons", "zzzzzzz", "война"])
def test_another_word_is_not_taken_for_a_slip(shared_base, word):
    assert respelling(word, shared_base.lexicon) is None
