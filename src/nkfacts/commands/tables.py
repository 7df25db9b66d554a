"""How the records of each command are laid out, and so what --columns may name."""

from nkfacts.output import layouts
from nkfacts.output.report import Column, Layout

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

SAVED = Layout(
    (Column("path", "File", weight=4), Column("bytes", "Bytes", number=True), Column("facts", "Facts", number=True)),
    "path facts bytes",
    "path bytes facts",
)
"""Files that were written."""

TABLES = {
    "nkfacts": layouts.HEADLINES,
    "TOPIC": layouts.FACTS,
    "ask": layouts.ANSWERS,
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
    "why": layouts.VERDICTS,
    "trace": layouts.STEPS,
    "chart": layouts.POINTS,
    "report": SAVED,
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
