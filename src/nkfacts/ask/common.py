"""The common question that a question is: one that the fact file has, with what answers it."""

from collections import defaultdict
from collections.abc import Sequence

from nkfacts.ask.alike import Alike
from nkfacts.ask.asked import Asked, kind_of_answer
from nkfacts.ask.candidates import with_words
from nkfacts.ask.common_chance import chance
from nkfacts.ask.demands import Demands
from nkfacts.ask.figure_gate import MEASURE, RATE
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Mention, Question
from nkfacts.ask.reading import read
from nkfacts.ask.sameness import REVERSING, Meant, meant, sameness
from nkfacts.ask.scoring import Found, Scoring
from nkfacts.ask.timing import time_fit
from nkfacts.ask.verdict import Verdict
from nkfacts.ask.weighing import ENOUGH
from nkfacts.ask.words import GRAMMAR
from nkfacts.hints import NamedTuple
from nkfacts.index.tables import record_from_row
from nkfacts.index.told import WORDINGS
from nkfacts.model.records import CommonQuestion, Fact, Figure
from nkfacts.query.base import Base
from nkfacts.text import fold

RULING_OUT = (
    *REVERSING, "not of its time", "turned round", "somebody else", "another claimant", "not told",
    "a number for what is", "a name not borne out", "counted otherwise",
)  # fmt: skip
"""Evidence against which no other counts."""

_MOST_FOUND, _MOST_READ = 100, 8
"""The wordings that are looked at, by the words they share, and those that are read, the nearest."""

_LEAST_WEIGHT = 0.1
"""A word that weighs less, as so many facts have it, finds no wording by itself."""

_LEAST_LIKE, _BEHIND = 0.5, 0.2
"""How like a wording has to be for a common question to be looked at, and how far it may be behind the nearest."""


_LEAST_SHARE = 0.85
"""The least that a fact bears out of a question to answer it beside the one that bears out the most, as a share."""


class Common(NamedTuple):
    """A common question with its chance to be the one that is asked.

    Attributes:
        record: the common question.
        words: the wording of it that is nearest.
        chance: its chance.
        told: what that is made of, by name.
        facts: the facts that answer it, of the time that is asked for, best first.
        figure: the figure that is asked for.
        verdict: how the figure, or the best fact, bears out the question; None where it was not held against it.
    """

    record: CommonQuestion
    words: str
    chance: float
    told: dict[str, float]
    facts: tuple[Fact, ...]
    figure: Figure | None
    verdict: Verdict | None

    @property
    def is_ruled_out(self) -> bool:
        """Whether it asks for something else, however alike it is, or has nothing of the time."""
        return any(self.told.get(name) for name in RULING_OUT)


def common_question(question: Question, base: Base, lexicon: Lexicon) -> Common | None:
    """Return the common question that a question is; None for none.

    Args:
        question: the question as read.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.
    """
    best = next(iter(common_questions(question, base, lexicon)), None)
    return best if best is not None and not best.is_ruled_out and best.chance >= ENOUGH else None


def kept_as(text: str, base: Base) -> str | None:
    """Return the id of the common question that is kept in just these words, whatever their case and marks.

    Args:
        text: the question as typed.
        base: the base.
    """
    row = base.known.connection.execute("SELECT question FROM wording WHERE folded = ?", (fold(text),)).fetchone()
    return row["question"] if row is not None else None


def kept_question(id_: str, question: Question, base: Base, lexicon: Lexicon) -> Common:
    """Return a common question that is asked in the very words in which it is kept; without facts where none was known.

    Args:
        id_: the id of the common question.
        question: the question as read.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.
    """
    common = _Compared(question, base, lexicon).to(id_, question.text, {})
    if common.facts:
        return common
    # What it names may be called otherwise, and of another time than the question says: the treaty of 2000.
    named = filter(None, map(base.fact, common.record.facts))
    return common._replace(facts=tuple(base.candidates(common.figure.id) if common.figure is not None else named))


def common_questions(question: Question, base: Base, lexicon: Lexicon) -> list[Common]:
    """Return the common questions that a question may be, each by its nearest wordings, the likeliest first.

    Args:
        question: the question as read.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.
    """
    alike = Alike(question, base, lexicon)
    wordings = sorted(
        ((alike.likeness(words), id_, words) for id_, words in _found(question, base, lexicon)), reverse=True
    )
    if not wordings:
        return []
    nearest: dict[str, float] = {}
    for like, id_, _ in wordings:
        nearest.setdefault(id_, like)
    best, first, _ = wordings[0]
    compared = _Compared(question, base, lexicon)
    told = []
    for like, id_, words in wordings[:_MOST_READ]:
        if like < max(_LEAST_LIKE, best - _BEHIND if id_ != first else 0.0):
            continue
        lead = like - max((other for question_, other in nearest.items() if question_ != id_), default=0.0)
        told.append(compared.to(id_, words, {"like": like, "lead": lead}))
    return sorted(told, key=lambda each: (each.is_ruled_out, -each.chance))


