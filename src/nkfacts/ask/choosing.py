"""The facts that answer a question: the candidate with the best chance, where it is good enough; else the closest."""

from collections.abc import Sequence

from nkfacts.ask.alike import Alike
from nkfacts.ask.asked import Asked, kind_of_answer
from nkfacts.ask.candidates import Candidate, facts_about, figures_about
from nkfacts.ask.chance import chance
from nkfacts.ask.demands import Demands
from nkfacts.ask.evidence import BY_WORDS, Evidence, borne_exactly, compared, evidence, of_figure
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.plans import Plans
from nkfacts.ask.question import Mention, Question
from nkfacts.ask.scoring import Found, Scoring
from nkfacts.ask.slots import CONTRADICTION
from nkfacts.ask.verdict import Verdict
from nkfacts.ask.words import COUNTING, RATES
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base

ENOUGH = 0.65
"""The chance from which on a candidate answers."""

MOST_WEIGHED = 12
"""The candidates whose chances are told; those that bear out less have none."""

_MOST_CLOSEST, _MOST_TOLD = 3, 6
_FEW, _AHEAD, _EXACT = 3, 2.0, 0.95
"""The most words of a plain question, how many times the chance of any other its answer has, and how exact it is."""

_COUNTED = ("of", "did", "figure")
"""What bears out whom or what a figure counts."""

RULING_OUT = ("turned round", "somebody else", "planned, asked as done", "another in order", "not told")
"""Evidence against which no other counts."""

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

    @property
    def choice(self) -> Choice:
        """The choice of this candidate."""
        return Choice(self.found.facts, self.found.figure, missing=self.missing, verdict=self.found.verdict)


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
    plain = bool(weighed) and (_is_named(weighed[0].found) or _is_plainly_asked(question, weighed))
    enough = plain or (bool(weighed) and _chance_with_those_that_agree(question, base, lexicon, weighed) >= ENOUGH)
    if not enough or weighed[0].is_ruled_out:
        return Choice(closest=closest, missing=weighed[0].missing if weighed else (), weighed=told)
    return _in_order(question, weighed).choice._replace(closest=closest, weighed=told)


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
    asked = Asked(question, base, lexicon)
    alike = Alike(question, base, lexicon).evidence(best)
    plans = Plans(question, lexicon)
    evidences = [
        (each, evidence(each, question, demands, asked, plans) | standing | near)
        for each, standing, near in zip(best, compared(best, found), alike, strict=True)
    ]
    weighed = [(each, of_figure(told) if each.figure is not None else told) for each, told in evidences]
    return sorted((Weighed(chance(told), each, told) for each, told in weighed), key=lambda each: -each.chance)


def _chance_with_those_that_agree(
    question: Question, base: Base, lexicon: Lexicon, weighed: Sequence[Weighed]
) -> float:
    """Return the chance of the best, and of all that tell the same number by the same claimant where one is asked.

    Which of them was meant is not asked, and they share the chance.
    """
    best, *others = weighed
    if best.chance >= ENOUGH or kind_of_answer(question, best.found.figure) != "how-many":
        return best.chance
    asked = Asked(question, base, lexicon)

    def told(each: Weighed) -> tuple[str, str]:
        return asked.brief("how-many", each.found.facts, each.found.verdict), each.found.facts[0].by

    number, by = told(best)
    agreeing = [each for each in others if number and not each.is_ruled_out and told(each) == (number, by)]
    return best.chance + sum(each.chance for each in agreeing)


def _is_named(found: Found) -> bool:
    """Say whether a question has words of a figure's names and nothing else: what is called so is asked for."""
    by = {by for _, _, by in found.verdict.borne}
    return (
        found.figure is not None
        and by <= {"figure", "names"}
        and not found.verdict.missing
        and not found.verdict.against
    )


def _is_plainly_asked(question: Question, weighed: Sequence[Weighed]) -> bool:
    """Say whether a few words ask for nothing but what the best candidate says, as "who signed the treaty".

    So short a question has a low chance whatever it asks, as it tells little; but who asks it means nothing else.
    """
    best, *others = weighed
    found = best.found
    if found.verdict.missing or found.verdict.against:
        return False
    if _asks_exactly_for_a_main_figure(question, best):
        return True
    if len(question.mentions) > _FEW:
        return False
    if any(best.chance < _AHEAD * each.chance for each in others if each.found.happening != found.happening):
        return False
    return _asks_for_a_main_figure(question, found) or _asks_for_an_event(question, best)


