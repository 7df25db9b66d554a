"""``nkfacts help``: the help of the program, or of one command or topic."""

from collections.abc import Callable, Sequence

from nkfacts.commands.declaring import Argument
from nkfacts.commands.options import command_names
from nkfacts.hints import Annotated
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.layouts import ITEMS
from nkfacts.output.report import Report

EXAMPLES = ("nkfacts help", "nkfacts help get")


def run(
    manual: Callable[[Sequence[str]], str],
    command: Annotated[
        list[str] | None,
        Argument(metavar="[COMMAND]", help="A command, topic or figure.", complete=command_names),
    ] = None,
) -> Report:
    """Show the help of a command, as --help behind it does; without one, that of the program."""
    text = manual(command or ())
    return Report("Help", ITEMS, [{"key": "help", "value": text}], plain=text, status=ExitCode.ANSWERED)
