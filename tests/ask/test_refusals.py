"""Whoever gets no answer sees why at a glance, and what to type instead; in every form, and what is named runs."""

import json
import shlex

import pytest

from tests.support.commandline import run_terminal_here
from tests.support.files import SHIPPED

IN_2022 = "How many North Koreans in Russia in 2022?"
IN_DONETSK = "who commands the north korean troops in Donetsk"


@pytest.fixture
def ask(run, shipped):
    """Return a function that asks the shipped facts in this process."""
    return lambda question, *options, **more: run("ask", *options, question, env=shipped, **more)


@pytest.fixture
def told(ask):
    """Return a function that gives the JSON of a refusal."""

    def told(question, *options):
        found = ask(question, "-f", "json", *options)
        assert found.code == 1
        return found.json()

    return told


# Why


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("How many North Korean advisers are in Mariupol?", "no number is told of that"),
        ("How many barrels of oil a day does North Korea get from Russia?", "no number per day is told of that"),
        ("What percentage of the North Korean missiles missed their targets?", "no share is told of that"),
        ("the date on which the 25,000 workers arrived at Alabuga", "only a plan of it is told"),
        ("How many North Koreans will have died by 2030?", "only what was done is told, and nothing ahead"),
        ("How many Russian soldiers have been sent to North Korea since 2024?", "it is told of others"),
        ("how many Ukrainian soldiers have been taken prisoner in Kursk", "it is told the other way round"),
        ("average losses per North Korean brigade", "the closest have the words, but may tell something else"),
    ],
)
def test_what_fails_is_said_in_one_line(ask, told, question, why):
    found = ask(question)
    assert (found.out, found.code) == ("", 1)
    assert why in found.err.splitlines()[0]
    assert why in told(question)["why"]


@pytest.mark.parametrize("question", ["how many unicorns died", "did Poland send troops to Kursk", IN_2022, IN_DONETSK])
def test_no_refusal_with_something_near_is_without_a_reason(told, question):
    assert told(question)["why"]


def test_a_reason_of_its_own_is_not_followed_by_another(ask):
    first = ask("Why did Smirnov resign as governor of Kursk?").err.splitlines()[0]
    assert first == "nkfacts: no fact on that: reasons are not among the facts; closest"


def test_an_answer_has_neither_a_reason_nor_anything_else_to_type(run, shipped):
    document = run("ask", "how many died", "-f", "json", env=shipped).json()
    assert (document["why"], document["instead"]) == (None, None)


# The time


def test_of_a_time_of_which_nothing_is_told_the_nearest_is_named(told):
    document = told(IN_2022)
    assert document["why"].startswith("nothing “in 2022”; nearest: ")
    assert "Oct 2024" in document["why"]
    assert document["instead"]["without"] == "in 2022"


def test_what_was_said_later_than_asked_is_said_to_be(told):
    why = told("Had Kim decorated the soldiers by May 2025?")["why"]
    assert why == "nothing said “by May 2025”; first: 22 Aug 2025"


def test_a_time_of_which_something_is_told_is_not_what_fails(told):
    why = told("How many soldiers did Kim make Heroes in August 2025?")["why"]
    assert "nearest" not in why


# Who says so


def test_of_a_claimant_who_says_nothing_the_others_are_named(told):
    document = told("How many North Koreans were killed according to Belousov?")
    assert document["why"].startswith("nothing by Belousov; others: ")
    assert "National Intelligence Service" in document["why"]
    assert document["instead"] is None


def test_a_claimant_whom_the_base_does_not_know_is_one(told):
    assert told("how many shells has North Korea supplied according to Germany")["why"].startswith(
        "nothing by Germany; "
    )


def test_of_a_claimant_who_says_nothing_of_what_no_candidate_tells_nobody_is_named(told):
    assert told("How did the NATO estimate of Russian workers in Pyongyang change?")["why"] == "nothing by NATO"


# Without one word


