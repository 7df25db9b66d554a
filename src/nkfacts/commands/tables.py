"""How the records of each command are laid out, and so what --columns may name."""

from collections.abc import Callable

from nkfacts.hints import Any
from nkfacts.model import dates
from nkfacts.output import comparison_layouts, layouts
from nkfacts.output.report import Column, Layout, Record

PROBLEMS = Layout(
    (
        Column("file", "File"),
        Column("line", "Line", keep_whole=True),
        Column("column", "Column", keep_whole=True),
        Column("severity", "Severity", keep_whole=True),
        Column("id", "Id"),
        Column("message", "What is wrong", weight=3),
        Column("mend", "How to mend it", weight=2),
    ),
    "line column severity id message mend",
    "file line column severity id message mend",
)
"""Mistakes and warnings of a fact file."""

INDEXES = Layout(
    (
        Column("index", "Index", weight=2),
        Column("facts", "Fact file", weight=2),
        Column("bytes", "Bytes", number=True),
    ),
    "index facts bytes",
    "index facts bytes",
)
"""The kept indexes."""

ADDED = Layout((Column("part", "Part"), Column("id", "Id"), Column("written", "Written")), "part id", "part id written")
"""New records of a fact file."""

COLUMNS = Layout(
    (
        Column("name", "Name", keep_whole=True),
        Column("heading", "Heading", weight=2),
        Column("shown", "Shown in", weight=2),
        Column("command", "Command", keep_whole=True),
    ),
    "name heading shown",
    "command name heading shown",
)
"""What --columns may name."""

FILES = Layout(
    (Column("path", "Fact file", weight=4), Column("chosen_by", "Chosen by"), Column("updated", "Facts of")),
    "path chosen_by updated",
    "path chosen_by updated",
)
"""Fact files."""

PAGES = Layout(
    (
        Column("id", "Id", is_id=True, weight=2),
        Column("url", "Page", weight=4),
        Column("language", "Language"),
        Column("publisher", "Publisher", weight=2),
        Column("kind", "Kind"),
        Column("published", "Published", keep_whole=True),
        Column("source", "Source", is_id=True),
        Column("archived", "Kept copy"),
    ),
    "publisher language published url",
    "id url language publisher kind published source archived",
)
"""The page to read something at."""

CITATIONS = Layout(
    (
        Column("key", "Key", is_id=True, weight=2),
        Column("citation", "Reference", weight=6),
        Column("title", "Title", weight=4),
        Column("publisher", "Publisher"),
        Column("site", "Site"),
        Column("published", "Published", keep_whole=True),
        Column("url", "Page", weight=4),
        Column("archived", "Kept copy"),
        Column("language", "Language"),
        Column("kind", "Kind"),
        Column("printed", "As printed", weight=2),
        Column("version", "Version"),
        Column("notes", "Notes", weight=3),
    ),
    "key citation",
    "key citation title publisher site published url language kind printed",
)
"""References."""

WRITTEN = Layout(
    (
        Column("path", "Written", weight=4),
        Column("form", "Form"),
        Column("facts", "Facts", number=True),
        Column("bytes", "Bytes", number=True),
    ),
    "path form facts bytes",
    "path form facts bytes",
)
"""Files made for other programs."""

SELECTABLE = Layout(
    (
        Column("table", "Table", keep_whole=True),
        Column("column", "Column", keep_whole=True),
        Column("type", "Type", keep_whole=True),
        Column("meaning", "Meaning", weight=4),
        Column("leads_to", "Key of"),
        Column("is", "Is"),
        Column("row", "A row is", weight=4),
    ),
    "table column type meaning leads_to",
    "table column type meaning leads_to is row",
)
"""What SQL can ask."""

SAVED = Layout(
    (Column("path", "File", weight=4), Column("bytes", "Bytes", number=True), Column("facts", "Facts", number=True)),
    "path facts bytes",
    "path bytes facts",
)
"""Charts and pages that were written."""


