"""By which words each common question is asked: how often each stands in its wordings.

A word that is a name or verb of the base stands for what it means too, so that NK tells what DPRK does.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nkfacts.english import stem
from nkfacts.quick_json import encoded
from nkfacts.text import fold

EACH = ""
"""What stands for any word: every wording has it once."""

_MEANINGS = """
    SELECT word, id FROM (
        SELECT folded AS word, id, 1 AS is_name, rowid AS place FROM name WHERE part IN ('entities', 'things')
        UNION ALL SELECT form, action, 0, number FROM evokes)
    WHERE {} ORDER BY is_name, place DESC"""


def meanings(base: sqlite3.Connection, words: Sequence[str] | None = None) -> dict[str, str]:
    """Return the ids of what single words mean as names or verbs, of several the first of the file.

    Args:
        base: the index.
        words: the words, folded; all where none are given.
    """
    those = "instr(word, ' ') = 0" if words is None else f"word IN ({', '.join('?' * len(words))})"
    return dict(map(tuple, base.execute(_MEANINGS.format(those), words or ())))


def telling(word: str, meaning: Mapping[str, str]) -> tuple[str, ...]:
    """Return by what a word of a question tells: itself without its ending, and what it means.

    Args:
        word: the word, folded.
        meaning: the ids of what words mean.
    """
    return (stem(word), f"={meaning[word]}") if word in meaning else (stem(word),)


def asked_words(
    questions: Iterable[tuple[int, Sequence[str]]], meaning: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield each word with the common questions that have it: the number of each and how often, by turns, as JSON.

    Args:
        questions: the numbers of common questions, in their order, with the wordings of each.
        meaning: the ids of what words mean.
    """
    having: dict[str, list[int]] = {EACH: []}
    known: dict[str, tuple[str, ...]] = {}
    for question, wordings in questions:
        having[EACH] += (question, len(wordings))
        times: dict[str, int] = {}
        for word, number in Counter(" ".join(map(fold, wordings)).split()).items():
            for told in known.get(word) or known.setdefault(word, telling(word, meaning)):
                times[told] = times.get(told, 0) + number
        for told, number in times.items():
            having.setdefault(told, []).extend((question, number))
    return ((word, encoded(counted)) for word, counted in sorted(having.items()))
