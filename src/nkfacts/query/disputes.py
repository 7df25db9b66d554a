"""Which facts of different claimants dispute each other, and the remark that says so."""

from nkfacts.quick_json import encoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nkfacts.query.known import Known

_THESE = "(SELECT value FROM json_each(?))"
_DISPUTED = f"""
    SELECT own, id FROM known JOIN (
        SELECT fact.id AS own, target AS other FROM fact JOIN link ON owner = fact.number AND "key" = 'disputes'
        WHERE fact.id IN {_THESE}
        UNION SELECT fact.id, owner FROM fact JOIN link ON target = fact.number AND "key" = 'disputes'
        WHERE fact.id IN {_THESE}) ON other = known.number
    ORDER BY reported, id"""


def disputing(known: "Known", ids: "Sequence[str]") -> "Iterator[tuple[str, str]]":
    """Yield the ids of the known facts that some dispute, or that dispute them, each behind the id of the one.

    Args:
        known: the index as it was known on a day.
        ids: the ids of the facts.
    """
    return ((own, other) for own, other in known.rows(_DISPUTED, [encoded(ids)] * 2))


def remark(fact: str, others: "Iterable[object]") -> str:
    """Return that a fact, given by its id, is disputed, and where that is shown; empty when there are no others."""
    return f"disputed: nkfacts show {fact}" if any(others) else ""
