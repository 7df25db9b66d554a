"""The records of a base, a part at a time and in the order of the file, as they were known on its day."""

from collections.abc import Iterator

from nkfacts.hints import Any
from nkfacts.index.tables import record_from_row, table_of
from nkfacts.model.records import PARTS, CommonQuestion
from nkfacts.query.base import Base


def records(base: Base, part: str) -> Iterator[Any]:
    """Yield the records of a part; as of a day, only the facts said by then, and the sources and questions of them."""
    if part == "facts":
        yield from (fact for id_ in base.names(part) if (fact := base.fact(id_)) is not None)
    elif part == "sources":
        yield from (each.record for each in base.sources() if each.facts or base.as_of is None)
    elif part == "questions" and base.as_of is not None:
        yield from _answered(base)
    else:
        rows = base.known.connection.execute(f"SELECT * FROM {table_of(part)} ORDER BY rowid")
        yield from (record_from_row(PARTS[part], row) for row in rows)


def _answered(base: Base) -> Iterator[CommonQuestion]:
    """Yield the common questions that a figure or a fact of the day answers, each with those facts only."""
    rows = base.known.connection.execute("SELECT * FROM question ORDER BY rowid")
    for question in (record_from_row(CommonQuestion, row) for row in rows):
        known = tuple(id_ for id_ in question.facts if base.fact(id_) is not None)
        if question.figure is not None:
            yield question
        elif known:
            yield CommonQuestion.trusted(question.given | {"facts": known})
