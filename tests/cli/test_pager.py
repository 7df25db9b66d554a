"""The pager: only at a terminal, only for what is taller than it, and only as long as nobody has turned it off."""

import os

import pytest

from tests.support.commandline import run_terminal

PAGED = "sed s/^/|/"


def is_paged(shown):
    lines = shown.out.splitlines()
    assert shown.code == 0, shown.out
    assert lines
    return all(line.startswith("|") for line in lines)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return what a terminal shows that needs no pager."""
    return run_terminal(tmp_path_factory.mktemp("whole"), "entities", "--format", "tsv", PAGER="").out


@pytest.mark.parametrize(
    "variables", [{"NKFACTS_PAGER": PAGED}, {"PAGER": PAGED}, {"NKFACTS_PAGER": PAGED, "PAGER": "cat"}]
)
def test_a_screen_taller_than_the_terminal_is_paged(terminal_process, variables, whole):
    words = ("entities", "--format", "tsv")
    assert is_paged(terminal_process(*words, lines=5, **variables))
    assert not is_paged(terminal_process(*words, lines=1000, **variables))
    # A line that is wider than the screen takes two of it.
    rows = len(whole.splitlines())
    assert not is_paged(terminal_process(*words, columns=400, lines=rows + 2, **variables))
    assert is_paged(terminal_process(*words, columns=60, lines=rows + 2, **variables))


@pytest.mark.parametrize(
    ("words", "variables"),
    [
        (["--no-pager"], {"PAGER": PAGED}),
        ([], {"PAGER": ""}),
        ([], {"PAGER": PAGED, "NKFACTS_PAGER": ""}),
        ([], {"PAGER": "no-such-program"}),
        ([], {"PAGER": "'unbalanced"}),
        ([], {"PAGER": PAGED, "TERM": "dumb"}),
        ([], {"PAGER": PAGED, "LINES": "1000"}),
    ],
)
def test_without_a_pager_the_screen_is_printed_whole(terminal_process, words, variables, whole):
    shown = terminal_process("entities", "-f", "tsv", *words, lines=5, **variables)
    assert not is_paged(shown)
    assert shown.out == whole


def test_a_pipe_has_no_pager(process):
    assert process("entities", PAGER=PAGED, LINES="5") == process("entities")


def test_colours_take_no_room(terminal_process):
    rows = len(terminal_process("topics", PAGER="").out.splitlines())
    assert not is_paged(terminal_process("topics", lines=rows + 1, FORCE_COLOR="1", PAGER=PAGED))


def test_a_pager_that_is_left_early_is_no_fault(terminal_process):
    assert terminal_process("entities", lines=5, PAGER="head -n 1").code == 0


@pytest.mark.parametrize(("variables", "told"), [({}, "FRX"), ({"LESS": "S"}, "S")])
def test_the_pager_of_those_who_chose_none_is_less(terminal_process, tmp_path, variables, told):
    less = tmp_path / "less"
    less.write_text('#!/bin/sh\necho "LESS is $LESS"; cat > /dev/null\n', encoding="utf-8")
    less.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    assert terminal_process("entities", lines=5, PATH=path, PAGER=None, **variables).out == f"LESS is {told}\n"
