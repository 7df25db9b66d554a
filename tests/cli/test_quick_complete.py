"""TAB: the plain forms answered before Typer is imported, in the words of the full command line."""

import subprocess
import sys

import pytest

from tests.support.commandline import COMMAND, environment
from tests.support.files import BASE

FULL = [sys.executable, "-c", "import sys; from nkfacts.cli.run import main; sys.exit(main([]))"]
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


def complete(home, shell, words, command, **variables):
    """Return what the program prints for the words behind its name, as a shell would ask."""
    line = f"nkfacts {words}"
    typed = [*line.split(), *([""] if line.endswith(" ") else [])]
    asked = {
        "_NKFACTS_COMPLETE": f"complete_{shell}", "COMP_WORDS": line, "COMP_CWORD": str(len(typed) - 1),
        "_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }  # fmt: skip
    variables = environment(home, NKFACTS_DATA=str(BASE), **asked, **variables)
    found = subprocess.run(command, capture_output=True, check=False, env=variables, timeout=60)
    return found.stdout, found.stderr, found.returncode


@pytest.fixture(scope="module")
def warm(tmp_path_factory):
    folder = tmp_path_factory.mktemp("warm")
    subprocess.run(
        [*COMMAND, "topics"], capture_output=True, check=True, env=environment(folder, NKFACTS_DATA=str(BASE))
    )
    return folder


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("words", [*PLAIN, *OTHER])
def test_both_ways_complete_alike(warm, shell, words):
    assert complete(warm, shell, words, COMMAND) == complete(warm, shell, words, FULL)


@pytest.mark.parametrize("words", PLAIN)
def test_a_plain_form_is_answered_without_typer(warm, words):
    listing = "import sys; from nkfacts.__main__ import run; run(); print(*sys.modules, file=sys.stderr)"
    out, err, _ = complete(warm, "bash", words, [sys.executable, "-c", listing])
    assert {"typer", "rich", "yaml", "re", "json", "nkfacts.query.base"}.isdisjoint(err.decode().split())
    assert out


@pytest.mark.parametrize("shell", SHELLS)
def test_a_base_that_has_to_be_built_first_is_completed_too(tmp_path, shell):
    assert b"casualties.killed" in complete(tmp_path, shell, "get cas", COMMAND)[0]


def test_a_faulty_base_completes_nothing(tmp_path, faulty):
    line = "nkfacts get cas"
    variables = environment(
        tmp_path, NKFACTS_DATA=str(faulty), _NKFACTS_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD="2"
    )
    found = subprocess.run(COMMAND, capture_output=True, check=False, env=variables, timeout=60)
    assert (found.stdout.strip(), found.returncode) == (b"", 0)
