"""What must hold of what statements mean: frames, what figures count, actions and things.

As in rules.py, each rule asks the finished index and yields findings; ``MEANING_RULES`` lists them.
"""

import sqlite3
from collections.abc import Iterator
from itertools import islice

from nkfacts.english import stem
from nkfacts.index.finding import BaseRule, Finding
from nkfacts.index.numbers import numbers_in
from nkfacts.quick_json import decoded
from nkfacts.text import fold, fold_all, listing

_MOST_ABOVE = 100
"""What a record may belong to, over all steps: the index keeps each."""
_MOST_CYCLES = 20

_UNSAID = {
    "facts": ("the event has no frame", "write events: who did what; [] where nobody did anything"),
    "figures": ("the figure does not say what it counts", "write counts"),
}
"""Of an event and a figure: what is wrong when it does not say what it means, and the mend."""


def filled_roles(base: sqlite3.Connection) -> Iterator[Finding]:
    """A frame fills the slots that its action requires; the fact's place fills ``where`` when it is left out."""
    rows = base.execute(
        """SELECT frame.line, frame.column, frame.owner, frame.did, group_concat(need.value, ' and ')
           FROM frame JOIN action ON action.id = frame.did, json_each(action.required) AS need
           WHERE NOT EXISTS
               (SELECT 1 FROM filler WHERE filler.owner = frame.owner AND filler.frame = frame.number
                AND instr('/' || need.value || '/', '/' || filler.slot || '/'))
           GROUP BY frame.rowid"""
    )
    for line, column, id_, action, slots in rows:
        lacking = slots.replace("/", " or ")
        yield Finding(line, column, id_, f"the frame of {action!r} lacks {lacking}", f"fill {lacking}, or mend 'did'")


def places_in_place(base: sqlite3.Connection) -> Iterator[Finding]:
    """What fills ``where``, ``from`` and ``to`` of a frame can be a place; nobody is where another is."""
    rows = base.execute(
        """SELECT coalesce(link.line, frame.line), coalesce(link.column, frame.column), frame.owner, filler.slot,
                  filler.id, coalesce(entity.kind, CASE WHEN thing.id IS NULL THEN 'action' ELSE 'thing' END)
           FROM frame
           JOIN filler ON filler.owner = frame.owner AND filler.frame = frame.number
           LEFT JOIN entity ON entity.id = filler.id
           LEFT JOIN thing ON thing.id = filler.id
           LEFT JOIN link ON link.owner = filler.owner AND link.target = filler.id
               AND link.key IN (filler.slot, 'place')
           WHERE filler.slot IN ('where', 'from', 'to')
             AND thing.place IS NOT TRUE
             AND coalesce(entity.kind, '') NOT IN ('place', 'organisation', 'unit', 'ship')
             AND (entity.part_of IS NULL OR entity.kind = 'person' AND filler.slot = 'where')
             -- What is unknown is a mistake of its own.
             AND EXISTS (SELECT 1 FROM record WHERE id = filler.id AND part IN ('entities', 'things', 'actions'))
           GROUP BY frame.owner, filler.slot, filler.id"""
    )
    for line, column, id_, slot, filler, kind in rows:
        mend = "write 'place: true' at the thing, or name a place" if kind == "thing" else "name a place"
        yield Finding(line, column, id_, f"{filler!r} in {slot!r} is no place ({kind})", mend)


def one_main(base: sqlite3.Connection) -> Iterator[Finding]:
    """Of the facts that tell one happening, at most one is ``main``."""
    rows = base.execute(
        """SELECT record.line, record.column, later.id, later.event, later.first
           FROM (SELECT id, event, min(id) OVER (
                     PARTITION BY event ORDER BY rowid ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS first
                 FROM fact WHERE main AND event IS NOT NULL) AS later
           JOIN record ON record.part = 'facts' AND record.id = later.id
           WHERE later.first IS NOT NULL"""
    )
    for line, column, id_, event, other in rows:
        yield Finding(
            line, column, id_, f"the event {event!r} has a main fact already: {other!r}", "keep one of the two"
        )


