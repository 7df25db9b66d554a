"""Questions to a person at the terminal: asked on stderr, so that stdout keeps the answer alone."""

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence

from nkfacts.output import terminal
from nkfacts.text import visible


def is_possible() -> bool:
    """Say whether a person can be asked: at a terminal that shows stderr and is read from."""
    return all(terminal.look_at(stream, os.environ).is_terminal for stream in (sys.stdin, sys.stderr))


def say(text: str) -> None:
    """Show a text of one or more lines."""
    for line in text.splitlines():
        print(visible(line), file=sys.stderr)
    sys.stderr.flush()


def ask(question: str, choices: Sequence[str] = ()) -> str:
    """Ask for one line and return it without the white space around it.

    Args:
        question: what is shown in front of the answer.
        choices: what the TAB key completes, where Python has a readline.

    Raises:
        EOFError: the person ended the input.
    """
    sys.stderr.flush()
    with _completion(choices) as has_readline:
        if not has_readline:
            sys.stderr.write(f"{visible(question)} ")
            sys.stderr.flush()
            line = sys.stdin.readline()
            if not line:
                raise EOFError
            return line.strip()
        with _stdout_on_stderr():
            return input(f"{visible(question)} ").strip()


def confirm(question: str) -> bool:
    """Ask a question to be answered with yes or no; anything but yes is no."""
    return ask(f"{question} [y/N]").lower() in ("y", "yes")


@contextlib.contextmanager
def _stdout_on_stderr() -> Iterator[None]:
    """Let what is written to the process's stdout go to stderr: readline knows no other way."""
    sys.stdout.flush()
    kept = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
        os.close(kept)


@contextlib.contextmanager
def _completion(choices: Sequence[str]) -> Iterator[bool]:
    """Complete choices while a question is open; yields whether there is a readline to do it."""
    try:
        import readline
    except ImportError:
        yield False
        return
    if sys.stdin is not sys.__stdin__ or not is_possible():
        yield False
        return

    def completed(text: str, state: int) -> str | None:
        found = [choice for choice in choices if choice.startswith(text)]
        return found[state] if state < len(found) else None

    former, delimiters = readline.get_completer(), readline.get_completer_delims()
    readline.set_completer(completed)
    # Ids hold hyphens and dots: only what parts the items of a list ends a word.
    readline.set_completer_delims(" ,")
    is_libedit = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if is_libedit else "tab: complete")
    try:
        yield True
    finally:
        readline.set_completer(former)
        readline.set_completer_delims(delimiters)
