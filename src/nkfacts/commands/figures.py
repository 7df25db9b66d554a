"""``nkfacts figures``: the questions that have numbers for answers."""

from typing import Annotated

import typer

from nkfacts.commands.options import topic_names
from nkfacts.output.layouts import FIGURES
from nkfacts.output.mappings import counted_record
from nkfacts.output.report import Report
from nkfacts.query.base import Base

EXAMPLES = ("nkfacts figures", "nkfacts figures --topic arms")


def run(
    base: Base,
    topic: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of this topic only.", autocompletion=topic_names)
    ] = None,
) -> Report:
    """List the figures, with what they count, their unit, and the words people ask them by."""
    return Report("Figures", FIGURES, [counted_record(counted) for counted in base.figures(topic)])
