"""What speaks for and against a candidate, as numbers by name: what its chance to be the answer is made of."""

from collections import defaultdict
from collections.abc import Sequence

from nkfacts.ask.gate.asked import kind_of_answer
from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.slots import ANOTHER, CONTRADICTION
from nkfacts.ask.gate.telling import Telling
from nkfacts.ask.understanding.ordinals import names_another
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.weighing.plans import Plans
from nkfacts.ask.weighing.scoring import Found

Evidence = dict[str, float]

_OTHER_THAN_SLOTS = frozenset(("words", "names", "about", "via", "by", "did", "figure", "value", "fact", "of"))
"""What bears out a mention beside a slot of the frame that is named for what fills it."""

BY_WORDS = ("words", "names", "about")
"""What bears out a mention by its words only."""

_BY_KIND = ("when", "who")
"""Kinds of question in which what is missing counts otherwise than in the rest."""

_MOST_LEAD, _LEAST_RIVAL = 3.0, 0.01
_MOST_WORDS, _FEW = 8, 2
_WORDS_ADDED = 5.0
"""What is added to how much a question tells, so that a short one is not borne out more strongly than any."""


def evidence(found: Found, question: Question, demands: Demands, asked: Telling, plans: Plans) -> Evidence:
    """Return what speaks for a candidate by itself, and against it.

    Args:
        found: the candidate as it was scored.
        question: the question.
        demands: what the question demands.
        asked: what the question asks for.
        plans: what tells plans from deeds.
    """
    told: Evidence = defaultdict(float)
    told[f"asks {question.kind}"] = 1.0
    told["times"] = float(bool(question.times))
    told["words read"] = min(len(question.mentions), _MOST_WORDS)
    told["rank"], told["like"] = found.rank, found.likeness
    if found.figure is not None:
        told["a figure, asked for one" if _asks_for_a_figure(question) else "a figure, asked otherwise"] = 1.0
        told["a main figure"] = float(bool(found.figure.main))
        told["a figure, few words"] = float(len(question.mentions) <= _FEW)
    told["strength"] = found.strength / (demands.telling + _WORDS_ADDED)
    told["cover"] = demands.cover(found.words)
    told["statement"] = demands.alike(found.facts[0].statement)
    _add_borne(told, found, question)
    told["exact"] = _exact(found)
    _add_missing(told, found, question, demands)
    _add_against(told, found, question, demands)
    kind = kind_of_answer(question, found.figure)
    if kind == "how-many" and tells_only_what_is_known(found, question):
        told["only a number of the question"] = 1.0
    told["planned, asked as done"] = float(plans.are_asked_as_done(found))
    told["not told"] = float(not asked.is_told(kind, found.facts, found.verdict))
    if standing := asked.standing(kind, found.facts, found.verdict):
        told[f"{kind}: {standing}"] = 1.0
    return told


def tells_only_what_is_known(found: Found, question: Question) -> bool:
    """Say whether all the number that would be answered stands in the question: of the 6,000, how many."""
    best = found.facts[0]
    numbers = {number for number in (best.value, best.low, best.high) if number is not None}
    return bool(numbers) and numbers <= {mention.value for mention in question.mentions}


def of_figure(told: Evidence) -> Evidence:
    """Return the evidence of a figure, of which each piece may count otherwise than of a fact."""
    return told | {f"{name}, of a figure": value for name, value in told.items()}


def _asks_for_a_figure(question: Question) -> bool:
    """Say whether a question asks how many or how much, how that changed, or who says the most."""
    measured = question.kind in ("what", "list") and bool(question.measure)
    ends = "claimant" in question.flags and bool(question.flags & {"highest", "lowest"})
    return measured or ends or question.kind in ("how-many", "change", "compare")


def _add_borne(told: Evidence, found: Found, question: Question) -> None:
    total = found.verdict.total or 1.0
    for mention, weight, by in found.verdict.borne:
        slot = by if by in _OTHER_THAN_SLOTS else "slot"
        told[f"borne by {slot}"] += weight / total
        if question.asks_for(mention):
            told[f"asked for, borne by {slot}"] = 1.0


