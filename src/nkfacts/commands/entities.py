"""``nkfacts entities``: who and what the facts name."""

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import words
from nkfacts.hints import Annotated
from nkfacts.model.records import ENTITY_KINDS
from nkfacts.model.types import Choice
from nkfacts.output.layouts import ENTITIES
from nkfacts.output.mappings import counted_record
from nkfacts.output.report import Report
from nkfacts.output.screens.parts import entities
from nkfacts.query.base import Base

EXAMPLES = ("nkfacts entities --claimants", "nkfacts entities --kind unit")


def run(
    base: Base,
    kind: Annotated[
        str | None,
        Option(metavar="KIND", help=f"One of {', '.join(ENTITY_KINDS)}.", complete=words(*ENTITY_KINDS)),
    ] = None,
    claimants: Annotated[bool, Option("--claimants", help="Who asserts facts, the most first.")] = False,
) -> Report:
    """List the people, bodies, units and places that facts name, with every spelling and their number of claims."""
    found = base.entities(Choice("a kind of entity", ENTITY_KINDS).one(kind))
    if claimants:
        found = sorted((c for c in found if c.facts), key=lambda c: -c.facts)
    records = [counted_record(counted) for counted in found]
    return Report("Entities", ENTITIES, records, screen=lambda: entities(records))