def acyclic(base: sqlite3.Connection) -> Iterator[Finding]:
    """Nothing is a part or a kind of itself, or lies within itself."""
    for what, part, key, edges in (
        ("the entity is a part of", "entities", "part_of", "SELECT id, part_of FROM entity WHERE part_of IS NOT NULL"),
        ("the thing is a kind of", "things", "isa", "SELECT thing.id, value FROM thing, json_each(thing.isa)"),
        ("the action lies within", "actions", "parent", "SELECT id, parent FROM action WHERE parent IS NOT NULL"),
        ("the figure lies within", "figures", "within", "SELECT id, within FROM figure WHERE within IS NOT NULL"),
    ):
        above: dict[str, list[str]] = {}
        for id_, wider in base.execute(edges):
            above.setdefault(id_, []).append(wider)
        ways = list(islice(cycles(above), _MOST_CYCLES))
        for id_ in () if ways else _deep(above):
            line, column = _place(base, part, key, id_)
            yield Finding(
                line, column, id_, f"{what} more than {_MOST_ABOVE} others, step by step",
                f"leave some of the steps of {key!r} out",
            )  # fmt: skip
        for cycle in ways:
            line, column = _place(base, part, key, cycle[0], cycle[1 % len(cycle)])
            others = cycle[1:] if len(cycle) < 8 else [*cycle[1:4], f"{len(cycle) - 4:,} others"]
            way = f", by {listing(others)}" if others else ""
            yield Finding(line, column, cycle[0], f"{what} itself{way}", f"mend {key!r} on the way round")


def _place(base: sqlite3.Connection, part: str, key: str, owner: str, target: str | None = None) -> tuple[int, int]:
    """Return where a record names what it is a part or kind of."""
    line, column = base.execute(
        """SELECT link.line, link.column FROM link JOIN record ON record.id = link.owner AND record.part = ?
           WHERE link.key = ? AND link.owner = ? AND coalesce(link.target = ?, true)""",
        (part, key, owner, target),
    ).fetchone()
    return line, column


def _deep(above: dict[str, list[str]]) -> Iterator[str]:
    """Yield what has too many others above it, over all steps, in a graph without cycles; of a chain the first only."""
    known: dict[str, set[str]] = {}
    for start in above:
        ahead = [start]
        while ahead:
            here = ahead[-1]
            wider = above.get(here, [])
            unknown = [id_ for id_ in wider if id_ not in known]
            if here in known or not unknown:
                ahead.pop()
                if here not in known:
                    found = set(wider).union(*(known[id_] for id_ in wider))
                    if len(found) > _MOST_ABOVE:
                        yield here
                    # It is a mistake; what lies below it is looked at as if it were not.
                    known[here] = found if len(found) <= _MOST_ABOVE else set()
            else:
                ahead += unknown


def cycles(above: dict[str, list[str]]) -> Iterator[list[str]]:
    """Yield each way that comes back to where it began, once; a graph is searched in depth, without recursion."""
    done: set[str] = set()
    for start in above:
        way: dict[str, None] = {}
        ahead = [iter([start])]
        while ahead:
            here = next(ahead[-1], None)
            if here is None:
                ahead.pop()
                if way:
                    done.add(way.popitem()[0])
            elif here in way:
                yield list(way)[list(way).index(here) :]
            elif here not in done:
                way[here] = None
                ahead.append(iter(above.get(here, ())))


def distinct_counts(base: sqlite3.Connection) -> Iterator[Finding]:
    """No two figures count the same, or a question could mean either."""
    rows = base.execute(
        """WITH counted AS (
               SELECT figure.rowid AS number, figure.id,
                      (SELECT json_group_array(value) FROM
                           (SELECT key.value || ':' || each.value AS value
                            FROM json_each('["of", "did", "needs", "per", "state"]') AS key,
                                 json_each(figure.counts, '$.' || key.value) AS each
                            WHERE each.value IS NOT NULL ORDER BY 1)) AS said,
                      coalesce(json_extract(figure.counts, '$.measure'), 'number') AS measure
               FROM figure WHERE figure.counts IS NOT NULL)
           SELECT link.line, link.column, later.id, later.first
           FROM (SELECT number, id, min(id) OVER (
                     PARTITION BY said, measure ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
                     AS first FROM counted) AS later
           JOIN link ON link.owner = later.id AND link.key = 'of'
           WHERE later.first IS NOT NULL GROUP BY later.number"""
    )
    for line, column, id_, other in rows:
        yield Finding(
            line,
            column,
            id_,
            f"counts the same as {other!r}",
            "tell them apart by of, did, needs, measure, per or state",
        )