def borne_exactly(found: Found) -> list[Mention]:
    """Return what is borne out and means just what the frame says, and nothing wider.

    What a figure is asked for has to be what it counts: generals are soldiers, but not all; Kursk is in Russia.
    """
    view = found.verdict.view
    said = view.actions.union(*view.slots.values())
    return [
        mention
        for mention, _, by in found.verdict.borne
        if any(m.id in (view.slots.get(by, said) if found.figure is not None else said) for m in mention.meanings)
    ]


def _exact(found: Found) -> float:
    """Return the share of what is borne out exactly."""
    exact = set(borne_exactly(found))
    weights = (weight for mention, weight, _ in found.verdict.borne if mention in exact)
    return sum(weights) / (found.verdict.total or 1.0)


def _add_missing(told: Evidence, found: Found, question: Question, demands: Demands) -> None:
    total = found.verdict.total or 1.0
    for mention in found.verdict.missing:
        share = demands.weight(mention) / total
        told["lacks"] += share
        told["lacks, strongest"] = max(told["lacks, strongest"], share)
        standing = demands.standing(mention)
        told[f"lacks {standing}"] += 1
        if question.kind in _BY_KIND:
            told[f"lacks {standing}, {question.kind}"] += 1
        if mention.role == "subject":
            told[f"lacks {standing}, subject"] += 1


def _said(found: Found) -> tuple[str | None, ...]:
    """Return what the best fact of a candidate says, without the questions for it."""
    fact = found.facts[0]
    return fact.title, fact.statement, *((found.figure.label,) if found.figure is not None else ())


def _add_against(told: Evidence, found: Found, question: Question, demands: Demands) -> None:
    for reason, mention in found.verdict.against:
        name = reason.removeprefix(CONTRADICTION)
        if reason == ANOTHER and mention is not None and demands.is_people(mention):
            told["against: another people"] += 1
        told[f"against: {name}"] += 1
        if question.kind in _BY_KIND:
            told[f"against: {name}, {question.kind}"] += 1
    told["another in order"] = float(
        names_another((token.word for token in question.tokens), (each for each in _said(found) if each))
    )
    told["undone"] = float(demands.is_undone(found.verdict))
    told["turned round"] = float(demands.is_turned_round(found.verdict))
    told["somebody else"] = float(demands.is_of_somebody_else(found.verdict))
    told["planned"] = float(found.facts[0].status == "planned" or found.verdict.view.planned)


def compared(best: Sequence[Found], found: Sequence[Found]) -> list[Evidence]:
    """Return how each of the best candidates stands among all.

    Args:
        best: the best of the candidates, in any order.
        found: all candidates.
    """
    most = max((each.score for each in found), default=0.0) or 1.0
    by_words = sorted(((each.rank, each.happening) for each in found), reverse=True)
    by_score = {
        is_figure: sorted(
            ((each.score, each.happening) for each in found if (each.figure is not None) == is_figure), reverse=True
        )
        for is_figure in (True, False)
    }
    whole = {(each.figure is not None, each.happening) for each in found if _bears_all(each)}
    figures = {happening for is_figure, happening in whole if is_figure}
    return [
        {
            "of the best": each.score / most,
            "lead": min(each.score / max(_rival(each, by_score[each.figure is not None]), _LEAST_RIVAL), _MOST_LEAD),
            "first by words": float(each.rank > _rival(each, by_words)),
            "bears all": float(_bears_all(each)),
            "alone bears all": float(_bears_all(each) and len({happening for _, happening in whole}) == 1),
            "alone of figures bears all": float(each.figure is not None and figures == {each.happening}),
            "bears all by meaning": float(
                _bears_all(each) and all(by not in BY_WORDS for _, _, by in each.verdict.borne)
            ),
        }
        for each in best
    ]


def _bears_all(found: Found) -> bool:
    return not found.verdict.missing and not found.verdict.against


def _rival(found: Found, others: Sequence[tuple[float, str]]) -> float:
    """Return the most that any candidate has which tells of something else; 0 where none does."""
    return next((value for value, happening in others if happening != found.happening), 0.0)
