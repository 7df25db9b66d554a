"""What a command answers that wrote a file: nothing on stdout, unless a format asks for the path and its size."""

from typing import Annotated

from nkfacts.commands.declaring import Option
from nkfacts.commands.tables import SAVED
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.report import Report
from nkfacts.output.saving import save
from nkfacts.text import plural

OutputFile = Annotated[str | None, Option("--output", "-o", metavar="FILE", help="Write it to this file.")]


STANDARD_OUTPUT = "-"
"""The name of no file: the answer is the text itself."""


def saved(path: str, data: bytes, facts: int) -> Report:
    """Write a file that shows so many facts, and return the report about it; a text for ``-`` is the report.

    Raises:
        OutputProblem: it cannot be written.
    """
    record = {"path": path, "bytes": len(data), "facts": facts}
    report = Report(path, SAVED, [record], single=True, plain="", status=ExitCode.ANSWERED)
    if path == STANDARD_OUTPUT:
        return report._replace(plain=data.decode())
    save(path, data)
    return report._replace(hints=[f"{path}: {plural(facts, 'fact')}"])
