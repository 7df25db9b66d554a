"""What only the whole base can show: each rule asks the finished index, by SQL, and yields findings.

To add one, write the function and put its name into ``BASE_RULES``; those about meaning stand in meaning_rules.py.
"""

import sqlite3
from collections.abc import Iterator

from nkfacts.index.finding import LINES_OF_A_FILE, BaseRule, Finding
from nkfacts.index.meaning_rules import MEANING_RULES
from nkfacts.model.records import MEANINGS, SINGULAR
from nkfacts.text import did_you_mean, nearest


def unique_ids(base: sqlite3.Connection) -> Iterator[Finding]:
    """No two records share an id; things and actions share theirs with no entity, but may with a topic or figure."""
    rows = base.execute(
        """SELECT later.line, later.column, later.id, later.part, min(first.line)
           FROM record AS later JOIN record AS first ON first.id = later.id AND first.rowid < later.rowid
               AND (first.part = later.part OR 'entities' IN (first.part, later.part)
                    OR (first.part IN ('things', 'actions')) = (later.part IN ('things', 'actions')))
           WHERE later.id <> '' GROUP BY later.rowid"""
    ).fetchall()
    files = dict(base.execute("SELECT number, name FROM file"))
    for line, column, id_, part, first_line in rows:
        file = files[first_line // LINES_OF_A_FILE]
        elsewhere = f"{file}, " if first_line // LINES_OF_A_FILE != line // LINES_OF_A_FILE else ""
        place = f"{elsewhere}line {first_line % LINES_OF_A_FILE}"
        yield Finding(line, column, id_, f"the id {id_!r} is taken ({place})", f"give the {SINGULAR[part]} another id")


def resolved_references(base: sqlite3.Connection) -> Iterator[Finding]:
    """Every reference names a record that is there; a near miss is suggested."""
    rows = base.execute(
        """SELECT link.line, link.column, link.owner, link.key, link.part, link.target
           FROM link LEFT JOIN record ON record.id = link.target AND (record.part = link.part
               OR link.part = 'meanings' AND record.part IN ('entities', 'things', 'actions'))
           WHERE record.id IS NULL"""
    ).fetchall()
    known: dict[str, list[str]] = {}
    for line, column, owner, key, part, target in rows:
        if part not in known:
            parts = MEANINGS if part == "meanings" else (part,)
            marks = ", ".join("?" * len(parts))
            known[part] = [id_ for (id_,) in base.execute(f"SELECT id FROM record WHERE part IN ({marks})", parts)]
        # difflib compares with each name in turn: in a large base, only with those that begin alike.
        names = known[part] if len(known[part]) < 5000 else [n for n in known[part] if n[:3] == target[:3]]
        where = "the part 'things'" if part == "meanings" else f"the part '{part}'"
        mend = did_you_mean(nearest(target, names, 1)) or f"add it to {where}, or mend the id"
        what = "entity, thing or action" if part == "meanings" else SINGULAR[part]
        yield Finding(line, column, owner, f"unknown {what} {target!r} in {key!r}", mend)


def unique_names(base: sqlite3.Connection) -> Iterator[Finding]:
    """A name or alias leads to one record of its part, whatever its spelling."""
    rows = base.execute(
        """SELECT record.line, record.column, later.id, later.text, later.part, first.id
           FROM name AS later
           JOIN name AS first ON first.part = later.part AND first.folded = later.folded AND first.id < later.id
               AND first.part <> 'things' -- a word may have several meanings
               AND first.reading IS NULL AND later.reading IS NULL
           JOIN record ON record.part = later.part AND record.id = later.id
           GROUP BY later.part, later.folded, later.id"""
    )
    for line, column, id_, text, part, other in rows:
        yield Finding(
            line, column, id_, f"the name {text!r} leads to {other!r} too", f"keep it with one {SINGULAR[part]}"
        )


def one_preferred(base: sqlite3.Connection) -> Iterator[Finding]:
    """At most one fact of a figure is preferred."""
    rows = base.execute(
        """SELECT record.line, record.column, later.id, later.figure, min(first.id)
           FROM fact AS later
           JOIN fact AS first ON first.figure = later.figure AND first.rank = 'preferred' AND first.rowid < later.rowid
           JOIN record ON record.part = 'facts' AND record.id = later.id
           WHERE later.rank = 'preferred' GROUP BY later.rowid"""
    )
    for line, column, id_, figure, other in rows:
        yield Finding(line, column, id_, f"{figure} has a preferred fact already: {other!r}", "keep one of the two")


def orderly_revisions(base: sqlite3.Connection) -> Iterator[Finding]:
    """``supersedes`` stays with the claimant and the figure and goes back in time, so it has no cycles."""
    rows = base.execute(
        """SELECT link.line, link.column, later.id, earlier.id, later."by", earlier."by",
                  later.figure, earlier.figure, later.reported, earlier.reported
           FROM fact AS later
           JOIN fact AS earlier ON earlier.id = later.supersedes
           JOIN link ON link.owner = later.id AND link.key = 'supersedes'
           WHERE (later."by" <> earlier."by" OR later.figure IS NOT earlier.figure
              OR later.reported <= earlier.reported)
             -- A claimant that is unknown is a mistake of its own.
             AND EXISTS (SELECT 1 FROM entity WHERE id = later."by")
             AND EXISTS (SELECT 1 FROM entity WHERE id = earlier."by")"""
    )
    for line, column, id_, other, by, other_by, figure, other_figure, day, other_day in rows:
        if by != other_by:
            wrong, mend = f"is by {other_by!r}, not {by!r}", "a claimant revises its own facts only"
        elif figure != other_figure:
            wrong, mend = f"is about {other_figure or 'an event'}, not {figure or 'an event'}", "name one of its figure"
        else:
            wrong, mend = f"was reported on {other_day}, not before {day}", "name the earlier fact, or mend the day"
        yield Finding(line, column, id_, f"the superseded {other!r} {wrong}", mend)


def falling_totals(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of a cumulative total below an earlier one of its claimant, unless it says what it supersedes."""
    rows = base.execute(
        """SELECT record.line, record.column, later.id, earlier.id
           FROM figure CROSS JOIN fact AS later ON later.figure = figure.id AND figure.cumulative
           JOIN fact AS earlier ON earlier.figure = later.figure AND earlier."by" = later."by"
               AND earlier.reported < later.reported
           JOIN record ON record.part = 'facts' AND record.id = later.id
           WHERE later.competes AND earlier.competes AND later.supersedes IS NULL
             AND later.highest < earlier.lowest AND later.when_last >= earlier.when_last
           GROUP BY later.rowid"""
    )
    for line, column, id_, earlier in rows:
        yield Finding(
            line, column, id_, f"the total is below an earlier one of its claimant ({earlier})",
            "write 'supersedes', or 'scope: part'", "warning",
        )  # fmt: skip


def likely_duplicates(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of the same amount of a figure by the same claimant twice within a week."""
    # The plus keeps the search to the facts of one figure: a claimant may have thousands.
    rows = base.execute(
        """SELECT record.line, record.column, later.id, min(earlier.id)
           FROM fact AS later
           JOIN fact AS earlier ON earlier.figure = later.figure AND +earlier."by" = later."by"
               AND earlier.rowid < later.rowid
               AND earlier.lowest IS later.lowest AND earlier.highest IS later.highest
               AND earlier.words IS later.words AND earlier.scope IS later.scope
               AND earlier."when" IS later."when" AND earlier.place IS later.place
           JOIN record ON record.part = 'facts' AND record.id = later.id
           WHERE abs(julianday(later.reported) - julianday(earlier.reported)) <= 7
             AND later.supersedes IS NOT earlier.id AND earlier.supersedes IS NOT later.id
           GROUP BY later.rowid"""
    )
    for line, column, id_, earlier in rows:
        yield Finding(
            line, column, id_, f"the same amount and claimant in the same week as {earlier!r}",
            "make them one fact with the evidence of both", "warning",
        )  # fmt: skip


def confused_measures(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of a part with the amount of the whole: killed taken from killed or wounded, for example.

    A note on either fact that names the other says that it was looked at.
    """
    rows = base.execute(
        """SELECT record.line, record.column, inner.id, min(outer.id), outer.figure
           FROM fact AS inner
           JOIN figure ON figure.id = inner.figure
           JOIN fact AS outer ON outer.figure = figure.within
           JOIN record ON record.part = 'facts' AND record.id = inner.id
           WHERE inner.competes AND outer.competes AND inner.lowest = outer.lowest
             AND inner.highest = outer.highest
             AND abs(julianday(inner.reported) - julianday(outer.reported)) <= 31
             AND instr(coalesce(inner.note, ''), outer.id) = 0 AND instr(coalesce(outer.note, ''), inner.id) = 0
           GROUP BY inner.rowid"""
    )
    for line, column, id_, outer, figure in rows:
        yield Finding(
            line, column, id_, f"the same amount as the whole it lies within ({figure}: {outer})",
            "look whether the same is counted; a note that names the other fact settles it", "warning",
        )  # fmt: skip


def doubled_claims(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of one amount under two claimants within three days on the same page: one may only cite the other."""
    rows = base.execute(
        """SELECT record.line, record.column, later.id, min(first.id)
           FROM fact AS later
           JOIN fact AS first ON first.figure = later.figure AND first.rowid < later.rowid
               AND first."by" <> later."by" AND first.lowest = later.lowest AND first.highest = later.highest
           JOIN link AS page ON page.owner = later.id AND page.part = 'sources'
           JOIN link AS same ON same.owner = first.id AND same.part = 'sources' AND same.target = page.target
           JOIN record ON record.part = 'facts' AND record.id = later.id
           WHERE first.competes AND later.competes
             AND abs(julianday(later.reported) - julianday(first.reported)) <= 3
             AND instr(coalesce(later.note, ''), first.id) = 0 AND instr(coalesce(first.note, ''), later.id) = 0
           GROUP BY later.rowid"""
    )
    for line, column, id_, first in rows:
        yield Finding(
            line, column, id_, f"the same amount on the same page as {first!r}, by another claimant",
            "keep the one who asserts it; a note that names the other fact settles it", "warning",
        )  # fmt: skip


def weak_evidence(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of a fact that rests on unverified pages only."""
    rows = base.execute(
        """SELECT record.line, record.column, fact.id FROM fact
           JOIN record ON record.part = 'facts' AND record.id = fact.id
           WHERE NOT fact.verified AND NOT EXISTS
               (SELECT 1 FROM link LEFT JOIN source ON source.id = link.target
                WHERE link.owner = fact.id AND link.part = 'sources' AND source.id IS NULL)"""
    )
    for line, column, id_ in rows:
        yield Finding(line, column, id_, "the fact rests on unverified pages only", "find a better page", "warning")


def unused_records(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of a topic, entity, source, figure or action that nothing uses; things may be there for questions alone."""
    rows = base.execute(
        """SELECT record.line, record.column, record.id, record.part FROM record
           WHERE record.part NOT IN ('facts', 'things') AND record.id <> '' AND NOT EXISTS
               (SELECT 1 FROM link WHERE link.target = record.id
                AND (link.part = record.part OR link.part = 'meanings' AND record.part IN ('entities', 'actions'))
                AND link.owner <> record.id AND link.key <> 'near')"""
    )
    for line, column, id_, part in rows:
        yield Finding(line, column, id_, f"nothing uses this {SINGULAR[part]}", "use it, or remove it", "warning")


def timely_reports(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of a fact that is said to be reported after every page of its evidence was published."""
    rows = base.execute(
        """SELECT record.line, record.column, fact.id, fact.reported, max(source.published_last) AS newest
           FROM fact
           JOIN link ON link.owner = fact.id AND link.part = 'sources'
           JOIN source ON source.id = link.target
           JOIN record ON record.part = 'facts' AND record.id = fact.id
           GROUP BY fact.id HAVING count(*) = count(source.published) AND newest < fact.reported"""
    )
    for line, column, id_, reported, newest in rows:
        yield Finding(
            line, column, id_, f"reported on {reported}, after its newest page ({newest})", "mend one of the two",
            "warning",
        )  # fmt: skip


BASE_RULES: tuple[BaseRule, ...] = (
    unique_ids,
    resolved_references,
    unique_names,
    one_preferred,
    orderly_revisions,
    falling_totals,
    likely_duplicates,
    confused_measures,
    doubled_claims,
    weak_evidence,
    unused_records,
    timely_reports,
    *MEANING_RULES,
)
