"""``nkfacts verify TEXT``: the numbers and dated claims of a text held against the base."""

import os

from nkfacts.commands.declaring import Argument, Option
from nkfacts.commands.options import Setting, text_of_stdin
from nkfacts.commands.tables import CLAIMS
from nkfacts.errors import DataProblem, UsageProblem
from nkfacts.hints import Annotated
from nkfacts.index import streams
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.report import Report
from nkfacts.query.base import Base
from nkfacts.text import plural, visible
from nkfacts.verifying.records import claim_records
from nkfacts.verifying.screen import claims_screen, marked_screen
from nkfacts.verifying.verifying import Verification, verify

MOST_LETTERS = 1_000_000
"""The letters of a text that is read; longer ones are to be given in parts."""
_MOST_BYTES = 4 * MOST_LETTERS
"""No letter takes more than four bytes."""

_UNREADABLE = 0.2
"""The share of its letters from which on what cannot be read makes a text none; a few stray bytes in one do not."""

EXAMPLES = (
    'nkfacts verify "about 600 of 15,000 died, says NIS in April"',
    'nkfacts verify --marked "The NIS said in January 2025 that about 300 North Koreans had died."',
)


def run(
    base: Base,
    setting: Setting,
    text: Annotated[
        list[str], Argument(metavar="TEXT...", help="A text, a file that has one, or - for standard input.")
    ],
    written: Annotated[
        str | None,
        Option("--written", metavar="DATE", help='Day of the text, from which "last October" counts back.'),
    ] = None,
    marked: Annotated[bool, Option("--marked", help="The text itself, with its claims marked.")] = False,
    quiet: Annotated[bool, Option("--quiet", "-q", help="Print nothing; the status tells.")] = False,
) -> Report:
    """Hold every number and dated claim of a text against the base: who said so, when, and where it can be read.

    Each is said so; said otherwise (with what was said); outdated (it was said so; with what is
    said now); not in the base; or not read, where it is not clear what it is about. The status is
    0 only when all were said so. A number is the same when it is the same, "about" when it is the
    other rounded; a lower bound is no total. Who is named has to have said it, and then. Years,
    times, ages, and numbers of articles and telephones claim nothing.
    """
    found = verify(_text(text, setting), base, written=written)
    records = claim_records(found)
    if quiet:
        return Report("Claims", CLAIMS, records, plain="", whole=records, status=_status(found, setting))
    screen = marked_screen if marked else claims_screen
    return Report(
        "Claims",
        CLAIMS,
        records,
        nothing=("no claim in it", "what is looked for are numbers of something, and what happened on a day"),
        status=_status(found, setting) if records else None,
        screen=lambda: screen(found),
        told=marked,
    )


def _status(found: Verification, setting: Setting) -> ExitCode:
    nothing = not found.claims and setting.ok_empty
    return ExitCode.ANSWERED if found.holds or nothing else ExitCode.NOTHING_FOUND


def _text(words: list[str], setting: Setting) -> str:
    """Return the text that was given, that of the file it names, or that of standard input.

    Raises:
        UsageProblem: there is no such file, it cannot be read, is no text, or is too long.
    """
    if words == ["-"]:
        return _bounded(_as_text(text_of_stdin(setting, "text"), "standard input"), "standard input")
    text = " ".join(words)
    if len(words) == 1 and _is_path(text):
        return _of_file(text)
    return _bounded(text, "the text")


def _is_path(word: str) -> bool:
    """Say whether a word is the name of a file: there is one, or it is written as none of a sentence is."""
    if " " in word or "\n" in word or not word:
        return False
    return os.path.exists(word) or "/" in word or word.endswith((".txt", ".md", ".html"))


def _of_file(path: str) -> str:
    if os.path.isdir(path):
        raise UsageProblem(f"{visible(path)} is a folder", "name a file of it")
    try:
        data = streams.read_beginning(path, "text", _MOST_BYTES + 1)
    except DataProblem as problem:
        raise UsageProblem(problem.message, "name a file, or quote the text") from None
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return _bounded(_as_text(text, visible(path)), visible(path))


def _as_text(read: str, name: str) -> str:
    """Return what was read where that is a text: no program, picture, or text in another encoding."""
    strange = (sign == "\ufffd" or (sign < " " and not sign.isspace()) for sign in read)
    if "\0" in read or sum(strange) > _UNREADABLE * len(read):
        raise UsageProblem(f"{name} is no text in UTF-8", "save it as UTF-8, without control characters")
    return read


def _bounded(text: str, name: str) -> str:
    if len(text) > MOST_LETTERS:
        raise UsageProblem(f"{name} is longer than {plural(MOST_LETTERS, 'letter')}", "give it in parts")
    return text
