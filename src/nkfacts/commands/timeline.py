"""``nkfacts timeline``: what happened when."""

from itertools import compress

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import Limit, widen
from nkfacts.commands.viewing import Ids, Links
from nkfacts.hints import Annotated
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.output.layouts import TIMELINE
from nkfacts.output.mappings import fact_records
from nkfacts.output.report import Report
from nkfacts.output.screens import facts as screens
from nkfacts.output.screens.hand import View
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter, date_asked

EXAMPLES = ("nkfacts timeline --since 2024-06 --until 2024-06", "nkfacts timeline --topic diplomacy --limit 5")


def run(
    base: Base,
    wanted: Filter,
    events: Annotated[bool, Option("--events", help="Events only, no figures.")] = False,
    ids: Ids = False,
    links: Links = False,
    limit: Limit = None,
) -> Report:
    """List events and figures in the order of the time they are about, deprecated facts left out.

    With --since or --until, what lies within the days asked for comes first, and what is of a longer time that
    reaches them behind it.
    """
    first, last = (day and date_asked(day) for day in (wanted.since, wanted.until))
    facts = base.timeline(wanted, limit=None if events or first or last else limit)
    if events:
        facts = [fact for fact in facts if fact.figure is None]
    within = [_lies_within(fact, first and first.first, last and last.last) for fact in facts]
    # Of a few days a reader wants what happened on them, not a screen of months and years that hold them too.
    ordered = [
        *compress(facts, within),
        *(fact for fact, is_within in zip(facts, within, strict=True) if not is_within),
    ]
    records = fact_records(base, ordered[:limit])
    title = f"Timeline {wanted.times}".rstrip()
    return Report(
        title,
        TIMELINE,
        records,
        nothing=lambda: ("nothing happened that passes the filters", widen(base, wanted, "nkfacts topics")),
        screen=lambda: screens.timeline(title, records, View(ids, links), within=sum(within)),
    )


def _lies_within(fact: Fact, first: str | None, last: str | None) -> bool:
    """Say whether the time that a fact is about ends and begins between two days; None is no bound."""
    when = dates.parse(fact.when or fact.reported)
    return (first or when.first) <= when.first and when.last <= (last or when.last)
