"""Facts and figures that a question may be about, ranked by words and names. Nothing is decided here."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Question
from nkfacts.ask.words import GRAMMAR
from nkfacts.english import stem
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.text import fold

MOST_FACTS = 60
"""Facts that are looked at closely."""

_COMMON = 0.35
"""A word that more than this share of the facts have finds nothing by itself."""

_WEIGHTS = "0, 0, 5, 3, 1.5, 0.5, 3, 2.5"
"""Weights of the columns of the full text: part, id, title, body, names, more, asked, meaning."""


class Candidate(NamedTuple):
    """A fact with what the gate looks at: the words of its text, and its figure."""

    fact: Fact
    figure: Figure | None
    words: frozenset[str]
    own_words: frozenset[str]
    rank: float


def facts_about(question: Question, base: Base, lexicon: Lexicon, more: Iterable[str] = ()) -> list[Candidate]:
    """Return the facts whose words and meanings are most like those of a question, best first.

    Args:
        question: the question.
        base: the facts that were known.
        lexicon: the words of the base.
        more: ids of facts that are to be among them.
    """
    expression = _expression(question, lexicon)
    rows: list[tuple[str, float]] = []
    if expression:
        rows = [
            (row["id"], -row["score"])
            for row in base.known.rows(
                f"""SELECT fulltext.id AS id, bm25(fulltext, {_WEIGHTS}) AS score FROM fulltext
                    JOIN known ON known.id = fulltext.id
                    WHERE fulltext MATCH ? AND fulltext.part = 'facts' AND known.rank IS NOT 'deprecated'
                    ORDER BY score LIMIT ?""",
                (expression, MOST_FACTS),
            )
        ]
    ranks = dict(rows)
    for id_ in more:
        ranks.setdefault(id_, 0.0)
    return _with_words(ranks, base)


def _expression(question: Question, lexicon: Lexicon) -> str:
    terms: dict[str, None] = {}
    for mention in question.mentions:
        for word in mention.text.split():
            if len(word) > 1 and not word.isdecimal() and lexicon.weight(word) > 0.7:
                terms[f'"{word}"'] = None
        for meaning in mention.meanings:
            if meaning.part in ("things", "actions") and meaning.id not in ("people", "soldiers"):
                terms[f'"m0{meaning.id.replace("-", "")}0"'] = None
            elif meaning.part == "entities" and meaning.id not in ("north-korea", "russia"):
                entity = fold(meaning.id)
                terms[f'"{entity}"'] = None
        if mention.kind == "number" and mention.value is not None:
            terms[f'"{int(mention.value)}"'] = None
            terms[f'"{int(mention.value):,}"'] = None
    return " OR ".join(terms)


def _with_words(ranks: dict[str, float], base: Base) -> list[Candidate]:
    if not ranks:
        return []
    marks = ", ".join("?" * len(ranks))
    texts = {
        row["id"]: row
        for row in base.known.connection.execute(
            f"SELECT id, title, body, names, more, asked FROM fulltext WHERE part = 'facts' AND id IN ({marks})",
            list(ranks),
        )
    }
    found = []
    for id_, rank in ranks.items():
        fact = base.fact(id_)
        if fact is None or id_ not in texts:
            continue
        row = texts[id_]
        own = stems(" ".join(filter(None, (row["title"], row["body"], row["asked"]))))
        words = own | stems(" ".join(filter(None, (row["names"], row["more"]))))
        found.append(Candidate(fact, base.figure(fact.figure) if fact.figure else None, words, own, rank))
    return found


def own_words_of(fact: Fact) -> frozenset[str]:
    """Return the words of a fact's statement, title and questions, without their endings."""
    return stems(" ".join((fact.title or "", fact.statement, *fact.asked)))


def words_of(fact: Fact, base: Base) -> frozenset[str]:
    """Return the words of a fact with the names of its claimant, relays, place and what it is about."""
    named = (fact.by, *fact.via, *fact.about, *((fact.place,) if fact.place else ()))
    printed = (piece.as_printed or "" for piece in fact.evidence)
    names = (f"{base.name_of(id_)} {id_}" for id_ in named)
    return own_words_of(fact) | stems(" ".join((*names, *printed, *fact.tags)))


def likeness(question: Question, asked: Sequence[str]) -> float:
    """Return how like a question is to the most like of some questions: 1 for the same words, 0 for none in common."""
    own = stems(" ".join(token.word for token in question.tokens if token.word not in GRAMMAR))
    best = 0.0
    for each in asked:
        words = stems(" ".join(word for word in fold(each).split() if word not in GRAMMAR))
        if words and own:
            best = max(best, 2 * len(own & words) / (len(own) + len(words)))
    return best


def stems(text: str) -> frozenset[str]:
    """Return the words of a text without their endings."""
    return frozenset(map(stem, fold(text).split()))


def figures_about(question: Question, base: Base, lexicon: Lexicon, facts: Sequence[Candidate]) -> list[Figure]:
    """Return the figures that a question may ask for: those it names, those that count what it names, those of its facts."""
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
