"""A process without one of the standard streams, an option without its value: a status, and nothing written elsewhere."""

import os
import subprocess
import sys
from functools import cache

import pytest

from tests.support.commandline import COMMAND, environment, one_line
from tests.support.files import BASE

COMMANDS = ["get casualties.killed", "topics", "--version", "get --help", "check", "list -f json"]


def shell(home, words, redirect, **variables):
    """Run a command by a shell, with a redirection."""
    line = f"{sys.executable} -m nkfacts {words} {redirect}"
    variables = environment(home, NKFACTS_DATA=str(BASE), **variables)
    found = subprocess.run(["sh", "-c", line], capture_output=True, check=False, timeout=60, env=variables)
    return found.stdout.decode(), found.stderr.decode(), found.returncode


@pytest.fixture(scope="module")
def right(tmp_path_factory):
    """Return a function that returns what a command answers where no message is read; each is run once."""
    home = tmp_path_factory.mktemp("right")
    return cache(lambda words: shell(home, words, "2>/dev/null"))


@pytest.mark.parametrize("words", COMMANDS)
def test_a_closed_stdout_is_status_4_with_one_line(tmp_path, words):
    for closed in (">&-", ">&- <&-"):  # the second time with a kept index
        found = shell(tmp_path, words, closed, XDG_CACHE_HOME=str(tmp_path))
        assert found == ("", "nkfacts: cannot write the answer: Bad file descriptor\n", 4)


@pytest.mark.parametrize("words", COMMANDS)
def test_without_stdin_or_stderr_the_answer_is_the_same(tmp_path, words, right):
    assert shell(tmp_path, words, "2>&-") == right(words)
    assert shell(tmp_path, words, "<&- 2>/dev/null") == right(words)
    assert shell(tmp_path, words, "<&- 2>&-") == right(words)


WITH_MESSAGES = ["get casualties.nothing", "list --tag nothing", "get --nonsense", "check", "check /nowhere", "ask who"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is always full")
@pytest.mark.parametrize("words", WITH_MESSAGES)
def test_where_stderr_takes_nothing_answer_and_status_are_the_same(tmp_path, words, right):
    assert shell(tmp_path, words, "2>/dev/full") == right(words)
    reader, writer = os.pipe()
    os.close(reader)
    found = subprocess.run(
        [*COMMAND, *words.split()], stdout=subprocess.PIPE, stderr=writer, check=False,
        env=environment(tmp_path, NKFACTS_DATA=str(BASE)),
    )  # fmt: skip
    os.close(writer)
    assert (found.stdout.decode(), "", found.returncode) == right(words)


@pytest.mark.parametrize("words", ["get casualties.nothing", "list --tag nothing", "get --nonsense"])
def test_with_stderr_closed_no_message_lands_in_the_answer(tmp_path, words, right):
    assert shell(tmp_path, words, "2>&-") == right(words)


@pytest.mark.parametrize(
    ("words", "status"), [("get -", 1), ("add --from - --dry-run", 3), ("add", 2), ("check -", 3), ("topics -d -", 3)]
)
def test_a_closed_stdin_is_no_mistake_of_the_program(tmp_path, words, status):
    _, err, code = shell(tmp_path, words, "<&-")
    assert code == status, err


def test_names_from_a_closed_stdin_are_no_names(tmp_path):
    assert shell(tmp_path, "get -", "<&-") == shell(tmp_path, "get -", "</dev/null")


def test_with_everything_closed_it_ends(tmp_path):
    assert shell(tmp_path, "topics", "<&- >&- 2>&-") == ("", "", 4)


@pytest.mark.parametrize(
    "words",
    [
        ["get", "casualties.killed", "--as-of", ""],
        ["get", "casualties.killed", "--as-of="],
        ["get", "casualties.killed", "--data", ""],
        ["get", "casualties.killed", "-d", ""],
        ["--data", "", "topics"],
        ["list", "--since", ""],
        ["list", "--format="],
        ["check", ""],
    ],
)
def test_an_empty_value_is_wrong_usage(run, process, words):
    for found in (run(*words), process(*words)):
        assert (found.out, found.code) == ("", 2)
        assert one_line(found.err)
        assert "empty" in found.err


@pytest.mark.parametrize("day", ["202X-XX", "20XX-01", "2XXX-XX-XX", "202X-1X"])
def test_a_month_of_no_year_is_wrong_usage(run, day):
    found = run("topics", "--as-of", day)
    assert (found.out, found.code) == ("", 2)
    assert one_line(found.err)
