"""The facts that answer a question: a figure and its headline, or events; else the closest that do not."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nkfacts.ask.candidates import Candidate, facts_about, figures_about, likeness, stems
from nkfacts.ask.gate import Gate, Verdict
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Mention, Question
from nkfacts.ask.times import Time
from nkfacts.ask.words import NUMBER_WORDS, RATES, SCALES
from nkfacts.english import stem
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.text import fold

NUMBERS = frozenset(
    (*NUMBER_WORDS, *SCALES, "one", "half", "third", "quarter", "most", "none", "no", "several", "dozens", "hundreds")
)

MOST_CLOSEST = 3
ASKED = 0.6
"""How much likeness to a question that people ask counts."""

ALIKE = 0.6
"""How like a question must be to one that people ask to be taken for it."""

CLEAR = 1.08
"""How far ahead of all that tells something else a fact must be that bears out every word."""

FAR = 1.2
"""How far ahead it must be where one word is not borne out."""

FARTHEST = 1.5
"""The same where that is the verb, or a word that no fact has."""

RANK = 0.6
"""How much the rank by words counts beside what the gate found borne out."""


class Choice(NamedTuple):
    """What was chosen.

    Attributes:
        facts: the facts that answer, best first; none when there is no answer.
        figure: the figure they give a value for, when it was asked for.
        closest: facts that do not answer but come nearest, best first.
        missing: what the closest does not bear out.
        verdict: how the best fact, or its figure, bears out the question.
    """

    facts: tuple[Fact, ...] = ()
    figure: Figure | None = None
    closest: tuple[Fact, ...] = ()
    missing: tuple[str, ...] = ()
    verdict: Verdict | None = None
    weighed: tuple[tuple[str, str, float], ...] = ()


class _Found(NamedTuple):
    score: float
    share: float
    facts: tuple[Fact, ...]
    figure: Figure | None
    missing: tuple[str, ...]
    verdict: Verdict
    critical: bool
    barred: bool = False
    likeness: float = 0.0


def choose(question: Question, base: Base, lexicon: Lexicon) -> Choice:
    """Return what answers a question, as far as the base knew it on its day.

    Args:
        question: the question as read.
        base: the base.
        lexicon: the names and words of the base.
    """
    gate = Gate(question, lexicon)
    candidates = facts_about(question, base, lexicon)
    top = max((candidate.rank for candidate in candidates), default=0.0) or 1.0
    by_fact = [found for candidate in candidates if (found := _fact(candidate, gate, question, candidate.rank / top))]
    by_fact.sort(key=lambda found: -found.score)
    by_figure: list[_Found] = []
    for figure in figures_about(question, base, lexicon, candidates):
        found = _figure(figure, gate, question, base)
        if found:
            by_figure.append(found)
    by_figure.sort(key=lambda found: -found.score)
    weighed = tuple(
        (found.figure.id if found.figure else found.facts[0].id, ", ".join(found.missing), round(found.score, 2))
        for found in sorted([*by_fact[:8], *by_figure[:6]], key=lambda found: -found.score)
    )
    best = _best(question, by_figure, by_fact)
    closest = _closest(by_figure, by_fact, candidates)
    if best is None:
        missing = (by_fact or by_figure)[0].missing if by_fact or by_figure else ()
        return Choice((), None, closest, missing, None, weighed)
    return Choice(best.facts, best.figure, closest, best.missing, best.verdict, weighed)


def _best(question: Question, by_figure: Sequence[_Found], by_fact: Sequence[_Found]) -> _Found | None:
    """Return what answers: of figures and of facts only the first may, so that nothing weaker answers in its place."""
    figure = by_figure[0] if by_figure and _is_enough(by_figure[0], by_figure) else None
    fact = by_fact[0] if by_fact and _is_enough(by_fact[0], by_fact) else None
    if fact is not None and question.kind == "how-many" and fact.missing:
        fact = None
    if fact is not None:
        fact = _in_order(question, fact, by_fact)
    asks_amount = question.kind in ("how-many", "change", "compare")
    asks_end = "claimant" in question.flags and bool(question.flags & {"highest", "lowest"})
    if asks_amount or asks_end or (question.kind in ("what", "list") and question.measure):
        if figure and (fact is None or fact.facts[0].figure is not None or figure.share >= fact.share - 0.05):
            return figure
        return fact
    if fact is None:
        return figure if figure and (question.kind == "list" or (question.kind == "what" and figure.likeness >= ALIKE)) else None
    if figure and question.kind == "what" and figure.likeness >= ALIKE and figure.likeness > likeness(question, fact.facts[0].asked):
        return figure
    return fact


def _in_order(question: Question, best: _Found, others: Sequence[_Found]) -> _Found:
    """Return of those that answer as well as the best the first or last in time, where that is asked."""
    wanted = question.flags & {"earliest", "latest"}
    if len(wanted) != 1 or question.kind == "how-many":
        return best
    borne = {slot for _, slot in best.verdict.slots} - {"words"}
    alike = [
        found for found in others
        if not found.missing and found.score >= 0.9 * best.score and not found.facts[0].figure
        and {slot for _, slot in found.verdict.slots} - {"words"} >= borne
    ]  # fmt: skip
    saying = "confirming" in question.flags or "saying" in question.flags

    def day(found: _Found) -> str:
        fact = found.facts[0]
        return fact.reported if saying or fact.when is None else dates.parse(fact.when).first

    return (min if "earliest" in wanted else max)([best, *alike], key=day)


def _is_enough(found: _Found, others: Sequence[_Found]) -> bool:
    """Say whether a candidate answers: it bears out all, or all but one word and is far ahead of what tells anything else."""
    if found.verdict.against or len(found.missing) > 1:
        return False
    rivals = (other.score for other in others if _happening(other) != _happening(found) and other.score <= found.score)
    lead = found.score / max(max(rivals, default=0.0), 0.01)
    if not found.missing:
        return lead >= (FAR if found.figure is not None and found.likeness < ALIKE else CLEAR)
    if found.figure is not None:
        return False
    return lead >= (FARTHEST if found.critical else FAR) and not found.barred


def _happening(found: _Found) -> str:
    fact = found.facts[0]
    return fact.event or fact.figure or fact.id


_UNITS = {
    "share": ("percent", "share", "half", "third", "quarter", "fifth", "tenth", "most", "majority", "out of"),
    "money": ("dollar", "won", "ruble", "rouble", "euro", "$"),
    "weight": ("ton", "kilo"),
    "length": ("metre", "meter", "km", "kilomet"),
    "area": ("hectare", "acre", "square"),
    "volume": ("barrel", "litre", "liter"),
}


def _tells_measure(fact: Fact, measure: str) -> bool:
    return any(unit in fact.statement.lower() for unit in _UNITS.get(measure, ()))


def _tells_rate(fact: Fact, per: str) -> bool:
    text = fact.statement.lower()
    return any(f"{word} {per}" in text for word in ("a", "per", "each", "every")) or any(word in text for word in RATES[per].split())


def _has_number(fact: Fact, question: Question, gate: Gate) -> bool:
    """Say whether an event tells a number of what is counted: in a frame, or before the word for it in the statement."""
    if fact.figure is not None:
        return True
    if question.hole < 0:
        return False
    counted = question.mentions[question.hole]
    if gate.quantity(fact, counted):
        return True
    words = fold(fact.statement.replace(",", "")).split()
    last = stem(counted.text.split()[-1])
    return any(
        stem(word) == last
        and any(before.isdecimal() or before in NUMBERS for before in words[max(0, place - 4) : place])
        for place, word in enumerate(words)
    )


def _fact(candidate: Candidate, gate: Gate, question: Question, rank: float) -> _Found | None:
    fact = candidate.fact
    if question.kind == "how-many" and fact.figure is not None:
        # Its figure is asked, which chooses among its facts.
        return None
    verdict = gate.fact(candidate)
    fit = time_fit(fact, question.times)
    if fit == 0 and question.times:
        verdict = verdict._replace(against="another time")
    if "will" in question.flags and fact.status != "planned" and not (verdict.view and verdict.view.planned):
        verdict = verdict._replace(against="not about what will be")
    view = verdict.view
    if view is not None and "past" in question.flags and question.kind in ("when", "how-many", "who", "where"):
        hypothetical = (
            view.open
            or view.negated
            or ((view.planned or fact.status == "planned") and not question.flags & {"ahead", "planned"})
        )
        if hypothetical and fact.figure is None:
            verdict = verdict._replace(against="said beforehand, or not to be so")
    if question.measure and fact.figure is None and not _tells_measure(fact, question.measure):
        verdict = verdict._replace(against=f"no {question.measure}")
    if question.per and fact.figure is None and not _tells_rate(fact, question.per):
        verdict = verdict._replace(against="no rate")
    if question.kind == "how-many" and not verdict.against and not _has_number(fact, question, gate):
        verdict = verdict._replace(against="no number of that")
    if verdict.against:
        return None
    score = verdict.score * (1 + 0.08 * fit) * (1 + RANK * rank) * (1 + ASKED * likeness(question, fact.asked))
    score *= 1.0 if fact.scope != "part" or question.kind != "how-many" else 0.97
    if fact.main:
        score *= 1.04
    if fact.figure is not None and question.kind not in ("how-many", "change", "compare"):
        score *= 0.93
    return _Found(score, verdict.share, (fact,), None, verdict.missing, verdict, verdict.critical, verdict.barred)


def _figure(figure: Figure, gate: Gate, question: Question, base: Base) -> _Found | None:
    if "will" in question.flags and (figure.counts is None or figure.counts.state not in ("planned", None)):
        return None
    verdict = gate.figure(figure)
    if verdict.against or not verdict.slots:
        return None
    wanted = [m for m in question.mentions if m.claims or m.kind == "number" or m.text in verdict.missing]
    competing = [fact for fact in base.candidates(figure.id) if time_fit(fact, question.times)]
    every = [fact for fact in base.facts_of(figure.id) if time_fit(fact, question.times) and not fact.is_deprecated]
    left: list[Mention] = list(wanted)
    chosen: list[Fact] = []
    facts: Iterable[Fact] = competing
    for pool in (competing, every):
        chosen = [fact for fact in pool if all(_bears(fact, mention, gate, base) for mention in wanted)]
        if chosen:
            left = []
            break
    if not chosen:
        # What no fact of the figure bears out is left over; the rest still chooses.
        bearable = [m for m in wanted if any(_bears(fact, m, gate, base) for fact in every)]
        chosen = [fact for fact in every if all(_bears(fact, m, gate, base) for m in bearable)]
        left = [m for m in wanted if m not in bearable]
        if not chosen:
            return None
        facts = chosen
    ordered = _ordered(chosen, question)
    weights = {m: w for m, w in zip(question.mentions, gate.weights, strict=True)}
    total = sum(weights.values())
    borne = sum(weights[m] for m in wanted if m not in left)
    # A figure that says by itself what is asked comes before one that needs a fact to say it.
    alone = all(m.claims or m.kind == "number" for m in wanted)
    like = likeness(question, figure.asked)
    score = (verdict.score + borne) * (1.1 if alone else 1.0) * (1 + ASKED * like)
    missing = tuple(m.text for m in left)
    barred = any(m.kind not in ("word", "action") or m.claims or gate.is_named(m) for m in left)
    return _Found(score, min(score / total, 1.0) if total else 0.0, tuple(ordered), figure, missing, verdict, critical=bool(left), barred=barred, likeness=like)


def _bears(fact: Fact, mention: Mention, gate: Gate, base: Base) -> bool:
    return gate.fact_bears(fact, mention, base)


def _ordered(facts: Sequence[Fact], question: Question) -> list[Fact]:
    """Return facts of a figure in the order asked for; else as the headline's rule has them."""
    flags = question.flags
    if "highest" in flags or "lowest" in flags:
        numbered = [fact for fact in facts if fact.lowest is not None] or list(facts)
        return sorted(numbered, key=lambda fact: -(fact.highest or 0) if "highest" in flags else (fact.lowest or 0))
    if "earliest" in flags and question.kind != "change":
        return sorted(facts, key=lambda fact: (fact.reported, fact.when or ""))
    if question.kind == "change":
        return sorted(facts, key=lambda fact: fact.reported)
    if question.times:
        return sorted(facts, key=lambda fact: -time_fit(fact, question.times))
    return list(facts)


