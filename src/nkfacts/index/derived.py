"""What only the whole base shows of a fact: its support, its page, and what the rule of the headline asks."""

import sqlite3
from collections.abc import Iterable
from itertools import groupby

from nkfacts.hints import Any
from nkfacts.model import support
from nkfacts.quick_json import decoded, encoded


def fill_support(base: sqlite3.Connection) -> None:
    """Fill in how well each fact is supported by its pages, and the one of them that most readers can read."""
    pages = {
        id_: support.Page(publisher, kind, citing)
        for id_, publisher, kind, citing in base.execute("SELECT id, publisher, kind, citing FROM source")
    }
    places = {
        id_: support.unreadability(language, kind)
        for id_, language, kind in base.execute("SELECT id, language, kind FROM source WHERE url IS NOT NULL")
    }

    def supports() -> Iterable[tuple[Any, ...]]:
        for rowid, evidence in base.execute("SELECT rowid, evidence FROM fact").fetchall():
            sources = [piece["source"] for piece in decoded(evidence) if piece["source"] in pages]
            found = support.of(pages[source] for source in sources)
            page = min(filter(places.__contains__, sources), key=places.__getitem__, default=None)
            yield int(found.verified), len(found.publishers), found.origins, encoded(found._asdict()), page, rowid

    base.executemany(
        "UPDATE fact SET verified = ?, publishers = ?, origins = ?, support = ?, page = ? WHERE rowid = ?", supports()
    )


def clear(base: sqlite3.Connection) -> None:
    """Take away what ``fill_headlines`` fills in only where it holds, of facts that had it in another base."""
    base.execute("UPDATE fact SET standing = 0, lapses_on = NULL, at_least = 0, below = NULL")


PLAN_LASTS = 183
"""The days after which a plan that names no time is over."""

_EARLIER = """{0}.figure = fact.figure AND {0}.competes AND {0}.lapses_on IS NULL
               AND {0}.verified = fact.verified AND {0}.standing = fact.standing AND {0}.reported < fact.reported"""
BELOW = f"""(SELECT total.id FROM {{0}} AS total
             WHERE fact.at_least AND {_EARLIER.format("total")} AND total.lowest > fact.highest
                 AND NOT EXISTS (
                     SELECT 1 FROM {{0}} AS count
                     WHERE {_EARLIER.format("count")} AND NOT count.at_least AND count.reported > total.reported)
             ORDER BY total.lowest DESC, total.reported, total.id LIMIT 1)"""
"""SQL for the id of the total, in a table of facts, that a lower bound does not displace: one higher, said before it by
a claimant of the same standing, with no count in between."""


def fill_headlines(base: sqlite3.Connection) -> None:
    """Fill in what the rule of the headline asks of each fact, beside its support.

    ``standing`` is that of the claimant, or of whom a person or medium speaks for: 0 a named body, 1 an unnamed group,
    a company or a private person, 2 an independent medium. ``lapses_on`` is the last day of a plan's time.
    ``at_least`` marks a lower bound in a figure that can only grow, ``below`` the total that it does not displace.
    """
    base.execute(
        """WITH RECURSIVE
               voice AS (
                   SELECT id, kind, CASE WHEN kind IN ('person', 'medium') THEN part_of END AS speaks_for FROM entity),
               up (id, voice) AS (
                   SELECT id, id FROM voice
                   UNION SELECT up.id, speaks_for FROM up JOIN voice ON voice.id = up.voice
                   WHERE speaks_for IS NOT NULL)
           UPDATE fact
           SET standing = CASE WHEN last.kind IN ('organisation', 'unit', 'place') THEN 0
                               WHEN last.kind = 'medium' THEN 2 ELSE 1 END
           FROM (SELECT up.id, kind FROM up JOIN voice ON voice.id = up.voice WHERE speaks_for IS NULL) AS last
           WHERE last.id = fact."by" AND competes"""
    )
    base.execute(
        """UPDATE fact
           SET lapses_on = CASE WHEN when_last > reported THEN when_last ELSE date(reported, ? || ' days') END
           WHERE competes AND (status = 'planned'
               OR figure IN (SELECT id FROM figure WHERE json_extract(counts, '$.state') = 'planned'))""",
        (PLAN_LASTS,),
    )
    base.execute(
        """UPDATE fact SET at_least = 1
           WHERE competes AND lapses_on IS NULL AND qualifier IN ('at-least', 'more-than') AND lowest IS NOT NULL
               AND figure IN (SELECT id FROM figure WHERE cumulative)"""
    )
    base.executemany("UPDATE fact SET below = ? WHERE rowid = ?", list(_displaced(base)))


def _displaced(base: sqlite3.Connection) -> Iterable[tuple[str, int]]:
    """Yield, for the row of each lower bound that displaces no total, that total: what ``BELOW`` asks, in one pass."""
    rows = base.execute(
        """SELECT figure, verified, standing, reported, at_least, lowest, highest, id, rowid FROM fact
           WHERE competes AND lapses_on IS NULL AND figure IN (SELECT figure FROM fact WHERE at_least)
           ORDER BY figure, verified, standing, reported"""
    )
    for _, group in groupby(rows, key=lambda row: row[:3]):
        # The total that stands: the highest since the last day of a count; of equal ones the first said, then by id.
        stands: tuple[float, str] | None = None
        for _, same_day in groupby(group, key=lambda row: row[3]):
            facts = list(same_day)
            for *_, at_least, _, highest, _, rowid in facts:
                if at_least and stands and highest is not None and stands[0] > highest:
                    yield stands[1], rowid
            if not all(at_least for _, _, _, _, at_least, *_ in facts):
                stands = None
            said = [(-lowest, id_) for *_, lowest, _, id_, _ in facts if lowest is not None]
            if said and (stands is None or -min(said)[0] > stands[0]):
                stands = -min(said)[0], min(said)[1]
