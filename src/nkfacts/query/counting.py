"""Records with the number of facts that use them."""

from nkfacts.index.tables import record_from_row, table_of
from nkfacts.model.records import PARTS
from nkfacts.query.known import Known
from nkfacts.query.results import Counted

_USES = {
    "topics": (
        "SELECT coalesce(known.topic, figure.topic) AS id FROM known LEFT JOIN figure ON figure.id = known.figure"
    ),
    "figures": "SELECT figure AS id FROM known",
    "entities": 'SELECT "by" AS id FROM known',
    "sources": (
        """SELECT own.id FROM known JOIN link ON link.owner = known.number AND link."key" = 'source'
           JOIN record AS own ON own.number = link.target"""
    ),
}
"""SQL for the record of a part that each fact uses: topic, figure, who asserts it, the sources it was read in."""


def counted(known: Known, part: str) -> list[Counted]:
    """Return the records of a part, in the order of the file, each with the number of known facts that use it."""
    rows = known.rows(
        f"""SELECT record.*, coalesce(used.facts, 0) AS facts FROM {table_of(part)} AS record
            LEFT JOIN (SELECT id, count(*) AS facts FROM ({_USES[part]}) GROUP BY id) AS used
            ON used.id = record.id ORDER BY record.rowid"""
    )
    return [Counted(record_from_row(PARTS[part], row), row["facts"]) for row in rows]
