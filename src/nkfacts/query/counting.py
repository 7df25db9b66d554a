"""The records of a part, each with the number of facts that use it."""

from nkfacts.index.tables import record_from_row, table_of
from nkfacts.model.records import PARTS
from nkfacts.query.known import Known
from nkfacts.query.results import Counted

_USES = {
    "topics": """SELECT coalesce(known.topic, figure.topic) AS id
                 FROM known LEFT JOIN figure ON figure.id = known.figure""",
    "figures": "SELECT figure AS id FROM known",
    "entities": 'SELECT "by" AS id FROM known',
    "sources": "SELECT link.target AS id FROM known JOIN link ON link.owner = known.id AND link.part = 'sources'",
}
"""What selects ``id`` for each use of a record of a part."""


def counted(known: Known, part: str) -> list[Counted]:
    """Return the records of a part with the number of facts of the day that use them, in the order of the file."""
    rows = known.rows(
        f"""SELECT record.*, coalesce(used.facts, 0) AS facts FROM {table_of(part)} AS record
            LEFT JOIN (SELECT id, count(*) AS facts FROM ({_USES[part]}) GROUP BY id) AS used
            ON used.id = record.id ORDER BY record.rowid"""
    )
    return [Counted(record_from_row(PARTS[part], row), row["facts"]) for row in rows]
