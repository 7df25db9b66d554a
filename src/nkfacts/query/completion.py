"""Ids that complete what was typed; light, because a shell starts the program at every TAB."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

KINDS = ("fact", "figure", "entity", "topic", "source")
"""The kinds of record that have ids, each the name of its table."""


def ids_beginning(index: "sqlite3.Connection", kinds: "Sequence[str]", start: str) -> list[str]:
    """Return the ids of some kinds of record that begin so, in the order of the file."""
    return [
        id_
        for kind in kinds
        for (id_,) in index.execute(
            f"SELECT id FROM {kind} WHERE id >= ? AND id < ? ORDER BY rowid", (start, f"{start}\U0010ffff")
        )
    ]