def _asks_exactly_for_a_main_figure(question: Question, best: Weighed) -> bool:
    """Say whether a question asks for what a main figure counts in just the terms in which it does, for all time.

    A place beside, and a nation in no role, may be of other people than those who are counted.
    """
    figure = best.found.figure
    if question.kind not in ("how-many", "yes-no") or figure is None or not figure.main or figure.counts is None:
        return False
    if question.times or any(token.word in RATES for token in question.tokens):
        return False
    exact = borne_exactly(best.found)
    needed = {way for need in figure.counts.needs for way in need.split("/")}
    return all(
        mention in exact
        and (by in (*_COUNTED, "fact") or by in needed or (mention.role and by not in ("where", *BY_WORDS)))
        for mention, _, by in best.found.verdict.borne
        if mention.text not in COUNTING
    )


def _asks_for_a_main_figure(question: Question, found: Found) -> bool:
    """Say whether all words of a question are what a main figure counts, with no place and no other nation."""
    borne = [(mention, by) for mention, _, by in found.verdict.borne if mention.kind != "light"]
    return (
        question.kind == "how-many"
        and found.figure is not None
        and bool(found.figure.main)
        and all(by in _COUNTED and (by != "did" or _is_noun(mention)) for mention, by in borne)
    )


def _asks_for_an_event(question: Question, best: Weighed) -> bool:
    """Say whether a question asks when, where or by whom something was done, in just the terms of a frame."""
    return (
        question.kind in ("when", "where", "who")
        and not question.flags & {"claimant", "will"}
        and best.found.figure is None
        and bool(best.told.get("bears all by meaning"))
        and best.told.get("exact", 0.0) >= _EXACT
        and not best.told.get("planned")
    )


def _is_noun(mention: Mention) -> bool:
    """Say whether a mention may name a deed, and does not only do it: casualties, the dead; not ships."""
    return mention.kind == "action" or any(meaning.reading in ("noun", "inverse-noun") for meaning in mention.meanings)


def _name(weighed: Weighed) -> str:
    return weighed.found.figure.id if weighed.found.figure else weighed.found.facts[0].id


def _against(weighed: Weighed) -> str:
    missing = f"not borne out: {', '.join(weighed.missing)}" if weighed.missing else ""
    reasons = (reason.removeprefix(CONTRADICTION) for reason, _ in weighed.found.verdict.against)
    return "; ".join(filter(None, (missing, *reasons)))


def _in_order(question: Question, weighed: Sequence[Weighed]) -> Weighed:
    """Return of those that answer as well as the best the first or last in time, where that is asked."""
    best = weighed[0]
    wanted = question.flags & {"earliest", "latest"}
    if len(wanted) != 1 or question.kind == "how-many" or best.found.figure is not None:
        return best
    saying = bool(question.flags & {"confirming", "saying"})

    def day(weighed: Weighed) -> str:
        fact = weighed.found.facts[0]
        return fact.reported if saying or fact.when is None else dates.parse(fact.when).first

    alike = [each for each in weighed[1:] if _answers_as_well(each, best)]
    return (min if "earliest" in wanted else max)([best, *alike], key=day)


def _answers_as_well(weighed: Weighed, best: Weighed) -> bool:
    """Say whether an event bears out every word, and fills every slot that the best fills."""
    found = weighed.found
    if weighed.missing or found.verdict.against or weighed.chance < _AS_WELL * best.chance or found.facts[0].figure:
        return False
    slots, wanted = ({by for _, _, by in each.found.verdict.borne} - {"words"} for each in (weighed, best))
    return slots >= wanted


def _closest(weighed: Sequence[Weighed], by_words: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts that come nearest, by their chance first and then by words."""
    found: dict[str, Fact] = {}
    for fact in (*(each.found.facts[0] for each in weighed), *by_words):
        found.setdefault(fact.id, fact)
    return tuple(found.values())[:_MOST_CLOSEST]
