"""The proof of each figure: a digest of all that its headline is chosen from, for a ``get`` that reads few pages.

A whole index is looked at before any other command reads it (seal.py); a plain ``get`` takes less time than that.
"""

from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_CHOSEN_FROM = """id, rank, verified, standing, below, reported, status_order, origins, lapses_on, value, low, high,
                  words, lowest, (SELECT day || statement FROM newest)"""


def fill(base: "sqlite3.Connection") -> None:
    """Fill in the proof of every figure."""
    figures = [figure for (figure,) in base.execute("SELECT DISTINCT figure FROM fact WHERE competes")]
    base.executemany("INSERT INTO proof VALUES (?, ?)", ((figure, _digest(base, figure)) for figure in figures))


def holds(base: "sqlite3.Connection", figure: str) -> bool:
    """Say whether the facts that compete for a figure are those that were written."""
    proof = base.execute("SELECT digest FROM proof WHERE figure = ?", (figure,)).fetchone()
    return proof is not None and proof[0] == _digest(base, figure)


def _digest(base: "sqlite3.Connection", figure: str) -> int:
    # By rowid, which is the order of the index that finds them.
    rows: Iterable[tuple[object, ...]] = base.execute(
        f"SELECT {_CHOSEN_FROM} FROM fact WHERE figure = ? AND competes = 1 ORDER BY rowid", (figure,)
    )
    return crc32("\n".join("\t".join(map(str, row)) for row in rows).encode("utf-8", "replace"))
