"""Arguments and options that several commands take, each defined once."""

from typing import Annotated

import typer

from nkfacts.commands.completion import entity_names, figure_names

FigureName = Annotated[
    str,
    typer.Argument(metavar="FIGURE", help="A figure: its id, or words people ask it by.", autocompletion=figure_names),
]
ByName = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="By this claimant, or who speaks for it.", autocompletion=entity_names),
]
Limit = Annotated[int | None, typer.Option("--limit", "-n", metavar="N", min=1, help="At most N.")]
