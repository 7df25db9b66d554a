"""``nkfacts list``: facts, filtered."""

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import Limit, widen
from nkfacts.commands.viewing import Ids, Links
from nkfacts.hints import Annotated
from nkfacts.output.layouts import FACTS
from nkfacts.output.mappings import fact_records
from nkfacts.output.report import Report
from nkfacts.output.screens import facts as screens
from nkfacts.output.screens.hand import View
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

EXAMPLES = ("nkfacts list --figure casualties.killed --by nis", "nkfacts list --by ukraine --since 2025-01 --limit 5")


def run(
    base: Base,
    wanted: Filter,
    oldest_first: Annotated[bool, Option("--oldest-first", help="In the order in which it was said.")] = False,
    ids: Ids = False,
    links: Links = False,
    limit: Limit = None,
) -> Report:
    """List facts, the latest said first; every filter given must be satisfied.

    Deprecated facts are listed and marked: they are kept to be findable.
    """
    return listed(base, "Facts", wanted, View(ids, links), oldest_first=oldest_first, limit=limit)


def listed(
    base: Base, name: str, wanted: Filter, view: View, *, oldest_first: bool = False, limit: int | None = None
) -> Report:
    """Return the facts that pass a filter, under a name and the times asked for."""
    facts = base.facts(wanted, oldest_first=oldest_first, limit=limit)
    order = "the first said first" if oldest_first else "the latest said first"
    if wanted.who or wanted.did or wanted.to:
        # The title of a fact need not tell what it is listed for.
        order += ", by any of the things that each says"
    records = fact_records(base, facts)
    title = f"{name} {wanted.times}".rstrip()
    return Report(
        title,
        FACTS,
        records,
        nothing=lambda: ("no fact passes the filters", widen(base, wanted, "nkfacts topics")),
        screen=lambda: screens.told(base, title, order, records, view),
    )
