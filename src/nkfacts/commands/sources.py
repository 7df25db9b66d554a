"""``nkfacts sources``: the documents."""

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import words
from nkfacts.commands.viewing import Ids, Links
from nkfacts.hints import Annotated
from nkfacts.model.records import SOURCE_KINDS
from nkfacts.model.types import Choice
from nkfacts.output.layouts import SOURCES
from nkfacts.output.mappings import counted_record
from nkfacts.output.report import Report
from nkfacts.output.screens.hand import View
from nkfacts.output.screens.parts import sources
from nkfacts.query.base import Base

EXAMPLES = ("nkfacts sources --kind official", "nkfacts sources --kind research --columns id,publisher,url")


def run(
    base: Base,
    kind: Annotated[
        str | None,
        Option(metavar="KIND", help=f"One of {', '.join(SOURCE_KINDS)}.", complete=words(*SOURCE_KINDS)),
    ] = None,
    ids: Ids = False,
    links: Links = False,
) -> Report:
    """List the documents in which the facts were read, each with its kind and its number of facts."""
    found = base.sources(Choice("a kind of source", SOURCE_KINDS).one(kind))
    records = [counted_record(counted) for counted in found]
    return Report("Sources", SOURCES, records, screen=lambda: sources(records, View(ids, links)))
