"""Many questions: answered by several processes as by one, in their order, whatever becomes of a process."""

import json
import os
import signal
import subprocess
import time
from itertools import cycle, islice
from pathlib import Path

import pytest

from nkfacts.ask.answering import answer
from tests.support.commandline import COMMAND, environment
from tests.support.files import SHIPPED

ASKED = [
    "how many soldiers were killed",
    "how many were killed by April 2025",
    "purple elephants",
    "when was the treaty signed and by whom",
    "who is Kim Jong Un",
    "who says the most died",
]
LINES = list(islice(cycle(ASKED), 101))

forks = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="answers in one process here")


@pytest.fixture
def processors(monkeypatch):
    """Return a function that lets the program see so many processors, and counts the processes that it starts."""
    fork, started = getattr(os, "fork", None), []

    def counted():
        process = fork()
        started.append(process)
        return process

    def processors(count):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(count)))
        monkeypatch.setattr(os, "fork", counted)
        return started

    return processors


@pytest.fixture
def together(run):
    """Return a function that gives the lines to ``ask -`` in this process."""
    return lambda *options, **more: run("ask", "-", *options, stdin="\n".join(LINES), **more)


@forks
def test_several_processes_answer_each_line_in_its_order(together, processors, shipped, shipped_base):
    started = processors(2)
    shared = together(env=shipped)
    documents = [json.loads(line) for line in shared.out.splitlines()]
    assert [document["question"] for document in documents] == LINES
    alone = {question: [fact.id for fact in answer(question, shipped_base).facts] for question in ASKED}
    assert sum(map(bool, alone.values())) > 3
    assert [[fact["id"] for fact in document["facts"]] for document in documents] == [alone[line] for line in LINES]
    assert len(started) == 1
    processors(1)
    assert together(env=shipped) == shared
    assert len(started) == 1


@forks
def test_a_base_of_a_day_that_is_kept_nowhere_is_the_same_to_all_processes(together, processors):
    started = processors(2)
    options = ("--as-of", "2025-12-31", "--no-cache")
    shared = together(*options)
    processors(1)
    assert together(*options) == shared
    assert any(json.loads(line)["closest"] for line in shared.out.splitlines())
    assert len(started) == 1


@forks
@pytest.mark.parametrize(
    "trouble", ["nkfacts.ask.common.parcels.Packer.dump", "nkfacts.ask.shown.many.open_kept", "os.fork"]
)
def test_what_a_process_does_not_answer_another_does(together, processors, monkeypatch, trouble):
    def fail(*_):
        raise OSError

    processors(1)
    expected = together()
    processors(2)
    monkeypatch.setattr(trouble, fail)
    assert together() == expected


@forks
def test_few_questions_start_no_process(run, processors):
    started = processors(64)
    assert run("ask", "-", stdin="\n".join(LINES[:99])).code == 1
    assert not started


def children_of(process):
    """Return the processes that a process has started, where the system tells."""
    try:
        return Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return []


@forks
def test_an_interrupt_ends_all_processes_and_leaves_none(tmp_path):
    command, variables = [*COMMAND, "ask", "-"], environment(tmp_path, NKFACTS_DATA=str(SHIPPED))
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, env=variables, start_new_session=True, **pipes) as asked:
        asked.stdin.write("\n".join(LINES * 40).encode())
        asked.stdin.close()
        until = time.monotonic() + 1.5  # with one processor it starts no other process
        while time.monotonic() < until and not children_of(asked.pid):
            time.sleep(0.02)
        time.sleep(0.1)
        os.killpg(asked.pid, signal.SIGINT)
        assert (asked.stdout.read(), asked.stderr.read(), asked.wait(30)) == (b"", b"", 130)
    with pytest.raises(ProcessLookupError):
        os.killpg(asked.pid, 0)
