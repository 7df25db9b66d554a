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
from nkfacts.query.respelling import respelt
from nkfacts.text import did_you_mean, listing, visible

EXAMPLES = ("nkfacts search storm shadow", "nkfacts search 국가정보원 --limit 3")


def run(
    base: Base,
    words: Annotated[list[str], Argument(metavar="WORDS...", help="Words that must all occur, in any order.")],
    limit: Annotated[int, Option("--limit", "-n", metavar="N", least=1, help="At most N.")] = 20,
    ids: Ids = False,
    links: Links = False,
) -> Report:
    """Find facts, figures, names and sources, best first.

    Names match in every spelling and script that the fact file has for them, whatever their case,
    accents and signs. When nothing is found, stderr offers the nearest spelling that finds
    something, and the status is 1.
    """
    query = " ".join(words)
    hits = base.search(query, limit=limit)
    title, records = f"Found for {visible(query)}", [hit_record(hit) for hit in hits]
    return Report(
        title,
        HITS,
        records,
        nothing=lambda: (f"nothing has all of the words {visible(query)!r}", _reason(base, query)),
        screen=lambda: hits_screen(base, title, records, View(ids, links)),
    )


def _reason(base: Base, query: str) -> str:
    """Say which of the words the base does not have, and what was perhaps meant."""
    unknown = base.unmatched(query)
    if not unknown:
        return "try fewer words"
    offer = did_you_mean(filter(None, [respelt(base.known, query)]))
    return f"the base has no word like {listing(map(repr, unknown), 'or')}{f'; {offer}' if offer else ''}"
