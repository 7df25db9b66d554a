"""Questions from outside, to the shipped facts: an answer, the closest facts, or nothing; in every form."""

import json

import pytest

from tests.support.commandline import run_process, run_terminal_here
from tests.support.files import BASE, SHIPPED

ANSWERED = "how many died"
CLOSEST = "how many chinese soldiers were killed"
NOTHING = "purple elephants"


@pytest.fixture
def ask(run, shipped):
    """Return a function that asks the shipped facts in this process."""

    def ask(question, *options, stdin=""):
        words = [question] if question == "-" else question.split()
        return run("ask", *options, *words, env=shipped, stdin=stdin)

    return ask


@pytest.fixture
def headline(run, shipped):
    """Return a function that gives the fact that is the headline of a figure."""

    def headline(figure, *options):
        return run("get", figure, *options, "-f", "json", env=shipped).json()

    return headline


# An answer


def test_a_person_reads_the_figure_by_whom_when_and_the_page(tmp_path):
    shown = run_terminal_here(tmp_path, "ask", *ANSWERED.split(), data=SHIPPED, columns=100, NO_COLOR="1")
    lines = shown.out.splitlines()
    assert lines[0].startswith("about 2,000 North Korean soldiers killed")
    assert lines[1].startswith("estimated by National Intelligence Service (KR), 2 Sep 2025")
    assert any(line.startswith("https://") for line in lines)
    assert "others say" in lines
    assert lines[-1].startswith("read as  how many · casualties.killed")
    assert shown.code == 0


def test_a_pipe_gets_the_same_lines_and_none_is_broken(ask):
    found = ask(ANSWERED)
    assert found.out.splitlines()[0].startswith("about 2,000 North Korean soldiers killed")
    assert "\x1b" not in found.out
    assert (found.err, found.code) == ("", 0)


def test_a_narrow_window_breaks_between_words(tmp_path):
    shown = run_terminal_here(tmp_path, "ask", *ANSWERED.split(), data=SHIPPED, columns=40, NO_COLOR="1")
    assert max(len(line) for line in shown.out.splitlines() if not line.startswith("https://")) <= 40


def test_a_format_gives_the_facts_used_the_best_first(ask, headline):
    rows = ask(ANSWERED, "-f", "tsv").rows()
    assert rows[0]["id"] == headline("casualties.killed")["id"]
    assert rows[0]["answer"] == "2000"


def test_brief_prints_what_get_prints(ask, run, shipped):
    assert ask(ANSWERED, "--brief").out == run("get", "casualties.killed", env=shipped).out


def test_json_says_how_every_word_was_read(ask):
    found = ask(f"{ANSWERED} by april 2025", "-f", "json").json()
    assert list(found) == [
        "question",
        "understood",
        "answered",
        "answer",
        "reason",
        "facts",
        "against",
        "closest",
        "parts",
        "why",
        "instead",
        "caveats",
    ]
    assert (found["answered"], found["reason"], found["closest"]) == (True, None, [])
    understood = found["understood"]
    assert (understood["figure"], understood["kind"]) == ("casualties.killed", "how-many")
    assert [each["word"] for each in understood["words"]] == ["died"]
    assert understood["as_of"] == "2025-04-30"
    assert (understood["missing"], found["answer"]["unit"]) == ([], "people")


@pytest.mark.parametrize(
    "question",
    ["how many died?", "HOW MANY DIED", "how many north koreans were killed", "how many dprk troops died",
     "how many north korean solders were killed", "what is the death toll"],
)  # fmt: skip
def test_words_may_come_in_any_case_and_form(ask, headline, question):
    assert ask(question, "-f", "json").json()["facts"][0]["id"] == headline("casualties.killed")["id"]


def test_the_day_of_the_command_line_bounds_that_of_the_question(ask, headline):
    known = headline("casualties.killed", "--as-of", "2025-02")["id"]
    assert ask(f"{ANSWERED} by june 2025", "-f", "json", "--as-of", "2025-02").json()["facts"][0]["id"] == known


def test_a_number_with_a_comma_is_no_year(ask):
    assert ask("who says 2,000 died", "-f", "json").json()["understood"]["since"] is None


