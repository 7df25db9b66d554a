"""By which words each common question is asked: how often each stands in its wordings.

A word that is a name or verb of the base stands for what it means too, so that NK tells what DPRK does.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from zlib import crc32

from nkfacts.english import stem
from nkfacts.index.binding import sqlite
from nkfacts.quick_json import encoded

EACH = ""
"""What stands for any word: every wording has it once."""


def meanings(base: sqlite.Connection, words: Sequence[str] | None = None) -> dict[str, str]:
    """Return the ids of what single words mean as names or else verbs, of several the first of the file.

    Args:
        base: the index.
        words: the words, folded; all where none are given.
    """
    those = "instr({0}, ' ') = 0" if words is None else f"{{0}} IN ({', '.join('?' * len(words))})"
    found: dict[str, str] = {}
    for rows in (
        f"SELECT folded, id FROM name WHERE part IN ('entities', 'things') AND {those.format('folded')} ORDER BY rowid",
        f"SELECT form, action FROM evokes WHERE {those.format('form')} ORDER BY form, number",
    ):
        for word, id_ in base.execute(rows, words or ()):
            found.setdefault(word, id_)
    return found


def telling(word: str, meaning: Mapping[str, str]) -> tuple[str, ...]:
    """Return by what a word of a question tells: itself without its ending, and what it means.

    Args:
        word: the word, folded.
        meaning: the ids of what words mean.
    """
    return (stem(word), f"={meaning[word]}") if word in meaning else (stem(word),)


def key_of(wording: str) -> int:
    """Return the number by which a wording is looked up: of two that have the same, one is looked at.

    Args:
        wording: the wording, folded.
    """
    return crc32(wording.encode())


def asked_words(
    questions: Iterable[tuple[int, int, Mapping[str, int]]], meaning: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield each word with the common questions that have it: the number of each and how often, by turns, as JSON.

    Args:
        questions: the numbers of common questions, in their order, with how many wordings each has, and its words.
        meaning: the ids of what words mean.
    """
    having: dict[str, list[int]] = {EACH: []}
    known: dict[str, tuple[str, ...]] = {}
    for question, wordings, words in questions:
        having[EACH] += (question, wordings)
        for word, number in words.items():
            for told in known.get(word) or known.setdefault(word, telling(word, meaning)):
                times = having.setdefault(told, [])
                if times and times[-2] == question:
                    times[-1] += number
                else:
                    times += (question, number)
    return ((word, encoded(counted)) for word, counted in sorted(having.items()))