def _found(question: Question, base: Base, lexicon: Lexicon) -> list[tuple[str, str]]:
    """Return the wordings that share the most words with a question, each with the id of its common question."""
    words = dict.fromkeys(token.word for token in question.tokens if token.word not in GRAMMAR)
    # What nearly all wordings have, as North Korean, tells nothing and is slow to look for.
    telling = [word for word in words if lexicon.weight(word) > _LEAST_WEIGHT] or list(words)
    if not telling:
        return []
    rows = base.known.ranked(
        f"""SELECT question.id, json_extract(question.asked, '$[' || (asking.rowid % {WORDINGS}) || ']') AS words
            FROM asking JOIN record ON record.number = asking.rowid / {WORDINGS}
            JOIN question ON question.id = record.id
            WHERE asking MATCH ? ORDER BY bm25(asking) LIMIT ?""",
        (" OR ".join(f'"{word}"' for word in telling), _MOST_FOUND),
    )
    return [(row["id"], row["words"]) for row in rows]


def _of_most(facts: Sequence[Fact], found: Sequence[Found], kind: str) -> tuple[Fact, ...]:
    """Return facts as the file has them; of what, which and where those that bear out about as much as the best.

    Such a question may ask for less than the common one: for the rifles of all equipment.
    """
    if kind in ("when", "yes-no", "who"):
        return tuple(facts)
    scores = {each.facts[0].id: each.score for each in found}
    most = max(scores.values(), default=0.0)
    return tuple(fact for fact in facts if scores.get(fact.id, 0.0) >= _LEAST_SHARE * most)


class _Target(NamedTuple):
    """What answers a common question, held against the question that is asked.

    Attributes:
        record: the common question.
        figure: the figure that it asks for.
        facts: the facts that would answer, of the time that is asked for.
        found: how the figure, or each of the facts, fits the question.
        verdict: how what answers first bears it out; None where it was not held against it.
        is_told: whether that has what is asked for at all.
    """

    record: CommonQuestion
    figure: Figure | None
    facts: tuple[Fact, ...]
    found: list[Found]
    verdict: Verdict | None
    is_told: bool


class _Compared:
    """Compares one question with common ones."""

    def __init__(self, question: Question, base: Base, lexicon: Lexicon) -> None:
        self._question, self._base, self._lexicon = question, base, lexicon
        self._asked = Asked(question, base, lexicon)
        self._meant = meant(question, lexicon)
        self._demands = Demands(question, lexicon)
        self._scoring = Scoring(question, base, lexicon, self._demands)
        self._known: dict[str, Meant] = lexicon.kept("common questions")
        self._targets: dict[str, _Target] = {}

    def to(self, id_: str, words: str, near: dict[str, float]) -> Common:
        """Return what speaks for and against that a common question is asked.

        Args:
            id_: the id of the common question.
            words: one of its wordings.
            near: how near that is.
        """
        if words not in self._known:
            today = self._base.header["updated"]
            self._known[words] = meant(read(words, self._lexicon, today), self._lexicon)
        if id_ not in self._targets:
            self._targets[id_] = self._target(id_)
        record, figure, facts, found, verdict, is_told = self._targets[id_]
        told, lacking = sameness(self._meant, self._known[words])
        told |= near | self._borne(found, lacking)
        told["not of its time"] = float(not facts)
        told["not told"] = float(not is_told)
        told["a number for what is"] = float(
            figure is not None and self._meant.kind == "what" and bool(told["a phrase"])
        )
        return Common(record, words, chance(told), told, facts, figure, verdict)

    def _target(self, id_: str) -> _Target:
        (row,) = self._base.known.connection.execute("SELECT * FROM question WHERE id = ?", (id_,))
        record: CommonQuestion = record_from_row(CommonQuestion, row)
        figure = self._base.figure(record.figure) if record.figure else None
        if figure is not None:
            found = self._scoring.all([], [figure])
            facts = found[0].facts if found else ()
        else:
            named = filter(None, map(self._base.fact, record.facts))
            timely = [fact for fact in named if time_fit(fact, self._question.times)]
            found = self._scoring.all([with_words(fact, self._base) for fact in timely], [])
            facts = _of_most(timely, found, self._question.kind)
        verdict = next((each.verdict for each in found if each.facts[:1] == facts[:1]), None)
        kind = kind_of_answer(self._question, figure)
        is_told = verdict is None or self._asked.is_told(kind, facts, verdict)
        return _Target(record, figure, facts, found, verdict, is_told)

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
        told["another claimant"] = float(any(mention.claims for mention in missing))
        told["a name not borne out"] = float(any(map(self._names_another, missing)))
        told["against"] = float(min(len(each.verdict.against) for each in found))
        told["counted otherwise"] = float(any(reason in (MEASURE, RATE) for reason, _ in found[0].verdict.against))
        shares = (sum(weight for _, weight, _ in each.verdict.borne) / (each.verdict.total or 1.0) for each in found)
        told["borne out"] = max(shares)
        told["turned round"] = float(demands.is_turned_round(found[0].verdict))
        told["somebody else"] = float(
            demands.is_of_somebody_else(found[0].verdict)
            or demands.rules_out(found[0].verdict.missing)
            or any(map(demands.is_of_nation_beside, missing))
        )
        return told
