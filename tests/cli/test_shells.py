"""TAB in real shells: completion as ``--install-completion`` installs it, from the first TAB of a new shell on."""

import shutil
import subprocess

import pytest

from tests.support.commandline import COMMAND, environment
from tests.support.files import BASE
from tests.support.shells import Shell, prepared

SHELLS = [
    pytest.param(name, marks=pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed"))
    for name in ("bash", "zsh", "fish")
]


@pytest.fixture
def shell(request, tmp_path):
    """Return a new shell in which completion was installed by an earlier one."""
    variables = prepared(tmp_path)
    subprocess.run([request.param, "-c", "nkfacts --install-completion; nkfacts topics"], env=variables, check=True)
    opened = Shell(request.param, variables)
    yield opened
    opened.close()


@pytest.mark.parametrize("shell", SHELLS, indirect=True)
def test_the_first_tab_of_a_shell_completes(shell):
    shell.type("nkfacts get casualties.k\t", "casualties.killed ")
    # So does the second.
    shell.type("--by gu\t", "gur ")
    shell.type("\r", "900-1100")
    shell.type("nkfacts list --status den\t", "denied ")


@pytest.mark.parametrize("shell", SHELLS, indirect=True)
def test_topics_are_listed_with_their_labels_where_the_shell_shows_them(shell, request):
    shown = shell.type("nkfacts list --topic \t\t", "deployment")
    assert "casualties" in shown
    assert "losses" not in shown
    if "bash" not in request.node.name:
        assert "Casualties" in shown


def asked(words):
    """Return the variables by which a shell asks for what the words behind the program's name are completed to."""
    line = f"nkfacts {words}"
    return {
        "_NKFACTS_COMPLETE": "complete_fish", "_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }  # fmt: skip


def offered_in(out):
    """Return what a shell is told to offer, with what it shows beside each."""
    return dict([*line.split("\t"), ""][:2] for line in out.splitlines() if line)


def listed(home, words):
    """Return what a process of the program offers for the words behind its name."""
    variables = environment(home, NKFACTS_DATA=str(BASE), **asked(words))
    found = subprocess.run(COMMAND, capture_output=True, check=False, env=variables, text=True, timeout=60)
    assert found.stderr == ""
    return offered_in(found.stdout)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("list --status ", "confirmed acknowledged observed estimated reported denied planned"),
        ("list --format ", "table tsv csv json jsonl yaml markdown html"),
        ("timeline --rank ", "preferred normal deprecated"),
        ("casualties --scope ", "total part"),
        ("entities --kind p", "person place"),
        ("sources --kind r", "research"),
        ("topics --columns ", "id label facts aliases description"),
        ("topics --columns label,f", "label,facts"),
        ("topics --columns label,l", ""),
        ("list --columns amount_", "amount_words"),
        ("--columns lapsed,claimant", "lapsed,claimant lapsed,claimant_words lapsed,claimants"),
        ("list --by nis --by r", "russia russia-mod"),
        ("why casualties.killed --by k", "kim-chol-ho"),
        # Nobody says anything in the name of Kursk: as a place it is offered, as a claimant not.
        ("list --by kur", ""),
        ("list --place kur", "kursk-oblast"),
        ("help ti", "timeline"),
        ("get casualties.killed casualties.w", "casualties.wounded"),
    ],
)
def test_a_tab_offers_what_can_stand_there(run, words, found):
    told = run(env=asked(words))
    assert told.err == ""
    assert sorted(offered_in(told.out)) == sorted(found.split())


def test_the_first_word_is_offered_with_what_it_is_and_no_topic_twice(tmp_path):
    offered = listed(tmp_path, "")
    assert offered["get"] == "Print one figure, bare, for a script or a glance."
    assert offered["casualties"] == "Casualties"
    assert not {"losses", "troops"} & offered.keys()
    assert listed(tmp_path, "list --topic ") == {"casualties": "Casualties", "deployment": "Deployment"}
    assert listed(tmp_path, "get deployment.so") == {"deployment.soldiers": "Soldiers sent"}
