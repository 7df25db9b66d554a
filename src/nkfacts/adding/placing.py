"""Where a new record stands among the old ones of its part, and what a new fact is called."""

from bisect import bisect
from collections.abc import Collection, Iterable
from itertools import count

from nkfacts.adding.splice import Placed
from nkfacts.model.records import Fact, Figure, Record
from nkfacts.text import fold

_NO_PROPOSAL = "new-fact"
_ID_LENGTH = 90
_TITLE_WORDS = 3
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "the", "to", "with")
)


def placed(old: dict[str, list[Record]], new: Iterable[tuple[str, Record]]) -> list[Placed]:
    """Return new records with their places, in the order in which they are to stand.

    A fact follows the last one of its figure, else of its topic; another record takes its
    place in the alphabet where its part keeps that order. Whatever has no such place stands
    at the end.
    """
    new = list(new)
    figures = [record for record in (*old["figures"], *(record for _, record in new)) if isinstance(record, Figure)]
    topics = {figure.id: figure.topic for figure in figures}
    found = []
    for part, record in new:
        if isinstance(record, Fact):
            behind = _behind_kindred(record, [fact for fact in old[part] if isinstance(fact, Fact)], topics)
        else:
            ids = [other.id for other in old[part]]
            behind = bisect(ids, record.id) if ids == sorted(ids) else len(ids)
        found.append(Placed(part, record, behind))
    # Facts with one place keep the order in which they were given, others that of the alphabet.
    return sorted(found, key=lambda p: (p.part, p.behind, "" if isinstance(p.record, Fact) else p.record.id))


def _behind_kindred(new: Fact, facts: list[Fact], topics: dict[str, str]) -> int:
    def topic(fact: Fact) -> str | None:
        return topics.get(fact.figure) if fact.figure else fact.topic

    def last(alike: Iterable[bool]) -> int:
        return max((number for number, same in enumerate(alike, 1) if same), default=0)

    of_figure = last(fact.figure == new.figure for fact in facts)
    of_topic = last(topic(fact) == topic(new) for fact in facts)
    return (of_figure if new.figure else 0) or of_topic or len(facts)


def proposed_id(by: str, reported: str, subject: str, taken: Collection[str]) -> str:
    """Return an id for a fact: claimant, day, and the last part of its figure or the first words of its title.

    Where one of the three is not known, it is an id that says so.
    """
    if not (by and reported and subject):
        return _NO_PROPOSAL
    words = [word for word in fold(subject.rpartition(".")[2]).split() if word.isascii()]
    telling = [word for word in words if word not in _SMALL_WORDS] or words or ["event"]
    if "." in subject and " " not in subject:
        telling = [subject.rpartition(".")[2]]
    stem = "-".join([by, reported, *telling[:_TITLE_WORDS]])[:_ID_LENGTH].strip("-")
    return next(
        id_ for number in count(1) if (id_ := stem if number == 1 else f"{stem}-{number}") not in taken
    )  # fmt: skip
