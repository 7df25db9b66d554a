"""Write what is installed beside the program into share/: its manual page and what shells complete with.

Usage: python docs/make_share.py. The manual page is written from the commands as the command line has them; the files for
the shells are those that --show-completion prints, which ask the program at every TAB.
"""

import re
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import nkfacts
from nkfacts.cli.app import application
from nkfacts.cli.completion_scripts import script_for
from nkfacts.commands.registry import COMMANDS, TASKS
from nkfacts.output.exit_codes import ExitCode

SHARE = Path(__file__).parents[1] / "share"
SHELLS = {
    "bash": "bash-completion/completions/nkfacts",
    "zsh": "zsh/site-functions/_nkfacts",
    "fish": "fish/vendor_completions.d/nkfacts.fish",
}
"""Where each shell looks for the completion of a program, below share/."""
MANUAL = "man/man1/nkfacts.1"

STATUSES = {
    ExitCode.ANSWERED: "answered",
    ExitCode.NOTHING_FOUND: "nothing found; with --ok-empty that is 0",
    ExitCode.WRONG_USAGE: "wrong usage: an unknown name, column or option; the nearest are offered",
    ExitCode.FAULTY_DATA: "the fact file is missing or faulty; every mistake is on standard error",
    ExitCode.CANNOT_WRITE: "something could not be written",
    ExitCode.TOO_OLD: "the figure was said longer ago than get --max-age takes",
    ExitCode.INTERNAL_FAULT: "a mistake of nkfacts itself",
    ExitCode.INTERRUPTED: "interrupted",
}
ENVIRONMENT = {
    "NKFACTS_DATA": "The fact file or folder to read, where --data names none.",
    "NKFACTS_PAGER, PAGER": "What shows a screen that is taller than the terminal; empty for no pager. Else less -FRX.",
    "NKFACTS_MAX_MB": "The largest fact file that is read, in megabytes.",
    "NKFACTS_DEBUG": "When set, a mistake of nkfacts itself is shown with where it came about.",
    "BROWSER": "What nkfacts open starts at a terminal.",
    "NO_COLOR": "When set, neither colours nor links.",
    "FORCE_COLOR, CLICOLOR_FORCE": "When set, colours in a pipe too; 0 says none.",
    "TERM, COLUMNS": "The kind of the terminal, and its width.",
    "XDG_CACHE_HOME, XDG_DATA_HOME, XDG_CONFIG_HOME": "Where the index, your own fact file, and the choice of it are kept.",
}
_STREAMS = (
    "At a terminal there are lines to read; in a pipe there are tab-separated values with a header. Standard output carries "
    "the answer, standard error everything else. Every figure has its claimant, its day and its source; what nobody has "
    'said is answered with "no fact on that", and the status is 1.'
)
EVERYWHERE, SEVERAL = "OPTIONS OF EVERY COMMAND", "OPTIONS OF SEVERAL COMMANDS"
_WHOLE_WORDS: Any = {"break_long_words": False, "break_on_hyphens": False}
_MANY = 3
"""An option that so many commands have is explained once, for all of them."""


class Option(NamedTuple):
    """An option of a command: how it is written, what it does."""

    names: str
    value: str
    help: str


class Page(NamedTuple):
    """What the manual says of a command."""

    name: str
    arguments: list[Option]
    options: list[Option]
    paragraphs: list[str]
    examples: list[str]


def main() -> dict[str, str]:
    """Return the text of each file below share/ by its path."""
    return {MANUAL: manual(), **{path: script_for(shell) for shell, path in SHELLS.items()}}


def pages() -> list[Page]:
    """Return what the manual says of the overview, of each command, and of a topic."""
    root = application()
    context = root.make_context("nkfacts", [], resilient_parsing=True)
    found = {name: root.get_command(context, name) for name in (*COMMANDS, "TOPIC")}
    return [_page("nkfacts", root, context)] + [_page(f"nkfacts {n}", each, context) for n, each in found.items()]


def _page(name: str, command: Any, parent: Any) -> Page:
    context = command.make_context(name, [], parent=parent, resilient_parsing=True)
    arguments, options = [], []
    for each in command.get_params(context):
        if each.param_type_name == "argument":
            arguments.append(Option(each.make_metavar(context).strip("{}"), "", each.help or ""))
        elif not each.hidden:
            names = ", ".join(sorted(each.opts, key=len))
            value = "" if each.is_flag else each.make_metavar(context)
            options.append(Option(names, value, each.help or ""))
    words = (command.epilog or "").partition("Examples:")[2]
    return Page(
        name,
        arguments,
        options,
        _paragraphs(command.help),
        [line.strip() for line in words.split("\n") if line.strip()],
    )


def _paragraphs(text: str) -> list[str]:
    return [" ".join(each.split()) for each in text.replace("\b", "").split("\n\n") if each.strip()]


