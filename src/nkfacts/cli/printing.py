"""A report written to stdout in its format, remarks to stderr, and the exit status that follows."""

import os
import sys
from collections.abc import Callable, Iterator

from nkfacts.cli.remarks import remark
from nkfacts.cli.standard_streams import tell
from nkfacts.commands.options import Setting
from nkfacts.model.types import Choice
from nkfacts.output import formats, terminal
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.formats.cells import plain
from nkfacts.output.lines import render
from nkfacts.output.report import Report
from nkfacts.text import clipped, visible, wrapped

MOST_LINES = 100
"""The mistakes or remarks that are printed; of more only their number is said."""


class CutShort(Exception):
    """An answer failed in a way that nobody foresaw, and a part of it was written already."""

    def __init__(self, reason: Exception) -> None:
        super().__init__()
        self.reason = reason


def answer(run: Callable[[], Report], setting: Setting) -> ExitCode:
    """Run a command, write its report as the options ask, and return the exit status.

    Raises:
        UsageProblem: the format or a column is unknown, or whatever the command refuses.
        CutShort: a part of it was written already.
    """
    form = Choice("a format", tuple(formats.FORMATS)).one(setting.format)
    report = run()
    stdout = terminal.look_at(sys.stdout, os.environ)
    if setting.columns:
        report = report.choose(setting.columns)
    pieces = _pieces(report, form, setting, stdout)
    if stdout.is_terminal:
        # A person gets the screen whole: it may be one for the pager.
        text = "".join(pieces)
        pieces = iter(() if not setting.no_pager and _shown_in_pager(text) else (text,))
    _show_what_was_done(report, pieces)
    notes = report.notes[:MOST_LINES]
    if report.notes[MOST_LINES:]:
        notes = [*notes, f"and {len(report.notes) - MOST_LINES:,} more"]
    hints = report.hints if stdout.is_terminal and form in (None, "table") else ()
    # What to type next stands behind what is wrong, where anything is.
    is_missed = report.status is None and report.is_empty
    for told in (*notes, *(() if is_missed else hints)):
        remark(told)
    if report.status is not None:
        return report.status
    if not report.is_empty:
        return ExitCode.ANSWERED
    complain(*report.why_nothing)
    for hint in hints:
        remark(hint)
    if report.near is not None and form in (None, "table"):
        stderr = terminal.look_at(sys.stderr, os.environ)
        width = stderr.width if stderr.is_terminal else terminal.WIDEST
        tell(render(report.near(), stderr._replace(width=width)))
    return ExitCode.ANSWERED if setting.ok_empty else ExitCode.NOTHING_FOUND


def _show_what_was_done(report: Report, pieces: Iterator[str]) -> None:
    """Write a text; where that fails, say in the error what was done all the same."""
    begun = False
    try:
        for piece in pieces:
            begun = bool(sys.stdout.write(piece)) or begun
        sys.stdout.flush()
    except OSError as error:
        for done in report.done:
            error.add_note(done)
        raise
    except Exception as error:
        if begun:
            raise CutShort(error) from error
        raise


def _pieces(report: Report, form: str | None, setting: Setting, stdout: terminal.Terminal) -> Iterator[str]:
    if form is None and report.single and len(report.chosen) == 1:
        return (f"{plain(report.chosen[0].cell(record))}\n" for record in report.records)
    if form is None and not report.chosen and report.plain is not None:
        return iter([report.plain])
    if form is None and not report.chosen and report.told and report.screen is not None:
        return iter([render(report.screen(), stdout if stdout.is_terminal else stdout._replace(width=terminal.WIDEST))])
    form = form or (not report.chosen and report.form) or ("table" if stdout.is_terminal else "tsv")
    return formats.render(form, report, stdout, header=not setting.no_header)


def _shown_in_pager(text: str) -> bool:
    from nkfacts.cli import pager

    return pager.shown(text, sys.stdout, os.environ)


def show(text: str) -> None:
    """Write a text to stdout, to its end."""
    sys.stdout.write(text)
    sys.stdout.flush()


def complain(message: str, mend: str = "") -> None:
    """Write what is wrong, and the mend: on one line of stderr, at a terminal in lines of its width."""
    # A message may repeat what was typed: a file's name, or, in Typer's own words, an option.
    message, mend = clipped(message), clipped(mend)
    screen = terminal.look_at(sys.stderr, os.environ)
    if not screen.is_terminal:
        tell(visible(f"nkfacts: {message}{f' ({mend})' if mend else ''}") + "\n")
        return
    for paragraph in (f"nkfacts: {message}", mend):
        for number, line in enumerate(wrapped(visible(paragraph), screen.width - 2) if paragraph else ()):
            tell(f"{'  ' if number or paragraph is mend else ''}{line}\n")
