"""The facts that answer a question: the candidate with the best chance, where it is good enough; else the closest."""

from collections.abc import Sequence

from nkfacts.ask.gate.asked import Asked, kind_of_answer
from nkfacts.ask.gate.candidates import facts_about
from nkfacts.ask.gate.extent import is_compared
from nkfacts.ask.gate.slots import CONTRADICTION
from nkfacts.ask.gate.verdict import Verdict
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.understanding.words import EARLIEST
from nkfacts.ask.weighing.failing import failing
from nkfacts.ask.weighing.plainly import is_named, is_plainly_asked, with_the_exact_first
from nkfacts.ask.weighing.weighing import ENOUGH, Weighed, weigh
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.text import fold

MOST_CLOSEST = 3
"""The facts that are told where none answers."""

_MOST_TOLD = 6

_ENOUGH_OF_THE_FIRST = 0.5
"""The chance from which on a fact answers that says of its event that it was the first, or that it was done at all."""

_AS_WELL, _AS_WELL_BY_MEANING = 0.8, 0.3
"""The share of the chance of the best from which on a fact answers as well; the same if both do by their frames."""


class Choice(NamedTuple):
    """What was chosen.

    Attributes:
        facts: the facts that answer, best first; none when there is no answer.
        figure: the figure they give a value for, when it was asked for.
        closest: facts that do not answer but come nearest, best first.
        missing: what the closest does not bear out.
        verdict: how the best fact, or its figure, bears out the question.
        weighed: what came nearest: the id of a fact or figure, what speaks against it, and its chance.
        failing: why the nearest does not answer, in words, where more than missing words says so.
    """

    facts: tuple[Fact, ...] = ()
    figure: Figure | None = None
    closest: tuple[Fact, ...] = ()
    missing: tuple[str, ...] = ()
    verdict: Verdict | None = None
    weighed: tuple[tuple[str, str, float], ...] = ()
    failing: str = ""


def choose(question: Question, base: Base, lexicon: Lexicon) -> Choice:
    """Return what answers a question, as far as the base knew it on its day.

    Args:
        question: the question as read.
        base: the base.
        lexicon: the names and words of the base.
    """
    candidates = facts_about(question, base, lexicon)
    weighed = weigh(question, base, lexicon, candidates)
    told = tuple((_name(each), _against(each), round(each.chance, 2)) for each in weighed[:_MOST_TOLD])
    closest = _closest(weighed, [candidate.fact for candidate in candidates])
    weighed = _without_the_impossible(with_the_exact_first(question, lexicon, weighed))
    first = _telling_the_number(question, weighed) or _done_before_left_open(question, weighed)
    weighed = [*first, *(each for each in weighed if each not in first)]
    plain = bool(weighed) and (is_named(weighed[0].found) or is_plainly_asked(question, lexicon, weighed))
    least = _ENOUGH_OF_THE_FIRST if weighed and _is_the_first_asked_for(question, weighed[0]) else ENOUGH
    enough = (
        bool(first)
        or plain
        or (bool(weighed) and _chance_with_those_that_agree(question, base, lexicon, weighed) >= least)
    )
    if not enough or weighed[0].is_ruled_out:
        if not weighed:
            return Choice(closest=closest, weighed=told)
        why = failing(question, weighed[0], lexicon)
        return Choice(closest=closest, missing=weighed[0].missing, weighed=told, failing=why)
    return choice_of(_in_order(question, weighed))._replace(closest=closest, weighed=told)


def _without_the_impossible(weighed: list[Weighed]) -> list[Weighed]:
    """Return candidates without those ahead that cannot answer, where the next bears out every word and is likely."""
    possible = next((place for place, each in enumerate(weighed) if not each.is_ruled_out), 0)
    first = weighed[possible] if weighed else None
    if first is None or first.chance < ENOUGH or first.missing or first.found.verdict.against:
        return weighed
    return weighed[possible:]


def _telling_the_number(question: Question, weighed: Sequence[Weighed]) -> list[Weighed]:
    """Return the facts of one figure with just the number of which it is asked if it is so, if likely enough together.

    Each of them says yes.
    """
    numbers = [mention for mention in question.mentions if mention.kind == "number"]
    if question.kind != "yes-no" or len(numbers) != 1 or is_compared(numbers[0]):
        return []
    telling = [
        each
        for each in weighed
        if (numbers[0], "value") in {(mention, by) for mention, _, by in each.found.verdict.borne}
        and not (each.is_ruled_out or each.missing or each.found.verdict.against)
        and each.found.facts[0].status not in ("planned", "denied")
    ]
    agreeing = [each for each in telling if each.found.facts[0].figure == telling[0].found.facts[0].figure]
    return agreeing if sum(each.chance for each in agreeing) >= ENOUGH else []


def _done_before_left_open(question: Question, weighed: Sequence[Weighed]) -> list[Weighed]:
    """Return what tells last that it was done where the best leaves it open, or something narrower: did Russia help."""
    if question.kind != "yes-no" or not weighed or not weighed[0].found.verdict.view.open or weighed[0].chance < ENOUGH:
        return []
    done = [
        each
        for each in weighed
        if each.chance >= _ENOUGH_OF_THE_FIRST
        and each.found.facts[0].figure is None
        and each.told.get("bears all by meaning")
        and not (each.is_ruled_out or each.found.verdict.view.is_unsure)
        and each.found.facts[0].status not in ("planned", "denied")
    ]
    return sorted(done, key=lambda each: each.found.facts[0].reported)[-1:]