def test_a_terminal_gets_the_question_without_the_word_and_a_pipe_does_not(tmp_path, ask):
    shown = run_terminal_here(tmp_path, "ask", IN_DONETSK, data=SHIPPED, NO_COLOR="1").out.splitlines()
    line = 'without “donetsk”: nkfacts ask "who commands the north korean troops"'
    assert shown[:3] == ["nkfacts: no fact on that as asked; closest", "  not borne out: “donetsk”", line]
    assert "without" not in ask(IN_DONETSK).err


@pytest.mark.parametrize(
    "question",
    [
        "how many japanese troops are there in russia?",
        "did Poland send troops to Kursk",
        "How many Koksan guns have been lost?",
        "How many shells has Pyongyang delivered to Hamas?",
        "When did Kim hand Shoigu a letter for Putin?",
        "Which ceasefire ended the fighting in Kursk?",
    ],
)
def test_without_who_or_what_was_done_it_is_another_question(told, question):
    assert told(question)["instead"] is None


# Another command


@pytest.mark.parametrize(
    ("question", "command"),
    [
        ("what changed since 1 april 2025", "nkfacts changes --since 2025-04-01"),
        ("what changed in May 2025", "nkfacts changes --since 2025-05-01 --until 2025-05-31"),
        ("compare Seoul's and Warsaw's figures for North Koreans killed", "nkfacts compare casualties.killed"),
        ("everything about Kim Yong Bok", "nkfacts show kim-yong-bok"),
        ("which claims about the memorial museum contradict each other", "nkfacts conflicts"),
    ],
)
def test_another_command_that_does_it_is_named(ask, told, question, command):
    assert f"see: {command}" in ask(question).err.splitlines()[0]
    assert told(question)["instead"] == {"without": None, "command": command}


@pytest.mark.parametrize("question", ["what changed since 2030", "what changed", "since 2025"])
def test_nothing_is_named_that_would_find_nothing(told, question):
    assert told(question)["instead"] is None


@pytest.mark.parametrize(
    "question",
    [
        IN_2022,
        IN_DONETSK,
        "what changed since 1 april 2025",
        "everything about Kim Yong Bok",
        "which claims about the memorial museum contradict each other",
        "compare Seoul's and Warsaw's figures for North Koreans killed",
        "who commands Kim's troops in Donetsk",
    ],
)
def test_what_is_named_runs(told, run, shipped, question):
    program, *words = shlex.split(told(question)["instead"]["command"])
    found = run(*words, env=shipped)
    assert program == "nkfacts"
    assert (found.code, found.err) == (0, "")


def test_a_question_with_signs_of_the_shell_stays_one_word(told):
    command = told('who commands "the" north korean $troops in Donetsk')["instead"]["command"]
    assert shlex.split(command)[2].startswith("who commands ")
    assert len(shlex.split(command)) == 3


# Another language


@pytest.mark.parametrize(
    "question",
    ["сколько северных корейцев погибло", "북한군 사망자 수", "wie viele nordkoreanische Soldaten sind gefallen",
     "combien de soldats nord-coréens ont été tués", "cuantos soldados norcoreanos murieron"],
)  # fmt: skip
def test_of_another_language_it_is_said_which_is_read(ask, question):
    found = ask(question)
    assert (found.out, found.code) == ("", 1)
    assert "questions are read in English, names in any script" in found.err.splitlines()[0]


@pytest.mark.parametrize("question", ["purple elephants", "how many unicorns died", "Ким Чен Ын"])
def test_a_name_in_any_script_and_what_is_not_known_are_no_other_language(ask, question):
    assert "English" not in ask(question).err


# Many questions


def test_each_of_many_has_what_it_has_alone(ask, told):
    questions = (IN_2022, IN_DONETSK, "how many died")
    found = ask("-", stdin="\n".join(questions))
    documents = [json.loads(line) for line in found.out.splitlines()]
    assert documents[:2] == [told(question) for question in questions[:2]]
    assert documents[2]["instead"] is None


def test_the_time_is_no_reason_where_the_nearest_is_of_it(run, shipped):
    reply = run("ask", "what did kovalenko say about north korean troops at the front in november 2024", env=shipped)
    assert "nothing" not in reply.err.splitlines()[0]
