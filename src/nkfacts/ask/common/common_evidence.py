"""What speaks for and against that a common question is the one that is asked, and what would answer it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from nkfacts.ask.broad.several import asks_for_no_number
from nkfacts.ask.common.common_chance import chance
from nkfacts.ask.gate.asked import kind_of_answer
from nkfacts.ask.gate.candidates import with_words
from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.figure_gate import MEASURE, RATE
from nkfacts.ask.gate.sameness import OTHER_END, PHRASE, REVERSING, SAME, Meant, PhraseKind, meant, sameness
from nkfacts.ask.gate.telling import Telling
from nkfacts.ask.gate.timing import time_fit
from nkfacts.ask.gate.verdict import Verdict
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Kind, Mention, Question
from nkfacts.ask.understanding.reading import read
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.ask.weighing.evidence import tells_only_what_is_known
from nkfacts.ask.weighing.plans import Plans
from nkfacts.ask.weighing.scoring import Found, Scoring
from nkfacts.ask.weighing.weighing import ENOUGH
from nkfacts.hints import NamedTuple
from nkfacts.model.records import CommonQuestion, Fact, Figure
from nkfacts.query.base import Base

RULING_OUT = (
    *REVERSING, OTHER_END,
    "turned round", "undone", "somebody else", "counted otherwise", "not of its time", "another claimant",
    "a name not borne out", "beside what is asked", "only a number of the question", "planned, asked as done",
    "a number of what is", "another deed",
)  # fmt: skip
"""Evidence against which no other counts, if all wordings that are read have it."""

_MUCH, _ENOUGH_OF_LESS = 0.25, 0.8
"""How much of a question is much, and the chance from which on a figure answers one of which it lacks that much."""

_LEAST_TOO, _FOUND_TOO, _PLAIN = 0.5, 0.3, 0.8
"""The chances from which on a common question and what answers it are enough together, and its share by words then."""

_LEAST_SHARE = 0.85
"""The least that a fact bears out of a question to answer it beside the one that bears out the most, as a share."""


class Common(NamedTuple):
    """A common question with its chance to be the one that is asked.

    Attributes:
        record: the common question.
        words: the wording of it that is nearest.
        kind: what most of the nearest ask for; ``PHRASE`` where none has a word that asks.
        chance: its chance.
        told: what that is made of, by name.
        facts: the facts that answer it, of the time that is asked for, best first.
        figure: the figure that is asked for.
        verdict: how the figure, or the best fact, bears out the question; None where it was not held against it.
    """

    record: CommonQuestion
    words: str
    kind: PhraseKind
    chance: float
    told: dict[str, float]
    facts: tuple[Fact, ...]
    figure: Figure | None
    verdict: Verdict | None

    @property
    def lacks(self) -> float:
        """How much of what is asked none of its wordings has, as a share."""
        return self.told.get("lacks", 0.0)

    @property
    def is_likely_enough(self) -> bool:
        """Whether it is answered; for a number that was asked of something more it has to be likelier than the rest."""
        of_less = self.figure is not None and self.lacks > _MUCH
        return not self.is_ruled_out and self.chance >= (_ENOUGH_OF_LESS if of_less else ENOUGH)

    def is_found_too(self, weighed: Sequence[tuple[str, str, float]]) -> bool:
        """Say whether what answers it was found likeliest without it too, where neither is enough alone.

        Args:
            weighed: what was found, likeliest first: the id of a figure or fact, what is against it, its chance.
        """
        id_, _, chance = weighed[0] if weighed else ("", "", 0.0)
        answers = (self.figure.id,) if self.figure is not None else tuple(fact.id for fact in self.facts)
        other = self.is_ruled_out or self.told.get("adds") or self.told.get("not borne out")
        plain = self.told["by words"] >= _PLAIN and not other
        return id_ in answers and plain and self.chance >= _LEAST_TOO and chance >= _FOUND_TOO

    @property
    def is_ruled_out(self) -> bool:
        """Whether it asks for something else, however alike it is, or has nothing of the time."""
        return any(self.told.get(name) for name in RULING_OUT)


def _of_most(facts: Sequence[Fact], found: Sequence[Found], kind: Kind) -> tuple[Fact, ...]:
    """Return facts as the file has them; of what, which and where those that bear out about as much as the best.

    Such a question may ask for less than the common one: for the rifles of all equipment.
    """
    if kind == "yes-no":
        # Whether they are in Belgorod is not told by who says that they are not in Kharkiv.
        elsewhere = {each.facts[0].id: any(m.role == "in" for m in each.verdict.missing) for each in found}
        return tuple(sorted(facts, key=lambda fact: elsewhere.get(fact.id, False)))
    if kind in ("when", "who"):
        return tuple(facts)
    scores = {each.facts[0].id: each.score for each in found}
    most = max(scores.values(), default=0.0)
    return tuple(fact for fact in facts if scores.get(fact.id, 0.0) >= _LEAST_SHARE * most)


class _Target(NamedTuple):
    """What answers a common question, held against the question that is asked.

    Attributes:
        figure: the figure that it asks for.
        facts: the facts that would answer, of the time that is asked for.
        found: how the figure, or each of the facts, fits the question.
        verdict: how what answers first bears it out; None where it was not held against it.
        against: what rules it out by itself.
    """

    figure: Figure | None
    facts: tuple[Fact, ...]
    found: list[Found]
    verdict: Verdict | None
    against: tuple[str, ...]


class Comparing:
    """Compares one question with common ones.

    Args:
        question: the question as read.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.
    """

    def __init__(self, question: Question, base: Base, lexicon: Lexicon) -> None:
        self._question, self._base, self._lexicon = question, base, lexicon
        self._asked = Telling(question, base, lexicon)
        self._meant = meant(question, lexicon)
        self._demands = Demands(question, lexicon)
        self._scoring = Scoring(question, base, lexicon, self._demands)
        self._plans = Plans(question, lexicon)
        self._known: dict[str, Meant] = lexicon.kept("common questions")

    def to(self, record: CommonQuestion, wordings: Sequence[str], near: Mapping[str, float] | None = None) -> Common:
        """Return what speaks for and against that a common question is asked.

        What stands against it in one wording and not in another does not: they ask the same.

        Args:
            record: the common question.
            wordings: some of its wordings, the nearest first.
            near: how near it is.
        """
        target = self._target(record)
        each = [self._held(words, target) for words in wordings]
        told = {name: min(one.get(name, 0.0) for one in each) for name in {name for one in each for name in one}}
        told["a number of what is"] = float(
            target.figure is not None
            and asks_for_no_number(self._question)
            and all(self._known[words].kind != self._meant.kind for words in wordings)
        )
        told |= {name: max(one[name] for one in each) for name in (SAME, OTHER_END)} | {**(near or {})}
        kinds = Counter(kind for words in wordings if (kind := self._known[words].kind) != PHRASE)
        kind = kinds.most_common(1)[0][0] if kinds else PHRASE
        return Common(record, wordings[0], kind, chance(told), told, target.facts, target.figure, target.verdict)

    def _held(self, words: str, target: _Target) -> dict[str, float]:
        """Return what speaks for and against that one wording asks the same, and what answers it would answer."""
        if words not in self._known:
            today = self._base.header["updated"]
            self._known[words] = meant(read(words, self._lexicon, today), self._lexicon)
        told, lacking = sameness(self._meant, self._known[words])
        told |= self._borne(target.found, lacking)
        return told | dict.fromkeys(target.against, 1.0)

    def _target(self, record: CommonQuestion) -> _Target:
        figure = self._base.figure(record.figure) if record.figure else None
        if figure is not None:
            found = self._scoring.all([], [figure])
            facts = found[0].facts if found else ()
        else:
            named = filter(None, map(self._base.fact, record.facts))
            timely = [fact for fact in named if time_fit(fact, self._question.times)]
            found = self._scoring.all([with_words(fact, self._base) for fact in timely], [])
            facts = _of_most(timely, found, self._question.kind)
        first = next((each for each in found if each.facts[:1] == facts[:1]), None)
        against = self._against(first, found) if first is not None else ()
        ruled_out = tuple(against) if facts else ("not of its time",)
        return _Target(figure, facts, found, first.verdict if first is not None else None, ruled_out)

    def _against(self, first: Found, found: list[Found]) -> Iterator[str]:
        """Yield what rules out by itself what would answer first, of all that would."""
        kind = kind_of_answer(self._question, first.figure)
        if kind == "yes-no" and self._asked.is_of_another(first.verdict):
            yield "beside what is asked"
        done = [each for each in found if not each.verdict.view.tried] or found
        nearest = max(done, key=lambda each: each.score) if kind == "yes-no" else first
        if any(self._asked.is_beside(kind, each.facts, each.verdict) for each in (first, nearest)):
            yield "beside what is asked"
        if kind == "how-many" and tells_only_what_is_known(first, self._question):
            yield "only a number of the question"
        if self._plans.are_asked_as_done(first):
            yield "planned, asked as done"

    def _names_another(self, mention: Mention) -> bool:
        """Say whether a mention is a name, known or not, and none of whom the base is about."""
        named = mention.kind == "name" and not self._demands.is_subject(mention)
        return named or self._demands.is_written_as_name(mention)

    def _borne(self, found: list[Found], lacking: tuple[Mention, ...]) -> dict[str, float]:
        """Return how what answers a common question bears out the one that is asked, above all what that one adds."""
        told: dict[str, float] = defaultdict(float)
        if not found:
            return told
        demands = self._demands
        total = sum(weight for _, weight in demands.weighed) or 1.0

        def left(each: Found) -> list[Mention]:
            return [mention for mention in each.verdict.missing if mention in lacking]

        missing = min(map(left, found), key=lambda mentions: sum(map(demands.weight, mentions)))
        told["not borne out"] = sum(map(demands.weight, missing)) / total
        # When and by whom it was is told by the first fact, what it was by any.
        telling = found if self._question.kind in ("what", "which", "list") else found[:1]
        done = {id(mention) for each in telling for mention, _, by in each.verdict.borne if by == "did"}
        deeds = [mention for mention in lacking if is_verb(mention, self._question.tokens)]
        told["another deed"] = float(any(id(mention) not in done for mention in deeds))
        told["another claimant"] = float(any(mention.claims for mention in missing))
        # The day of what the first does not have of somebody named is no day of his.
        named = (*missing, *left(found[0])) if self._question.kind == "when" else missing
        told["a name not borne out"] = float(any(map(self._names_another, named)))
        told["against"] = float(min(len(each.verdict.against) for each in found))
        told["counted otherwise"] = float(any(reason in (MEASURE, RATE) for reason, _ in found[0].verdict.against))
        shares = (sum(weight for _, weight, _ in each.verdict.borne) / (each.verdict.total or 1.0) for each in found)
        told["borne out"] = max(shares)
        told["undone"] = float(demands.is_undone(found[0].verdict))
        told["turned round"] = float(demands.is_turned_round(found[0].verdict))
        told["somebody else"] = float(
            demands.is_of_somebody_else(found[0].verdict)
            or demands.rules_out(found[0].verdict.missing)
            or any(map(demands.is_of_nation_beside, missing))
        )
        return told
