"""``nkfacts report``: the whole base, or some topics of it, as one page for a browser."""

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import Setting, topic_names
from nkfacts.commands.saved import OutputFile, saved
from nkfacts.commands.tables import SAVED
from nkfacts.errors import UsageProblem
from nkfacts.hints import Annotated
from nkfacts.output.pages.report_page import report_page
from nkfacts.output.report import Report
from nkfacts.query.base import Base

EXAMPLES = ("nkfacts report -o nkfacts.html", "nkfacts report --topic casualties --as-of 2025-01-31 -o losses.html")


def run(
    base: Base,
    setting: Setting,
    output: OutputFile = None,
    topic: Annotated[
        list[str] | None,
        Option("--topic", metavar="NAME", help="Of this topic; may be repeated.", complete=topic_names),
    ] = None,
) -> Report:
    """Write one HTML file to pass around: headline figures, charts, and every fact with its pages.

    It needs no network and no other file. The facts can be filtered by topic, claimant and words; without scripts all
    of them are shown. Each fact has an anchor, its id, to link to. It prints, and fits a phone.

    -o - writes it to standard output.
    """
    if output is None:
        raise UsageProblem("a report is a file", "write: nkfacts report -o nkfacts.html; -o - is standard output")
    page = report_page(base, topic or ())
    if not page.facts:
        known = f" known on {base.as_of}" if base.as_of else ""
        return Report("Report", SAVED, [], plain="", nothing=(f"no fact{known} to tell of", "try a later --as-of"))
    return saved(setting, output, page.html.encode(), page.facts)
