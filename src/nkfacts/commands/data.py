"""``nkfacts data``: which fact file is in use, and the choice of another for good."""

import os

import nkfacts
from nkfacts.commands.declaring import Argument
from nkfacts.commands.options import Setting, words
from nkfacts.commands.tables import FILES
from nkfacts.errors import DataProblem, OutputProblem, UsageProblem
from nkfacts.hints import Annotated
from nkfacts.index import location
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.report import Report
from nkfacts.text import visible

EXAMPLES = ("nkfacts data where", "nkfacts data use shipped")


def run(
    setting: Setting,
    action: Annotated[
        str,
        Argument(metavar="[where|use]", help="Tell which, or use another.", complete=words("where", "use")),
    ] = "where",
    file: Annotated[
        str | None,
        Argument(metavar="[FILE|shipped]", help="The fact file or folder to use from now on, or the shipped facts."),
    ] = None,
) -> Report:
    """Tell which fact file is in use, and why; 'use' chooses another for good.

    --data wins over NKFACTS_DATA, that over the choice made here or by the first add, and
    that over the facts that came with the program. In a checkout the latter are its
    data/facts.yaml.
    """
    if action == "where" and file is None:
        return _where(setting)
    if action != "use" or file is None:
        typed = visible(" ".join([action, *([file] if file else [])]))
        raise UsageProblem(f"'data' can do nothing called {typed!r}", "write: nkfacts data where, or: data use FILE")
    path = None if file == location.SHIPPED else os.path.abspath(file)
    if path is not None:
        nkfacts.load(path).close()
    try:
        location.choose(path)
    except OSError as error:
        raise OutputProblem(f"cannot remember the choice: {error.strerror}", "set NKFACTS_DATA instead") from None
    report = _where(setting._replace(data=None))
    if location.chosen_by() == "NKFACTS_DATA":
        return report._replace(notes=["NKFACTS_DATA names this file and wins over the choice; unset it"])
    return report


def _where(setting: Setting) -> Report:
    path, how = location.facts_path(setting.data), location.chosen_by(setting.data)
    record = {"path": path, "chosen_by": how, "updated": _updated(path)}
    return Report(
        "The fact file in use", FILES, [record], single=True, plain=f"{path}\n", hints=_hints(how, record["updated"]),
        status=ExitCode.ANSWERED,
    )  # fmt: skip


def _hints(how: str, updated: str | None) -> list[str]:
    if how == location.SHIPPED:
        return ["the facts that came with the program; others: nkfacts data use FILE"]
    hints = [f"chosen by {how if how != location.CHOSEN else 'nkfacts data use'}"]
    if how == location.CHOSEN:
        hints[0] += "; back to the shipped facts: nkfacts data use shipped"
        newer = _updated(location.shipped_facts())
        if newer and updated and newer > updated:
            hints.append(f"the shipped facts are newer: of {newer}, yours of {updated}")
    return hints


def _updated(path: str) -> str | None:
    """Return the day of the facts of a file; None where they cannot be read."""
    if path == location.STANDARD_INPUT:
        return None
    try:
        base = nkfacts.load(path)
    except DataProblem:
        return None
    try:
        return base.header["updated"]
    finally:
        base.close()
