"""What speaks for and against a candidate, as numbers by name: what its chance to be the answer is made of."""

from collections import Counter
from collections.abc import Sequence

from nkfacts.ask.demands import Demands
from nkfacts.ask.question import Question
from nkfacts.ask.scoring import Found

_BESIDE = frozenset(("words", "names", "about", "via", "by", "did", "figure", "value", "fact"))
"""What bears out a mention beside a slot of the frame."""

_MOST_LEAD = 3.0


def evidence(found: Found, question: Question, demands: Demands) -> Counter[str]:
    """Return what speaks for a candidate by itself, and against it.

    Args:
        found: the candidate as it was scored.
        question: the question.
        demands: what the question demands.
    """
    told: Counter[str] = Counter()
    verdict, fact = found.verdict, found.facts[0]
    total = verdict.total or 1.0
    for mention, weight, by in verdict.borne:
        told[f"borne by {by if by in _BESIDE else 'slot'}"] += weight / total
        if mention.kind == "name" and by in ("words", "names", "about"):
            told["name in words"] += 1
        if demands.is_verb(mention) and by in ("words", "names"):
            told["verb in words"] += 1
    for mention in found.missing:
        told[f"lacks {demands.standing(mention)}"] += 1
        told["lacks"] += demands.weight(mention) / total
    for reason in verdict.against:
        told[f"against: {reason.removeprefix('!')}"] += 1
    told["cover"], told["rank"], told["like"] = found.cover, found.rank, found.likeness
    told["main"] = float(bool(fact.main))
    told["part"] = float(fact.scope == "part" and question.kind == "how-many")
    told["figure"] = float(found.figure is not None)
    told["fact of a figure"] = float(found.figure is None and fact.figure is not None)
    told["figure, how many"] = float(found.figure is not None and question.kind == "how-many")
    told["planned"] = float(fact.status == "planned")
    told["denied"] = float(fact.status == "denied")
    told["words read"] = min(len(question.mentions), 8)
    told["times"] = float(bool(question.times))
    told[f"asks {question.kind}"] = 1.0
    return told


def compared(found: Sequence[Found]) -> list[Counter[str]]:
    """Return how each of several candidates stands among them all.

    Args:
        found: the candidates.
    """
    best = max((each.score for each in found), default=0.0) or 1.0
    own = {
        kind: max((each.score for each in found if (each.figure is not None) == kind), default=0.0) or 1.0
        for kind in (True, False)
    }
    standings = []
    for each in found:
        is_figure = each.figure is not None
        rivals = (
            other.score
            for other in found
            if (other.figure is not None) == is_figure and other.happening != each.happening
        )
        words = max((other.rank for other in found if other.happening != each.happening), default=0.0)
        standings.append(
            Counter(
                {
                    "of the best": each.score / best,
                    "of the best of its kind": each.score / own[is_figure],
                    "lead": min(each.score / max(max(rivals, default=0.0), 0.01), _MOST_LEAD),
                    "first by words": float(each.rank > words),
                }
            )
        )
    return standings