def manual() -> str:
    """Return the manual page in the macros of man(7)."""
    every = pages()
    overview, commands = every[0], every[1:]
    times = Counter(option for page in commands for option in page.options)
    everywhere = [option for option in commands[0].options if times[option] == len(commands)]
    several = [option for option in times if _MANY <= times[option] < len(commands)]
    lines = [
        r".\" Made by `python docs/make_share.py`; a test holds it up to date.",
        f'.TH NKFACTS 1 "" "nkfacts {nkfacts.__version__}" "User Commands"',
        ".nh",
        ".ad l",
        ".SH NAME",
        "nkfacts \\- what is known, by whom and since when,",
        r"about North Korea\(aqs troop deployment to Russia",
        ".SH SYNOPSIS",
        *_synopsis(Page("nkfacts", [], [], [], [])),
        ".br",
        *_synopsis(Page("nkfacts COMMAND", [Option("[WORD...]", "", "")], [], [], [])),
        ".SH DESCRIPTION",
        *_text([*overview.paragraphs, _STREAMS]),
        ".SH COMMANDS",
    ]
    by_name = {page.name.removeprefix("nkfacts "): page for page in commands}
    shared = {*everywhere, *several}
    for task in TASKS:
        lines += [f".SS {_roff(task)}"]
        for name, command in COMMANDS.items():
            if command.task == task:
                lines += _command(by_name[name], shared, several)
    lines += [".SS Topics and figures", *_command(by_name["TOPIC"], shared, several)]
    lines += [f".SH {EVERYWHERE}", *_options(everywhere)]
    only_here = [option for option in overview.options if option not in shared]
    lines += [".PP", *_text(["Without a command there are besides:"]), *_options(only_here)]
    lines += [f".SH {SEVERAL}", *_text(["Each command says which of these it has."]), *_options(several)]
    lines += [".SH EXIT STATUS", *_listed({str(int(code)): STATUSES[code] for code in STATUSES})]
    lines += [".SH ENVIRONMENT", *_listed(ENVIRONMENT)]
    lines += [".SH EXAMPLES", *_shown(TASKS.values())]
    lines += [".SH SEE ALSO", *_text(["nkfacts help COMMAND; docs/commands.md, which shows every command at work."])]
    return "\n".join(lines) + "\n"


def _command(page: Page, shared: set[Option], several: list[Option]) -> Iterator[str]:
    yield ".TP"
    yield from _synopsis(page)
    for number, paragraph in enumerate(page.paragraphs):
        yield from [".IP"] if number else []
        yield from _filled(paragraph)
    own = [each for each in (*page.arguments, *page.options) if each not in shared and each.help]
    if own:
        yield ".RS"
        yield from _options(own)
        yield ".RE"
    named = [option.names.rpartition(" ")[2] for option in several if option in page.options]
    if named:
        yield ".IP"
        yield from _filled(f"Also: {', '.join(named)}.")
    yield ".IP"
    yield from _shown(page.examples)


def _synopsis(page: Page) -> Iterator[str]:
    words = " ".join(["[OPTION...]", *(each.names for each in page.arguments)])
    yield f"\\fB{_roff(page.name)}\\fR \\fI{_roff(words)}\\fR"


def _options(options: list[Option]) -> Iterator[str]:
    for option in options:
        yield ".TP"
        yield f"\\fB{_roff(option.names)}\\fR" + (f" \\fI{_roff(option.value)}\\fR" if option.value else "")
        yield from _filled(option.help or "Say so.")


def _listed(explained: dict[str, str]) -> Iterator[str]:
    for name, words in explained.items():
        yield from (".TP", f"\\fB{_roff(name)}\\fR")
        yield from _filled(words)


def _text(paragraphs: list[str]) -> Iterator[str]:
    for number, paragraph in enumerate(paragraphs):
        yield from [".PP"] if number else []
        yield from _filled(paragraph)


def _filled(paragraph: str) -> list[str]:
    # A sentence ends a line: roff sets the space behind it.
    sentences = re.split(r"(?<=[.;:]) (?=\S)", paragraph)
    lines = [line for sentence in sentences for line in textwrap.wrap(_roff(sentence), 79, **_WHOLE_WORDS)]
    return [_text_line(line) for line in lines]


def _shown(examples: Any) -> Iterator[str]:
    yield ".EX"
    yield from (_text_line(_roff(example)) for example in examples)
    yield ".EE"


def _roff(text: str) -> str:
    """Return a text as roff shows it: no sign a request or an escape, a hyphen one that can be copied, all in ASCII."""
    text = (
        text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq").replace("`", r"\(ga").replace("^", r"\(ha")
    )
    return "".join(sign if sign.isascii() else f"\\[u{ord(sign):04X}]" for sign in text.replace("~", r"\(ti"))


def _text_line(line: str) -> str:
    """Return a line that is no request, whatever it begins with."""
    return rf"\&{line}" if line.startswith(".") else line


if __name__ == "__main__":
    for path, text in main().items():
        (SHARE / path).parent.mkdir(parents=True, exist_ok=True)
        (SHARE / path).write_text(text, encoding="utf-8")
    sys.stdout.write(f"wrote {len(main())} files below {SHARE}\n")
