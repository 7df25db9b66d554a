"""The SQL that finds the facts having all the words and names of a question."""

from typing import Any, NamedTuple

from nkfacts.english import forms
from nkfacts.query.filters import WITHIN
from nkfacts.query.lexicon import any_of


class Wanted(NamedTuple):
    """What facts must have.

    ``words`` are folded, each with the topic that it names, if any: a fact of the topic has
    the word. Of each of the ``phrases`` it has one form. ``named`` are entities, each with
    the words that name it: a fact has it by a reference or by the words. ``speakers`` say
    or pass on the fact; ``places`` are where; ``period`` is the first and last day of a
    time that it is about, or in which it was said.
    """

    words: tuple[tuple[str, str | None], ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    speakers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    period: tuple[str, str] | None = None


_IN_TEXT = "known.id IN (SELECT id FROM fulltext WHERE fulltext MATCH ?)"
_REFERS = f"known.id IN (SELECT owner FROM link WHERE part = 'entities' AND target IN {WITHIN})"
_RELAYED = f"known.id IN (SELECT owner FROM link WHERE key = 'via' AND target IN {WITHIN})"
_TOPIC = "coalesce(known.topic, (SELECT topic FROM figure WHERE id = known.figure)) = ?"
_ANYWHERE = "{title body names}"
_IN_WORDS = "{title body}"


def select(wanted: Wanted, limit: int) -> tuple[str, list[Any]]:
    """Return the query for the facts known on a day that have what is wanted, and its values."""
    where, values = ["TRUE"], []
    for word, topic in wanted.words:
        if topic is not None:
            where.append(f"({_TOPIC} OR {_IN_TEXT})")
            values += [topic, f"{_ANYWHERE} : {any_of(forms(word))}"]
    for id_, words in wanted.named:
        where.append(f"({_REFERS} OR {_IN_TEXT})")
        values += [id_, f'{_IN_WORDS} : "{words}"']
    for id_ in wanted.speakers:
        where.append(f'(known."by" IN {WITHIN} OR {_RELAYED})')
        values += [id_, id_]
    for id_ in wanted.places:
        where.append(f"known.place IN {WITHIN}")
        values.append(id_)
    if wanted.period is not None:
        first, last = wanted.period
        where.append("(known.when_first <= ? AND known.when_last >= ? OR known.reported BETWEEN ? AND ?)")
        values += [last, first, first, last]
    plain = [any_of(forms(word)) for word, topic in wanted.words if topic is None]
    plain += map(any_of, wanted.phrases)
    if plain:
        origin = "fulltext JOIN known ON known.id = fulltext.id WHERE fulltext MATCH ? AND"
        values.insert(0, f"{_ANYWHERE} : ({' AND '.join(plain)})")
        order = "bm25(fulltext, 0, 0, 6, 4, 1, 1), known.id"
    else:
        origin, order = "known WHERE", "known.reported DESC, known.id"
    return f"SELECT known.* FROM {origin} {' AND '.join(where)} ORDER BY {order} LIMIT ?", [*values, limit]
