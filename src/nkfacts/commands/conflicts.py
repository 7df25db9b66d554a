"""``nkfacts conflicts``: claims that cannot both hold."""

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import ByNames, Limit, OfFigures, OfTopics, claimant_names
from nkfacts.commands.viewing import Ids, Links
from nkfacts.hints import Annotated
from nkfacts.output.comparison_layouts import CONFLICTS
from nkfacts.output.comparison_mappings import conflict_records
from nkfacts.output.report import Report
from nkfacts.output.screens.conflicts import conflicts as conflicts_screen
from nkfacts.output.screens.hand import View
from nkfacts.query.base import Base
from nkfacts.query.conflicts import conflicts
from nkfacts.query.filters import Filter

EXAMPLES = ("nkfacts conflicts --figure casualties.killed", "nkfacts conflicts --by nis --against zelensky")


def run(
    base: Base,
    topic: OfTopics = None,
    figure: OfFigures = None,
    by: ByNames = None,
    against: Annotated[
        list[str] | None,
        Option("--against", metavar="NAME", help="The other fact by this claimant.", complete=claimant_names),
    ] = None,
    limit: Limit = None,
    ids: Ids = False,
    links: Links = False,
) -> Report:
    """List claims that cannot both hold: totals of one time that do not meet, and parts above their whole.

    A total that can only grow contradicts a lower one said of a later time too. Of each claimant
    only what it stands by counts, and of two claimants only the pair said last. "About N" is read
    as N give or take a tenth, "at least" and "up to" leave an end open, words contradict nothing.
    A filter is satisfied when one of the two facts satisfies it; of several names after --by any is
    enough, as everywhere. --by A --against B shows every pair in which A and B contradict each other.
    When nothing contradicts anything, the status is 1.
    """
    wanted = Filter(topic=topic, figure=figure, by=by)
    records = conflict_records(base, conflicts(base, wanted, against=against))[:limit]
    return Report(
        "Conflicts",
        CONFLICTS,
        records,
        nothing=("no two claims contradict each other", "see: nkfacts conflicts" if any(wanted) or against else ""),
        screen=lambda: conflicts_screen("Conflicts", records, View(ids, links)) if records else [],
    )