def time_fit(fact: Fact, times: Sequence[Time]) -> float:
    """Return how well a fact fits the times of a question: 0 for not at all, 1 without any."""
    if not times:
        return 1.0
    return min(_fit(fact, time) for time in times)


def _fit(fact: Fact, time: Time) -> float:
    if time.known:
        return 1.0
    when = dates.parse(fact.when) if fact.when else None
    first, last = (when.first, when.last) if when else (fact.reported, fact.reported)
    if first == dates.FIRST_DAY:
        # Up to a day: a count as of that day, not one of every year before.
        first = last
    best = 0.0
    years = range(int(time.first[:4]) - 3, int(time.first[:4]) + 3) if time.floating else (int(time.first[:4]),)
    for year in years:
        shift = year - int(time.first[:4])
        start, end = time.first, time.last
        if time.floating:
            start = f"{year}{time.first[4:]}"
            end = f"{int(time.last[:4]) + shift}{time.last[4:]}"
        if start <= first and last <= end:
            best = max(best, 3.0)
        elif start <= fact.reported <= end:
            best = max(best, 2.0)
        elif first <= end and last >= start:
            best = max(best, 1.5)
    return best


def _closest(
    by_figure: Sequence[_Found], by_fact: Sequence[_Found], candidates: Sequence[Candidate]
) -> tuple[Fact, ...]:
    found: dict[str, Fact] = {}
    ranked = sorted([*by_figure[:2], *by_fact[:5]], key=lambda each: -each.score)
    for each in ranked:
        found.setdefault(each.facts[0].id, each.facts[0])
    for candidate in candidates[:MOST_CLOSEST]:
        found.setdefault(candidate.fact.id, candidate.fact)
    return tuple(found.values())[:MOST_CLOSEST]


__all__ = ["Choice", "choose", "stem", "stems"]
