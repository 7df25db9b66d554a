"""``nkfacts compare FIGURE…``: what every claimant says, side by side."""

from collections.abc import Sequence

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import FigureNames, Limit, figure_ids, widen
from nkfacts.commands.viewing import Ids, Links
from nkfacts.hints import Annotated
from nkfacts.output.comparison_layouts import COMPARED
from nkfacts.output.comparison_mappings import compared_records
from nkfacts.output.report import Report
from nkfacts.output.screens import comparison as screen
from nkfacts.output.screens.hand import View
from nkfacts.query.base import Base
from nkfacts.query.comparison import compare
from nkfacts.query.filters import Filter
from nkfacts.text import listing

EXAMPLES = ("nkfacts compare killed", "nkfacts compare killed wounded --by nis --by uk-mod --as-of 2025-04")

Everything = Annotated[bool, Option("--all", help="Also parts, denials, deprecated facts and plans that are over.")]


def run(
    base: Base,
    wanted: Filter,
    figures: FigureNames,
    everything: Everything = False,
    ids: Ids = False,
    links: Links = False,
    limit: Limit = None,
) -> Report:
    """Compare what the claimants say about a figure: the last word of each, newest first, with bars to scale.

    Under them stands what each said before, as a chain. Persons who speak for a body are one
    claimant with it. A bar ends in ▶ for "at least" and in ◁ for "up to", and a range is drawn
    from end to end; words have no bar, and no average is made. Counts of one battle or unit,
    denials, deprecated facts and plans whose time is over are not compared: they are counted, and
    shown with --all. In a pipe and in JSON, 'compared' says what each fact is.
    """
    return compared(base, figure_ids(base, figures), wanted, View(ids, links), everything=everything, limit=limit)


def compared(
    base: Base, figures: Sequence[str], wanted: Filter, view: View, *, everything: bool, limit: int | None
) -> Report:
    """Return what is said about some figures, given by their ids, by claimant."""
    found = [each for each in (compare(base, figure, wanted, limit=limit) for figure in figures) if each.claims]
    records = compared_records(base, found, everything=everything)
    names = [known.label for known in map(base.figure, figures) if known is not None]
    return Report(
        f"{listing(names)} {wanted.times}".rstrip(),
        COMPARED,
        records,
        nothing=lambda: _nothing(base, figures, wanted),
        screen=lambda: screen.comparisons(
            base,
            found,
            {record["id"]: record for record in records},
            view,
            times=wanted.times,
            everything=everything,
        ),
    )


def _nothing(base: Base, figures: Sequence[str], wanted: Filter) -> tuple[str, str]:
    asked = listing(figures)
    if not any(wanted):
        return f"no fact on {asked}", f"see: nkfacts show {figures[0]}"
    mend = widen(base, wanted._replace(figure=tuple(figures)), f"nkfacts compare {' '.join(figures)}")
    return f"no fact on {asked} passes the filters", mend
