"""``nkfacts figures``: the questions that have numbers for answers."""

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import topic_names
from nkfacts.commands.viewing import Ids, Links
from nkfacts.hints import Annotated
from nkfacts.output.layouts import FIGURES
from nkfacts.output.mappings import figure_records
from nkfacts.output.report import Report
from nkfacts.output.screens.hand import View
from nkfacts.output.screens.overview import figures
from nkfacts.query.base import Base

EXAMPLES = ("nkfacts figures", "nkfacts figures --topic arms")


def run(
    base: Base,
    topic: Annotated[str | None, Option(metavar="NAME", help="Of this topic only.", complete=topic_names)] = None,
    ids: Ids = False,
    links: Links = False,
) -> Report:
    """List the figures, with what they count, their headline, and the words people ask them by."""
    records = figure_records(base, topic)
    return Report("Figures", FIGURES, records, screen=lambda: figures(base, records, View(ids, links)))
