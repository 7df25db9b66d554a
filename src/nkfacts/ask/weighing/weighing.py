"""Candidates with their chances to be the answer, and what rules one out whatever its chance."""

from collections.abc import Sequence

from nkfacts.ask.gate.candidates import Candidate, figures_about
from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.telling import Telling
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.weighing.alike import Alike
from nkfacts.ask.weighing.chance import chance
from nkfacts.ask.weighing.evidence import Evidence, compared, evidence, of_figure
from nkfacts.ask.weighing.plans import Plans
from nkfacts.ask.weighing.scoring import Found, Scoring
from nkfacts.hints import NamedTuple
from nkfacts.query.base import Base

ENOUGH = 0.65
"""The chance from which on a candidate answers."""

MOST_WEIGHED = 12
"""The candidates whose chances are told; those that bear out less have none."""

RULING_OUT = ("turned round", "undone", "somebody else", "planned, asked as done", "another in order", "not told")
"""Evidence against which no other counts."""


class Weighed(NamedTuple):
    """A candidate with its chance to be the answer, and what that is made of."""

    chance: float
    found: Found
    told: Evidence

    @property
    def missing(self) -> tuple[str, ...]:
        """What it does not bear out."""
        return tuple(mention.text for mention in self.found.verdict.missing)

    @property
    def is_ruled_out(self) -> bool:
        """Whether it cannot answer, however near it is: it says the reverse, or has not what is asked for."""
        return any(self.told.get(name) for name in RULING_OUT)


def weigh(question: Question, base: Base, lexicon: Lexicon, facts: Sequence[Candidate]) -> list[Weighed]:
    """Return the facts and figures that may answer, the one with the best chance first.

    Args:
        question: the question as read.
        base: the base.
        lexicon: the names and words of the base.
        facts: the facts that it may be about.
    """
    demands = Demands(question, lexicon)
    scoring = Scoring(question, base, lexicon, demands)
    scored = scoring.all(facts, figures_about(question, base, lexicon, facts))
    found = [each for each in scored if not demands.rules_out(each.verdict.missing)]
    best = sorted(found, key=lambda each: -each.score)[:MOST_WEIGHED]
    asked = Telling(question, base, lexicon)
    alike = Alike(question, base, lexicon).evidence(best)
    plans = Plans(question, lexicon)
    evidences = [
        (each, evidence(each, question, demands, asked, plans) | standing | near)
        for each, standing, near in zip(best, compared(best, found), alike, strict=True)
    ]
    weighed = [(each, of_figure(told) if each.figure is not None else told) for each, told in evidences]
    return sorted((Weighed(chance(told), each, told) for each, told in weighed), key=lambda each: -each.chance)
