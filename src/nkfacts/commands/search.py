"""``nkfacts search WORDS``: full-text search."""

from nkfacts.commands.declaring import Argument, Option
from nkfacts.commands.viewing import Ids, Links
from nkfacts.hints import Annotated
from nkfacts.output.layouts import HITS
from nkfacts.output.mappings import hit_record
from nkfacts.output.report import Report
from nkfacts.output.screens.hand import View
from nkfacts.output.screens.paths import hits as hits_screen
from nkfacts.query.base import Base
from nkfacts.text import listing, visible

EXAMPLES = ("nkfacts search storm shadow", "nkfacts search 국가정보원 --limit 3")


def run(
    base: Base,
    words: Annotated[list[str], Argument(metavar="WORDS...", help="Words that must all occur, in any order.")],
    limit: Annotated[int, Option("--limit", "-n", metavar="N", least=1, help="At most N.")] = 20,
    ids: Ids = False,
    links: Links = False,
) -> Report:
    """Find facts, figures, names and sources, best first; names match in any spelling and script."""
    query = " ".join(words)
    hits = base.search(query, limit=limit)
    unknown = base.unmatched(query) if not hits else []
    reason = f"the base has no word like {listing(map(repr, unknown), 'or')}" if unknown else "try fewer words"
    title, records = f"Found for {visible(query)}", [hit_record(hit) for hit in hits]
    return Report(
        title,
        HITS,
        records,
        nothing=(f"nothing has all of the words {visible(query)!r}", reason),
        screen=lambda: hits_screen(base, title, records, View(ids, links)),
    )
