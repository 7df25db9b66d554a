"""Ids that complete what was typed; light, because a shell starts the program at every TAB."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

KINDS = ("fact", "figure", "entity", "topic", "source")
"""The kinds of record that have ids, each the name of its table."""

CLAIMANT = "claimant"
"""The entities by which, or by who speaks for them, something is said."""

_LABELLED = ("topic", "figure")
"""The kinds that are few enough to show what each is."""

_LONGEST = 60
"""The signs of a label that a shell shows on the line of its id."""

_CLAIMANTS = """
    SELECT id, '' FROM entity WHERE id >= ? AND id < ? AND id IN (
        SELECT within.ancestor FROM fact JOIN within ON within.entity = fact."by")
    ORDER BY rowid"""


def completions(index: "sqlite3.Connection", kinds: "Sequence[str]", start: str) -> list[tuple[str, str]]:
    """Return the ids of some kinds of record that begin so, in the order of the file, each with its label or none."""
    return [
        (id_, _short(label))
        for kind in kinds
        for id_, label in index.execute(_query(kind), (start, f"{start}\U0010ffff"))
    ]


def _query(kind: str) -> str:
    if kind == CLAIMANT:
        return _CLAIMANTS
    label = "label" if kind in _LABELLED else "''"
    return f"SELECT id, {label} FROM {kind} WHERE id >= ? AND id < ? ORDER BY rowid"


def _short(label: str) -> str:
    # Brackets are markup to what formats the labels on the slow way.
    label = label.replace("[", "(").replace("]", ")")
    return label if len(label) <= _LONGEST else f"{label[: _LONGEST - 1].rstrip()}…"
