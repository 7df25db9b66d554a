"""The quick way: an ordinary command line goes straight to its command, and Typer is never imported.

Most of the time of a short answer would be Typer's import. Whatever is unusual about a line is left to Typer, whose
commands are made of the same declarations (app.py); a test holds the two ways together.
"""

from collections.abc import Sequence

from nkfacts.cli.calling import call
from nkfacts.cli.forms import lent_to, parameters_of
from nkfacts.cli.reading import read, share
from nkfacts.commands.options import Setting
from nkfacts.commands.registry import COMMANDS, HELP_OPTIONS, OVERVIEW, TOPIC, Command
from nkfacts.commands.shared import SHARED
from nkfacts.hints import Any
from nkfacts.output.exit_codes import ExitCode


def status_of(words: Sequence[str]) -> ExitCode | None:
    """Answer a command line and return its exit status; None, with nothing done, where it is not so ordinary.

    Raises:
        NkfactsError: the command refuses, the facts are faulty, or the answer cannot be written.
    """
    root = read(words, SHARED.values(), to_first_word=True)
    if root is None:
        return None
    before, rest = root
    setting = Setting().overridden_by(before)
    if not rest:
        return call(OVERVIEW, {}, setting)
    name, *behind = rest
    command = COMMANDS.get(name, TOPIC)
    is_topic = command is TOPIC
    # Only Typer has the help.
    if "manual" in lent_to(command) or (is_topic and not set(HELP_OPTIONS).isdisjoint(behind)):
        return None
    found = _given(command, behind)
    if found is None or (found[1] and not is_topic):
        return None
    given, left = found
    subject = (name, *left) if is_topic else ()
    return call(command, given, setting.overridden_by(given), subject=subject)


def _given(command: Command, words: Sequence[str]) -> tuple[dict[str, Any], list[str]] | None:
    """Return the values of all that a command takes, and the words that it does not."""
    parameters = parameters_of(command)
    options = read(words, parameters)
    arguments = share(options[1], parameters) if options else None
    if options is None or arguments is None:
        return None
    given = {each.name: each.default[0] for each in parameters if each.default} | options[0] | arguments[0]
    # Without an option that must be given, Typer says which.
    return (given, arguments[1]) if all(each.name in given for each in parameters) else None
