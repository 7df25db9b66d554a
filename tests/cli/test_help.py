"""The help: it names every command, topic and option, and its examples work."""

import re

import pytest

from nkfacts.commands.options import FILTERS
from nkfacts.commands.registry import COMMANDS, TASKS
from nkfacts.commands.shared import SHARED
from tests.support.calls import CALLS, command_of, module_of


def test_help_of_the_program_names_every_command_and_topic(run):
    for word in ("--help", "-h"):
        result = run(word)
        assert (result.code, result.err) == (0, "")
        for name in [*COMMANDS, "casualties", "deployment"]:
            assert re.search(rf"^  {name}  ", result.out, re.MULTILINE), name


@pytest.mark.parametrize("name", [*CALLS, "add", "revise"])
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
        if (option, name) not in {("topic", "casualties"), ("figure", "chart")}:
            assert f"--{option.replace('_', '-')} " in result.out, option
    assert "--help" in result.out
    assert command_of(name).summary.endswith(".")


def test_the_help_is_grouped_by_task_each_with_something_to_try(run):
    shown = run("--help").out
    found = [shown.index(f"\n{task}:\n") for task in TASKS]
    assert found == sorted(found)
    for task, example in TASKS.items():
        section = shown.partition(f"\n{task}:\n")[2].partition("\n\n")[0]
        assert section.endswith(f"  $ {example}")
        listed = set(re.findall(r"^  ([a-z]+)  ", section, re.MULTILINE))
        assert listed == {name for name, command in COMMANDS.items() if command.task == task}
    assert {command.task for command in COMMANDS.values()} == set(TASKS)


def test_the_help_says_what_needs_quotes_and_lists_no_alias(run):
    shown = run("--help").out
    assert "In zsh and fish, quote a question that has ? or ' in it" in shown
    assert not re.search("^  (losses|troops) ", shown, re.MULTILINE)


def test_a_topic_has_help(run):
    for words in (["casualties", "--help"], ["losses", "-h"]):
        result = run(*words)
        assert (result.code, result.err) == (0, "")
        assert f"Usage: nkfacts {words[0]}" in result.out
