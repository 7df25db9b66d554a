"""``nkfacts columns``: what --columns may name, and the headings under which it is shown."""

from nkfacts.commands.declaring import Argument
from nkfacts.commands.options import command_names
from nkfacts.commands.registry import COMMANDS
from nkfacts.commands.tables import COLUMNS, TABLES
from nkfacts.errors import UnknownName
from nkfacts.hints import Annotated
from nkfacts.output.report import Layout, Report
from nkfacts.query.base import Base
from nkfacts.text import did_you_mean, nearest, plural, visible

EXAMPLES = ("nkfacts columns list", "nkfacts columns figures --columns name,heading")

_ANY = ("TOPIC", "nkfacts")


def run(
    base: Base,
    command: Annotated[
        str | None,
        Argument(metavar="[COMMAND]", help="A command, topic or figure.", complete=command_names),
    ] = None,
) -> Report:
    """List the columns of a command: their names, which --columns takes, and the headings of its table.

    --columns takes the heading too, in any case: "Said on" is reported. Without a command come the
    columns of every one; nkfacts is the overview, TOPIC every topic and figure.
    """
    named = list(TABLES) if command is None else [_table_of(command, base)]
    records = [record for name in named for record in _records(name, TABLES[name])]
    title = "Columns" if command is None else f"Columns of {command}"
    layout = COLUMNS._replace(table="command name heading shown") if command is None else COLUMNS
    return Report(title, layout, records, hints=[f"{plural(len(records), 'column')}: --columns a,b,c picks and orders"])


def _table_of(command: str, base: Base) -> str:
    if command in TABLES:
        return command
    if any(base.has_name(part, command) for part in ("topics", "figures")):
        return "TOPIC"
    near = nearest(command, [*COMMANDS, *_ANY, *base.names("topics")])
    raise UnknownName(f"no command is called {visible(command)!r}", did_you_mean(near) or "see: nkfacts --help")


def _records(command: str, layout: Layout) -> list[dict[str, str]]:
    shown = {"table": layout.table.split(), "data": layout.data.split()}
    return [
        {
            "command": command,
            "name": column.key,
            "heading": column.label,
            "shown": " and ".join(where for where, keys in shown.items() if column.key in keys),
        }
        for column in layout.columns
    ]
