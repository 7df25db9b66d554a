"""``nkfacts check``: every mistake in a fact file."""

from contextlib import closing

from nkfacts.commands.declaring import Argument, Option
from nkfacts.commands.options import Setting
from nkfacts.commands.tables import PROBLEMS
from nkfacts.errors import DataProblem
from nkfacts.hints import TYPE_CHECKING, Annotated
from nkfacts.index.location import facts_path
from nkfacts.index.opening import check_file
from nkfacts.model.records import PARTS
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.lines import Line
from nkfacts.output.report import Report
from nkfacts.output.wrapping import Bit
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
        Argument(metavar="[FILE]", help="A fact file or folder; - is standard input. Without it, the one in use."),
    ] = None,
    every: Annotated[bool, Option("--warnings", help="Each warning, not one line a kind.")] = False,
) -> Report:
    """Check a fact file: every mistake on a line of its own, with file, line, column and the mend.

    Mistakes go to stderr as FILE:LINE:COLUMN: ID: what is wrong (the mend). Warnings come when no
    mistake is left, one line for each kind with their number; with --warnings each of them on a
    line of its own, behind the mistakes. With --format all of them go to stdout. The status is 3
    when there is a mistake, 0 when there are only warnings. The cache is never used.
    """
    path = facts_path(file or setting.data)
    try:
        warnings, connection = check_file(path, progress)
    except DataProblem as fault:
        if setting.format is None or not fault.problems:
            if every:
                fault.remarks = tuple(str(problem) for problem in fault.problems if problem.severity == "warning")
            raise
        return _report(path, fault.problems, ExitCode.FAULTY_DATA)
    with closing(connection):
        sizes = {part: len(list(Base(connection).names(part))) for part in PARTS}
    counts = [
        plural(sizes[part], noun)
        for part, noun in (
            ("facts", "fact"), ("figures", "figure"), ("entities", "entity"), ("sources", "source"),
            ("topics", "topic"),
        )
    ]  # fmt: skip
    if setting.format is not None:
        return _report(path, warnings, ExitCode.ANSWERED)
    found = plural(len(warnings), "warning") if warnings else "no warnings"
    told = list(map(str, warnings)) if every else _by_kind(path, warnings)
    summary = [Bit(path, whole=True), Bit(f": {', '.join(counts)}; no mistakes, {found}")]
    return Report(
        path, PROBLEMS, [], screen=lambda: [Line(summary, hang=2)], told=True,
        notes=told, status=ExitCode.ANSWERED,
        hints=["nkfacts check --warnings tells each"] if len(told) < len(warnings) else [],
    )  # fmt: skip


def _by_kind(path: str, warnings: "Sequence[Problem]") -> list[str]:
    """Return a line for each kind of warning, the most frequent first; one that stands alone is told whole.

    Of one kind are those that are mended alike.
    """
    kinds: dict[str, list[Problem]] = {}
    for warning in warnings:
        kinds.setdefault(warning.mend or warning.message, []).append(warning)
    lines = []
    for kind in sorted(kinds.values(), key=len, reverse=True):
        first = kind[0]
        mend = f" ({first.mend})" if first.mend else ""
        found = f"{path}: {plural(len(kind), 'warning')}: {_shared([each.message for each in kind])}{mend}"
        lines.append(str(first) if len(kind) == 1 else found)
    return lines


def _shared(messages: "Sequence[str]") -> str:
    """Return the words with which all messages begin."""
    words = [message.split(" ") for message in messages]
    count = next((n for n, same in enumerate(zip(*words, strict=False)) if len(set(same)) > 1), min(map(len, words)))
    return " ".join(words[0][:count]) + (" …" if any(len(each) > count for each in words) else "")


def _report(path: str, problems: "Sequence[Problem]", status: ExitCode) -> Report:
    return Report(
        path, PROBLEMS, [problem._asdict() for problem in sorted(problems, key=_mistakes_first)], status=status
    )


def _mistakes_first(problem: "Problem") -> bool:
    return problem.severity != "error"
