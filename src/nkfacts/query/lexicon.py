"""What the words of a question lead to in the index: names, figures, facts. Reads; never interprets."""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nkfacts.english import forms, sense


class NamedFigure(NamedTuple):
    """A name of a figure that shares words with a question, and how many of its words the question has."""

    figure: str
    name: str
    telling: int
    telling_in_name: int
    words: int
    words_in_name: int


class Lexicon:
    """The names and words of an index.

    Args:
        connection: an open index.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def called(self, names: Sequence[str]) -> dict[str, list[tuple[str, str]]]:
        """Return the part and id of every entity and topic that has one of the folded names, by the name."""
        found: dict[str, list[tuple[str, str]]] = {}
        rows = self._connection.execute(
            f"""SELECT folded, part, id FROM name WHERE folded IN ({", ".join("?" * len(names))})
                AND part IN ('entities', 'topics') ORDER BY part, rowid""",
            names,
        )
        for folded, part, id_ in rows:
            found.setdefault(folded, []).append((part, id_))
        return found

    def like(self, word: str) -> list[str]:
        """Return the words of names that begin with the letter of a folded word, those of entities about as long."""
        first = word[0]
        rows = self._connection.execute(
            """SELECT DISTINCT folded FROM name WHERE folded >= ? AND folded < ? AND part = 'entities'
               AND length(folded) BETWEEN ? AND ? AND instr(folded, ' ') = 0""",
            (first, chr(ord(first) + 1), len(word) - 2, len(word) + 2),
        )
        found = [folded for (folded,) in rows]
        rows = self._connection.execute(
            "SELECT sense, min(name) FROM figure_word WHERE sense >= ? AND sense < ? GROUP BY sense",
            (first, chr(ord(first) + 1)),
        )
        found += [each for meant, name in rows for each in name.split() if sense(each) == meant]
        return found

    def figures_with(self, senses: Iterable[str]) -> list[NamedFigure]:
        """Return the names of figures of which a question has all telling words, or all where none is."""
        wanted = list(senses)
        rows = self._connection.execute(
            f"""SELECT figure, name, sum(telling), telling_in_name, count(*), in_name FROM figure_word
                WHERE sense IN ({", ".join("?" * len(wanted))}) GROUP BY figure, name
                HAVING sum(telling) = telling_in_name AND (telling_in_name OR count(*) = in_name)
                ORDER BY min(rowid)""",
            wanted,
        )
        return [NamedFigure(*row) for row in rows]

    def figures_having(self, senses: Iterable[str]) -> list[str]:
        """Return the figures whose names together have all of some senses."""
        wanted = list(senses)
        rows = self._connection.execute(
            f"""SELECT figure FROM figure_word WHERE sense IN ({", ".join("?" * len(wanted))})
                GROUP BY figure HAVING count(DISTINCT sense) = ? ORDER BY min(rowid)""",
            [*wanted, len(wanted)],
        )
        return [figure for (figure,) in rows]

    def knows(self, word: str) -> bool:
        """Say whether a folded word, or one that says the same, stands anywhere in the base."""
        row = self._connection.execute(
            "SELECT 1 FROM fulltext WHERE fulltext MATCH ? LIMIT 1", (any_of(forms(word)),)
        ).fetchone()
        return row is not None


def any_of(words: Iterable[str]) -> str:
    """Return the full-text expression that any of the words matches; other scripts by their beginning."""
    phrases = (f'"{word}"' if word.isascii() else f'"{word}"*' for word in words)
    return f"({' OR '.join(phrases)})"
