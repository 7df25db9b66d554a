"""``nkfacts TOPIC``: the facts of a topic, one command for each of the fact file; a figure is answered likewise."""

from typing import Annotated

import typer

from nkfacts.commands import list_facts
from nkfacts.commands.options import Limit, widen
from nkfacts.output.layouts import FACTS
from nkfacts.output.mappings import fact_records
from nkfacts.output.report import Report
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

EXAMPLES = ("nkfacts casualties --limit 3", "nkfacts deployment --by nis --status estimated")


def run(
    base: Base,
    topic: str,
    wanted: Filter,
    everything: Annotated[bool, typer.Option("--all", help="Deprecated facts too.")] = False,
    limit: Limit = None,
) -> Report:
    """List the facts of a topic: figure by figure, then the events; in each, the latest said first.

    The name of a figure, such as killed, lists the facts of that figure, as list --figure does.
    """
    if not base.has_name("topics", topic):
        return _facts_of_figure(base, base.resolve("figures", topic), wanted, limit)
    id_ = base.resolve("topics", topic)
    found = base.topic(id_)
    facts = base.facts(wanted._replace(topic=id_))
    if not everything and not wanted.rank:
        facts = [fact for fact in facts if not fact.is_deprecated]
    order = {figure: position for position, figure in enumerate(base.names("figures"))}
    facts.sort(key=lambda fact: order.get(fact.figure or "", len(order)))
    return Report(
        f"{found.label if found else id_} {wanted.times}".rstrip(),
        FACTS,
        fact_records(base, facts[:limit]),
        nothing=(f"no fact on {id_} passes the filters", widen(wanted, f"nkfacts {id_}")),
    )


def _facts_of_figure(base: Base, id_: str, wanted: Filter, limit: int | None) -> Report:
    figure = base.figure(id_)
    report = list_facts.run(base, wanted._replace(figure=id_), limit=limit)
    return report._replace(title=f"{figure.label if figure else id_} {wanted.times}".rstrip())
