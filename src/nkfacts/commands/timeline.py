"""``nkfacts timeline``: what happened when."""

from typing import Annotated

import typer

from nkfacts.commands.options import Limit, widen
from nkfacts.output.layouts import TIMELINE
from nkfacts.output.mappings import fact_records
from nkfacts.output.report import Report
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

EXAMPLES = ("nkfacts timeline --since 2024-06 --until 2024-06", "nkfacts timeline --topic diplomacy --limit 5")


def run(
    base: Base,
    wanted: Filter,
    events: Annotated[bool, typer.Option("--events", help="Events only, no figures.")] = False,
    limit: Limit = None,
) -> Report:
    """List events and figures in the order of the time they are about, deprecated facts left out."""
    facts = base.timeline(wanted, limit=None if events else limit)
    if events:
        facts = [fact for fact in facts if fact.figure is None]
    return Report(
        f"Timeline {wanted.times}".rstrip(),
        TIMELINE,
        fact_records(base, facts[:limit]),
        nothing=("nothing happened that passes the filters", widen(wanted, "nkfacts topics")),
    )
