"""``nkfacts check``: every mistake in a fact file."""

from typing import TYPE_CHECKING, Annotated

import typer

from nkfacts.commands.options import Setting
from nkfacts.commands.tables import PROBLEMS
from nkfacts.errors import DataProblem
from nkfacts.index.location import facts_path
from nkfacts.index.opening import check_file
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.report import Report
from nkfacts.query.base import Base
from nkfacts.text import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nkfacts.errors import Problem
    from nkfacts.index.building import Progress

EXAMPLES = ("nkfacts check", "nkfacts check --format json")


def run(
    setting: Setting,
    progress: "Progress | None",
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]", help="A fact file or folder; - is standard input. Without it, the one in use."
        ),
    ] = None,
) -> Report:
    """Check a fact file: every mistake on a line of its own, with file, line, column and the mend.

    Mistakes and warnings go to stderr as FILE:LINE:COLUMN: ID: what is wrong (the mend); with
    --format, to stdout. The status is 3 when there is a mistake, 0 when there are only
    warnings. The cache is never used.
    """
    path = facts_path(file or setting.data)
    try:
        warnings, connection = check_file(path, progress)
    except DataProblem as fault:
        if setting.format is None or not fault.problems:
            raise
        return _report(path, fault.problems, ExitCode.FAULTY_DATA)
    base = Base(connection)
    counts = [
        plural(len(list(base.names(part))), noun)
        for part, noun in (
            ("facts", "fact"), ("figures", "figure"), ("entities", "entity"), ("sources", "source"),
            ("topics", "topic"),
        )
    ]  # fmt: skip
    if setting.format is not None:
        return _report(path, warnings, ExitCode.ANSWERED)
    found = plural(len(warnings), "warning") if warnings else "no warnings"
    return Report(
        path, PROBLEMS, [], plain=f"{path}: {', '.join(counts)}; no mistakes, {found}\n",
        notes=[str(warning) for warning in warnings], status=ExitCode.ANSWERED,
    )  # fmt: skip


def _report(path: str, problems: "Sequence[Problem]", status: ExitCode) -> Report:
    return Report(path, PROBLEMS, [problem._asdict() for problem in problems], status=status)
