"""The facts that answer a question: the candidate with the best chance, where it is good enough; else the closest."""

from collections.abc import Sequence
from typing import NamedTuple

from nkfacts.ask.candidates import facts_about, figures_about
from nkfacts.ask.chance import chance
from nkfacts.ask.demands import Demands
from nkfacts.ask.evidence import compared, evidence
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Question
from nkfacts.ask.scoring import Found, Scoring
from nkfacts.ask.verdict import Verdict
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base

ENOUGH = 0.65
"""The chance from which on a candidate answers."""

MOST_WEIGHED = 12
"""The candidates whose chances are told; those that bear out less have none."""

_MOST_CLOSEST = 3
_AS_WELL = 0.8
"""The share of the chance of the best from which on a fact answers as well."""


class Choice(NamedTuple):
    """What was chosen.

    Attributes:
        facts: the facts that answer, best first; none when there is no answer.
        figure: the figure they give a value for, when it was asked for.
        closest: facts that do not answer but come nearest, best first.
        missing: what the closest does not bear out.
        verdict: how the best fact, or its figure, bears out the question.
        weighed: what came nearest: the id of a fact or figure, what speaks against it, and its chance.
    """

    facts: tuple[Fact, ...] = ()
    figure: Figure | None = None
    closest: tuple[Fact, ...] = ()
    missing: tuple[str, ...] = ()
    verdict: Verdict | None = None
    weighed: tuple[tuple[str, str, float], ...] = ()


class _Weighed(NamedTuple):
    """A candidate with its chance to be the answer."""

    chance: float
    found: Found


def choose(question: Question, base: Base, lexicon: Lexicon) -> Choice:
    """Return what answers a question, as far as the base knew it on its day.

    Args:
        question: the question as read.
        base: the base.
        lexicon: the names and words of the base.
    """
    demands = Demands(question, lexicon)
    candidates = facts_about(question, base, lexicon)
    scoring = Scoring(question, base, lexicon, demands)
    found = scoring.all(candidates, figures_about(question, base, lexicon, candidates))
    weighed = _by_chance(found, question, demands)
    told = tuple((_name(each), _against(each.found), round(each.chance, 2)) for each in weighed)
    closest = _closest(weighed, [candidate.fact for candidate in candidates])
    if not weighed or weighed[0].chance < ENOUGH:
        missing = _missing(weighed[0].found) if weighed else ()
        return Choice(closest=closest, missing=missing, weighed=told)
    best = _in_order(question, weighed)
    return Choice(best.facts, best.figure, closest, _missing(best), best.verdict, told)


def _by_chance(found: Sequence[Found], question: Question, demands: Demands) -> list[_Weighed]:
    pairs = sorted(zip(found, compared(found), strict=True), key=lambda pair: -pair[0].score)[:MOST_WEIGHED]
    weighed = [_Weighed(chance(evidence(each, question, demands) | standing), each) for each, standing in pairs]
    return sorted(weighed, key=lambda each: -each.chance)


def _name(weighed: _Weighed) -> str:
    return weighed.found.figure.id if weighed.found.figure else weighed.found.facts[0].id


def _against(found: Found) -> str:
    missing = f"not borne out: {', '.join(_missing(found))}" if found.missing else ""
    return "; ".join(filter(None, (missing, *(reason.removeprefix("!") for reason, _ in found.verdict.against))))


def _missing(found: Found) -> tuple[str, ...]:
    return tuple(mention.text for mention in found.missing)


def _in_order(question: Question, weighed: Sequence[_Weighed]) -> Found:
    """Return of those that answer as well as the best the first or last in time, where that is asked."""
    best = weighed[0]
    wanted = question.flags & {"earliest", "latest"}
    if len(wanted) != 1 or question.kind == "how-many" or best.found.figure is not None:
        return best.found
    alike = [each.found for each in weighed[1:] if _answers_as_well(each, best)]
    saying = bool(question.flags & {"confirming", "saying"})

    def day(found: Found) -> str:
        fact = found.facts[0]
        return fact.reported if saying or fact.when is None else dates.parse(fact.when).first

    return (min if "earliest" in wanted else max)([best.found, *alike], key=day)


def _answers_as_well(weighed: _Weighed, best: _Weighed) -> bool:
    """Say whether an event bears out every word, and fills every slot that the best fills."""
    found = weighed.found
    if found.missing or found.verdict.against or weighed.chance < _AS_WELL * best.chance or found.facts[0].figure:
        return False
    slots, wanted = ({slot for _, slot in each.verdict.slots} - {"words"} for each in (found, best.found))
    return slots >= wanted


def _closest(weighed: Sequence[_Weighed], by_words: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts that come nearest, by their chance first and then by words."""
    found: dict[str, Fact] = {}
    for fact in (*(each.found.facts[0] for each in weighed), *by_words):
        found.setdefault(fact.id, fact)
    return tuple(found.values())[:_MOST_CLOSEST]
