"""The figures that a question names, and which of their facts answer it."""

from itertools import takewhile
from typing import NamedTuple

from nkfacts.ask.naming import Name
from nkfacts.ask.reading import Question
from nkfacts.ask.vocabulary import ANNOUNCING, AUXILIARIES, COUNTED_THINGS, DONE, EARLIEST, HAPPENING, PEOPLE
from nkfacts.english import NOISE, TELLING_IN_NAMES, sense, senses_in, senses_of_name
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

_TELLING, _COMMON, _LEFT_OUT = 3.0, 1.0, 1.5
_UNNAMED = frozenset(("claimant", "foreign", "unknown", "time"))
_PLANNED = sense("planned")
_COUNTED_THINGS = frozenset(map(sense, COUNTED_THINGS))


class Named(NamedTuple):
    """A figure that a question names: how well, by which senses, and by the words of which name."""

    figure: str
    score: float
    senses: frozenset[str]
    words: frozenset[str]


def named_figures(question: Question, base: Base) -> list[Named]:
    """Return the figures that a question names, best first: those with a name all of whose telling words it has.

    Where none of these has all the telling words of the question, also the figures that have
    them in several names.
    """
    best: dict[str, Named] = {}
    for found in base.lexicon.figures_with(_senses_that_name(question)):
        score = _TELLING * found.telling + _COMMON * (found.words - found.telling)
        score -= _LEFT_OUT * (found.words_in_name - found.words)
        if found.figure not in best or score > best[found.figure].score:
            senses = frozenset().union(*senses_of_name(found.name))
            best[found.figure] = Named(found.figure, score, senses, frozenset(found.name.split()))
    telling = question.telling_senses
    if telling and not any(telling <= named.senses for named in best.values()):
        for id_ in base.lexicon.figures_having(telling):
            best[id_] = Named(id_, _TELLING * len(telling) + _COMMON / 2, telling, frozenset())
    return sorted(best.values(), key=lambda named: -named.score)


def _senses_that_name(question: Question) -> frozenset[str]:
    words = [word.text for word in question.words if word.role not in _UNNAMED]
    for time in question.times:
        # "Shells in 2024" may be the name of a figure; a time that only bounds is none.
        if not time.known and time.first != dates.FIRST_DAY and time.last != dates.LAST_DAY:
            words += [word.text for word in question.words[time.start : time.end]]
    senses = frozenset(sense(word) for word in words if word not in NOISE or word in TELLING_IN_NAMES)
    # The first estimate is no first wave.
    return senses - {"first"} if question.speaks_of_estimates and "earliest" in question.flags else senses


def answers_of_figure(question: Question, base: Base, figure: Figure, named: Named) -> list[Fact]:
    """Return the facts of a figure that answer a question, best first; none when it asks for something else."""
    if not _asks_for(question, base, figure, named):
        return []
    facts = [fact for fact in base.facts(Filter(figure=figure.id)) if not fact.is_deprecated]
    words_of_figure = senses_of_figure(figure)
    facts = _said_by(question, base, facts, named)
    facts = _planned_or_not(question, facts, is_plan=_PLANNED in words_of_figure)
    missing = question.telling_senses - words_of_figure - named.senses
    entities = _not_in_name(question.others, named)
    places = _not_in_name(question.places, named)
    facts = [
        fact for fact in facts
        if missing <= senses_in(fact.statement)
        and all(_concerns(base, fact, id_) for id_ in entities)
        and all(fact.place is not None and base.lies_within(fact.place, id_) for id_ in places)
    ]  # fmt: skip
    facts = _in_period(question, figure, facts)
    rank = {fact.id: number for number, fact in enumerate(base.candidates(figure.id))}
    totals = [fact for fact in facts if fact.id in rank]
    if totals or not (missing or entities or places or question.claimants or question.period):
        facts = totals
    return _ordered(question, facts, rank, named)


def senses_of_figure(figure: Figure) -> frozenset[str]:
    """Return what all the names of a figure say together."""
    return frozenset().union(
        *(senses for name in (figure.label, figure.unit, *figure.aliases) for senses in senses_of_name(name))
    )


def _asks_for(question: Question, base: Base, figure: Figure, named: Named) -> bool:
    """Say whether a question asks for a figure, not for an event that has to do with it."""
    if question.kind == "how-many":
        return _counts_the_same(question, figure)
    asked = {"highest", "lowest", "change"} | ({"earliest", "latest"} if question.speaks_of_estimates else set())
    if question.kind in ("who", "list", "when") and not question.flags & asked:
        return False
    if question.kind is None:
        return True
    telling = question.telling_senses
    if any(word.text in HAPPENING for word in question.words):
        return False
    if not telling:
        return question.speaks_of_estimates
    return 2 * len(telling & named.senses) >= len(telling) and all(_may_speak(base, name) for name in question.others)


