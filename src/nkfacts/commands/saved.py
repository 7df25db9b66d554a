"""What a command answers that wrote a file: nothing on stdout, unless a format asks for the path and its size."""

import os

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import Setting
from nkfacts.commands.tables import SAVED
from nkfacts.errors import OutputProblem
from nkfacts.hints import Annotated
from nkfacts.index import location
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.files import write_file
from nkfacts.output.report import Report
from nkfacts.text import plural

OutputFile = Annotated[str | None, Option("--output", "-o", metavar="FILE", help="Write it to this file.")]

STANDARD_OUTPUT = "-"
"""The name of no file: the answer is the text itself."""


def saved(setting: Setting, path: str, data: bytes, facts: int) -> Report:
    """Write a file that shows so many facts, and return the report about it; a text for ``-`` is the report.

    What was there is replaced: it is the same chart or page, made again.

    Raises:
        OutputProblem: it cannot be written, or holds the facts that are read.
    """
    record = {"path": path, "bytes": len(data), "facts": facts}
    report = Report(path, SAVED, [record], single=True, plain="", status=ExitCode.ANSWERED)
    if path == STANDARD_OUTPUT:
        return report._replace(plain=data.decode())
    spare_the_facts(setting, path)
    write_file(path, data, force=True)
    return report._replace(hints=[f"{path}: {plural(facts, 'fact')}"], done=[f"wrote {path}"])


def spare_the_facts(setting: Setting, output: str) -> None:
    """Refuse to write over the facts that are read: their comments and layout would be lost.

    Raises:
        OutputProblem: it is one of their files.
    """
    facts = location.facts_path(setting.data)
    read = [facts, *(location.files_of(facts) if os.path.isdir(facts) else ())]
    if any(os.path.exists(path) and os.path.exists(output) and os.path.samefile(path, output) for path in read):
        raise OutputProblem(f"{output} holds the facts that are read, and is not written over", "name another with -o")
