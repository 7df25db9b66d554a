"""How well facts and figures answer a question, as a number to choose by; nothing for those that contradict it."""

from collections.abc import Sequence
from typing import NamedTuple

from nkfacts.ask.candidates import Candidate, likeness
from nkfacts.ask.demands import Demands
from nkfacts.ask.fact_gate import FactGate
from nkfacts.ask.figure_gate import FigureGate
from nkfacts.ask.fits import Fitting
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.measures import tells_measure, tells_rate
from nkfacts.ask.quantities import tells_number
from nkfacts.ask.question import Mention, Question
from nkfacts.ask.timing import time_fit
from nkfacts.ask.verdict import Verdict
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base

_ASKED = 0.6
"""How much likeness to a question that people ask counts."""

_RANK = 0.6
"""How much the rank by words counts beside what the gate found borne out."""

_TIME = 0.08
"""How much each degree counts in which the time fits."""

_MAIN, _PART, _FIGURE = 1.04, 0.97, 0.93
"""How much a main fact, a part where a number is asked, and a figure where none is asked count."""

_ALONE = 1.1
"""How much a figure counts that says by itself what is asked, and needs no fact of it to say so."""


class Found(NamedTuple):
    """A fact, or a figure with its facts, that contradicts nothing in a question.

    Attributes:
        score: how well it answers.
        share: how much of the question it bears out.
        facts: the fact, or those of the figure that bear out the most, best first.
        figure: the figure, where it was judged.
        missing: words that are not borne out.
        verdict: what the gate found.
        critical: whether it answers, for what is missing, only where nothing else comes near.
        barred: whether it cannot answer, for what is missing.
        likeness: how like the question is to those that people ask for the figure.
    """

    score: float
    share: float
    facts: tuple[Fact, ...]
    figure: Figure | None
    missing: tuple[str, ...]
    verdict: Verdict
    critical: bool
    barred: bool = False
    likeness: float = 0.0