_JUDGED = ("said so", "said otherwise", "outdated")
"""The verdicts on a claim with which the fact that is named is what was said of it."""


def _of_fact(key: str) -> Callable[[Record], Any]:
    return lambda record: record["fact"] and record["fact"][key]


def _said(key: str) -> Callable[[Record], Any]:
    """Return what tells of who said something what it was; nothing of a fact that only comes near a claim."""
    return lambda record: record["fact"][key] if record["fact"] and record["verdict"] in _JUDGED else None


def _of_later(key: str) -> Callable[[Record], Any]:
    return lambda record: record["later"] and record["later"][key]


CLAIMS = Layout(
    (
        Column("verdict", "Verdict", keep_whole=True),
        Column("claim", "Claim", weight=2),
        Column("line", "Line", number=True),
        Column("sentence", "Sentence", weight=4),
        Column("about", "About", weight=2),
        Column("reason", "Reason", weight=2),
        Column("id", "Id", _of_fact("id"), is_id=True, weight=2),
        Column("amount", "Amount said", _said("amount"), weight=2),
        Column("label", "What", _said("label"), weight=2),
        Column("claimant", "Claimant", _said("claimant"), weight=2),
        Column("reported", "Said on", _said("reported"), keep_whole=True, worded=dates.day_words),
        Column("statement", "Statement", _of_fact("statement"), weight=4),
        Column("url", "Page", _of_fact("url"), keep_whole=True, leads_to=_of_fact("url")),
        Column("later_id", "Id now", _of_later("id"), is_id=True),
        Column("later_amount", "Amount now", _of_later("amount")),
        Column("later_claimant", "Claimant now", _of_later("claimant")),
        Column("later_reported", "Said now on", _of_later("reported"), keep_whole=True, worded=dates.day_words),
        *(Column(key, key.capitalize()) for key in ("number", "kind", "qualifier", "words", "unit")),
        *(Column(key, key.capitalize(), number=True) for key in ("start", "end", "low", "high")),
    ),
    "verdict claim amount label claimant reported later_amount url",
    "verdict claim line about amount claimant reported id later_amount later_reported reason url sentence",
)
"""The claims of a text."""

TABLES = {
    "nkfacts": layouts.HEADLINES,
    "TOPIC": layouts.FACTS,
    "ask": layouts.ANSWERS,
    "verify": CLAIMS,
    "get": layouts.FACTS,
    "search": layouts.HITS,
    "show": layouts.ITEMS,
    "open": PAGES,
    "list": layouts.FACTS,
    "timeline": layouts.TIMELINE,
    "figures": layouts.FIGURES,
    "topics": layouts.TOPICS,
    "entities": layouts.ENTITIES,
    "sources": layouts.SOURCES,
    "compare": comparison_layouts.COMPARED,
    "chart": layouts.POINTS,
    "why": layouts.VERDICTS,
    "changes": comparison_layouts.CHANGES,
    "conflicts": comparison_layouts.CONFLICTS,
    "diff": comparison_layouts.DIFFERENCES,
    "trace": layouts.STEPS,
    "report": SAVED,
    "cite": CITATIONS,
    "export": WRITTEN,
    "sql": SELECTABLE,
    "columns": COLUMNS,
    "data": FILES,
    "cache": INDEXES,
    "help": layouts.ITEMS,
    "add": ADDED,
    "revise": ADDED,
    "check": PROBLEMS,
    "schema": layouts.ITEMS,
}
"""The layout of each command; ``nkfacts`` is the overview, ``TOPIC`` every topic and figure."""


def columns_beginning(command: str, start: str) -> list[str]:
    """Return the lists of columns that begin so: the last name of a list is completed."""
    done, comma, last = start.rpartition(",")
    names = [column.key for column in TABLES.get(command, layouts.FACTS).columns]
    return [f"{done}{comma}{name}" for name in names if name.startswith(last) and name not in done.split(",")]
