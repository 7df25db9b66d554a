"""``nkfacts entities``: who and what the facts name."""

from typing import Annotated

import typer

from nkfacts.fields import Choice
from nkfacts.layouts import ENTITIES
from nkfacts.model import ENTITY_KINDS
from nkfacts.query import Base
from nkfacts.records import counted_record
from nkfacts.report import Report

EXAMPLES = ("nkfacts entities --claimants", "nkfacts entities --kind unit")


def run(
    base: Base,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help=f"One of {', '.join(ENTITY_KINDS)}.")] = None,
    claimants: Annotated[bool, typer.Option("--claimants", help="Who asserts facts, the most first.")] = False,
) -> Report:
    """List the people, bodies, units and places that facts name, with every spelling and their number of claims."""
    found = base.entities(Choice("a kind of entity", ENTITY_KINDS).one(kind))
    if claimants:
        found = sorted((c for c in found if c.facts), key=lambda c: -c.facts)
    return Report("Entities", ENTITIES, [counted_record(counted) for counted in found])
