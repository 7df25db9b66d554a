"""``nkfacts TOPIC``: the facts of a topic; one command for each topic of the fact file."""

from typing import Annotated

import typer

from nkfacts.commands.options import Limit
from nkfacts.commands.viewing import Ids, Links
from nkfacts.output.layouts import FACTS
from nkfacts.output.mappings import fact_records
from nkfacts.output.report import Report
from nkfacts.output.screens import facts as screens
from nkfacts.output.screens.hand import View
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

EXAMPLES = ("nkfacts casualties --limit 3", "nkfacts deployment --by nis --status estimated")


def run(  # noqa: PLR0913, PLR0917 - each an option
    base: Base,
    topic: str,
    wanted: Filter,
    everything: Annotated[
        bool, typer.Option("--all", help="Deprecated facts too; at a terminal, every fact of a figure.")
    ] = False,
    events: Annotated[bool, typer.Option("--events", help="The events without a number only.")] = False,
    ids: Ids = False,
    links: Links = False,
    limit: Limit = None,
) -> Report:
    """List the facts of a topic: figure by figure, then the events; in each, the latest said first.

    At a terminal, without a filter, the headline of a figure and the last words of its claimants stand under it; what
    else there is is counted, and so are the events.
    """
    id_ = base.resolve("topics", topic)
    found = base.topic(id_)
    facts = base.facts(wanted._replace(topic=id_))
    if not everything and wanted.rank is None:
        facts = [fact for fact in facts if not fact.is_deprecated]
    order = {figure: position for position, figure in enumerate(base.names("figures"))}
    facts.sort(key=lambda fact: order.get(fact.figure or "", len(order)))
    if events:
        facts = [fact for fact in facts if fact.figure is None]
    records = fact_records(base, facts[:limit])
    label = found.label if found else id_
    is_whole = not (everything or events or limit or any(wanted))
    return Report(
        label,
        FACTS,
        records,
        nothing=(f"no fact on {id_} passes the filters", f"widen them, or see: nkfacts {id_}"),
        screen=lambda: screens.by_figure(
            base,
            label,
            records,
            View(ids, links),
            events=f"nkfacts {id_} --events" if is_whole else "",
            is_folded=is_whole,
        ),
    )
