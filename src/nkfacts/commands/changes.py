"""``nkfacts changes --since DAY``: what became known, and which headlines moved by it."""

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import ByNames, OfFigures, OfTopics
from nkfacts.commands.viewing import Ids, Links
from nkfacts.hints import Annotated
from nkfacts.model import dates
from nkfacts.output.comparison_layouts import CHANGES
from nkfacts.output.comparison_mappings import change_records
from nkfacts.output.report import Report
from nkfacts.output.screens.changes import changes as changes_screen
from nkfacts.output.screens.hand import View
from nkfacts.query.base import Base
from nkfacts.query.changes import Changes, changes
from nkfacts.query.filters import Filter

EXAMPLES = ("nkfacts changes --since 2026-02", "nkfacts changes --since 2025-09-01 --until 2025-09-30 --by nis --links")


def run(
    base: Base,
    since: Annotated[
        str,
        Option(
            "--since", metavar="DATE", help="Said on this date or later; last month and 10 days ago count from today."
        ),
    ],
    until: Annotated[str | None, Option("--until", metavar="DATE", help="Said on this date or earlier.")] = None,
    topic: OfTopics = None,
    figure: OfFigures = None,
    by: ByNames = None,
    ids: Ids = False,
    links: Links = False,
) -> Report:
    """Tell what was said since a day, and which headlines are others than before it.

    The headlines that moved come first, each as old → new with claimant, day and page, then what
    was said, the latest first. A fact counts on the day on which it was said, not on which it came
    into the base (of two fact files: nkfacts diff). A headline moves too when the time of a plan is
    over; one whose amount is the same by another fact was repeated, and stands apart. A pipe gets
    the same lines as a terminal, to paste into a mail; data comes with --format or --columns. When
    nothing was said the status is 1, and stderr names the newest day.
    """
    wanted = Filter(topic=topic, figure=figure, by=by)
    found = changes(base, since, until, wanted)
    records = change_records(base, found)
    return Report(
        _title(found),
        CHANGES,
        records,
        nothing=_nothing(found),
        screen=lambda: changes_screen(_title(found), records, View(ids, links)) if records else [],
        told=True,
    )


def _title(found: Changes) -> str:
    return f"Said since {dates.day_words(found.since)}" + (
        f" until {dates.day_words(found.until)}" if found.until else ""
    )


def _nothing(found: Changes) -> tuple[str, str]:
    nothing = f"nothing was s{_title(found)[1:]}"
    if found.newest is None:
        return nothing, "nothing passes the filters before it either"
    return nothing, f"the newest was said on {dates.day_words(found.newest)}: nkfacts changes --since {found.newest}"
