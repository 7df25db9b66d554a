"""The one rule that chooses the fact which answers for a figure.

Of the facts that compete (of ``scope: total``, neither deprecated nor a denial, reported by
the day asked for): the preferred one; else a verified one before one that rests on
unverified pages only; else the one reported last; ties go to the firmer status, then to
the id.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nkfacts.query.known import Known

CANDIDATES = "figure = ? AND competes"
"""The condition under which a known fact competes; its value is the figure."""

ORDER = "rank IS 'preferred' DESC, verified DESC, reported DESC, status_order, id"
"""The order of the candidates, the winner first."""


def headline_amount(known: "Known", figure: str) -> "tuple[object, ...] | None":
    """Return value, low, high and words of the headline of a figure; None when no fact competes."""
    row: tuple[object, ...] | None = known.rows(
        f"SELECT value, low, high, words FROM known WHERE {CANDIDATES} ORDER BY {ORDER} LIMIT 1", (figure,)
    ).fetchone()
    return row
