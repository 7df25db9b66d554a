"""One call of each command that finds something in the fact file of the tests."""

from importlib import import_module
from inspect import signature

from nkfacts.commands.registry import COMMANDS, OVERVIEW, TOPIC
from tests.support.files import MINIMAL

_WORDS = {
    "ask": ["troop", "strength"],
    "verify": ["600 soldiers were killed, says the NIS"],
    "get": ["casualties.killed"],
    "show": ["killed-nis-2"],
    "open": ["killed-nis-2"],
    "compare": ["casualties.killed"],
    "changes": ["--since", "2025-01"],
    "diff": [str(MINIMAL)],
    "chart": ["casualties.killed"],
    "report": ["-o", "-"],
    "why": ["casualties.killed"],
    "trace": ["killed-nis-2"],
    "search": ["dead"],
    "cite": ["killed-nis-2"],
}
CALLS = {
    "overview": [],
    "casualties": ["casualties"],
    **{name: [name, *_WORDS.get(name, ())] for name in COMMANDS if name not in ("add", "revise", "export")},
}
"""The words that call each command, the overview and a topic; those that write have tests of their own."""

LISTS = [
    "casualties",
    "list",
    "timeline",
    "search",
    "figures",
    "topics",
    "entities",
    "sources",
    "overview",
    "why",
    "compare",
    "changes",
    "conflicts",
]
"""The commands that answer with a list."""


def command_of(name):
    """Return the registered command that a call runs."""
    return {"overview": OVERVIEW, "casualties": TOPIC}.get(name) or COMMANDS[name]


def module_of(name):
    """Return the module of a command."""
    return import_module(f"nkfacts.commands.{command_of(name).module}")


def reads_facts(name):
    """Say whether a command reads the fact file."""
    return name in ("check", "diff") or "base" in signature(module_of(name).run).parameters
