"""Facts and figures that a question may be about, ranked by words and names. Nothing is decided here."""

from collections.abc import Sequence
from functools import lru_cache

from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Mention, Question
from nkfacts.ask.words import GRAMMAR, LIGHT
from nkfacts.english import stem
from nkfacts.hints import NamedTuple
from nkfacts.index.told import TOLD_OF_FACTS
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.text import fold

MOST_FACTS = 60
"""Facts that are looked at closely."""

_LEAST_WEIGHT = 0.7
"""A word that weighs less, as so many facts have it, finds nothing by itself."""

_WEIGHTS = "5, 3, 1.5, 0.5, 3, 2.5"
"""Weights of the columns of the full text: title, body, names, more, asked, meaning."""


_COMMON_THINGS = ("people", "soldiers")
_COMMON_ENTITIES = ("north-korea", "russia")
"""What too many facts name to find any by it."""


class Candidate(NamedTuple):
    """A fact with what the gate looks at: its figure and its words, and how near it comes by them.

    Attributes:
        fact: the fact.
        figure: its figure, where it has one.
        words: the words of its text and of the names that it has, without their endings.
        own_words: those of its title, statement and questions only.
        rank: how near it comes by words; 0 where nothing was looked for.
    """

    fact: Fact
    figure: Figure | None
    words: frozenset[str]
    own_words: frozenset[str]
    rank: float


def facts_about(question: Question, base: Base, lexicon: Lexicon) -> list[Candidate]:
    """Return the facts whose words and meanings are most like those of a question, best first.

    Args:
        question: the question.
        base: the facts that were known.
        lexicon: the words of the base.
    """
    expression = _expression(question, lexicon)
    rows: list[tuple[str, float]] = []
    if expression:
        rows = [
            (row["id"], -row["score"])
            for row in base.known.ranked(
                f"""SELECT known.id AS id, bm25(fulltext, {_WEIGHTS}) AS score FROM fulltext
                    JOIN known ON known.number = fulltext.rowid
                    WHERE fulltext MATCH ? AND known.rank IS NOT 'deprecated'
                    ORDER BY score LIMIT ?""",
                (expression, MOST_FACTS),
            )
        ]
    return _ranked(dict(rows), base, lexicon)


def _expression(question: Question, lexicon: Lexicon) -> str:
    terms: dict[str, None] = {}
    for mention in question.mentions:
        for word in mention.text.split():
            if len(word) > 1 and not word.isdecimal() and lexicon.weight(word) > _LEAST_WEIGHT:
                terms[f'"{word}"'] = None
        for meaning in mention.meanings:
            if meaning.part in ("things", "actions") and meaning.id not in _COMMON_THINGS:
                terms[f'"m0{meaning.id.replace("-", "")}0"'] = None
            elif meaning.part == "entities" and meaning.id not in _COMMON_ENTITIES:
                entity = fold(meaning.id)
                terms[f'"{entity}"'] = None
        if mention.kind == "number" and mention.value is not None:
            terms[f'"{int(mention.value)}"'] = None
            terms[f'"{int(mention.value):,}"'] = None
    return " OR ".join(terms)


def _ranked(ranks: dict[str, float], base: Base, lexicon: Lexicon) -> list[Candidate]:
    words = _words_of(list(ranks), base, lexicon)
    found = []
    for id_, rank in ranks.items():
        fact = base.fact(id_)
        if fact is not None and id_ in words:
            figure = base.figure(fact.figure) if fact.figure else None
            found.append(Candidate(fact, figure, *words[id_], rank))
    return found


def _words_of(ids: Sequence[str], base: Base, lexicon: Lexicon) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return the words of facts, and their own words, by their ids: those of each fact are put together once."""
    known = lexicon.kept("words of text")
    unread = [id_ for id_ in ids if id_ not in known]
    marks = ", ".join("?" * len(unread))
    query = f"SELECT id, title, body, names, more, asked FROM ({TOLD_OF_FACTS}) WHERE id IN ({marks})"
    for id_, title, body, names, more, asked in base.known.connection.execute(query, unread) if unread else ():
        own = stems(" ".join(filter(None, (title, body, asked))))
        known[id_] = own | stems(" ".join(filter(None, (names, more)))), own
    return known


def with_words(fact: Fact, base: Base) -> Candidate:
    """Return a fact with its words, and those of its claimant, relays, place and what it is about; without a rank."""
    own = stems(" ".join((fact.title or "", fact.statement, *fact.asked)))
    named = (fact.by, *fact.via, *fact.about, *((fact.place,) if fact.place else ()))
    printed = (piece.as_printed or "" for piece in fact.evidence)
    names = (f"{base.name_of(id_)} {id_}" for id_ in named)
    return Candidate(fact, None, own | stems(" ".join((*names, *printed, *fact.tags))), own, 0.0)


def in_text(mention: Mention, words: frozenset[str]) -> bool:
    """Say whether every word of substance of a mention is among some words without their endings."""
    return _substance(mention.text) <= words


@lru_cache(maxsize=1 << 12)
def _substance(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split() if word not in LIGHT)


def likeness(question: Question, asked: tuple[str, ...]) -> float:
    """Return how like a question is to the most like of some questions: 1 for the same words, 0 for none in common."""
    if not asked:
        return 0.0
    own = _telling(" ".join([token.word for token in question.tokens]))
    return max([_overlap(own, each) for each in _telling_of_all(asked)])


@lru_cache(maxsize=1 << 12)
def _telling_of_all(asked: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(map(_telling, asked))


@lru_cache(maxsize=1 << 12)
def _telling(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in fold(text).split() if word not in GRAMMAR)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


@lru_cache(maxsize=1 << 13)
def stems(text: str) -> frozenset[str]:
    """Return the words of a text without their endings."""
    return frozenset().union(*map(_stems_of, text.split()))


@lru_cache(maxsize=1 << 12)
def stemmed(text: str) -> str:
    """Return the words of a text without their endings in their order, with room around each."""
    return f" {' '.join(stem for piece in text.split() for stem in _stems_of(piece))} "


@lru_cache(maxsize=1 << 16)
def _stems_of(piece: str) -> tuple[str, ...]:
    # Facts share most of their words, and folding is slow where one letter is not of ASCII.
    return tuple(map(stem, fold(piece).split()))


def figures_about(question: Question, base: Base, lexicon: Lexicon, facts: Sequence[Candidate]) -> list[Figure]:
    """Return the figures that a question may ask for: those it names, those that count what it names, those of facts.

    Args:
        question: the question.
        base: the facts that were known.
        lexicon: the words of the base.
        facts: the facts that the question may be about.
    """
    ids: dict[str, None] = {}
    things = []
    for mention in question.mentions:
        for meaning in mention.meanings:
            if meaning.part == "figures":
                ids[meaning.id] = None
            elif meaning.part in ("things", "entities"):
                things.append(meaning.id)
    for id_ in lexicon.figures_that_count([*things, "soldiers"]) if things or question.mentions else ():
        ids[id_] = None
    for candidate in facts:
        if candidate.figure is not None:
            ids[candidate.figure.id] = None
    found = (base.figure(id_) for id_ in ids)
    return [figure for figure in found if figure is not None]
