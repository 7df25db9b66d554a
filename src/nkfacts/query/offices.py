"""Who held an office on a day."""

from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.query.filters import WITHIN
from nkfacts.query.known import Known


class Holder(NamedTuple):
    """An entity that holds an office, since when and until when (EDTF); None where that is not known or not over."""

    entity: str
    since: str | None
    until: str | None


def holders(known: Known, post: str, of: str, day: str | None = None) -> list[Holder]:
    """Return who held an office on a day, the latest to take it first; with no day, everybody who ever did.

    Where an office changed hands on the day, or in the month that is all that is known of it, both have it.

    Args:
        known: an index.
        post: the thing that the office is, such as ``defence-minister``, or a wider one, such as ``director``.
        of: a country or body; where nobody holds the office of it, the bodies within it are asked.
        day: a full day.
    """
    for whose in ("= ?", f"IN {WITHIN}"):
        rows = known.connection.execute(
            f"""SELECT entity.id, json_extract(held.value, '$.from'), json_extract(held.value, '$.to')
                FROM entity, json_each(entity.held) AS held
                WHERE json_extract(held.value, '$.of') {whose} AND (json_extract(held.value, '$.post') = ?
                    OR json_extract(held.value, '$.post') IN (SELECT id FROM isa WHERE ancestor = ?))
                ORDER BY entity.rowid""",
            [of, post, post],
        )
        found = [holder for holder in map(Holder._make, rows) if day is None or _holds(holder, day)]
        if found:
            return sorted(found, key=lambda holder: holder.since or "", reverse=True)
    return []


def _holds(holder: Holder, day: str) -> bool:
    first = dates.first_day_of(holder.since) if holder.since else dates.FIRST_DAY
    return first <= day <= (dates.last_day_of(holder.until) if holder.until else dates.LAST_DAY)
