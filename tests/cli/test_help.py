"""The help: it names every command, topic and option, and its examples work."""

import re
import shlex

import pytest

from nkfacts.commands.options import FILTERS, SHARED
from nkfacts.commands.registry import COMMANDS
from tests.support.calls import CALLS, command_of, module_of


def test_help_of_the_program_names_every_command_and_topic(run):
    for word in ("--help", "-h"):
        result = run(word)
        assert (result.code, result.err) == (0, "")
        for name in [*COMMANDS, "casualties", "deployment"]:
            assert re.search(rf"^  {name}  ", result.out, re.MULTILINE), name


@pytest.mark.parametrize("name", [*CALLS, "add"])
def test_help_lists_every_option_and_two_examples(run, name):
    words = [] if name == "overview" else [name]
    result = run(*words, "--help")
    assert (result.code, result.err) == (0, "")
    assert run(*words, "-h").out == result.out
    module = module_of(name)
    assert len(module.EXAMPLES) >= 2
    for example in module.EXAMPLES:
        assert f"    {example}\n" in f"{result.out}\n"
    filters = FILTERS if "wanted" in module.run.__annotations__ else {}
    for option in [*SHARED, *filters]:
        if (option, name) != ("topic", "casualties"):
            assert f"--{option.replace('_', '-')} " in result.out, option
    assert "--help" in result.out
    assert command_of(name).summary.endswith(".")


def test_a_topic_has_help(run):
    for words in (["casualties", "--help"], ["losses", "-h"]):
        result = run(*words)
        assert (result.code, result.err) == (0, "")
        assert f"Usage: nkfacts {words[0]}" in result.out


@pytest.mark.parametrize("name", [*CALLS, "add"])
def test_every_example_of_the_help_answers_on_the_shipped_facts(run, shipped, name, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for example in module_of(name).EXAMPLES:
        first, *words = shlex.split(example)
        assert first == "nkfacts"
        result = run(*words, env=shipped)
        assert result.code == 0, f"{example}: {result.err}"
        assert result.out or words == ["cache", "clear"]
