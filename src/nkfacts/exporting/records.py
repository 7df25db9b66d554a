"""The records of a base, a part at a time and in the order of the file, as they were known on its day."""

from collections.abc import Iterator

from nkfacts.hints import Any
from nkfacts.index.tables import record_from_row, table_of
from nkfacts.model.records import PARTS, CommonQuestion, Fact
from nkfacts.query.base import Base


def records(base: Base, part: str) -> Iterator[Any]:
    """Yield the records of a part; as of a day, only the facts said by then, and the sources and questions of them."""
    if part == "facts":
        known = (fact for id_ in base.names(part) if (fact := base.fact(id_)) is not None)
        yield from known if base.as_of is None else (_among_known(fact, base) for fact in known)
    elif part == "sources":
        yield from (each.record for each in base.sources() if each.facts or base.as_of is None)
    else:
        rows = base.known.connection.execute(f"SELECT * FROM {table_of(part)} ORDER BY rowid")
        found = (record_from_row(PARTS[part], row) for row in rows)
        yield from filter(None, (_as_known(each, base) for each in found)) if part == "questions" else found


def _among_known(fact: Fact, base: Base) -> Fact:
    """Return a fact that disputes those alone that were known: it may dispute what was said after it."""
    if all(map(base.fact, fact.disputes)):
        return fact
    known = tuple(id_ for id_ in fact.disputes if base.fact(id_) is not None)
    others = {name: value for name, value in fact.given.items() if name != "disputes"}
    return Fact.trusted(others | ({"disputes": known} if known else {}))


def _as_known(question: CommonQuestion, base: Base) -> CommonQuestion | None:
    """Return a common question with those of its facts that were known; None where none was that answer it."""
    if question.figure is not None or base.as_of is None:
        return question
    known = tuple(id_ for id_ in question.facts if base.fact(id_) is not None)
    return CommonQuestion.trusted(question.given | {"facts": known}) if known else None
