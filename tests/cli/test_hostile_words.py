"""What nobody meant to type: the command line answers it in order, and shows no byte of it that a terminal obeys."""

import json
import re
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.commandline import COMMAND, environment
from tests.support.files import BASE, read_yaml

OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")
HOSTILE = "\x1b]52;c;eA==\x07\u202e\x9bx\ny"


@pytest.mark.parametrize(
    "words",
    [
        ["get", HOSTILE], ["get", "casualties.killed", HOSTILE], ["get", "casualties.killed", "--by", HOSTILE],
        ["show", HOSTILE], ["why", HOSTILE], ["trace", HOSTILE], ["search", HOSTILE], [HOSTILE], [HOSTILE, "--help"],
        ["list", "--topic", HOSTILE], ["list", "--figure", HOSTILE], ["list", "--source", HOSTILE],
        ["list", "--place", HOSTILE], ["list", "--status", HOSTILE], ["list", "--since", HOSTILE],
        ["list", "--tag", HOSTILE], ["list", "--scope", HOSTILE], ["list", "--limit", HOSTILE],
        ["list", "--columns", HOSTILE], ["list", "--format", HOSTILE], ["--as-of", HOSTILE], ["list", "--" + HOSTILE],
        ["-" + HOSTILE], ["--data", HOSTILE, "list"], ["check", HOSTILE], ["sources", "--kind", HOSTILE],
        ["cache", HOSTILE],
    ],
    ids=lambda words: " ".join(words).replace(HOSTILE, "X"),
)  # fmt: skip
def test_what_is_typed_is_echoed_on_one_line_without_what_a_terminal_obeys(run, words):
    result = run(*words)
    assert result.code in (1, 2, 3)
    assert not OBEYED.search(result.out.replace("\t", "") + result.err)
    assert result.err.count("\n") == 1


def test_an_escape_written_in_a_fact_file_is_refused_and_not_shown(run, edited):
    for code in (r"\x1b[31m", r"\u202e", r"\x07", r"\x9b"):
        path = edited(("The NIS counted about 300 dead.", f'"dead {code}"'))
        for words in (["list"], ["check"], ["check", "--format", "json"], ["check", "--format", "table"]):
            result = run(*words, "--data", path)
            assert result.code == 3
            assert not OBEYED.search(result.out + result.err)


@pytest.mark.parametrize("option", ["--limit", "--min-publishers"])
def test_a_number_no_index_can_hold_is_as_good_as_any_large_one(run, option):
    for number in ("9" * 18, "9" * 20, "9" * 300):
        result = run("list", option, number)
        assert result.code == (0 if option == "--limit" else 1)
    assert run("search", "dead", "--limit", "9" * 20).code == 0


@pytest.mark.parametrize("word", ["x" * 100_000, "dead " * 20_000, "é" * 50_000, "casualties." * 9_000])
def test_words_of_a_hundred_thousand_characters_are_answered(run, word):
    for words in (["search"], ["show"], ["get"], [], ["list", "--by"], ["list", "--columns"], ["--as-of"], ["check"]):
        result = run(*words, word)
        assert result.code in (0, 1, 2, 3)
        assert result.err.count("\n") <= 1


@pytest.mark.parametrize("words", [["search"], ["get"], ["show"], [], ["list", "--tag"], ["--as-of"], ["check"]])
def test_bytes_that_are_no_text_are_answered(tmp_path, words):
    found = subprocess.run(
        [*COMMAND, *words, b"\xff\xfe"], capture_output=True, check=False,
        env=environment(tmp_path, NKFACTS_DATA=str(BASE)),
    )  # fmt: skip
    assert found.returncode in (1, 2, 3)
    assert found.stderr.count(b"\n") == 1
    found.stderr.decode()


def test_two_dashes_end_the_options(run):
    assert run("get", "--", "casualties.killed").out == "900-1100\n"
    assert run("search", "--", "--limit").code == 1
    assert run("get", "--", "--help").code == 2


def test_the_whole_answer_comes_from_standard_input(run):
    data = BASE.read_bytes()
    assert run("list", "--data", "-", stdin=data) == run("list")
    assert run("get", "casualties.killed", "-d", "-", stdin=data).out == "900-1100\n"
    faulty = run("list", "--data", "-", stdin=data.replace(b"value: 300", b"value: three"))
    assert (faulty.out, faulty.code) == ("", 3)
    assert re.search(r"^<stdin>:\d+:12: killed-nis-1: ", faulty.err, re.MULTILINE)


WORDS = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(["dead", "nis", '"', "*", "NEAR(", "OR", "-", "'", "국가정보원", "\0", "a:b", "^", "10,000"]))
    .map(" ".join),
)  # fmt: skip
ONCE = settings(
    max_examples=60, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("name", ["search", "show", "get", "why", "trace"])
@ONCE
@given(word=WORDS)
def test_any_word_for_an_argument_is_answered(run, name, word):
    result = run(name, "--", word)
    assert result.code in (0, 1, 2), result.err
    assert "Traceback" not in result.err
    assert not OBEYED.search(result.out.replace("\t", "") + result.err)


@ONCE
@given(word=WORDS.filter(lambda word: not word.startswith("-")))
def test_any_word_for_a_command_is_answered(run, word):
    result = run(word)
    assert result.code in (0, 1, 2), result.err
    assert not OBEYED.search(result.out.replace("\t", "") + result.err)


@pytest.mark.parametrize("option", ["--topic", "--by", "--source", "--tag", "--since", "--status", "--columns"])
@ONCE
@given(word=WORDS)
def test_any_word_for_an_option_is_answered(run, option, word):
    result = run("list", f"{option}={word}")
    assert result.code in (0, 1, 2), result.err
    assert not OBEYED.search(result.out.replace("\t", "") + result.err)


@pytest.mark.parametrize("form", ["json", "jsonl", "yaml", "html", "markdown", "table", "tsv", "csv"])
def test_what_was_asked_is_repeated_in_a_format_without_what_a_terminal_obeys(run, form):
    for words in (["ask", f"how many died {HOSTILE} \U000e0041 \u200b"], ["get", "-"]):
        result = run(*words, "-f", form, stdin=f"{HOSTILE}\n")
        assert not OBEYED.search((result.out + result.err).replace("\t", "").replace("\n", ""))
        if form in ("json", "yaml") and words[0] == "ask":
            read = json.loads if form == "json" else read_yaml
            assert repr(HOSTILE)[1:-1] in str(read(result.out))
