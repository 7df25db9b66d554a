"""``nkfacts why FIGURE``: the rule that chose the headline, and why the others lost."""

from nkfacts.commands.options import ByName, FigureName, one_of
from nkfacts.commands.viewing import Ids, Links
from nkfacts.output.layouts import VERDICTS
from nkfacts.output.mappings import fact_record
from nkfacts.output.report import Report
from nkfacts.output.screens.hand import View
from nkfacts.output.screens.verdicts import verdicts as verdicts_screen
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter
from nkfacts.query.verdict import RULE, lapsed, unfit, verdict

EXAMPLES = ("nkfacts why casualties.killed", "nkfacts why casualties.killed --as-of 2025-01-31 --format json")


def run(
    base: Base,
    figure: FigureName,
    by: ByName = None,
    ids: Ids = False,
    links: Links = False,
) -> Report:
    """Show why the headline of a figure is the headline, and why every other fact of it is not.

    The winner comes first, then the facts that competed, in the order of the rule, then the plans
    whose time was over, then those that did not compete. The rule itself stands below them, and is
    part of the JSON.
    """
    id_ = base.resolve("figures", figure)
    claimant = one_of("--by", by)
    competing, over = base.ranking(id_, by=claimant), base.ranking(id_, by=claimant, lapsed=True)
    verdicts = [
        (each.fact, verdict(each, competing[0], is_revised=base.revision_of(each.fact) is not None))
        for each in competing
    ]
    verdicts += [(each.fact, lapsed(each)) for each in over]
    placed = {fact.id for fact, _ in verdicts}
    verdicts += [(fact, unfit(fact)) for fact in base.facts(Filter(figure=id_, by=claimant)) if fact.id not in placed]
    records = [fact_record(base, fact, verdict=words) for fact, words in verdicts]
    winner = competing[0].fact if competing else None
    known = base.figure(id_)
    label = known.label if known else id_
    title = f"{label}: why {winner.amount}" if winner else f"{label}: no {'plan stands' if over else 'fact competes'}"
    whole = {"figure": id_, "as_of": base.as_of, "rule": list(RULE), "headline": winner and winner.id, "facts": records}
    return Report(
        title,
        VERDICTS,
        records,
        nothing=(f"no fact on {id_}", f"see: nkfacts show {id_}"),
        whole=whole,
        screen=lambda: verdicts_screen(title, winner.id if winner else None, records, RULE, View(ids, links)),
    )
