"""How alike two questions are in what they ask: by what their words mean and who does what to whom, not by wording."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.negation import NEGATIONS
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.matter import WHOEVER
from nkfacts.ask.understanding.near_words import near
from nkfacts.ask.understanding.question import WHOSE, Flag, Kind, Measure, Mention, Period, Question
from nkfacts.ask.understanding.words import COUNTING
from nkfacts.english import stem
from nkfacts.hints import Literal, NamedTuple

REVERSING = (
    "the other way round", "there or going there", "another does it", "another measure", "another time",
    "asks for something else",
)  # fmt: skip
"""Evidence against which no other counts: a question that has it asks for something else."""

OTHER_END = "asks for the other end"
"""The evidence that one question asks for the first and another for the last, or for the most and the least."""

SAME = "the same"
"""The evidence that one question has nothing that the other lacks."""

_Flag = Flag | Literal["not", "number", "beginning"]
"""What else is asked; here also that it was not done, whether a number was told and not whether it is so, its start."""

_DECIDING: frozenset[_Flag] = frozenset(("reason", "will", "not", "judging", "denying", "number"))
"""Flags that turn a question into another: why it was done, whether it will be, was not, is right, or how much."""

_ENDS: tuple[tuple[_Flag, _Flag], ...] = (("earliest", "latest"), ("beginning", "latest"), ("highest", "lowest"))
"""Flags of which one asks for the opposite of the other."""

_BEGINNING = frozenset(("start", "started", "begin", "began", "begun", "beginning", "since"))
"""Words by which a question asks for the first of many."""

_COMPARED_FLAGS: frozenset[_Flag] = _DECIDING | {
    "earliest", "latest", "highest", "lowest", "claimant", "planned", "confirming", "saying",
}  # fmt: skip
"""All flags that are compared."""

_DATES = frozenset(("date", "dates", "day"))
"""Words by which a question without "when" asks for a day."""

_ASKING_WORDS = frozenset(("what", "whats", "which", "list", "how"))
PhraseKind = Kind | Literal["phrase"]
PHRASE: Literal["phrase"] = "phrase"
"""The kind of a question without a word that asks: death toll, prisoner exchange."""

_DOING, _SUFFERING = "doing", "suffering"
_ROLES = {
    "subject": _DOING, WHOSE: _DOING, "by": _DOING, "object": _SUFFERING, "patient": _SUFFERING, "to": "to",
    "from": "from",
}  # fmt: skip
"""What a mention does by its role; those in other roles do nothing."""

_MOVING = {"to", "in"}
"""Roles of a place that people go to, or are in."""

_REVERSED = ({_DOING, _SUFFERING}, {_DOING, "to"}, {"from", "to"})
"""Roles of which one is not the other: who does it is not to whom it is done."""


class _Part(NamedTuple):
    """A mention by what it means.

    Attributes:
        mention: the mention.
        weight: how much it weighs in its question.
        ids: what it may mean; its number, or its word without the ending, where it is no name.
        role: what it does, of ``_ROLES``; empty for nothing.
        asked: whether it is what is asked for.
        party: whose side it is on, where it is a country, a people or a leader; else none.
        may_lack: whether the other question need not have it.
        says: whether it is said to claim what is asked; who in Russia admitted it asks for that one.
    """

    mention: Mention
    weight: float
    ids: frozenset[object]
    role: str
    asked: bool
    party: str | None
    may_lack: bool
    says: bool

    def is_like(self, other: "_Part") -> bool:
        """Say whether another part may mean the same; who says it is not whom it is about."""
        says = other.mention.claims or not self.says
        return says and not self.ids.isdisjoint(other.ids) and (self.asked == other.asked or self.may_lack)

    def is_against(self, other: "_Part") -> bool:
        """Say whether another part, of a country or people, has the reverse of its role."""
        return self.party is not None and {self.role, other.role} in _REVERSED

    def is_rival_of(self, other: "_Part") -> bool:
        """Say whether another part has the same role, or is asked for too, and is of another country or people."""
        same = (bool(self.role) and self.role == other.role) or (self.asked and other.asked)
        return same and bool(self.party and other.party) and self.party != other.party


class Meant(NamedTuple):
    """What a question asks, without its wording.

    Attributes:
        kind: what it asks for; ``PHRASE`` where that is left open.
        flags: what else it asks, and that it asks for what is not so, or whether a number was told.
        measure: the measure and rate that it asks for.
        times: the times that it names.
        parts: its mentions.
        words: its words of substance.
    """

    kind: PhraseKind
    flags: frozenset[_Flag]
    measure: tuple[Measure, Period]
    times: tuple[tuple[str, str], ...]
    parts: tuple[_Part, ...]
    words: tuple[str, ...]


def meant(question: Question, lexicon: Lexicon) -> Meant:
    """Return what a question asks, to be compared with another by ``sameness``.

    Args:
        question: the question as read.
        lexicon: the names and words of the base.
    """
    # The best estimate is no judgement; whether it is best is one.
    flags: frozenset[_Flag] = question.flags & _COMPARED_FLAGS - (set() if question.kind == "yes-no" else {"judging"})
    words = {token.word for token in question.tokens}
    flags |= {"not"} if words & NEGATIONS else set()
    flags |= {"beginning"} if words & _BEGINNING else set()
    # Whether they told a number is not whether they told it.
    flags |= {"number"} if question.kind == "yes-no" and words & COUNTING else set()
    parts = tuple(_parts(question, lexicon))
    texts = tuple(word for part in parts for word in part.mention.text.split())
    times = tuple((time.first, time.last) for time in question.times)
    return Meant(_kind(question), flags, (question.measure, question.per), times, parts, texts)


def _kind(question: Question) -> PhraseKind:
    """Return what a question asks for, or that it is a phrase that leaves that open."""
    words = {token.word for token in question.tokens}
    if question.kind in ("what", "which", "list"):
        if "name" in question.flags:
            return "who"
        if not _DATES.isdisjoint(words):
            return "when"
        return "what" if not _ASKING_WORDS.isdisjoint(words) else PHRASE
    return question.kind


def is_phrase(question: Question) -> bool:
    """Say whether a question has no word that asks, so that it may ask for anything: prisoner exchange."""
    return _kind(question) == PHRASE


def _parts(question: Question, lexicon: Lexicon) -> Iterator[_Part]:
    demands = Demands(question, lexicon)
    for mention in question.mentions:
        if mention.kind == "light":
            continue
        ids: frozenset[object] = frozenset((m.id, m.reading.startswith("inverse")) for m in mention.meanings)
        if not ids:
            ids = frozenset((stem(mention.text) if mention.value is None else mention.value,))
        may_lack = _may_lack(mention, question, lexicon)
        weight, role = demands.weight(mention), _DOING if mention.claims else _ROLES.get(mention.role, "")
        party = _party(mention, lexicon)
        says = mention.claims and question.kind != "who"
        yield _Part(mention, weight, ids, role, question.asks_for(mention), party, may_lack, says)


def _party(mention: Mention, lexicon: Lexicon) -> str | None:
    """Return the country of a mention that is one, leads one or is of its people; the id of somebody else by name."""
    for meaning in mention.meanings:
        if meaning.part == "things" and (meaning.id in WHOEVER or lexicon.whose(meaning.id)):
            return lexicon.whose(meaning.id) or mention.nation
        if meaning.part == "entities":
            return lexicon.leads(meaning.id) or meaning.id
    return None


def _may_lack(mention: Mention, question: Question, lexicon: Lexicon) -> bool:
    """Say whether a mention is of whom the base is about: its countries with their people, their leaders as owners."""
    ids = {meaning.id for meaning in mention.meanings}
    if mention.claims or (mention.nation is not None and mention.nation not in lexicon.subjects):
        return False
    if not ids or (question.asks_for(mention) and not ids <= WHOEVER):
        return False
    if question.tokens[mention.end - 1].possessive:
        ids = {lexicon.leads(id_) or id_ for id_ in ids}
    # Against Ukrainian forces, and with Russians, says no more than that there is a war.
    people = () if question.asks_for(mention) else filter(lexicon.is_people, ids)
    beside = {id_ for id_ in people if lexicon.whose(id_) in lexicon.subjects}
    return ids - beside <= lexicon.subjects | WHOEVER


def sameness(one: Meant, other: Meant) -> tuple[dict[str, float], tuple[Mention, ...]]:
    """Return what speaks for and against that a question asks what another does, by name; and what the other lacks.

    Args:
        one: the question that is asked.
        other: the question that it may be.
    """
    told: dict[str, float] = defaultdict(float)
    left = list(other.parts)
    lacking: list[_Part] = []
    for part in one.parts:
        like = [each for each in left if part.is_like(each)]
        found = next((each for each in like if not part.is_against(each)), None)
        told["the other way round"] += float(bool(like) and found is None)
        if found is None:
            lacking.append(part)
        else:
            left.remove(found)
            told["there or going there"] += float({part.mention.role, found.mention.role} == _MOVING)
    _add_unlike(told, "lacks", lacking, one, other)
    _add_unlike(told, "adds", left, other, one)
    differing = one.flags ^ other.flags
    # Of what a share is one is told by every word.
    of_another = "share" in one.measure and any(not part.may_lack for part in lacking)
    told["asks for something else"] = float(of_another or not differing.isdisjoint(_DECIDING))
    told[OTHER_END] = float(any(first in differing and last in differing for first, last in _ENDS))
    told["asks otherwise"] = float(len(differing & _COMPARED_FLAGS - _DECIDING))
    told["another does it"] = float(any(part.is_rival_of(each) for part in lacking for each in left))
    # What they are paid is told by what they are paid a month; how many died is not by how many a day.
    less: tuple[Measure, Period] = (other.measure[0], "") if other.measure[0] else other.measure
    told["another measure"] = float(one.measure not in (other.measure, less))
    told["lacks a time"] = float(bool(one.times) and not other.times)
    # Who names no time may mean the one that it was.
    told["another time"] = float(bool(one.times and other.times) and one.times != other.times)
    told[SAME] = float(not told["lacks"] and not told["adds"] and one.kind == other.kind)
    return told, tuple(part.mention for part in lacking)


def _add_unlike(told: dict[str, float], how: str, parts: Sequence[_Part], whole: Meant, other: Meant) -> None:
    """Add how much of one question the other has not, and how much of it is far in meaning from all that it has."""
    total = sum(part.weight for part in whole.parts) or 1.0
    for part in parts:
        if part.may_lack:
            continue
        nearest = min(_nearest(word, other.words) for word in part.mention.text.split())
        told[how] += part.weight / total
        told[f"{how}, far"] += part.weight / total * (1 - nearest)


def _nearest(word: str, others: Sequence[str]) -> float:
    return max(map(near(word).__getitem__, others), default=0.0)
