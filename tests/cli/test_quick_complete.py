"""TAB: the plain forms answered before Typer is imported, in the words of the full command line."""

import subprocess
import sys

import pytest

from nkfacts.cli import quick_complete
from tests.support.commandline import COMMAND, environment
from tests.support.files import BASE

SHELLS = ["bash", "zsh", "fish"]
PLAIN = [
    "get casualties.killed ", "show cas",
    "get casual", "get ", "get casualties.killed --by n", "get --by gur cas", "why dep", "trace killed-nis-1",
    "trace killed", "show s", "show zzz", "open killed-n", "cite killed-nis-1 killed-", "list --figure cas", "list --by nis --topic c", "timeline --place kur",
    "figures --topic ", "list --source yon", "chart cas", "chart casualties.killed --by n",
]  # fmt: skip
OTHER = [
    "ge",
    "get --b",
    "casualties --by n",
    "list --status d",
    "--as-of 2025-01 get cas",
    "get 'cas",
    "nowhere x",
]


def asked(shell, words):
    """Return the variables by which a shell asks for what the words behind the program's name are completed to."""
    line = f"nkfacts {words}"
    typed = [*line.split(), *([""] if line.endswith(" ") else [])]
    return {
        "_NKFACTS_COMPLETE": f"complete_{shell}", "COMP_WORDS": line, "COMP_CWORD": str(len(typed) - 1),
        "_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }  # fmt: skip


def complete(home, shell, words, command=COMMAND, **variables):
    """Return what a process of the program prints for the words behind its name."""
    variables = environment(home, NKFACTS_DATA=str(BASE), **asked(shell, words), **variables)
    return subprocess.run(command, capture_output=True, check=False, env=variables, timeout=60)


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("words", PLAIN)
def test_both_ways_complete_alike(run, monkeypatch, capfd, shell, words):
    whole = run(env=asked(shell, words))
    for name, value in asked(shell, words).items():
        monkeypatch.setenv(name, value)
    assert quick_complete.answered(f"complete_{shell}")
    assert (capfd.readouterr().out, "", 0) == whole


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("words", OTHER)
def test_what_is_not_plain_is_left_to_the_full_way(run, monkeypatch, capfd, shell, words):
    for name, value in asked(shell, words).items():
        monkeypatch.setenv(name, value)
    assert not quick_complete.answered(f"complete_{shell}")
    assert capfd.readouterr().out == ""
    assert run()[1:] == ("", 0)


def test_a_plain_form_is_answered_without_typer(tmp_path):
    # One process for all: what one of them loads, the line of that one shows first.
    listing = f"""import os, sys; from nkfacts.__main__ import run
for variables in {[asked("bash", words) for words in PLAIN]}:
    os.environ.update(variables)
    run()
    print("\\f", end="", flush=True)
    print(*sys.modules, file=sys.stderr)"""
    found = complete(tmp_path, "bash", PLAIN[0], [sys.executable, "-c", listing])
    answers, loaded = found.stdout.decode().split("\f")[:-1], found.stderr.decode().splitlines()
    for words, answer, modules in zip(PLAIN, answers, loaded, strict=True):
        assert {"typer", "rich", "yaml", "re", "json", "nkfacts.query.base"}.isdisjoint(modules.split()), words
        assert answer, words


@pytest.mark.parametrize("shell", SHELLS)
def test_a_base_that_has_to_be_built_first_is_completed_too(tmp_path, shell):
    assert b"casualties.killed" in complete(tmp_path, shell, "get cas", XDG_CACHE_HOME=str(tmp_path)).stdout


def test_a_faulty_base_completes_nothing(tmp_path, faulty):
    variables = environment(tmp_path, NKFACTS_DATA=str(faulty), **asked("bash", "get cas"))
    found = subprocess.run(COMMAND, capture_output=True, check=False, env=variables, timeout=60)
    assert (found.stdout.strip(), found.returncode) == (b"", 0)
