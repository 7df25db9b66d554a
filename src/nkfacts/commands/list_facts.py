"""``nkfacts list``: facts, filtered."""

from typing import Annotated

import typer

from nkfacts.commands.options import Limit, widen
from nkfacts.output.layouts import FACTS
from nkfacts.output.mappings import fact_records
from nkfacts.output.report import Report
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

EXAMPLES = ("nkfacts list --figure casualties.killed --by nis", "nkfacts list --by ukraine --since 2025-01 --limit 5")


def run(
    base: Base,
    wanted: Filter,
    oldest_first: Annotated[bool, typer.Option("--oldest-first", help="In the order in which it was said.")] = False,
    limit: Limit = None,
) -> Report:
    """List facts, the latest said first; every filter given must be satisfied.

    Deprecated facts are listed and marked: they are kept to be findable.
    """
    facts = base.facts(wanted, oldest_first=oldest_first, limit=limit)
    return Report(
        f"Facts {wanted.times}".rstrip(),
        FACTS,
        fact_records(base, facts),
        nothing=("no fact passes the filters", widen(wanted, "nkfacts topics")),
    )
