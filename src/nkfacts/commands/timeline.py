"""``nkfacts timeline``: what happened when."""

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import Limit, widen
from nkfacts.commands.viewing import Ids, Links
from nkfacts.hints import Annotated
from nkfacts.output.layouts import TIMELINE
from nkfacts.output.mappings import fact_records
from nkfacts.output.report import Report
from nkfacts.output.screens import facts as screens
from nkfacts.output.screens.hand import View
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

EXAMPLES = ("nkfacts timeline --since 2024-06 --until 2024-06", "nkfacts timeline --topic diplomacy --limit 5")


def run(
    base: Base,
    wanted: Filter,
    events: Annotated[bool, Option("--events", help="Events only, no figures.")] = False,
    ids: Ids = False,
    links: Links = False,
    limit: Limit = None,
) -> Report:
    """List events and figures in the order of the time they are about, deprecated facts left out."""
    facts = base.timeline(wanted, limit=None if events else limit)
    if events:
        facts = [fact for fact in facts if fact.figure is None]
    records = fact_records(base, facts[:limit])
    title = f"Timeline {wanted.times}".rstrip()
    return Report(
        title,
        TIMELINE,
        records,
        nothing=("nothing happened that passes the filters", "" if records else widen(base, wanted, "nkfacts topics")),
        screen=lambda: screens.timeline(title, records, View(ids, links)),
    )
