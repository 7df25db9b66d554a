"""How well facts and figures answer a question: by how much they bear out, and what stands against them."""

from collections.abc import Iterable, Sequence

from nkfacts.ask.gate.candidates import Candidate, likeness
from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.extent import is_compared
from nkfacts.ask.gate.fact_gate import FactGate
from nkfacts.ask.gate.figure_gate import FigureGate
from nkfacts.ask.gate.measures import tells_measure, tells_rate
from nkfacts.ask.gate.negation import NEGATIONS
from nkfacts.ask.gate.quantities import counts_people, tells_number
from nkfacts.ask.gate.texts import telling_roots
from nkfacts.ask.gate.timing import INSIDE, time_fit
from nkfacts.ask.gate.verdict import Verdict
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.words import LATEST, MORE, NOW, PLANNED, SAYING
from nkfacts.english import stem
from nkfacts.hints import NamedTuple
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base

TENSE, UNTOLD = "another tense", "it does not tell what is asked"
"""What may be against a fact beside what its gate finds."""

_ASKED, _RANK = 0.6, 0.6
"""How much likeness to a question that people ask counts, and the rank by words beside what the gate found."""

_TIME = 0.08
"""How much each degree counts in which the time fits."""

_MAIN, _PART, _FIGURE = 1.04, 0.97, 0.93
"""How much a main fact, a part where a number is asked, and a figure where none is asked count."""

_MAIN_FIGURE = 1.08
"""How much a main figure counts before those beside it."""

_ALONE = 1.1
"""How much a figure counts that says by itself what is asked, and needs no fact of it to say so."""


class Found(NamedTuple):
    """A fact, or a figure with its facts, and how it fits a question.

    Attributes:
        score: how much of the question it bears out, weighted by what speaks for it.
        facts: the fact, or those of the figure that bear out the most, best first.
        figure: the figure, where it was judged.
        verdict: what the gate found.
        rank: how near it came by words, as a share of the nearest.
        strength: how near it came by words, in itself.
        likeness: how like the question is to those that people ask for it.
        words: its words, without their endings: sets of them that are not joined, as few candidates are asked for them.
    """

    score: float
    facts: tuple[Fact, ...]
    figure: Figure | None
    verdict: Verdict
    rank: float
    strength: float
    likeness: float
    words: tuple[frozenset[str], ...]

    @property
    def happening(self) -> str:
        """What it tells of: the event, figure or fact."""
        fact = self.facts[0]
        return fact.event or fact.figure or fact.id


