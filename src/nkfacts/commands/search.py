"""``nkfacts search WORDS``: full-text search."""

from typing import Annotated

import typer

from nkfacts.output.layouts import HITS
from nkfacts.output.mappings import hit_record
from nkfacts.output.report import Report
from nkfacts.query.base import Base
from nkfacts.text import listing, visible

EXAMPLES = ("nkfacts search storm shadow", "nkfacts search 국가정보원 --limit 3")


def run(
    base: Base,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words that must all occur, in any order.")],
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=1, help="At most N.")] = 20,
) -> Report:
    """Find facts, figures, names and sources, best first; names match in any spelling and script."""
    query = " ".join(words)
    hits = base.search(query, limit=limit)
    unknown = base.unmatched(query) if not hits else []
    reason = f"the base has no word like {listing(map(repr, unknown), 'or')}" if unknown else "try fewer words"
    return Report(
        f"Found for {visible(query)}",
        HITS,
        [hit_record(hit) for hit in hits],
        nothing=(f"nothing has all of the words {visible(query)!r}", reason),
    )
