"""The one rule that chooses the fact which answers for a figure.

Of the facts that compete (of ``scope: total``, neither deprecated nor a denial, reported by
the day asked for): the preferred one; else a verified one before one that rests on
unverified pages only; else the one reported last; ties go to the firmer status, then to
the id.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

CANDIDATES = "figure = ? AND competes AND reported <= ?"
"""The condition under which a fact competes; its values are the figure and the last day."""

ORDER = "rank IS 'preferred' DESC, verified DESC, reported DESC, status_order, id"
"""The order of the candidates, the winner first."""


def headline_amount(connection: "sqlite3.Connection", figure: str, last_day: str) -> "tuple[object, ...] | None":
    """Return value, low, high and words of the headline of a figure; None when no fact competes."""
    row: tuple[object, ...] | None = connection.execute(
        f"SELECT value, low, high, words FROM fact WHERE {CANDIDATES} ORDER BY {ORDER} LIMIT 1", (figure, last_day)
    ).fetchone()
    return row
