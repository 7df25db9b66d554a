"""Write docs/tables.md, the tables and views of export and sql, from their declaration. Usage: python docs/make_tables.py."""

import sys

from nkfacts.exporting.schema import Table, View
from nkfacts.exporting.tables import TABLES
from nkfacts.exporting.views import VIEWS

_INTRODUCTION = """\
# Tables and views

Made from their declaration by `python docs/make_tables.py`; a test holds it up to date.

`nkfacts export sqlite`, `nkfacts export csv` and `nkfacts sql` have the same tables and views, with the same rows: every record of the
base once in a table, and views with the names behind the ids. With `--as-of`, what was said later is in none of them.

- `day` is a day of ISO 8601, `flag` is 1 or 0 (in CSV `true` or `false`), what is not known is null (in CSV empty).
- A key in bold is the table's own; → leads to the `id` of another table. In SQLite all of them are primary and foreign keys.
- The time that a fact is about, `when` in the fact file, is called `time`: `when` is a word of SQL.
- `by` is the id of who asserts a fact, `claimant` the name.
- Deprecated facts (`rank = 'deprecated'`), denials (`status = 'denied'`) and parts (`scope = 'part'`) are there and marked. So are frames
  that are negated, open, planned or tried only: who counts `events` looks at these columns first.
- What only serves to read questions (`asked`, what a figure counts, the words of an action) is left to `nkfacts export json`.
- SQLite files have the full text of the facts too, `facts_search`, which Datasette finds by itself; `nkfacts sql` has not.
"""


def describe(table: Table | View) -> list[str]:
    """Return the section about a table or view."""
    lines = [f"\n### {table.name}\n", f"A row is {table.doc}.\n", "| column | type | meaning |", "| --- | --- | --- |"]
    for column in table.columns:
        name = f"**{column.name}**" if column.name in table.key else column.name
        leads = f" → `{column.leads_to}`" if column.leads_to else ""
        lines.append(f"| {name} | {column.kind} | {column.doc}{leads} |")
    return lines


def main() -> str:
    """Return the whole page."""
    lines = [_INTRODUCTION, "## Views"]
    for view in VIEWS:
        lines += describe(view)
    lines.append("\n## Tables")
    for table in TABLES:
        lines += describe(table)
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(main())
