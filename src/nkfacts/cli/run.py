"""One run of the program: its streams, and the only place where errors become exit statuses."""

import os
import sys
from collections.abc import Sequence

from nkfacts.cli import first_word, quick
from nkfacts.cli.printing import MOST_LINES, CutShort, complain
from nkfacts.cli.standard_streams import discard, tell
from nkfacts.errors import DataProblem, NkfactsError, OutputProblem, TooOld, UsageProblem
from nkfacts.hints import Any
from nkfacts.output import terminal
from nkfacts.output.exit_codes import ExitCode
from nkfacts.text import plural, visible

_EXCERPT = 100
_READ_AGAIN = 10_000_000
"""Letters of a file that are read again for the lines of its mistakes."""

_STATUSES = (
    (DataProblem, ExitCode.FAULTY_DATA),
    (OutputProblem, ExitCode.CANNOT_WRITE),
    (TooOld, ExitCode.TOO_OLD),
    (NkfactsError, ExitCode.WRONG_USAGE),
)
"""The status that each kind of trouble ends with, the narrower kind first."""


def main(arguments: Sequence[str] | None = None, *, by_typer: bool = False) -> int:
    """Run the command line and return the exit status.

    Args:
        arguments: the words after the program's name; those of the process when left out.
        by_typer: let Typer read what is ordinary too.
    """
    for stream in (sys.stdout, sys.stderr):
        # UTF-8 and plain line ends whatever the locale: the bytes do not depend on it.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        status = _run(sys.argv[1:] if arguments is None else list(arguments), by_typer=by_typer)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except EOFError:
        tell("\n")
        return ExitCode.INTERRUPTED
    except (BrokenPipeError, SystemExit) as error:
        # The reader of the pipe has seen enough; Typer turns that into SystemExit.
        discard(sys.stdout)
        for done in getattr(error, "__notes__", ()):
            tell(f"{visible(done)}\n")
        return ExitCode.ANSWERED
    except OSError as error:
        discard(sys.stdout)
        done = "; ".join(getattr(error, "__notes__", ()))
        complain(f"{done}, but not shown: {error.strerror}" if done else f"cannot write the answer: {error.strerror}")
        return ExitCode.CANNOT_WRITE
    except Exception as error:
        if os.environ.get("NKFACTS_DEBUG"):
            raise
        return _own_fault(error.reason if isinstance(error, CutShort) else error)
    return status


def _own_fault(error: Exception) -> ExitCode:
    """Say that nobody foresaw an error, or, where a shell asks at TAB, that it asks in no known way."""
    if "_NKFACTS_COMPLETE" in os.environ:
        complain("the shell asks for a completion in a way that is not known", "nkfacts --install-completion")
        return ExitCode.WRONG_USAGE
    complain(f"a mistake of nkfacts itself ({type(error).__name__})", "NKFACTS_DEBUG=1 shows where; please report it")
    return ExitCode.INTERNAL_FAULT


def _run(arguments: list[str], *, by_typer: bool) -> ExitCode:
    try:
        _demand_values(arguments)
        # What a shell asks at TAB is no command line.
        status = None if by_typer or "_NKFACTS_COMPLETE" in os.environ else quick.status_of(arguments)
        return _run_by_typer(arguments) if status is None else status
    except NkfactsError as error:
        _explain(error)
        return next(status for kind, status in _STATUSES if isinstance(error, kind))


def _run_by_typer(arguments: list[str]) -> ExitCode:
    import typer

    from nkfacts.cli.app import application

    try:
        status = application().main(arguments, prog_name="nkfacts", standalone_mode=False)
    except typer.TyperException as error:
        complain(_number_wanted(error) or error.format_message(), _mend(error, arguments))
        return ExitCode.WRONG_USAGE
    except typer.Abort:
        raise KeyboardInterrupt from None
    return ExitCode(status or ExitCode.ANSWERED)


def _number_wanted(error: Any) -> str:
    """Return in plain words which number an option takes, where it was given another or none; else nothing."""
    option: Any = getattr(error, "param", None)
    kind: Any = getattr(option, "type", None)
    if getattr(kind, "name", "") not in ("int range", "float range"):
        return ""
    number = "a whole number" if kind.name == "int range" else "a number"
    unit = f" of {option.metavar.lower()}" if option.metavar and len(option.metavar) > 1 else ""
    ends = f" from {kind.min} to {kind.max}" if kind.max is not None else f", from {kind.min} on"
    return f"{option.opts[0]} takes {number}{unit}{ends}, and not {error.message.partition(' is not ')[0]}"


def _demand_values(arguments: Sequence[str]) -> None:
    """Refuse an option, or the file of ``check``, that is given as nothing: an unset variable of a script perhaps."""
    for before, word in zip(["", *arguments], arguments, strict=False):
        name, equals, value = word.partition("=")
        if before == "--":
            return
        if word.startswith("--") and equals and not value:
            raise UsageProblem(f"{name} has an empty value", "give it one, or leave it out")
        if word == "" and before.startswith("-"):
            raise UsageProblem(f"{before.partition('=')[0]} has an empty value", "give it one, or leave it out")
        if word == "" and before == "check":
            raise UsageProblem("the name of the file is empty", "name a file, or leave it out")


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
        for message, mend in getattr(error, "parts", ()):
            complain(message, mend)
        complain(error.message, error.mend)
        return
    # A person at a terminal sees the line with the mistake too.
    is_watched = terminal.look_at(sys.stderr, os.environ).is_terminal
    shown = problems[:MOST_LINES]
    lines_of = {file: _lines_of(file) for file in {problem.file for problem in shown}} if is_watched else {}
    for problem in shown:
        tell(f"{visible(str(problem))}\n")
        lines = lines_of.get(problem.file, [])
        if problem.line <= len(lines):
            start = max(0, problem.column - _EXCERPT // 2)
            excerpt = visible(lines[problem.line - 1][start : start + _EXCERPT])
            tell(f"    {excerpt}\n    {' ' * (problem.column - 1 - start)}^\n")
    if problems[MOST_LINES:]:
        complain(f"and {plural(len(problems) - MOST_LINES, 'more mistake')}", "mend these first")
    for remark in getattr(error, "remarks", ()):
        tell(f"{visible(remark)}\n")


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