def test_the_page_shown_is_the_one_that_every_list_leads_to(ask):
    for question in (ANSWERED, "when did the treaty come into force", "who is no kwang chol"):
        shown = [line for line in ask(question).out.splitlines() if line.startswith("http")]
        assert shown == [ask(question, "-f", "json").json()["facts"][0]["url"]]


def test_who_somebody_is_comes_with_the_days_of_the_office_and_one_name(ask):
    first = ask("who was defence minister of south korea in october 2024").out.splitlines()[0]
    assert first.startswith("Kim Yong-hyun  since 6 Sep 2024 until 5 Dec 2024; Defence minister")


# No answer, but the closest facts


def test_the_closest_facts_stand_on_stderr_with_their_pages(ask):
    found = ask(CLOSEST)
    assert (found.out, found.code) == ("", 1)
    assert found.err.startswith("nkfacts: no fact on that as asked; closest")
    assert "https://" in found.err


def test_what_the_closest_do_not_bear_out_is_named(ask):
    assert "“unicorns”" in ask("how many unicorns died").err
    assert ask("how many unicorns died", "-f", "json").json()["understood"]["missing"] == ["unicorns"]


def test_a_refusal_in_json_has_the_same_keys(ask):
    answered, refused = ask(ANSWERED, "-f", "json"), ask(CLOSEST, "-f", "json")
    assert refused.code == 1
    document = refused.json()
    assert list(document) == list(answered.json())
    assert set(document["answer"].values()) == {None}
    assert (document["answered"], document["facts"]) == (False, [])
    assert document["reason"]
    assert 1 <= len(document["closest"]) <= 3
    assert all(fact["claimant"] and fact["reported"] for fact in document["closest"])


def test_brief_prints_nothing_for_a_refusal_and_ok_empty_makes_it_good(ask):
    assert ask(CLOSEST, "--brief")[::2] == ("", 1)
    assert ask(CLOSEST, "--ok-empty").code == 0


# Nothing


@pytest.mark.parametrize("question", [NOTHING, "hello", "?"])
def test_of_what_no_fact_has_a_word_nothing_is_shown(ask, question):
    found = ask(question)
    assert (found.out, found.code, found.err.count("\n")) == ("", 1, 1)
    assert found.err.startswith("nkfacts: no fact on that")


@pytest.mark.parametrize(
    "question",
    [
        "how many died by 2020",
        "why did they die",
        "how many will have died by 2040",
        "should they have died",
        "how to join the north korean army",
        "how can I send a letter to the prisoners",
    ],
)
def test_what_no_fact_can_tell_is_not_answered(ask, question):
    assert ask(question)[::2] == ("", 1)


# Many questions


def test_questions_come_one_a_line_and_answers_as_json_lines(shipped, tmp_path):
    asked = f"{ANSWERED}\n\n{CLOSEST}\n"
    found = run_process(tmp_path, "ask", "-", stdin=asked.encode(), data=SHIPPED)
    first, second = map(json.loads, found.out.splitlines())
    assert (first["question"], first["answered"]) == (ANSWERED, True)
    assert (second["question"], second["answered"]) == (CLOSEST, False)
    assert second["closest"]
    assert (found.code, found.err) == (1, "no answer to 1 of 2 questions\n")


def test_each_of_many_answers_is_that_of_the_question_alone(ask):
    asked = [ANSWERED, "how many died by 2025-02", "when did russia confirm the deployment"]
    together = ask("-", stdin="\n".join(asked)).out.splitlines()
    assert [json.loads(line) for line in together] == [ask(each, "-f", "json").json() for each in asked]


def test_many_questions_have_a_brief_form_and_other_formats(ask):
    asked = f"{ANSWERED}\n{CLOSEST}\n"
    assert ask("-", "--brief", stdin=asked).out == "2000\n\n"
    assert ask("-", "-f", "csv", stdin=asked).out.startswith("answer,")
    documents = ask("-", "-f", "json", stdin=asked).json()
    assert [each["answered"] for each in documents] == [True, False]
    assert documents == [json.loads(line) for line in ask("-", stdin=asked).out.splitlines()]


