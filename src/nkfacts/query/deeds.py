"""Who did what to whom: the frames that names and words ask for, as SQL.

A name takes in who speaks for it, what lies in it, what belongs to it and what is a kind of
it: for North Korea its soldiers, for soldiers the officers, for Russia Kursk Oblast. A word
asks for every action that it can say; one that says an action from the other side, such as
receive for supply, asks for whom it was done to.
"""

from collections.abc import Iterator, Sequence

from nkfacts.english import stem
from nkfacts.errors import UnknownName
from nkfacts.hints import Any, NamedTuple
from nkfacts.index.binding import sqlite
from nkfacts.query import names
from nkfacts.quick_json import decoded, encoded
from nkfacts.text import did_you_mean, fold, nearest, visible, well_formed

_AGENT, _OTHER_SIDE = ("who", "with"), ("whom", "to", "what", "where")
_FROM_THERE = {"inverse_subject": ("whom", "what"), "inverse_object": ("what",)}
"""The slots of a verb that says an action from the other side, as receive does of supply, where the action has none."""

_TAKEN_IN = """
    (WITH inside (id) AS (SELECT entity FROM within WHERE ancestor IN (SELECT value FROM json_each(:ids))),
          kind (id) AS (SELECT value FROM json_each(:ids) UNION SELECT id FROM inside
                        UNION SELECT thing.id FROM thing JOIN inside ON inside.id = thing."of")
     SELECT id FROM kind
     UNION SELECT isa.id FROM isa JOIN kind ON kind.id = isa.ancestor LEFT JOIN thing ON thing.id = isa.id
     -- A kind of North Korea's soldiers that is somebody else's is not North Korea's.
     WHERE thing."of" IS NULL OR isa.ancestor IN (SELECT value FROM json_each(:ids))
         OR thing."of" IN (SELECT id FROM inside))"""
"""SQL for the ids that some ids, in JSON, take in."""


class Deed(NamedTuple):
    """What is asked for: actions (None for any), and the slots of who does it and of the other side."""

    actions: tuple[str, ...] | None
    agent: tuple[str, ...] = _AGENT
    other_side: tuple[str, ...] = _OTHER_SIDE


def condition(
    index: sqlite.Connection, who: Sequence[str], did: Sequence[str], to: Sequence[str]
) -> tuple[str, list[Any]]:
    """Return the condition that a frame of a fact says who did what to whom, as SQL, and its values.

    Of each, any of several names; none for whatever it may be. Frames that are said not to be so do not count.

    Raises:
        UnknownName: a name or word leads to nothing; the error offers the nearest.
    """
    deeds = [deed for word in did for deed in _deeds(index, word)] or [Deed(None)]
    agents, others = (_taken_in(index, names_) if names_ else None for names_ in (who, to))
    conditions: list[str] = []
    values: list[Any] = []
    for deed in deeds:
        found = ["NOT frame.negated"]
        if deed.actions is not None:
            found.append("frame.did IN (SELECT id FROM isa WHERE ancestor IN (SELECT value FROM json_each(?)))")
            values.append(encoded(deed.actions))
        for ids, slots, opposite in (
            (agents, deed.agent, deed.other_side),
            (others, deed.other_side, deed.agent),
        ):
            if ids is not None:
                found.append(_filled(slots, opposite))
                values.append(encoded(ids))
        conditions.append(" AND ".join(found))
    where = " OR ".join(f"({each})" for each in conditions)
    return (
        f"known.number IN (SELECT frame.owner FROM frame JOIN action ON action.id = frame.did WHERE {where})",
        values,
    )


def _filled(slots: tuple[str, ...], opposite: tuple[str, ...]) -> str:
    """Return SQL for: one of some ids fills one of the slots, or an opposite one of an action that works both ways."""
    return f"""EXISTS (
        SELECT 1 FROM filler WHERE filler.owner = frame.owner AND filler.frame = frame.number
        AND filler.id IN (SELECT value FROM json_each(?))
        AND (filler.slot IN {_marks(slots)} OR action.symmetric AND filler.slot IN {_marks(opposite)}))"""


def _marks(slots: tuple[str, ...]) -> str:
    return "(" + ", ".join(f"'{slot}'" for slot in slots) + ")"


def _taken_in(index: sqlite.Connection, called: Sequence[str]) -> list[str]:
    """Return the ids of all that some entities and things take in."""
    ids = [id_ for name in called for id_ in names.ids_of_meaning(index, name)]
    return [row[0] for row in index.execute(f"SELECT id FROM {_TAKEN_IN}", {"ids": encoded(ids)})]


def _deeds(index: sqlite.Connection, word: str) -> Iterator[Deed]:
    """Yield what the id of an action, or a word that says one, asks for."""
    wanted = well_formed(word)
    if index.execute("SELECT 1 FROM action WHERE id = ?", (wanted,)).fetchone():
        yield Deed((wanted,))
        return
    said = _said(index, fold(wanted))
    direct = tuple(action for action, reading in said if reading in ("verb", "noun"))
    if direct:
        yield Deed(direct)
    for action in dict.fromkeys(action for action, reading in said if reading in ("inverse", "inverse-noun")):
        query = f"SELECT {', '.join(_FROM_THERE)} FROM action WHERE id = ?"
        named = index.execute(query, (action,)).fetchone()
        subject, object_ = (
            tuple(decoded(own)) if own else slots for own, slots in zip(named, _FROM_THERE.values(), strict=True)
        )
        yield Deed((action,), subject, ("who", "from", *object_))
    if not said:
        query = "SELECT id FROM action UNION SELECT form FROM evokes WHERE reading <> 'negative'"
        forms = [form for (form,) in index.execute(query)]
        raise UnknownName(
            f"no action is said by {visible(word)!r}",
            did_you_mean(nearest(fold(wanted), forms)) or "see the part 'actions' of the fact file",
        )


def _said(index: sqlite.Connection, word: str) -> list[tuple[str, str]]:
    """Return the actions that a folded word says, and how; where none, those that another form of it says."""
    query = "SELECT DISTINCT action, reading FROM evokes WHERE form = ? AND reading <> 'negative'"
    found = [(action, reading) for action, reading in index.execute(query, (word,))]
    if not found and word:
        root = stem(word)
        rows = index.execute("SELECT DISTINCT form FROM evokes WHERE form LIKE ?", (f"{root[:2]}%",)).fetchall()
        forms = [form for (form,) in rows if stem(form) == root]
        found = [tuple(row) for form in forms for row in index.execute(query, (form,))]
    return list(dict.fromkeys(found))
