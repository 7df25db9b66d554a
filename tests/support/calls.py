"""One call of each command that finds something in the fact file of the tests."""

from importlib import import_module
from inspect import signature

from nkfacts.commands.registry import COMMANDS, OVERVIEW, TOPIC

_WORDS = {
    "ask": ["troop", "strength"],
    "verify": ["600 soldiers were killed, says the NIS"],
    "get": ["casualties.killed"],
    "show": ["killed-nis-2"],
    "open": ["killed-nis-2"],
    "why": ["casualties.killed"],
    "trace": ["killed-nis-2"],
    "search": ["dead"],
}
CALLS = {
    "overview": [],
    "casualties": ["casualties"],
    **{name: [name, *_WORDS.get(name, ())] for name in COMMANDS if name not in ("add", "revise")},
}
"""The words that call each command, the overview and a topic; ``add`` and ``revise``, which write, have tests of their own."""

LISTS = ["casualties", "list", "timeline", "search", "figures", "topics", "entities", "sources", "overview", "why"]
"""The commands that answer with a list."""


def command_of(name):
    """Return the registered command that a call runs."""
    return {"overview": OVERVIEW, "casualties": TOPIC}.get(name) or COMMANDS[name]


def module_of(name):
    """Return the module of a command."""
    return import_module(f"nkfacts.commands.{command_of(name).module}")


def reads_facts(name):
    """Say whether a command reads the fact file."""
    return name == "check" or "base" in signature(module_of(name).run).parameters
