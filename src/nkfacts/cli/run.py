"""One run of the program: its streams, and the only place where errors become exit statuses."""

import contextlib
import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import Any

import typer

from nkfacts.cli import first_word
from nkfacts.cli.app import application
from nkfacts.cli.printing import MOST_LINES, complain
from nkfacts.errors import DataProblem, NkfactsError, OutputProblem
from nkfacts.output import terminal
from nkfacts.output.exit_codes import ExitCode
from nkfacts.text import plural, visible

_EXCERPT = 100
_READ_AGAIN = 10_000_000
"""Letters of a file that are read again for the lines of its mistakes."""

_STATUSES = (
    (DataProblem, ExitCode.FAULTY_DATA),
    (OutputProblem, ExitCode.CANNOT_WRITE),
    (NkfactsError, ExitCode.WRONG_USAGE),
)
"""The status that each kind of trouble ends with, the narrower kind first."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status.

    Args:
        arguments: the words after the program's name; those of the process when left out.
    """
    _replace_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        # UTF-8 and plain line ends whatever the locale: the bytes do not depend on it.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        status = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader of the pipe has seen enough; Typer turns that into SystemExit.
        _discard_stdout()
        return ExitCode.ANSWERED
    except OSError as error:
        _discard_stdout()
        complain(f"cannot write the answer: {error.strerror}")
        return ExitCode.CANNOT_WRITE
    except Exception as error:
        if os.environ.get("NKFACTS_DEBUG"):
            raise
        complain(
            f"a mistake of nkfacts itself ({type(error).__name__})", "NKFACTS_DEBUG=1 shows where; please report it"
        )
        return ExitCode.INTERNAL_FAULT
    return status


def _run(arguments: list[str]) -> ExitCode:
    try:
        status = application().main(arguments, prog_name="nkfacts", standalone_mode=False)
    except NkfactsError as error:
        _explain(error)
        return next(status for kind, status in _STATUSES if isinstance(error, kind))
    except typer.TyperException as error:
        complain(error.format_message(), _mend(error, arguments))
        return ExitCode.WRONG_USAGE
    return ExitCode(status or ExitCode.ANSWERED)


def _mend(error: Any, arguments: Sequence[str]) -> str:
    """Return the mend of wrong usage: to ask, where words stand behind a command that read like a question."""
    words = [word for word in arguments if not word.startswith("-")]
    if error.format_message().startswith("Got unexpected extra argument") and first_word.is_sentence(words):
        return first_word.question(words)
    context = getattr(error, "ctx", None)
    return f"see: {context.command_path} --help" if context is not None else ""


def _explain(error: NkfactsError) -> None:
    # Mistakes first: the warnings of a file are shown when it has none left.
    problems = error.errors if isinstance(error, DataProblem) else ()
    if not problems:
        complain(error.message, error.mend)
        return
    # A person at a terminal sees the line with the mistake too.
    is_watched = terminal.look_at(sys.stderr, os.environ).is_terminal
    shown = problems[:MOST_LINES]
    lines_of = {file: _lines_of(file) for file in {problem.file for problem in shown}} if is_watched else {}
    for problem in shown:
        print(visible(str(problem)), file=sys.stderr)
        lines = lines_of.get(problem.file, [])
        if problem.line <= len(lines):
            start = max(0, problem.column - _EXCERPT // 2)
            excerpt = visible(lines[problem.line - 1][start : start + _EXCERPT])
            print(f"    {excerpt}\n    {' ' * (problem.column - 1 - start)}^", file=sys.stderr)
    if problems[MOST_LINES:]:
        complain(f"and {plural(len(problems) - MOST_LINES, 'more mistake')}", "mend these first")
    for remark in getattr(error, "remarks", ()):
        print(visible(remark), file=sys.stderr)


def _lines_of(path: str) -> list[str]:
    from nkfacts.reading.lines import split_lines, without_end

    try:
        # What is no file is not read twice.
        if not os.path.isfile(path) or path.startswith("/dev/"):
            return []
        with open(path, encoding="utf-8", errors="replace", newline="") as stream:
            return [without_end(line) for line in split_lines(stream.read(_READ_AGAIN))]
    except (OSError, ValueError):
        return []


def _replace_closed_streams() -> None:
    """Put something in the place of standard streams that were closed when the process began (``>&-``)."""
    # Python has None there, and print would write the complaints to stdout.
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open to the end
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115


class _Closed(io.TextIOWrapper):
    """A stdout that was closed: whatever is written to it cannot be."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")

    def write(self, _: str) -> int:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _discard_stdout() -> None:
    """Point stdout at nothing, so that the interpreter's last flush does not fail too."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
