"""The facts that answer a question: a figure and its headline, or events; else the closest that do not."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nkfacts.ask.candidates import Candidate, facts_about, figures_about, likeness
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Question
from nkfacts.ask.scoring import Found, Scoring
from nkfacts.ask.verdict import Verdict
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base

_MOST_CLOSEST = 3
_ALIKE = 0.6
"""How like a question must be to one that people ask to be taken for it."""

_CLEAR = 1.08
"""How far ahead of all that tells something else a fact must be that bears out every word."""

_FAR = 1.2
"""How far ahead it must be where one word is not borne out."""

_FARTHEST = 1.5
"""The same where that is the verb, or a word that no fact has."""

_AS_WELL = 0.9
"""The share of the score of the best at which a fact answers as well."""

_A_LITTLE = 0.05
"""How much less of a question a figure may bear out than a fact, and still answer how many."""


class Choice(NamedTuple):
    """What was chosen.

    Attributes:
        facts: the facts that answer, best first; none when there is no answer.
        figure: the figure they give a value for, when it was asked for.
        closest: facts that do not answer but come nearest, best first.
        missing: what the closest does not bear out.
        verdict: how the best fact, or its figure, bears out the question.
        weighed: what came nearest: the id of a fact or figure, what it does not bear out, and its score.
    """

    facts: tuple[Fact, ...] = ()
    figure: Figure | None = None
    closest: tuple[Fact, ...] = ()
    missing: tuple[str, ...] = ()
    verdict: Verdict | None = None
    weighed: tuple[tuple[str, str, float], ...] = ()


def choose(question: Question, base: Base, lexicon: Lexicon) -> Choice:
    """Return what answers a question, as far as the base knew it on its day.

    Args:
        question: the question as read.
        base: the base.
        lexicon: the names and words of the base.
    """
    scoring = Scoring(question, base, lexicon)
    candidates = facts_about(question, base, lexicon)
    top = max((candidate.rank for candidate in candidates), default=0.0) or 1.0
    figures = figures_about(question, base, lexicon, candidates)
    by_fact = _best_first(scoring.fact(candidate, candidate.rank / top) for candidate in candidates)
    by_figure = _best_first(map(scoring.figure, figures))
    weighed = tuple(
        (found.figure.id if found.figure else found.facts[0].id, ", ".join(found.missing), round(found.score, 2))
        for found in _best_first([*by_fact[:8], *by_figure[:6]])
    )
    best = _best(question, by_figure, by_fact)
    closest = _closest(by_figure, by_fact, candidates)
    if best is None:
        missing = next((found.missing for found in (*by_fact[:1], *by_figure[:1]) if found.missing), ())
        if not missing and not by_fact and not by_figure and candidates:
            missing = scoring.lacking(candidates[0])
        return Choice(closest=closest, missing=missing, weighed=weighed)
    return Choice(best.facts, best.figure, closest, best.missing, best.verdict, weighed)


def _best_first(found: Iterable[Found | None]) -> list[Found]:
    return sorted((each for each in found if each is not None), key=lambda each: -each.score)


def _best(question: Question, by_figure: Sequence[Found], by_fact: Sequence[Found]) -> Found | None:
    """Return what answers: of figures and of facts only the first may, so that nothing weaker answers in its place."""
    figure = by_figure[0] if by_figure and _is_enough(by_figure[0], by_figure) else None
    fact = by_fact[0] if by_fact and _is_enough(by_fact[0], by_fact) else None
    if fact is not None and question.kind == "how-many" and fact.missing:
        fact = None
    if fact is not None:
        fact = _in_order(question, fact, by_fact)
    if figure is None or fact is None:
        return fact or (figure if figure is not None and _may_answer_alone(question, figure) else None)
    if _asks_for_a_figure(question):
        answers = fact.facts[0].figure is not None or figure.share >= fact.share - _A_LITTLE
    else:
        answers = _is_asked_for(question, figure) and figure.likeness > likeness(question, fact.facts[0].asked)
    return figure if answers else fact


def _asks_for_a_figure(question: Question) -> bool:
    measured = question.kind in ("what", "list") and bool(question.measure)
    ends = "claimant" in question.flags and bool(question.flags & {"highest", "lowest"})
    return measured or ends or question.kind in ("how-many", "change", "compare")


def _is_asked_for(question: Question, figure: Found) -> bool:
    """Say whether people ask for a figure nearly as a question does that begins with what."""
    return question.kind == "what" and figure.likeness >= _ALIKE


def _may_answer_alone(question: Question, figure: Found) -> bool:
    """Say whether a figure answers where no fact does."""
    return question.kind == "list" or _asks_for_a_figure(question) or _is_asked_for(question, figure)


def _in_order(question: Question, best: Found, others: Sequence[Found]) -> Found:
    """Return of those that answer as well as the best the first or last in time, where that is asked."""
    wanted = question.flags & {"earliest", "latest"}
    if len(wanted) != 1 or question.kind == "how-many":
        return best
    alike = [other for other in others if _answers_as_well(other, best)]
    saying = bool(question.flags & {"confirming", "saying"})

    def day(found: Found) -> str:
        fact = found.facts[0]
        return fact.reported if saying or fact.when is None else dates.parse(fact.when).first

    return (min if "earliest" in wanted else max)([best, *alike], key=day)


def _answers_as_well(found: Found, best: Found) -> bool:
    """Say whether an event bears out every word, and fills every slot that the best fills."""
    if found.missing or found.score < _AS_WELL * best.score or found.facts[0].figure:
        return False
    slots, wanted = ({slot for _, slot in each.verdict.slots} - {"words"} for each in (found, best))
    return slots >= wanted


def _is_enough(found: Found, others: Sequence[Found]) -> bool:
    """Say whether a candidate answers: it bears out all words or all but one, and is ahead of what tells otherwise."""
    if len(found.missing) > 1:
        return False
    rivals = (other.score for other in others if _happening(other) != _happening(found) and other.score <= found.score)
    lead = found.score / max(max(rivals, default=0.0), 0.01)
    if not found.missing:
        return lead >= (_FAR if found.figure is not None and found.likeness < _ALIKE else _CLEAR)
    if found.figure is not None:
        return False
    return lead >= (_FARTHEST if found.critical else _FAR) and not found.barred


def _happening(found: Found) -> str:
    fact = found.facts[0]
    return fact.event or fact.figure or fact.id


def _closest(by_figure: Sequence[Found], by_fact: Sequence[Found], candidates: Sequence[Candidate]) -> tuple[Fact, ...]:
    """Return the facts that come nearest, by what they bear out first and then by words."""
    scored = [each.facts[0] for each in _best_first([*by_figure[:2], *by_fact[:5]])]
    by_words = [candidate.fact for candidate in candidates[:_MOST_CLOSEST]]
    found: dict[str, Fact] = {}
    for fact in (*scored, *by_words):
        found.setdefault(fact.id, fact)
    return tuple(found.values())[:_MOST_CLOSEST]
