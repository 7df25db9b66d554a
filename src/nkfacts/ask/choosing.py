"""The facts that answer a question, best first; none rather than one that is merely near."""

from typing import NamedTuple

from nkfacts.ask.events import facts_with_all_words
from nkfacts.ask.figures import Named, answers_of_figure, named_figures
from nkfacts.ask.reading import Question
from nkfacts.english import SUBJECT, sense
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base

_WITHOUT_FIGURES = ("yes-no", "where")
_FIGURES_WEIGHED = 4
_LEAST_SHARE_OF_BEST = 0.5


class Candidate(NamedTuple):
    """A figure or a fact that could answer, with its score and what speaks for it."""

    id: str
    score: float
    note: str


class Choice(NamedTuple):
    """What answers a question: the facts, best first, and the figure when they are of one.

    ``near`` are figures that come near and are not what was asked; ``candidates`` what was weighed.
    """

    facts: tuple[Fact, ...] = ()
    figure: Figure | None = None
    near: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()


def choose(question: Question, base: Base) -> Choice:
    """Return the facts that answer a question as it was read, from a base bound to its day."""
    named = named_figures(question, base)
    telling = question.telling_senses
    near = tuple(each.figure for each in named if each.senses & telling)[:2]
    weighed = [
        Candidate(each.figure, each.score, f"named by {' '.join(sorted(each.senses))}")
        for each in named[:_FIGURES_WEIGHED]
    ]
    if question.refusal or question.unknown:
        return Choice(near=near, candidates=tuple(weighed))
    if not question.foreign and question.kind not in _WITHOUT_FIGURES:
        for each in _worth_trying(question, named):
            figure = base.figure(each.figure)
            facts = answers_of_figure(question, base, figure, each) if figure else []
            if facts:
                return Choice(tuple(facts), figure, figure.near if figure else (), tuple(weighed))
    named_words = {sense(word) for name in question.others for word in name.text.split()} - SUBJECT
    content = telling | named_words
    is_figure = question.kind is None and any(content and content <= each.senses for each in named)
    found = [] if is_figure else facts_with_all_words(question, base)
    weighed += [Candidate(fact.id, round(score, 2), fact.title or "") for fact, score in found[:8]]
    return Choice(tuple(fact for fact, _ in found), None, () if found else near, tuple(weighed))


def _worth_trying(question: Question, named: list[Named]) -> list[Named]:
    """Return the figures named about as well as the best, and by no fewer words: not killed for killed and wounded."""
    telling = question.telling_senses
    best = named[0].senses & telling if named else frozenset()
    return [
        each for each in named[:_FIGURES_WEIGHED]
        if each.score >= _LEAST_SHARE_OF_BEST * named[0].score and not each.senses & telling < best
    ]  # fmt: skip