def choice_of(weighed: Weighed) -> Choice:
    """Return the choice of a candidate."""
    found = weighed.found
    return Choice(found.facts, found.figure, missing=weighed.missing, verdict=found.verdict)


def _chance_with_those_that_agree(
    question: Question, base: Base, lexicon: Lexicon, weighed: Sequence[Weighed]
) -> float:
    """Return the chance of the best, and of all that tell the same number by the same claimant where one is asked.

    Which of them was meant is not asked, and they share the chance.
    """
    best, *others = weighed
    if _asks_for_the_last_deed(question, best):
        # Any of them may be the last that is asked for.
        return best.chance + sum(each.chance for each in others if _answers_as_well(question, each, best))
    if best.chance >= ENOUGH or kind_of_answer(question, best.found.figure) != "how-many":
        return best.chance
    asked = Asked(question, base, lexicon)

    def told(each: Weighed) -> tuple[str, str]:
        return asked.brief("how-many", each.found.facts, each.found.verdict), each.found.facts[0].by

    number, by = told(best)
    agreeing = [each for each in others if number and not each.is_ruled_out and told(each) == (number, by)]
    return best.chance + sum(each.chance for each in agreeing)


def _name(weighed: Weighed) -> str:
    return weighed.found.figure.id if weighed.found.figure else weighed.found.facts[0].id


def _against(weighed: Weighed) -> str:
    missing = f"not borne out: {', '.join(weighed.missing)}" if weighed.missing else ""
    reasons = (reason.removeprefix(CONTRADICTION) for reason, _ in weighed.found.verdict.against)
    return "; ".join(filter(None, (missing, *reasons)))


def _in_order(question: Question, weighed: Sequence[Weighed]) -> Weighed:
    """Return of those that answer as well as the best the first or last in time, where that is asked."""
    best = weighed[0]
    if not _asks_for_order(question, best):
        return _said_first_or_last(question, weighed)
    saying = bool(question.flags & {"confirming", "saying"})

    def day(weighed: Weighed) -> str:
        fact = weighed.found.facts[0]
        return fact.reported if saying or fact.when is None else dates.parse(fact.when).first

    if not _is_the_first_asked_for(question, best):
        best = next((each for each in weighed if _is_the_first_asked_for(question, each)), best)
    alike = [each for each in weighed if each is not best and _answers_as_well(question, each, best)]
    return (min if "earliest" in question.flags else max)([best, *alike], key=day)


def _said_first_or_last(question: Question, weighed: Sequence[Weighed]) -> Weighed:
    """Return, of those that have a number, who said it first or last, where that is asked; else the best."""
    best, wanted = weighed[0], question.flags & {"earliest", "latest"}
    number = next((mention for mention in question.mentions if mention.kind == "number"), None)
    if question.kind != "who" or len(wanted) != 1 or number is None or best.found.figure is not None:
        return best
    saying = [
        each
        for each in weighed
        if (number, "value") in {(mention, by) for mention, _, by in each.found.verdict.borne}
        and each.found.figure is None
        and each.found.facts[0].figure == best.found.facts[0].figure
        and not (each.is_ruled_out or each.missing or each.found.verdict.against)
    ]
    if best not in saying:
        return best
    return (min if "earliest" in wanted else max)(saying, key=lambda each: each.found.facts[0].reported)


def _asks_for_order(question: Question, best: Weighed) -> bool:
    """Say whether the first or the last in time is asked for of what is no number."""
    wanted = question.flags & {"earliest", "latest"}
    is_number = best.found.figure is not None or best.found.facts[0].figure is not None
    return len(wanted) == 1 and question.kind != "how-many" and not is_number


def _asks_for_the_last_deed(question: Question, best: Weighed) -> bool:
    """Say whether it is asked when, where or what somebody did last, and the best tells such a deed by its frames."""
    is_deed = question.kind != "who" and not question.flags & {"saying", "confirming", "name"}
    last = is_deed and "latest" in question.flags and _asks_for_order(question, best)
    return last and bool(best.told.get("bears all by meaning"))


def _is_the_first_asked_for(question: Question, weighed: Weighed) -> bool:
    """Say whether it is asked when or by whom something was done first, and a fact says of its event that it was so."""
    if "earliest" not in question.flags or question.kind not in ("when", "who") or weighed.found.figure is not None:
        return False
    fact = weighed.found.facts[0]
    said = (fact.title, fact.statement, fact.event)
    bears_all = not weighed.missing and not weighed.found.verdict.against and not weighed.is_ruled_out
    return bears_all and any(not EARLIEST.isdisjoint(fold(text).split()) for text in said if text)


def _answers_as_well(question: Question, weighed: Weighed, best: Weighed) -> bool:
    """Say whether an event bears out every word, and fills every slot that the best fills."""
    found = weighed.found
    by_meaning = weighed.told.get("bears all by meaning") and best.told.get("bears all by meaning")
    least = (_AS_WELL_BY_MEANING if by_meaning else _AS_WELL) * best.chance
    if by_meaning and _asks_for_the_last_deed(question, best):
        least = 0.0
    if weighed.missing or found.verdict.against or weighed.chance < least or found.facts[0].figure:
        return False
    slots, wanted = ({by for _, _, by in each.found.verdict.borne} - {"words"} for each in (weighed, best))
    return slots >= wanted


def _closest(weighed: Sequence[Weighed], by_words: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts that come nearest, by their chance first and then by words."""
    found: dict[str, Fact] = {}
    for fact in (*(each.found.facts[0] for each in weighed), *by_words):
        found.setdefault(fact.id, fact)
    return tuple(found.values())[:MOST_CLOSEST]
