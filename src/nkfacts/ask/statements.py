"""What a claimant says of something: the numbers that were given of it, and then what else was told, the last first."""

from collections.abc import Sequence

from nkfacts.ask.demands import Demands
from nkfacts.ask.figure_gate import FigureGate
from nkfacts.ask.fits import Fitting
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Mention, Question
from nkfacts.ask.slots import CONTRADICTION, Slots
from nkfacts.ask.timing import time_fit
from nkfacts.ask.views import NOTHING, View, views_kept
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

_MOST_READ = 300
"""The facts that are read, the last that were said."""

_MOST_NUMBERS = 3
"""The most numbers that are told before what else was."""

_BY_MEANING = ("of", "did", "figure")
"""What of a figure bears out what it counts by its meaning."""


def asks_what_is_said(question: Question) -> bool:
    """Say whether a question asks what somebody says, and of nothing that it names by a kind: what did Seoul say."""
    said = "saying" in question.flags and any(mention.claims for mention in question.mentions)
    return said and question.kind == "what" and question.hole < 0


def statements(question: Question, base: Base, lexicon: Lexicon) -> tuple[Fact, ...]:
    """Return what the one claimant of a question said of what it names; none where there are several, or nothing.

    Args:
        question: the question as read.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.
    """
    claimants = [m for m in question.mentions if m.claims]
    said_by = [meaning.id for mention in claimants for meaning in mention.meanings if meaning.part == "entities"]
    if len(claimants) != 1 or not said_by:
        return ()
    said = [
        fact
        for fact in base.facts(Filter(by=said_by), limit=_MOST_READ)
        if not fact.is_deprecated and time_fit(fact, question.times)
    ]
    about = _About(question, base, lexicon)
    numbers = about.numbers(said, said_by)
    others = [fact for fact in said if fact.figure is None and about.is_told_by(fact)]
    others.sort(key=lambda fact: (bool(fact.main), fact.reported), reverse=True)
    return (*numbers[:_MOST_NUMBERS], *others)


class _About:
    """Tells what of a claimant's word is of what a question names."""

    def __init__(self, question: Question, base: Base, lexicon: Lexicon) -> None:
        self._base, self._lexicon = base, lexicon
        self._slots, self._fitting = Slots(question, lexicon), Fitting(lexicon)
        self._figures = FigureGate(question, lexicon, Demands(question, lexicon))
        self._named = [m for m in question.mentions if not m.claims and m.kind != "light"]

    def numbers(self, said: Sequence[Fact], said_by: Sequence[str]) -> list[Fact]:
        """Return of each figure that counts just what is named the number that holds, those of the overview first."""
        if not self._named:
            return []
        given: dict[str, list[Fact]] = {}
        for fact in said:
            if fact.figure is not None:
                given.setdefault(fact.figure, []).append(fact)
        found = [(figure, facts) for id_, facts in given.items() if (figure := self._base.figure(id_)) is not None]
        asked = [(figure, facts) for figure, facts in found if self._counts_it(figure)]
        asked.sort(key=lambda each: (not each[0].main, -self._figures.judge(each[0]).score))
        return [self._holding(figure, facts, said_by) for figure, facts in asked]

    def _counts_it(self, figure: Figure) -> bool:
        verdict = self._figures.judge(figure)
        borne = {by for _, _, by in verdict.borne}
        return not verdict.missing and not verdict.against and not borne.isdisjoint(_BY_MEANING)

    def _holding(self, figure: Figure, facts: Sequence[Fact], said_by: Sequence[str]) -> Fact:
        """Return of the numbers that were given of a figure the one that the headline's rule prefers, or the last."""
        ids = {fact.id for fact in facts}
        held = (fact for by in said_by for fact in self._base.candidates(figure.id, by=by) if fact.id in ids)
        return next(held, None) or max(facts, key=lambda fact: fact.reported)

    def is_told_by(self, fact: Fact) -> bool:
        """Say whether a fact tells of all that is named, by its frames or by what it is about."""
        views = views_kept(fact, self._lexicon) or (NOTHING,)
        return all(self._is_told(mention, views, fact) for mention in self._named)

    def _is_told(self, mention: Mention, views: Sequence[View], fact: Fact) -> bool:
        if any(self._slots.acts(mention, view.actions) for view in views):
            return True
        slots = [slot for view in views if (slot := self._slots.filled(mention, view))]
        # What came from Russia is not told where it is asked what went there, though the fact is about it.
        against = [slot.startswith(CONTRADICTION) for slot in slots]
        return not all(against) if against else self._fitting.fits_any(mention, fact.about)
