"""The options of every command."""

from nkfacts.commands.declaring import Option, Parameter
from nkfacts.output.formats import FORMATS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def _format_names(start: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(start)]


def _columns(start: str, command: str) -> "Sequence[str]":
    from nkfacts.commands.tables import columns_beginning

    return columns_beginning(command, start)


_TEXTS = {
    # Read before --help, which lists the topics of the file.
    "data": Option(
        "--data",
        "-d",
        metavar="FILE",
        help="Another fact file or folder (or NKFACTS_DATA); - is standard input.",
        eager=True,
    ),
    "as_of": Option("--as-of", metavar="DATE", help="Only what had been said by that day, month or year."),
    "format": Option("--format", "-f", metavar="FORMAT", help=f"One of {', '.join(FORMATS)}.", complete=_format_names),
    "columns": Option(
        "--columns",
        "-c",
        metavar="LIST",
        help="Columns to show, in that order: a,b,c; nkfacts columns lists them.",
        complete=_columns,
        by_command=True,
    ),
}
_SWITCHES = {
    "no_header": Option("--no-header", help="Leave out the header line."),
    "ok_empty": Option("--ok-empty", help="Status 0, not 1, when nothing is found."),
    "no_cache": Option("--no-cache", help="Neither use nor keep an index."),
    "no_pager": Option("--no-pager", help="Print a long screen whole (or NKFACTS_PAGER=, empty)."),
}
SHARED = {
    **{name: Parameter(name, str | None, option, None) for name, option in _TEXTS.items()},
    **{name: Parameter(name, bool, option, False) for name, option in _SWITCHES.items()},
}
"""The options of every command, in the order of the help."""