def test_all_answered_is_status_0_and_no_question_is_none(ask):
    assert ask("-", stdin=f"{ANSWERED}\n").code == 0
    assert ask("-", "--ok-empty", stdin=f"{CLOSEST}\n").code == 0
    nothing = ask("-", stdin="")
    assert (nothing.out, nothing.code) == ("", 1)
    assert "no question was asked" in nothing.err


def test_standard_input_cannot_be_both(run):
    found = run("ask", "-", "--data", "-", stdin=BASE.read_text("utf-8"))
    assert (found.code, found.out) == (2, "")


# The explanation


def test_explain_shows_what_each_word_was_read_as_and_what_was_weighed(ask):
    rows = ask("how many north korean solders died per the nis", "--explain", "-f", "tsv").rows()
    steps = {(row["step"], row["item"]): row for row in rows}
    assert steps["word", "nis"]["detail"] == "name, claimant"
    assert steps["respelt", "solders"]["detail"] == "soldiers"
    assert float(steps["candidate", "casualties.killed"]["score"]) > 0
    assert rows[-1]["step"] == "answer"


def test_brief_explain_and_quote_exclude_each_other(ask):
    for given in (["--brief", "--explain"], ["--brief", "--quote"], ["--explain", "--quote"]):
        result = ask(ANSWERED, *given)
        assert (result.out, result.code) == ("", 2)
        assert f"{given[0]} and {given[1]} exclude each other" in result.err


def test_quote_prints_the_sentence_of_cite_and_nothing_for_a_refusal(ask, run, shipped):
    fact = ask(ANSWERED, "--format", "tsv").rows()[0]["id"]
    sentence = run("cite", fact, "--quote", env=shipped).out
    assert ask(ANSWERED, "--quote") == (sentence, "", 0)
    assert ask(CLOSEST, "--quote")[::2] == ("", 1)
    assert ask("-", "--quote", stdin=f"{ANSWERED}\n{CLOSEST}\n").out == f"{sentence}\n"
    assert ask("-", "--explain").code == 2


def test_a_mistake_of_the_program_is_one_also_where_standard_input_was_read(run, monkeypatch):
    def fail(*_):
        raise LookupError

    monkeypatch.setattr("nkfacts.ask.shown.many.answer_or_help", fail)
    found = run("ask", "-", stdin="how many died\n")
    assert (found.out, found.code) == ("", 70)


# Claimants side by side


@pytest.mark.parametrize(
    ("question", "claimants"),
    [
        ("compare seoul's and kyiv's figures for north koreans killed", {"National Intelligence Service", "Zelensky"}),
        ("nis versus uk mod on total casualties", {"National Intelligence Service", "UK Ministry of Defence"}),
    ],
)
def test_two_claimants_are_compared_by_what_each_said_last(ask, question, claimants):
    facts = ask(question, "-f", "json").json()["facts"]
    lines = ask(question).out.splitlines()
    assert len(facts) == len(claimants)
    assert all(claimant in lines[0] for claimant in claimants)
    assert sum(line.startswith("http") for line in lines) == len(claimants)


def test_a_claimant_who_said_nothing_is_not_compared(ask):
    assert ask("compare seoul's and warsaw's figures for north koreans killed").code == 1


def test_a_plan_whose_time_is_over_is_told_as_one(run, shipped):
    told = run("ask", "how many workers went to Alabuga", env=shipped)
    assert "planned for a time that is over, according to" in told.out


def test_a_number_is_not_told_without_claimant_and_deed_of_whom_it_counts(answer):
    assert not answer("How many engineers did Kim say were killed clearing mines?").facts


def test_where_somebody_was_captured_is_not_where_he_is(answer):
    assert answer("where are the prisoners now").brief == "Kyiv (city)"
    assert answer("where were the prisoners captured").brief == "Kursk Oblast"


def test_who_is_right_is_a_judgement(answer):
    assert answer("who is right about the number killed").reason == "judgements are not among the facts"


def test_who_killed_themselves_are_not_all_who_were_killed(answer):
    assert not answer("how many killed themselves").facts


def test_what_was_only_there_is_not_told_by_a_count_of_something_else(answer):
    assert not answer("Which ships carried the troops from Chongjin to Vladivostok?").facts


def test_from_where_somebody_is_is_not_told_by_where_he_serves(answer):
    assert not answer("where do the soldiers come from").facts
