"""Why what comes nearest does not answer, in words for whoever asks, where no word of the question says it."""

from collections.abc import Sequence

from nkfacts.ask.gate.figure_gate import MEASURE, NEEDS, PLAN, RATE
from nkfacts.ask.gate.slots import ANOTHER, NOT_SO, NOT_YET, OTHER_WAY, POPULATION, UNDONE
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.weighing.scoring import TENSE, UNTOLD
from nkfacts.ask.weighing.weighing import Weighed

_ONLY_PLANNED = "only a plan of it is told"
_OF_OTHERS = "it is told of others"
_OTHER_WAY = "it is told the other way round"

_SAID: dict[str, str] = {
    NOT_SO: "it is told as not so",
    ANOTHER: _OF_OTHERS,
    POPULATION: _OF_OTHERS,
    UNDONE: "it is told as done, and not as ended or taken back",
    NOT_YET: "it is told as asked for or promised only",
    PLAN: _ONLY_PLANNED,
}
"""What is said of what a gate found against a candidate, the plainest first."""

_UNTOLD_BY_KIND = {
    "when": "no day of it is told",
    "where": "no place of it is told",
    "who": "nobody is named",
    "yes-no": "nothing tells whether that is so",
}
_MEASURED = {"money": "amount of money", "times": "number of times", "volume": "number of barrels or litres"}


def failing(question: Question, nearest: Weighed, lexicon: Lexicon) -> str:
    """Return why the nearest candidate does not answer; empty where only missing words or its chance say so.

    Args:
        question: the question as read.
        nearest: the candidate.
        lexicon: the names and words of the base.
    """
    told, against = nearest.told, nearest.found.verdict.against
    if told.get("turned round") or any(
        why == OTHER_WAY and mention is not None and _is_of_a_nation(mention, lexicon) for why, mention in against
    ):
        return _OTHER_WAY
    if told.get("planned, asked as done"):
        return _ONLY_PLANNED
    reasons = [reason for reason, _ in against]
    plain = next((_SAID[reason] for reason in _SAID if reason in reasons), "")
    return plain if plain or nearest.missing else _not_told(question, nearest, reasons)


def _is_of_a_nation(mention: Mention, lexicon: Lexicon) -> bool:
    """Say whether a mention is of a nation's: soldiers of none may be those of either side."""
    return mention.nation is not None or any(lexicon.whose(m.id) for m in mention.meanings if m.part == "things")


def _not_told(question: Question, nearest: Weighed, reasons: Sequence[str]) -> str:
    """Return what a candidate that has all the words does not tell."""
    if nearest.told.get("another in order"):
        return "it is told of another in turn"
    if TENSE in reasons and _is_of_another_tense(question, nearest):
        return _of_tense(question, nearest)
    if not {UNTOLD, MEASURE, RATE, NEEDS}.isdisjoint(reasons):
        asks_for_one = question.kind == "how-many" or question.measure or question.per
        return _no_number(question, rate=RATE in reasons) if asks_for_one else _UNTOLD_BY_KIND.get(question.kind, "")
    if nearest.told.get("not told"):
        return "no name is told" if "name" in question.flags else _UNTOLD_BY_KIND.get(question.kind, "")
    return ""


def _is_of_another_tense(question: Question, nearest: Weighed) -> bool:
    """Say whether the tense is what fails: who asks for a number that is not told is told so first."""
    return "will" in question.flags or nearest.found.facts[0].status == "planned" or question.kind != "how-many"


def _of_tense(question: Question, nearest: Weighed) -> str:
    if "will" in question.flags:
        return "only what was done is told, and nothing ahead"
    planned = nearest.found.facts[0].status == "planned" or nearest.found.verdict.view.planned
    return _ONLY_PLANNED if planned else "it is told as open, or as not done"


def _no_number(question: Question, *, rate: bool) -> str:
    """Return that a number is not told in the measure or rate that is asked for."""
    if question.per:
        return f"no number per {question.per} is told of that"
    if rate:
        return "only how many in a time are told of"
    if question.measure:
        return f"no {_MEASURED.get(question.measure, question.measure)} is told of that"
    return "no number is told of that"
