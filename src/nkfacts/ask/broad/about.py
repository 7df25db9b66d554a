"""Whether what is told is of what a question names, where it asks for whatever there is of it."""

from collections.abc import Sequence

from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.figure_gate import NEEDS, FigureGate
from nkfacts.ask.gate.slots import CONTRADICTION
from nkfacts.ask.gate.verdict import BY_MEANING
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.views import NOTHING, View, views_kept
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.words import DISPUTING, NEWS
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base


class About:
    """Tells what of some facts is of what a question names beside the claimant.

    Args:
        question: the question.
        base: the base.
        lexicon: the names and words of the base.
    """

    def __init__(self, question: Question, base: Base, lexicon: Lexicon) -> None:
        self._base, self._lexicon = base, lexicon
        demands = Demands(question, lexicon)
        self._slots, self._fitting = demands.slots, demands.slots.fitting
        self._figures = FigureGate(question, lexicon, demands)
        self.named = [
            mention
            for mention in question.mentions
            if not mention.claims and mention.kind != "light" and mention.text not in NEWS | DISPUTING
        ]

    def numbers(self, said: Sequence[Fact], said_by: Sequence[str]) -> list[Fact]:
        """Return of each figure that counts just what is named the number that holds, those of the overview first."""
        if not self.named:
            return []
        given: dict[str, list[Fact]] = {}
        for fact in said:
            if fact.figure is not None:
                given.setdefault(fact.figure, []).append(fact)
        found = [(figure, facts) for id_, facts in given.items() if (figure := self._base.figure(id_)) is not None]
        asked = [(figure, facts) for figure, facts in found if self.is_counted_by(figure)]
        asked.sort(key=lambda each: (not each[0].main, -self._figures.judge(each[0]).score))
        return [self._holding(figure, facts, said_by) for figure, facts in asked]

    def is_counted_by(self, figure: Figure) -> bool:
        """Say whether a figure counts just what is named."""
        verdict = self._figures.judge(figure)
        borne = {by for _, _, by in verdict.borne}
        # Who tells of all that somebody says of troops tells how many of them are where.
        against = [reason for reason, _ in verdict.against if not (figure.main and reason == NEEDS)]
        return not verdict.missing and not against and not borne.isdisjoint(BY_MEANING)

    def _holding(self, figure: Figure, facts: Sequence[Fact], said_by: Sequence[str]) -> Fact:
        """Return of the numbers that were given of a figure the one that the headline's rule prefers, or the last."""
        ids = {fact.id for fact in facts}
        held = (fact for by in said_by for fact in self._base.candidates(figure.id, by=by) if fact.id in ids)
        return next(held, None) or max(facts, key=lambda fact: fact.reported)

    def is_of_it(self, fact: Fact) -> bool:
        """Say whether a fact tells of all that is named, or gives a number for what counts just that."""
        figure = self._base.figure(fact.figure) if fact.figure else None
        return bool(self.named) and (self.is_counted_by(figure) if figure is not None else self.is_told_by(fact))

    def is_told_by(self, fact: Fact) -> bool:
        """Say whether a fact tells of all that is named, by its frames or by what it is about."""
        views = views_kept(fact, self._lexicon) or (NOTHING,)
        return all(self._is_told(mention, views, fact) for mention in self.named)

    def _is_told(self, mention: Mention, views: Sequence[View], fact: Fact) -> bool:
        if any(self._slots.acts(mention, view.actions) for view in views):
            return True
        slots = [slot for view in views if (slot := self._slots.filled(mention, view))]
        # What came from Russia is not told where it is asked what went there, though the fact is about it.
        against = [slot.startswith(CONTRADICTION) for slot in slots]
        return not all(against) if against else self._fitting.fits_any(mention, fact.about)
