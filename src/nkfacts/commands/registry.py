"""The commands. To add one, write its module with a ``run`` and ``EXAMPLES``, and add its line here.

``run`` takes what it needs and returns a ``Report``; its docstring is the help text. Its arguments and options are
declared in its signature (declaring.py). Every other parameter is lent to it: ``base`` is the open fact base,
``wanted`` the filter options, ``setting`` the shared options as given, ``progress`` what is told how far a long work
is, ``manual`` what gives the help of a command, ``browse`` what starts the browser.
"""

from nkfacts.hints import NamedTuple


class Command(NamedTuple):
    """A command: the module that holds it, one line about it, and the task under which the help lists it."""

    module: str
    summary: str
    task: str = ""


COMMANDS = {
    "ask": Command("ask", "Ask in plain words; the answer has its source, or is an honest no.", "Ask"),
    "verify": Command("verify", "Hold the numbers and dated claims of a text against the base.", "Ask"),
    "get": Command("get", "Print one figure, bare, for a script or a glance.", "Ask"),
    "search": Command("search", "Find words and names in every known spelling, best first.", "Ask"),
    "show": Command("show", "Show everything about a fact, figure, entity, topic or source.", "Browse"),
    "open": Command("open_page", "Open the page to read a fact at; English first.", "Browse"),
    "list": Command("list_facts", "List facts, filtered.", "Browse"),
    "timeline": Command("timeline", "List events and figures in the order of time.", "Browse"),
    "figures": Command("figures", "List the figures: the questions that have numbers for answers.", "Browse"),
    "topics": Command("topics", "List the topics, each a command of its own.", "Browse"),
    "entities": Command("entities", "List who and what the facts name, with every spelling.", "Browse"),
    "sources": Command("sources", "List the documents in which the facts were read.", "Browse"),
    "compare": Command("compare", "Compare what every claimant says about a figure, with bars to scale.", "Compare"),
    "chart": Command("chart", "Draw a figure over time, at the terminal or as a picture.", "Compare"),
    "why": Command("why", "Show why a figure's headline is the headline, and why the others lost.", "Compare"),
    "changes": Command("changes", "Tell what was said since a day, and which headlines moved.", "Compare"),
    "conflicts": Command("conflicts", "List claims that cannot both hold.", "Compare"),
    "diff": Command("diff", "Show what differs between two fact files.", "Compare"),
    "trace": Command("trace", "Trace a fact from its claimant to the pages it was read on.", "Compare"),
    "report": Command("report", "Write one HTML page of figures, charts and facts to pass around.", "Compare"),
    "cite": Command("cite", "Cite a fact's page, a source or the base: text, wikitext, BibTeX, RIS, CSL-JSON.", "Data"),
    "export": Command("export", "Export the base: JSON, YAML, SQLite, CSV, xlsx, event-coded rows.", "Data"),
    "sql": Command("sql", "Ask in SQL, over documented views.", "Data"),
    "columns": Command("columns", "List what --columns may name, and the headings.", "Data"),
    "cache": Command("cache", "Show where the index is kept, or clear it.", "Data"),
    "help": Command("help", "Show the help of a command.", "Data"),
    "add": Command("add", "Add a fact: asked for, checked, shown as a difference, then written.", "Your own file"),
    "revise": Command("revise", "Add a claimant's later word on what it said before.", "Your own file"),
    "data": Command("data", "Tell which fact file is in use, or choose another for good.", "Your own file"),
    "check": Command("check", "Check a fact file and say how to mend every mistake.", "Your own file"),
    "schema": Command("schema", "Print the JSON Schema of the fact file, for editors.", "Your own file"),
}

TASKS = {
    "Ask": "nkfacts ask how many north koreans had been killed by april 2025",
    "Browse": "nkfacts list --by nis --by uk-mod --said-since 2025-06",
    "Compare": "nkfacts compare killed",
    "Data": "nkfacts casualties --format csv --columns reported,amount,claimant,url",
    "Your own file": "nkfacts add --template",
}
"""The tasks under which the help lists the commands, in that order, each with something to try."""

OVERVIEW = Command("overview", "The headline figures, each with claimant and date.")
TOPIC = Command("topic", "List the facts of a topic, the latest first.")
HELP_OPTIONS = ("--help", "-h")
"""What asks for the help of a command."""
