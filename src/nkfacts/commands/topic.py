"""``nkfacts TOPIC``: the facts of a topic, one command for each of the fact file; a figure is compared."""

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import Limit, widen
from nkfacts.commands.viewing import Ids, Links
from nkfacts.errors import UsageProblem
from nkfacts.hints import Annotated
from nkfacts.output.layouts import FACTS
from nkfacts.output.mappings import fact_records
from nkfacts.output.report import Report
from nkfacts.output.screens import facts as screens
from nkfacts.output.screens.hand import View
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

EXAMPLES = ("nkfacts casualties --limit 3", "nkfacts deployment --by nis --status estimated")


def run(
    base: Base,
    topic: str,
    wanted: Filter,
    everything: Annotated[
        bool, Option("--all", help="Deprecated facts too; at a terminal, every fact of a figure.")
    ] = False,
    events: Annotated[bool, Option("--events", help="The events without a number only.")] = False,
    ids: Ids = False,
    links: Links = False,
    limit: Limit = None,
) -> Report:
    """List the facts of a topic: figure by figure, then the events; in each, the latest said first.

    At a terminal, without a filter, the headline of a figure and the last words of its claimants stand under it; what
    else there is is counted, and so are the events. The name of a figure, such as killed, compares what its claimants
    say, as compare does.
    """
    if not base.has_name("topics", topic):
        from nkfacts.commands import compare

        figure = base.resolve("figures", topic)
        if events:
            mend = f"see: nkfacts compare {figure}"
            raise UsageProblem(f"--events is for a topic, and {figure} is a figure", mend)
        return compare.compared(base, [figure], wanted, View(ids, links), everything=everything, limit=limit)
    id_ = base.resolve("topics", topic)
    found = base.topic(id_)
    facts = base.facts(wanted._replace(topic=id_))
    if not everything and not wanted.rank:
        facts = [fact for fact in facts if not fact.is_deprecated]
    order = {figure: position for position, figure in enumerate(base.names("figures"))}
    facts.sort(key=lambda fact: order.get(fact.figure or "", len(order)))
    if events:
        facts = [fact for fact in facts if fact.figure is None]
    records = fact_records(base, facts[:limit])
    title = f"{found.label if found else id_} {wanted.times}".rstrip()
    is_whole = not (everything or events or limit or any(wanted))
    return Report(
        title,
        FACTS,
        records,
        nothing=lambda: (
            f"no fact on {id_} passes the filters",
            widen(base, wanted._replace(topic=id_), f"nkfacts {id_}"),
        ),
        screen=lambda: screens.by_figure(
            base,
            title,
            records,
            View(ids, links),
            events=f"nkfacts {id_} --events" if is_whole else "",
            is_folded=is_whole,
        ),
    )
