"""``nkfacts sql QUERY``: a SELECT over the tables and views of an export."""

from functools import partial

from nkfacts.commands.declaring import Argument, Option
from nkfacts.commands.options import Setting, lines_of_stdin, words
from nkfacts.commands.tables import SELECTABLE
from nkfacts.errors import UsageProblem
from nkfacts.exporting.selecting import MOST_SECONDS, select
from nkfacts.exporting.tables import TABLES
from nkfacts.exporting.views import VIEWS
from nkfacts.hints import Annotated, Any
from nkfacts.model.amounts import plain_number
from nkfacts.output.report import Column, Layout, Report
from nkfacts.output.screens.selectable import selectable
from nkfacts.query.base import Base

EXAMPLES = (
    'nkfacts sql "select claimant, count(*) from claims group by 1 order by 2 desc limit 3"',
    "nkfacts sql claims",
)

_NAMES = [each.name for each in (*VIEWS, *TABLES)]


def run(
    base: Base,
    setting: Setting,
    query: Annotated[
        list[str] | None,
        Argument(
            metavar="[QUERY]",
            help="One SELECT in quotes, the name of a view or table, or - for standard input.",
            complete=words(*_NAMES),
        ),
    ] = None,
    seconds: Annotated[
        float, Option("--seconds", metavar="N", least=0.01, most=86_400, help="The time that it may take.")
    ] = MOST_SECONDS,
) -> Report:
    """Ask in SQL: one SELECT of SQLite over the views and tables of nkfacts export.

    Without a query the views and tables are listed, with the name of one its columns. Nothing can
    be written, attached or loaded, and a query that takes longer than --seconds is stopped. With
    --as-of, what was said later is not in the tables.
    """
    text = " ".join(lines_of_stdin(setting, "query") if query == ["-"] else query or ())
    if query and not text.strip():
        # An unset variable of a script asks for nothing, and is answered with no table of what there is.
        raise UsageProblem("the query is empty", "give a SELECT, or leave it out for the views and tables")
    if not text or text in _NAMES:
        records = [record for record in _columns() if text in ("", record["table"])]
        title = f"Columns of {text}" if text else "Views and tables"
        return Report(title, SELECTABLE, records, screen=partial(selectable, title, records, whole=bool(text)))
    found = select(base, text, seconds=seconds)
    records = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    columns = tuple(_column(name, [record[name] for record in records]) for name in found.columns)
    return Report("Selected", Layout(columns, "", ""), records, chosen=columns, nothing=("the query finds nothing", ""))


def _columns() -> list[dict[str, Any]]:
    return [
        {
            "table": each.name, "is": "view" if each in VIEWS else "table", "row": each.doc, "column": column.name,
            "type": column.kind, "meaning": column.doc, "leads_to": column.leads_to or None,
        }
        for each in (*VIEWS, *TABLES)
        for column in each.columns
    ]  # fmt: skip


def _column(name: str, cells: list[Any]) -> Column:
    """Return the column of some cells: numbers to the right, ids and addresses never broken, addresses as links."""
    known = [cell for cell in cells if cell is not None]
    texts = [cell for cell in known if isinstance(cell, str)]
    return Column(
        name,
        name,
        number=bool(known) and not texts,
        keep_whole=bool(texts) and not any(" " in text for text in texts),
        leads_to=partial(_address, name),
        worded=_as_it_is,
    )


def _address(name: str, record: Any) -> str | None:
    cell = record[name]
    return cell if isinstance(cell, str) else None


def _as_it_is(cell: Any) -> Any:
    """Return a number as it was answered: it may be a year, which has no separator."""
    return plain_number(cell) if isinstance(cell, int | float) else cell
