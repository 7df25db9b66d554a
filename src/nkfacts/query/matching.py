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


_IN_TEXT = "fact.id IN (SELECT id FROM fulltext WHERE fulltext MATCH ?)"
_REFERS = f"fact.id IN (SELECT owner FROM link WHERE part = 'entities' AND target IN {WITHIN})"
_RELAYED = f"fact.id IN (SELECT owner FROM link WHERE key = 'via' AND target IN {WITHIN})"
_TOPIC = "coalesce(fact.topic, (SELECT topic FROM figure WHERE id = fact.figure)) = ?"
_ANYWHERE = "{title body names}"
_IN_WORDS = "{title body}"


def select(wanted: Wanted, last_day: str, limit: int) -> tuple[str, list[Any]]:
    """Return the query for the facts known on a day that have what is wanted, and its values."""
    where, values = ["fact.reported <= ?"], [last_day]
    for word, topic in wanted.words:
        if topic is not None:
            where.append(f"({_TOPIC} OR {_IN_TEXT})")
            values += [topic, f"{_ANYWHERE} : {any_of(forms(word))}"]
    for id_, words in wanted.named:
        where.append(f"({_REFERS} OR {_IN_TEXT})")
        values += [id_, f'{_IN_WORDS} : "{words}"']
    for id_ in wanted.speakers:
        where.append(f'(fact."by" IN {WITHIN} OR {_RELAYED})')
        values += [id_, id_]
    for id_ in wanted.places:
        where.append(f"fact.place IN {WITHIN}")
        values.append(id_)
    if wanted.period is not None:
        first, last = wanted.period
        where.append("(fact.when_first <= ? AND fact.when_last >= ? OR fact.reported BETWEEN ? AND ?)")
        values += [last, first, first, last]
    plain = [any_of(forms(word)) for word, topic in wanted.words if topic is None]
    plain += map(any_of, wanted.phrases)
    if plain:
        origin = "fulltext JOIN fact ON fact.id = fulltext.id WHERE fulltext MATCH ? AND"
        values.insert(0, f"{_ANYWHERE} : ({' AND '.join(plain)})")
        order = "bm25(fulltext, 0, 0, 6, 4, 1, 1), fact.id"
    else:
        origin, order = "fact WHERE", "fact.reported DESC, fact.id"
    return f"SELECT fact.* FROM {origin} {' AND '.join(where)} ORDER BY {order} LIMIT ?", [*values, limit]