def framed_events(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of an event without frames and a figure without counts, in a base that has actions.

    ``events: []`` says that somebody looked and there is nothing that a frame could tell.
    """
    rows = base.execute(
        """SELECT record.line, record.column, record.id, record.part FROM record
           LEFT JOIN fact ON record.part = 'facts' AND fact.id = record.id
           LEFT JOIN figure ON record.part = 'figures' AND figure.id = record.id
           WHERE (fact.id IS NOT NULL AND fact.figure IS NULL AND fact.events IS NULL
                  OR figure.id IS NOT NULL AND figure.counts IS NULL)
             AND EXISTS (SELECT 1 FROM action)"""
    )
    for line, column, id_, part in rows:
        message, mend = _UNSAID[part]
        yield Finding(line, column, id_, message, mend, "warning")


def evoked_actions(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of a fact in whose title and statement no word says any action of its frames.

    The actions that fill a slot count too, such as the exchange that is asked for. What is a state, said by being or
    having, needs no word of its own: troops in Russia are there.
    """
    phrases = _phrases(base)
    rows = base.execute(
        """SELECT min(frame.line), frame.column, fact.id, coalesce(fact.title, '') || ' . ' || fact.statement,
                  group_concat(DISTINCT frame.did),
                  (SELECT group_concat(filler.id) FROM filler JOIN action USING (id) WHERE filler.owner = fact.id)
           FROM frame JOIN fact ON fact.id = frame.owner GROUP BY frame.owner"""
    )
    for line, column, id_, text, did, named in rows.fetchall():
        actions = did.split(",")
        wanted = [*actions, *(named.split(",") if named else ())]
        said = f" {' '.join(map(stem, fold(text).split()))} "
        if all(action in phrases and not any(phrase in said for phrase in phrases[action]) for action in wanted):
            yield Finding(
                line, column, id_, f"neither title nor statement says {listing(actions, 'or')}",
                "mend 'did', or give the action the word that is used", "warning",
            )  # fmt: skip


def _phrases(base: sqlite3.Connection) -> dict[str, set[str]]:
    """Return the stems that say each action, a wider or a narrower one, between spaces; none of states."""
    own: dict[str, set[str]] = {action: set() for (action,) in base.execute("SELECT id FROM action")}
    for form, action in base.execute("SELECT form, action FROM evokes"):
        own.get(action, set()).add(f" {' '.join(map(stem, form.split()))} ")
    found = {action: set(phrases) for action, phrases in own.items()}
    for narrow, wide in base.execute("SELECT id, parent FROM action WHERE parent IS NOT NULL"):
        found[narrow] |= own.get(wide, set())
        found.get(wide, set()).update(own[narrow])
    states = base.execute("SELECT action FROM evokes WHERE form IN ('be', 'have') AND reading = 'verb'").fetchall()
    return {action: phrases for action, phrases in found.items() if (action,) not in states}


def said_quantities(base: sqlite3.Connection) -> Iterator[Finding]:
    """Warn of a number in a frame that neither statement nor title says."""
    rows = base.execute(
        """SELECT link.line, link.column, fact.id, filler.quantity, filler.id, fact.statement, coalesce(fact.title, '')
           FROM filler JOIN fact ON fact.id = filler.owner
           JOIN link ON link.owner = fact.id AND link.key = filler.slot AND link.target = filler.id
           WHERE filler.quantity IS NOT NULL GROUP BY fact.id, filler.quantity, filler.id"""
    )
    for line, column, id_, quantity, filler, statement, title in rows:
        if float(quantity) not in numbers_in(f"{statement} . {title}"):
            yield Finding(
                line, column, id_, f"the number of '{quantity} {filler}' is not in the statement",
                "say it there, or mend the frame", "warning",
            )  # fmt: skip


def answered_questions(base: sqlite3.Connection) -> Iterator[Finding]:
    """A common question is answered by a figure or by facts, none of them a slip, and is asked in words of its own."""
    first: dict[str, str] = {}
    for line, column, id_, figure, facts, slip, asked in base.execute(
        """SELECT line, "column", question.id, figure, json_array_length(question.facts),
               (SELECT fact.id FROM json_each(question.facts) AS named JOIN fact ON fact.id = named.value
                WHERE fact.rank = 'deprecated'), question.asked
           FROM question JOIN record ON record.part = 'questions' AND record.id = question.id"""
    ):
        if bool(figure) == bool(facts):
            what = "both a figure and facts" if figure else "neither a figure nor facts"
            yield Finding(line, column, id_, f"the question has {what} for an answer", "name 'figure', or 'facts'")
        if slip:
            yield Finding(line, column, id_, f"the deprecated {slip!r} answers the question", "name another fact")
        wordings = decoded(asked)
        for words, folded in zip(wordings, fold_all(wordings), strict=True):
            other = first.setdefault(folded, id_)
            if other != id_:
                mend = "keep it with one of the two"
                yield Finding(line, column, id_, f"{words!r} is asked by {other!r} too", mend)


MEANING_WARNINGS: tuple[BaseRule, ...] = (framed_events, evoked_actions, said_quantities)
MEANING_RULES: tuple[BaseRule, ...] = (
    filled_roles,
    places_in_place,
    one_main,
    acyclic,
    distinct_counts,
    answered_questions,
    *MEANING_WARNINGS,
)
