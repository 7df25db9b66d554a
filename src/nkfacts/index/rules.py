"""What only the whole base can show: each rule asks the finished index, by SQL, and yields findings.

To add one, write the function and put its name into ``BASE_RULES``; those about meaning stand in meaning_rules.py.
"""

import sqlite3
from collections.abc import Iterator
from math import isclose

from nkfacts.index.finding import LINES_OF_A_FILE, BaseRule, Finding
from nkfacts.index.meaning_rules import MEANING_RULES, MEANING_WARNINGS
from nkfacts.index.near_rules import NEAR_RULES
from nkfacts.index.numbers import numbers_in
from nkfacts.model.amounts import readable_number
from nkfacts.model.records import MEANINGS, SINGULAR
from nkfacts.text import did_you_mean, nearest

_COMPARED = 1_000_000
"""The letters of names with which unknown ones are compared before no more near misses are suggested."""


_MOST_OF_ONE_ID = 5
_TEN = 10


def unique_ids(base: sqlite3.Connection) -> Iterator[Finding]:
    """No two records share an id; things and actions share theirs with no entity, but may with a topic or figure."""
    rows = base.execute(
        """SELECT line, "column", id, part, first FROM (
               SELECT line, "column", id, part,
                   CASE WHEN part = 'entities' THEN min(line) OVER earlier
                        WHEN part IN ('things', 'actions')
                        THEN min(line) FILTER (WHERE part IN ('things', 'actions', 'entities')) OVER earlier
                        ELSE min(line) FILTER (WHERE part NOT IN ('things', 'actions')) OVER earlier END AS first
               FROM record
               WHERE id IN (SELECT id FROM record WHERE id <> '' GROUP BY id HAVING count(*) > 1)
               WINDOW earlier AS (
                   PARTITION BY id ORDER BY rowid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
           WHERE first IS NOT NULL"""
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
    letters = _COMPARED
    for line, column, owner, key, part, target in rows:
        if part not in known:
            parts = MEANINGS if part == "meanings" else (part,)
            marks = ", ".join("?" * len(parts))
            known[part] = [id_ for (id_,) in base.execute(f"SELECT id FROM record WHERE part IN ({marks})", parts)]
        # difflib compares with each name in turn: in a large base, only with those that begin alike.
        names = known[part] if len(known[part]) < 1000 else [n for n in known[part] if n[:3] == target[:3]]
        letters -= sum(map(len, names))
        where = "the part 'things'" if part == "meanings" else f"the part '{part}'"
        mend = (did_you_mean(nearest(target, names, 1)) if letters > 0 else "") or f"add it to {where}, or mend the id"
        what = "entity, thing or action" if part == "meanings" else SINGULAR[part]
        yield Finding(line, column, owner, f"unknown {what} {target!r} in {key!r}", mend)


def unique_names(base: sqlite3.Connection) -> Iterator[Finding]:
    """A name or alias leads to one record of its part, whatever its spelling."""
    rows = base.execute(
        """SELECT record.line, record.column, later.id, later.text, later.part, later.first
           FROM (SELECT id, text, part, folded, min(id) OVER (PARTITION BY part, folded) AS first FROM name
                 WHERE part <> 'things' -- a word may have several meanings
                     AND reading IS NULL) AS later
           JOIN record ON record.part = later.part AND record.id = later.id
           WHERE later.first < later.id
           GROUP BY later.part, later.folded, later.id"""
    )
    for line, column, id_, text, part, other in rows:
        yield Finding(
            line, column, id_, f"the name {text!r} leads to {other!r} too", f"keep it with one {SINGULAR[part]}"
        )


def one_preferred(base: sqlite3.Connection) -> Iterator[Finding]:
    """At most one fact of a figure is preferred."""
    rows = base.execute(
        """SELECT record.line, record.column, later.id, later.figure, later.first
           FROM (SELECT id, figure, min(id) OVER (
                     PARTITION BY figure ORDER BY rowid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS first
                 FROM fact WHERE rank = 'preferred' AND figure IS NOT NULL) AS later
           JOIN record ON record.part = 'facts' AND record.id = later.id
           WHERE later.first IS NOT NULL"""
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


def disputes_of_others(base: sqlite3.Connection) -> Iterator[Finding]:
    """``disputes`` names facts of other claimants, so none of those that a fact revises, and each pair once."""
    rows = base.execute(
        """SELECT link.line, link.column, own.id, other.id, own."by", own."by" = other."by"
           FROM link JOIN fact AS own ON own.id = link.owner JOIN fact AS other ON other.id = link.target
           WHERE link.key = 'disputes' AND own.id <> other.id AND (own."by" = other."by" OR EXISTS (
               SELECT 1 FROM link AS back WHERE back.owner = other.id AND back.target = own.id
                   AND back.key = 'disputes' AND back.line < link.line))"""
    )
    for line, column, id_, other, by, is_own in rows:
        if is_own:
            wrong, mend = f"is by {by!r} too", "name facts of others; its own earlier word goes under 'supersedes'"
        else:
            wrong, mend = "disputes this one already", "keep one of the two: it holds both ways"
        yield Finding(line, column, id_, f"the disputed {other!r} {wrong}", mend)


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
    """Warn of a topic, entity, source, figure or action that nothing uses.

    Things may be there for questions alone, and so may actions that undo others.
    """
    rows = base.execute(
        """SELECT record.line, record.column, record.id, record.part FROM record
           WHERE record.part NOT IN ('facts', 'things', 'questions') AND record.id <> '' AND NOT EXISTS
               (SELECT 1 FROM link WHERE link.target = record.id
                AND (link.part = record.part OR link.part = 'meanings' AND record.part IN ('entities', 'actions'))
                AND link.owner <> record.id AND link.key <> 'near')
             AND NOT EXISTS (SELECT 1 FROM link WHERE link.owner = record.id AND link.key = 'undoes')"""
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


def slipped_zeros(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of an amount that its statement lacks, but has with a zero more or fewer, or some."""
    rows = base.execute(
        """SELECT record.line, record.column, fact.id, statement, value, low, high FROM fact
           JOIN record ON record.part = 'facts' AND record.id = fact.id WHERE coalesce(value, low, high) IS NOT NULL"""
    )
    for line, column, id_, statement, *numbers in rows:
        said = numbers_in(statement)
        for number in numbers:
            if number is None or number in said:
                continue
            # Of ten and more only: "a" and "one" say a number too, and are seldom the amount.
            other = next((each for each in sorted(said) if each >= _TEN and _is_power_of_ten(each, number)), None)
            if other is not None:
                wrong = f"the amount is {readable_number(number)}, and the statement says {readable_number(other)}"
                yield Finding(line, column, id_, wrong, "mend one of the two", "warning")


def _is_power_of_ten(one: float, other: float) -> bool:
    """Say whether two numbers differ by zeros only."""
    high, low = max(one, other), min(one, other)
    return low > 0 and any(isclose(high, low * _TEN**zeros) for zeros in (1, 2, 3))


BASE_RULES: tuple[BaseRule, ...] = (
    unique_ids,
    resolved_references,
    unique_names,
    one_preferred,
    orderly_revisions,
    disputes_of_others,
    *NEAR_RULES,
    weak_evidence,
    unused_records,
    timely_reports,
    slipped_zeros,
    *MEANING_RULES,
)
WARNINGS = frozenset((*NEAR_RULES, weak_evidence, unused_records, timely_reports, slipped_zeros, *MEANING_WARNINGS))
"""The rules that only warn: who asks a base of facts that stand is not told, so they are asked when it is checked."""


def is_crowded(base: sqlite3.Connection) -> bool:
    """Say whether so many records share an id that no rule but the first is worth asking.

    The others join records by id, and a thousand of one id would be a million pairs.
    """
    counts = base.execute("SELECT count(*) FROM record WHERE id <> '' GROUP BY part, id ORDER BY 1 DESC LIMIT 1")
    most = counts.fetchone()
    return most is not None and most[0] > _MOST_OF_ONE_ID