def _counts_the_same(question: Question, figure: Figure) -> bool:
    """Say whether a figure counts people when the question does: the soldiers on ships are no ships."""
    words = [word.text for word in question.words]
    behind = words[words.index("many") + 1 :] if "many" in words else []
    counted = takewhile(lambda word: word not in AUXILIARIES, behind)
    head = next((word for word in counted if word in PEOPLE or sense(word) in _COUNTED_THINGS), "")
    return head not in PEOPLE or figure.unit.startswith("people")


def _may_speak(base: Base, name: Name) -> bool:
    entity = base.entity(name.id)
    return entity is not None and entity.kind in ("person", "organisation", "group")


def _said_by(question: Question, base: Base, facts: list[Fact], named: Named) -> list[Fact]:
    """Return the facts that the claimants asked for say, else those that they pass on."""
    found = facts
    for name in question.claimants:
        said = [fact for fact in found if base.lies_within(fact.by, name.id)]
        found = said or [fact for fact in found if any(base.lies_within(relay, name.id) for relay in fact.via)]
    told = {sense(word.text) for word in question.words if word.role == "claim"}
    # Of the dead that North Korea has disclosed others speak too.
    return found if found or not told & named.senses else facts


def _planned_or_not(question: Question, facts: list[Fact], *, is_plan: bool) -> list[Fact]:
    """Return the facts without plans, or the plans where these are asked for; a figure of plans has no other."""
    facts = [fact for fact in facts if fact.status != "denied" or "denying" in question.flags]
    words = {word.text for word in question.words}
    wants_plans = "planned" in question.flags
    if is_plan:
        return facts if wants_plans or DONE.isdisjoint(words) else []
    if not ANNOUNCING.isdisjoint(words):
        return facts
    found = [fact for fact in facts if (fact.status == "planned") == wants_plans]
    # Where all there is are plans, they answer and say so; not where something is asked for as done.
    return found if found or not DONE.isdisjoint(words) else facts


def _not_in_name(names: tuple[Name, ...], named: Named) -> list[str]:
    """Return the entities whose names in the question are no part of the name of the figure."""
    return [name.id for name in names if not set(map(sense, name.text.split())) <= named.senses]


def _concerns(base: Base, fact: Fact, entity: str) -> bool:
    """Say whether a fact has to do with an entity; a nation speaks only where the question says so."""
    found = base.entity(entity)
    speakers = () if found is not None and found.kind == "place" else (fact.by, *fact.via)
    return any(base.lies_within(id_, entity) for id_ in (*speakers, fact.place, *fact.about) if id_)


def _in_period(question: Question, figure: Figure, facts: list[Fact]) -> list[Fact]:
    """Return the facts about the time asked for, those within it if any are; else those said in it."""
    if question.period is None:
        return facts
    first, last = question.period
    spans = {fact.id: dates.parse(fact.when) for fact in facts if fact.when}

    def is_about(fact: Fact) -> bool:
        span = spans.get(fact.id)
        if span is None:
            return False
        # What has been counted since some day stands for the end of that time only.
        if figure.cumulative or span.first == dates.FIRST_DAY:
            return first <= span.last <= last
        return span.first <= last and span.last >= first

    about = [fact for fact in facts if is_about(fact)]
    within = [
        fact for fact in about if figure.cumulative or (spans[fact.id].first >= first and spans[fact.id].last <= last)
    ]
    return within or about or [fact for fact in facts if first <= fact.reported <= last]


def _ordered(question: Question, facts: list[Fact], rank: dict[str, int], named: Named) -> list[Fact]:
    """Return facts in the order of the headline's rule, or in the order that the question asks for."""
    flags = question.flags
    by_day = sorted(facts, key=lambda fact: (fact.reported, fact.id))
    if "change" in flags or ("earliest" in flags and EARLIEST.isdisjoint(named.words)):
        return by_day
    if "highest" in flags or "lowest" in flags:
        latest = {fact.by: fact for fact in by_day}.values()
        numbers = [(fact.lowest, fact.highest, fact) for fact in latest]
        if "highest" in flags:
            ends = [(-high, fact.id, fact) for _, high, fact in numbers if high is not None]
        else:
            ends = [(low, fact.id, fact) for low, _, fact in numbers if low is not None]
        return [fact for _, _, fact in sorted(ends, key=lambda end: end[:2])]
    latest_first = by_day[::-1]
    return sorted(latest_first, key=lambda fact: rank.get(fact.id, len(rank)))
