"""The one rule that chooses the fact which answers for a figure.

Facts compete that are of ``scope: total``, neither deprecated nor a denial, reported by the day asked for, and no plan
whose time was over on it. Of them wins the preferred one; else a verified one before one that rests on unverified
pages only; else a named body, or who speaks for one, before an unnamed group, a company or a private person, and these
before an independent medium. Of the same standing, a lower bound in a cumulative figure does not displace a higher
total said before it, unless another count came between; the one reported last wins. Of the same day a number comes
before words, then the firmer status, then the one read in more places of its own, then the id. The day asked for is
that of ``--as-of``, else the newest of the base: never the clock's.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3

    from nkfacts.query.known import Known

_STANDS = "(lapses_on IS NULL OR lapses_on >= coalesce(?, (SELECT day FROM newest)))"
_ORDER = """rank IS 'preferred' DESC, verified DESC, standing, gives_way_to IS NOT NULL, reported DESC,
            lowest IS NULL, status_order, origins DESC, id"""
"""The order of the candidates, the winner first; of those that no step but the last told apart, the id is chance."""


def candidates(
    known: "Known", figure: str, *, by: str | None = None, lapsed: bool = False, columns: str = "*"
) -> "sqlite3.Cursor":
    """Return the facts that compete to be the headline of a figure, the winner first.

    Args:
        known: the index as it was known on a day.
        figure: the id of the figure.
        by: the id of whom they must speak for, or be; others hold back no lower bound then.
        lapsed: return the plans whose time was over on the day instead; they are ordered alike.
        columns: what to return beside ``gives_way_to``, the id of the total that a lower bound does not displace.
    """
    claimant, gives_way_to, values = "", "below", [figure, known.as_of]
    if by is not None:
        from nkfacts.index.derived import BELOW
        from nkfacts.query.filters import WITHIN

        claimant, gives_way_to = f'AND "by" IN {WITHIN}', BELOW.format("candidate")
        values.append(by)
    return known.rows(
        f""", candidate AS (SELECT * FROM known
                WHERE figure = ? AND competes AND {"NOT " * lapsed}{_STANDS} {claimant})
            SELECT {columns}, {gives_way_to} AS gives_way_to FROM candidate AS fact
            ORDER BY {_ORDER}""",
        values,
    )


def headline_amount(known: "Known", figure: str) -> "tuple[object, ...] | None":
    """Return id, day of saying, value, low, high and words of the headline of a figure; None when no fact competes."""
    row = candidates(known, figure, columns="id, reported, value, low, high, words").fetchone()
    return tuple(row)[:6] if row else None