class Scoring:
    """Scores candidates for one question.

    Args:
        question: the question.
        base: the base.
        lexicon: the names and words of the base.
    """

    def __init__(self, question: Question, base: Base, lexicon: Lexicon) -> None:
        self._question, self._base = question, base
        self._fitting = Fitting(lexicon)
        self._demands = Demands(question, lexicon)
        self._figures = FigureGate(question, lexicon, self._demands)
        self._facts = FactGate(question, lexicon, self._demands, self._figures)

    def fact(self, candidate: Candidate, rank: float) -> Found | None:
        """Score a fact; None where it contradicts the question, or where its figure is to be chosen by.

        Args:
            candidate: the fact with its words.
            rank: how near it came by words, as a share of the nearest.
        """
        question, fact = self._question, candidate.fact
        if question.kind == "how-many" and fact.figure is not None:
            return None
        fit = time_fit(fact, question.times)
        if not fit:
            return None
        verdict = self._facts.judge(candidate)
        if verdict.against or self._is_of_another_tense(fact, verdict) or not self._tells_what_is_asked(fact):
            return None
        score = verdict.score * (1 + _TIME * fit) * (1 + _RANK * rank) * (1 + _ASKED * likeness(question, fact.asked))
        if question.kind == "how-many" and fact.scope == "part":
            score *= _PART
        if fact.main:
            score *= _MAIN
        if fact.figure is not None and question.kind not in ("how-many", "change", "compare"):
            score *= _FIGURE
        return Found(score, verdict.share, (fact,), None, verdict.missing, verdict, verdict.critical, verdict.barred)

    def lacking(self, candidate: Candidate) -> tuple[str, ...]:
        """Return the words of the question that a fact does not bear out, or that it contradicts."""
        verdict = self._facts.judge(candidate)
        word = verdict.against.partition(":")[0]
        return verdict.missing or tuple(m.text for m in self._question.mentions if m.text == word)

    def _is_of_another_tense(self, fact: Fact, verdict: Verdict) -> bool:
        """Say whether a fact tells what was done where the question asks what will be, or the other way round."""
        question, view = self._question, verdict.view
        planned = fact.status == "planned" or (view is not None and view.planned)
        if "will" in question.flags and not planned:
            return True
        if fact.figure is not None or "past" not in question.flags:
            return False
        if question.kind not in ("when", "how-many", "who", "where"):
            return False
        unsure = view is not None and (view.open or view.negated)
        return unsure or (planned and not question.flags & {"ahead", "planned"})

    def _tells_what_is_asked(self, fact: Fact) -> bool:
        """Say whether a fact tells the measure, rate or number that is asked for."""
        question = self._question
        if question.kind == "how-many" and not tells_number(fact, question, self._fitting):
            return False
        if fact.figure is not None:
            return True
        return (not question.measure or tells_measure(fact, question.measure)) and (
            not question.per or tells_rate(fact, question.per)
        )

    def figure(self, figure: Figure) -> Found | None:
        """Score a figure with those of its facts that bear out the most; None where it contradicts the question."""
        question = self._question
        if "will" in question.flags and (figure.counts is None or figure.counts.state not in ("planned", None)):
            return None
        verdict = self._figures.judge(figure)
        if verdict.against or not verdict.slots:
            return None
        wanted = [m for m in question.mentions if m.claims or m.kind == "number" or m.text in verdict.missing]
        facts, left = self._facts_that_bear(figure, wanted)
        if not facts:
            return None
        weights = dict(self._demands.weighed)
        total = sum(weights.values())
        borne = sum(weights[m] for m in wanted if m not in left)
        alone = all(m.claims or m.kind == "number" for m in wanted)
        like = likeness(question, figure.asked)
        score = (verdict.score + borne) * (_ALONE if alone else 1.0) * (1 + _ASKED * like)
        return Found(
            score,
            min(score / total, 1.0) if total else 0.0,
            tuple(_ordered(facts, question)),
            figure,
            tuple(m.text for m in left),
            verdict,
            critical=bool(left),
            barred=any(map(self._bars_a_figure, left)),
            likeness=like,
        )

    def _facts_that_bear(self, figure: Figure, wanted: Sequence[Mention]) -> tuple[list[Fact], list[Mention]]:
        """Return the facts of a figure that bear out what is wanted of them, and what none of them does."""
        times, base = self._question.times, self._base
        competing = [fact for fact in base.candidates(figure.id) if time_fit(fact, times)]
        every = [fact for fact in base.facts_of(figure.id) if time_fit(fact, times) and not fact.is_deprecated]
        for facts in (competing, every):
            if chosen := self._bearing(facts, wanted):
                return chosen, []
        # What no fact of the figure bears out is left over; the rest still chooses.
        left = [m for m in wanted if not self._bearing(every, [m])]
        return self._bearing(every, [m for m in wanted if m not in left]), left

    def _bearing(self, facts: Sequence[Fact], wanted: Sequence[Mention]) -> list[Fact]:
        return [fact for fact in facts if all(self._facts.bears(fact, mention, self._base) for mention in wanted)]

    def _bars_a_figure(self, mention: Mention) -> bool:
        plain = mention.kind in ("word", "action") and not mention.claims
        return not plain or self._demands.is_written_as_name(mention)


def _ordered(facts: Sequence[Fact], question: Question) -> list[Fact]:
    """Return facts of a figure in the order asked for; else as the headline's rule has them."""
    flags = question.flags
    if "highest" in flags or "lowest" in flags:
        numbered = [fact for fact in facts if fact.lowest is not None] or list(facts)
        return sorted(numbered, key=lambda fact: -(fact.highest or 0) if "highest" in flags else (fact.lowest or 0))
    if "earliest" in flags and question.kind != "change":
        return sorted(facts, key=lambda fact: (fact.reported, fact.when or ""))
    if question.kind == "change":
        return sorted(facts, key=lambda fact: fact.reported)
    if question.times:
        return sorted(facts, key=lambda fact: -time_fit(fact, question.times))
    return list(facts)