class Scoring:
    """Scores candidates for one question.

    Args:
        question: the question.
        base: the base.
        lexicon: the names and words of the base.
        demands: what the question demands.
    """

    def __init__(self, question: Question, base: Base, lexicon: Lexicon, demands: Demands) -> None:
        self._question, self._base = question, base
        self._fitting = demands.slots.fitting
        words = [token.word for token in question.tokens]
        self._roots = telling_roots(" ".join(words))
        times = [time for time in question.times if not time.known]
        self._said_in = [t for t in times if not SAYING.isdisjoint(words[max(0, t.start - 2) : t.start])]
        self._asks_for_plans = not (PLANNED - MORE).isdisjoint(words)
        self._demands = demands
        self._figures = FigureGate(question, lexicon, self._demands)
        self._facts = FactGate(question, lexicon, self._demands, self._figures)

    def all(self, candidates: Sequence[Candidate], figures: Iterable[Figure]) -> list[Found]:
        """Score facts and figures.

        Args:
            candidates: the facts with their words.
            figures: the figures.
        """
        top = max((candidate.rank for candidate in candidates), default=0.0) or 1.0
        nearest: dict[str, Candidate] = {}
        for candidate in candidates:
            if candidate.figure is not None and candidate.rank > getattr(nearest.get(candidate.figure.id), "rank", 0.0):
                nearest[candidate.figure.id] = candidate
        found = [self._fact(candidate, top) for candidate in candidates]
        found += [self._figure(figure, nearest.get(figure.id), top) for figure in figures]
        return [each for each in found if each is not None]

    def _fact(self, candidate: Candidate, top: float) -> Found | None:
        """Score a fact; None where its time is another than asked, or where its figure is to be chosen by.

        Args:
            candidate: the fact with its words.
            top: the rank by words of the nearest.
        """
        question, fact = self._question, candidate.fact
        # What changed is a count, and its facts are chosen by it.
        if question.kind == "change" or (question.kind == "how-many" and fact.figure is not None):
            return None
        fit = time_fit(fact, question.times)
        if not fit or (question.measure == "age" and not tells_measure(fact, "age")):
            return None
        verdict = self._facts.judge(candidate)
        against = [(TENSE, None)] if self._is_of_another_tense(fact, verdict) else []
        if not self._tells_what_is_asked(fact):
            against.append((UNTOLD, None))
        if against:
            verdict = verdict._replace(against=(*verdict.against, *against))
        like = likeness(self._roots, fact.asked)
        score = verdict.score * (1 + _TIME * fit) * (1 + _RANK * candidate.rank / top) * (1 + _ASKED * like)
        if question.kind == "how-many" and fact.scope == "part":
            score *= _PART
        if fact.main:
            score *= _MAIN
        if fact.figure is not None and question.kind not in ("how-many", "change", "compare"):
            score *= _FIGURE
        words = candidate.words.own
        return Found(score, (fact,), None, verdict, candidate.rank / top, candidate.rank, like, (words,))

    def _is_of_another_tense(self, fact: Fact, verdict: Verdict) -> bool:
        """Say whether a fact tells what was done where the question asks what will be, or the other way round."""
        question, view = self._question, verdict.view
        planned = fact.status == "planned" or view.planned
        if "will" in question.flags and not planned:
            return True
        if fact.figure is not None or "past" not in question.flags:
            return False
        if question.kind not in ("when", "how-many", "who", "where"):
            return False
        unsure = (view.open or view.negated) and NEGATIONS.isdisjoint(token.word for token in question.tokens)
        return unsure or (planned and not question.flags & {"ahead", "planned"})

    def _tells_what_is_asked(self, fact: Fact) -> bool:
        """Say whether a fact tells the measure, rate or number that is asked for."""
        question = self._question
        if fact.figure is not None:
            return True
        if question.per and not tells_rate(fact, question.per):
            return False
        if question.measure:
            return tells_measure(fact, question.measure)
        return question.kind != "how-many" or tells_number(fact, question, self._fitting)

    def _figure(self, figure: Figure, nearest: Candidate | None, top: float) -> Found | None:
        """Score a figure with those of its facts that bear out the most; None where it has none.

        Args:
            figure: the figure.
            nearest: the fact of it that comes nearest by words, if any does.
            top: the rank by words of the nearest fact of all.
        """
        question = self._question
        if "will" in question.flags and (figure.counts is None or figure.counts.state not in ("planned", None)):
            return None
        verdict = self._figures.judge(figure)
        if not verdict.borne:
            return None
        contradicted = {mention for _, mention in verdict.against}
        open_ = [m for m in verdict.missing if m not in contradicted]
        wanted = [m for m in question.mentions if m.claims or self._is_number_of_it(m) or m in open_]
        wanted += [m for m in self._did_by_one_of_several(figure, verdict) if m not in wanted]
        claimants = [m for m in question.mentions if m.claims] if question.kind == "compare" else []
        facts, left = self._facts_that_bear(figure, wanted)
        if len(claimants) > 1:
            facts, left = self._last_of_each(figure, claimants), [m for m in left if not m.claims]
        if not facts:
            return None
        weight = self._demands.weight
        found = [m for m in wanted if m not in left]
        borne = sum(map(weight, found))
        alone = all(m.claims or m.kind == "number" for m in wanted)
        like = likeness(self._roots, figure.asked)
        score = (verdict.score + borne) * (_ALONE if alone else 1.0) * (1 + _ASKED * like)
        score *= _MAIN_FIGURE if figure.main else 1.0
        verdict = verdict._replace(
            missing=tuple(dict.fromkeys((*(m for m in verdict.missing if m in contradicted), *left))),
            borne=(*verdict.borne, *((m, weight(m), "fact") for m in found if m in verdict.missing)),
        )
        words = (*self._figures.words(figure), *((nearest.words.own,) if nearest else ()))
        rank = nearest.rank if nearest else 0.0
        facts = facts if len(claimants) > 1 else _ordered(facts, question)
        return Found(score, tuple(facts), figure, verdict, rank / top, rank, like, words)

    def _is_number_of_it(self, mention: Mention) -> bool:
        """Say whether a number is to be one of a fact, and not only compared with it by a question of yes or no."""
        if self._question.kind == "yes-no" and is_compared(mention):
            return False
        return mention.kind == "number" or counts_people(mention, self._question, self._fitting)

    def _did_by_one_of_several(self, figure: Figure, verdict: Verdict) -> list[Mention]:
        """Return the countries beside, and the things, that are asked for as those of several who did what is counted.

        A figure that counts whom anybody sanctioned has not by itself whom Japan did, nor one that counts all who were
        killed whom drones did.
        """
        who = verdict.view.slots.get("who", ())
        nations = {self._fitting.nation_of(id_) for id_ in who} - {None}
        did = [mention for mention, _, by in verdict.borne if by == "who"] if len(who) > 1 else []
        return [
            mention
            for mention in did
            if (len(nations) > 1 and self._demands.is_of_nation_beside(mention))
            or (mention.role == "by" and mention.kind == "thing" and not self._is_called_by(mention, figure))
        ]

    def _is_called_by(self, mention: Mention, figure: Figure) -> bool:
        """Say whether what did it are people, or stand in what a figure is called: people killed by missiles."""
        named, _ = self._figures.words(figure)
        return self._demands.is_people(mention) or any(stem(word) in named for word in mention.text.split())

    def _last_of_each(self, figure: Figure, claimants: Sequence[Mention]) -> list[Fact]:
        """Return what each of several claimants said last of a figure; none where one said nothing of it."""
        found = [self._facts_that_bear(figure, [mention]) for mention in claimants]
        if any(left for _, left in found):
            return []
        return list(dict.fromkeys(facts[0] for facts, _ in found))

    def _facts_that_bear(self, figure: Figure, wanted: Sequence[Mention]) -> tuple[list[Fact], list[Mention]]:
        """Return the facts of a figure that bear out what is wanted of them, and what none of them does."""
        times = self._question.times
        competing = self._timely(self._competing(figure))
        chosen, left = self._bearing_most(competing, wanted)
        of_more = bool(times) and all(time_fit(fact, times) < INSIDE for fact in chosen)
        if left or not competing or of_more:
            every = self._timely([fact for fact in self._base.facts_of(figure.id) if not fact.is_deprecated])
            # A plan answers where it alone is told.
            done = [fact for fact in every if fact.status != "planned"]
            more, less_left = self._bearing_most(done, wanted)
            if less_left or not more:
                more, less_left = self._bearing_most(every, wanted)
            if len(less_left) < len(left) or not competing:
                return more, less_left
            # A count of just the time that is asked for goes before one of a longer time.
            inside = [fact for fact in more if time_fit(fact, times) == INSIDE]
            if of_more and inside and less_left == left:
                return inside, left
        return chosen, left

    def _timely(self, facts: list[Fact]) -> list[Fact]:
        """Return those of some facts that are of the times asked for, or said in them: did they say in November."""
        said = [fact for fact in facts if all(time.first <= fact.reported <= time.last for time in self._said_in)]
        return [fact for fact in said if time_fit(fact, self._question.times)]

    def _competing(self, figure: Figure) -> list[Fact]:
        """Return the facts that compete for a figure; its plans where those are asked for: how many did Kim promise."""
        told = self._base.facts_of(figure.id) if self._asks_for_plans else []
        return [fact for fact in told if fact.status == "planned"] or self._base.candidates(figure.id)

    def _bearing_most(self, facts: Sequence[Fact], wanted: Sequence[Mention]) -> tuple[list[Fact], list[Mention]]:
        """Return the facts that bear out what is wanted, claimants before numbers and words, and what is left over."""
        chosen, left = list(facts), []
        for mention in sorted(wanted, key=lambda m: (not m.claims, m.kind != "number")):
            bearing = self._facts.bearing(chosen, mention, self._base)
            if bearing:
                chosen = bearing
            else:
                left.append(mention)
        return chosen, left


def _ordered(facts: Sequence[Fact], question: Question) -> list[Fact]:
    """Return facts of a figure in the order asked for; else as the headline's rule has them."""
    flags = question.flags
    numbered = [fact for fact in facts if fact.lowest is not None] or list(facts)
    if "highest" in flags or "lowest" in flags:
        return sorted(numbered, key=lambda fact: -(fact.highest or 0) if "highest" in flags else (fact.lowest or 0))
    if "latest" in flags and not (LATEST - NOW).isdisjoint(token.word for token in question.tokens):
        # What is so now is told by the headline, whoever said something since.
        return sorted(numbered, key=lambda fact: fact.reported, reverse=True)
    if "earliest" in flags and question.kind != "change":
        return sorted(facts, key=lambda fact: (fact.reported, fact.when or ""))
    if question.kind == "change":
        return sorted(facts, key=lambda fact: fact.reported)
    if question.times:
        return sorted(facts, key=lambda fact: -time_fit(fact, question.times))
    return list(facts)
