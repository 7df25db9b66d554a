"""What a command answers that wrote a file: nothing on stdout, unless a format asks for the path and its size."""

from typing import Annotated

import typer

from nkfacts.commands.tables import SAVED
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.report import Report
from nkfacts.output.saving import save
from nkfacts.text import plural

OutputFile = Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to this file.")]


def saved(path: str, data: bytes, facts: int) -> Report:
    """Write a file that shows so many facts, and return the report about it.

    Raises:
        OutputProblem: it cannot be written.
    """
    save(path, data)
    record = {"path": path, "bytes": len(data), "facts": facts}
    hint = f"{path}: {plural(facts, 'fact')}, {len(data):,} bytes"
    return Report(path, SAVED, [record], single=True, plain="", hints=[hint], status=ExitCode.ANSWERED)
