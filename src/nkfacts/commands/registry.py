"""The commands. To add one, write its module with a ``run`` and ``EXAMPLES``, and add its line here.

``run`` takes what it needs and returns a ``Report``; its docstring is the help text. A
parameter ``base`` is the open fact base, ``wanted`` the filter options, ``setting`` the
shared options as given, ``progress`` what is told how far a long work is; every other
parameter is an argument or option of its own.
"""

from typing import NamedTuple


class Command(NamedTuple):
    """A command: the module that holds it, and one line about it."""

    module: str
    summary: str


COMMANDS = {
    "ask": Command("ask", "Ask in plain words; the answer has its source, or is an honest no."),
    "get": Command("get", "Print one figure, bare, for a script or a glance."),
    "show": Command("show", "Show everything about a fact, figure, entity, topic or source."),
    "why": Command("why", "Show why a figure's headline is the headline, and why the others lost."),
    "trace": Command("trace", "Trace a fact from its claimant to the pages it was read on."),
    "list": Command("list_facts", "List facts, filtered."),
    "timeline": Command("timeline", "List events and figures in the order of time."),
    "search": Command("search", "Find words and names in any spelling, best first."),
    "figures": Command("figures", "List the figures: the questions that have numbers for answers."),
    "topics": Command("topics", "List the topics, each a command of its own."),
    "entities": Command("entities", "List who and what the facts name, with every spelling."),
    "sources": Command("sources", "List the documents in which the facts were read."),
    "add": Command("add", "Add a fact: asked for, checked, shown as a difference, then written."),
    "check": Command("check", "Check a fact file and say how to mend every mistake."),
    "schema": Command("schema", "Print the JSON Schema of the fact file, for editors."),
    "cache": Command("cache", "Show where the index is kept, or clear it."),
}

OVERVIEW = Command("overview", "The headline figures, each with claimant and date.")
TOPIC = Command("topic", "List the facts of a topic, the latest first.")
