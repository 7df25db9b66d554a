"""Facts and figures that a question may be about, ranked by words and names. Nothing is decided here."""

from collections.abc import Sequence
from functools import lru_cache, partial

from nkfacts.ask.gate.texts import RecordWords, telling_roots
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.matter import PEOPLE, SOLDIERS
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.words import LIGHT
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


_COMMON_THINGS = (PEOPLE, SOLDIERS)
"""What too many facts name to find any by it, as they do the countries that the base is about."""


class Candidate(NamedTuple):
    """A fact with what the gate looks at: its figure and its words, and how near it comes by them.

    Attributes:
        fact: the fact.
        figure: its figure, where it has one.
        words: its words.
        rank: how near it comes by words; 0 where nothing was looked for.
    """

    fact: Fact
    figure: Figure | None
    words: RecordWords
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
            elif meaning.part == "entities" and meaning.id not in lexicon.subjects:
                entity = fold(meaning.id)
                terms[f'"{entity}"'] = None
        if mention.kind == "number" and mention.value is not None:
            terms[f'"{int(mention.value)}"'] = None
            terms[f'"{int(mention.value):,}"'] = None
    return " OR ".join(terms)


def _ranked(ranks: dict[str, float], base: Base, lexicon: Lexicon) -> list[Candidate]:
    base.expect("facts", ranks)
    facts = [fact for fact in map(base.fact, ranks) if fact is not None]
    base.expect("figures", {fact.figure for fact in facts if fact.figure})
    words = _words_of(facts, base, lexicon)
    return [Candidate(fact, _figure_of(fact, base), words[fact.id], ranks[fact.id]) for fact in facts]


def _figure_of(fact: Fact, base: Base) -> Figure | None:
    return base.figure(fact.figure) if fact.figure else None


def _words_of(facts: Sequence[Fact], base: Base, lexicon: Lexicon) -> dict[str, RecordWords]:
    """Return the words of facts by their ids: those of each fact are put together once."""
    known: dict[str, RecordWords] = lexicon.kept("words of text")
    unread = [fact for fact in facts if fact.id not in known]
    others: dict[str, str] = {}

    def read_others(id_: str) -> str:
        if not others:
            marks = ", ".join("?" * len(unread))
            query = f"SELECT id, names, more FROM ({TOLD_OF_FACTS}) WHERE id IN ({marks})"
            rows = base.known.connection.execute(query, [fact.id for fact in unread])
            others.update((id_, " ".join(filter(None, texts))) for id_, *texts in rows)
        return others[id_]

    for fact in unread:
        figure = _figure_of(fact, base)
        title = fact.title or (figure.label if figure else "")
        own = (title, fact.statement, *fact.asked, *(figure.asked if figure else ()))
        known[fact.id] = RecordWords(own, partial(read_others, fact.id))
    return known


def with_words(fact: Fact, base: Base) -> Candidate:
    """Return a fact with its words, and those of its claimant, relays, place and what it is about; without a rank."""

    def others() -> str:
        named = (fact.by, *fact.via, *fact.about, *((fact.place,) if fact.place else ()))
        printed = (piece.as_printed or "" for piece in fact.evidence)
        return " ".join((*(f"{base.name_of(id_)} {id_}" for id_ in named), *printed, *fact.tags))

    return Candidate(fact, None, RecordWords((fact.title or "", fact.statement, *fact.asked), others), 0.0)


def in_text(mention: Mention, words: RecordWords) -> bool:
    """Say whether every word of substance of a mention is among those of a record."""
    return in_own_text(mention, words) or _substance(mention.text) <= words.all


def in_own_text(mention: Mention, words: RecordWords) -> bool:
    """Say whether every word of substance of a mention is in the title, statement or questions of a record."""
    return _substance(mention.text) <= words.own


@lru_cache(maxsize=1 << 12)
def _substance(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split() if word not in LIGHT)


def likeness(own: frozenset[str], asked: tuple[str, ...]) -> float:
    """Return how like a question is to the most like of some questions: 1 for the same words, 0 for none in common.

    Args:
        own: its words without their endings, but those of grammar.
        asked: the other questions.
    """
    if not asked:
        return 0.0
    count = len(own)
    return max([2 * len(own & roots) / (count + len(roots) or 1) for roots in map(telling_roots, asked)])


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
    for id_ in lexicon.figures_that_count([*things, SOLDIERS]) if things or question.mentions else ():
        ids[id_] = None
    for candidate in facts:
        if candidate.figure is not None:
            ids[candidate.figure.id] = None
    base.expect("figures", ids)
    found = (base.figure(id_) for id_ in ids)
    return [figure for figure in found if figure is not None]
