"""A question read: its kind, whom, where and when it is about, and the words that its answer must have."""

from collections.abc import Sequence
from typing import NamedTuple

from nkfacts.ask import times
from nkfacts.ask import vocabulary as v
from nkfacts.ask.naming import Name, names_in, respelling
from nkfacts.ask.times import Time
from nkfacts.english import NOISE, SUBJECT, sense, split
from nkfacts.query.base import Base

LONGEST = 60
"""A question has no more words than this."""

NORTH_KOREA, RUSSIA = "north-korea", "russia"

_ARTICLES = ("the", "a", "an")


class Word(NamedTuple):
    """A word of a question and what it was read as: ``frame``, ``time``, ``claimant``, ``place``, and so on."""

    text: str
    role: str


class Question(NamedTuple):
    """A question as it was read.

    ``claimants``, ``places`` and ``others`` name entities; ``foreign`` are nations other
    than North Korea whose people are asked for, ``topics`` words that are names of topics
    too. Of the words left, an answer must have the ``telling`` ones, the whole base is about
    the ``subject`` ones, and it does not have the ``unknown`` ones. ``flags`` are the keys
    of ``vocabulary.FLAGS`` and ``change``; ``refusal`` says why no facts could answer.
    """

    text: str
    words: tuple[Word, ...] = ()
    kind: str | None = None
    times: tuple[Time, ...] = ()
    claimants: tuple[Name, ...] = ()
    places: tuple[Name, ...] = ()
    others: tuple[Name, ...] = ()
    topics: tuple[Name, ...] = ()
    telling: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    respelt: tuple[tuple[str, str], ...] = ()
    foreign: tuple[Name, ...] = ()
    flags: frozenset[str] = frozenset()
    entity_kind: str | None = None
    refusal: str = ""

    @property
    def telling_senses(self) -> frozenset[str]:
        """What the telling words say."""
        return frozenset(map(sense, self.telling))

    @property
    def speaks_of_estimates(self) -> bool:
        """Whether it asks for what somebody estimated."""
        return any(word.text in v.CLAIM_NOUNS for word in self.words)

    @property
    def framed(self) -> bool:
        """Whether it says by its form what kind of answer it wants."""
        return any(word.role == "frame" for word in self.words)

    @property
    def identity_of(self) -> str | None:
        """The entity of "who is" or "what is", when the question asks for nothing else."""
        alone = not (
            self.telling or self.subject or self.unknown or self.foreign or self.claimants or self.places or self.times
        )
        is_asked = self.kind in ("who", "what") and alone and len(self.others) == 1
        return self.others[0].id if is_asked and v.BEING & {word.text for word in self.words} else None

    def word_before(self, name: Name) -> str:
        """Return the word before a name, articles left out; empty where it comes first."""
        return next((word.text for word in self.words[: name.start][::-1] if word.text not in _ARTICLES), "")

    @property
    def known_by(self) -> str | None:
        """The last day of what was known, when the question names one."""
        return min((time.last for time in self.times if time.known), default=None)

    @property
    def period(self) -> tuple[str, str] | None:
        """The first and last day of the time asked about, when the question names one."""
        about = [time for time in self.times if not time.known]
        if not about:
            return None
        return max(time.first for time in about), min(time.last for time in about)


def read(text: str, base: Base, today: str) -> Question:
    """Read a question.

    Args:
        text: what was typed.
        base: the base whose names and words it may hold.
        today: the day from which relative times count.
    """
    words = _joined(split(text)[:LONGEST])
    lexicon = base.lexicon
    respelt: list[tuple[str, str]] = []
    for position, word in enumerate(words):
        if word not in NOISE and sense(word) not in SUBJECT and word not in v.MONTHS and not lexicon.knows(word):
            known = respelling(word, lexicon)
            if known:
                words[position] = known
                respelt.append((word, known))
    reader = _Reader(text, words, base, today)
    return reader.question()._replace(respelt=tuple(respelt))


def _joined(words: list[str]) -> list[str]:
    """Return the words with those phrases that say what one word says replaced by it."""
    joined: list[str] = []
    while words:
        found = next((phrase for phrase in v.PHRASES if tuple(words[: len(phrase)]) == phrase), None)
        joined.append(v.PHRASES[found] if found else words[0])
        words = words[len(found) if found else 1 :]
    return joined


class _Reader:
    """Gives every word of a question its role; what is read first is not read again as something else."""

    def __init__(self, text: str, words: list[str], base: Base, today: str) -> None:
        self._text, self._words, self._base, self._today = text, words, base, today
        self._roles: list[str] = [""] * len(words)
        self._flags: set[str] = set()
        self._idle: set[str] = set()

    def question(self) -> Question:
        """Return the question as read: times first, then the kind of answer, names, flags, and the words left."""
        words, roles = self._words, self._roles
        found_times = times.find(words, self._today)
        for time in found_times:
            self._mark(time.start, time.end, "time")
        kind = self._kind()
        taken = {position for position, role in enumerate(roles) if role}
        names = names_in(words, self._text, taken, self._base.lexicon)
        sorted_names = self._sorted([name for name in names if name.part == "entities"])
        self._read_flags()
        left = self._rest()
        return Question(
            self._text,
            tuple(Word(word, role) for word, role in zip(words, roles, strict=True)),
            kind,
            tuple(found_times),
            claimants=tuple(sorted_names["claimant"]),
            places=tuple(sorted_names["place"]),
            others=tuple(sorted_names["name"]),
            foreign=tuple(sorted_names["foreign"]),
            topics=tuple(name for name in names if name.part == "topics"),
            telling=tuple(left["telling"]),
            subject=tuple(word for word, role in zip(words, roles, strict=True) if role == "subject"),
            unknown=tuple(left["unknown"]),
            flags=frozenset(self._flags),
            entity_kind=self._entity_kind() if kind == "list" else None,
            refusal=self._refusal(found_times),
        )

    def _mark(self, start: int, end: int, role: str) -> None:
        self._roles[start:end] = [role] * (end - start)

    # What kind of answer is wanted

    def _kind(self) -> str | None:
        """Return the kind that the question begins with, else the first that stands in it anywhere."""
        words = self._words
        start = 0
        while polite := next((phrase for phrase in v.POLITE if words[start : start + len(phrase)] == phrase), None):
            self._mark(start, start + len(polite), "noise")
            start += len(polite)
        for kind in v.FRAMES:
            if self._frame_at(kind, start):
                return kind
        if start < len(words) and words[start] in v.AUXILIARIES:
            self._mark(start, start + 1, "frame")
            return "yes-no"
        for kind in v.FRAMES:
            if any(self._frame_at(kind, position) for position in range(len(words)) if not self._roles[position]):
                return kind
        return "what" if words[start : start + 1] == ["how"] else None

    def _frame_at(self, kind: str, position: int) -> bool:
        phrases = v.FRAMES[kind]
        found = next((phrase for phrase in phrases if self._words[position : position + len(phrase)] == phrase), None)
        if found:
            self._mark(position, position + len(found), "frame")
        return found is not None

    def _entity_kind(self) -> str | None:
        """Return the kind of entity that "which weapons" asks for."""
        behind = ((word, self._words[i - 1]) for i, word in enumerate(self._words) if i)
        kinds = (
            v.KINDS_OF_ENTITY[word] for word, before in behind if word in v.KINDS_OF_ENTITY and before in v.LISTERS
        )
        return next(kinds, None)

    # Who, where, and what else is named

    def _sorted(self, names: Sequence[Name]) -> dict[str, list[Name]]:
        found: dict[str, list[Name]] = {role: [] for role in ("claimant", "place", "name", "foreign", "subject")}
        for name in names:
            role = self._role_of(name)
            meant = name
            if role not in ("claimant", "foreign") and name.city is not None and self._is_nation(name):
                meant = name._replace(id=name.city)
                role = "place" if self._stands_behind(name, v.PLACE_MARKS) else "name"
            found[role].append(meant)
            self._mark(name.start, name.end, role)
        return found

    def _role_of(self, name: Name) -> str:
        if self._speaks(name):
            return "claimant"
        of_the_base = all(sense(word) in SUBJECT for word in self._words[name.start : name.end])
        if self._is_nation(name):
            if name.id == NORTH_KOREA:
                return "subject"
            if self._asks_for_people_of(name) or (not of_the_base and self._stands_behind(name, v.AUXILIARIES)):
                return "foreign"
            if of_the_base and (
                name.id == RUSSIA or not self._stands_behind(name, v.PLACE_MARKS) or self._is_of_the_war(name)
            ):
                return "subject"
        is_place = (entity := self._base.entity(name.id)) is not None and entity.kind == "place"
        return "place" if is_place and self._stands_behind(name, v.PLACE_MARKS) else "name"

    def _is_nation(self, name: Name) -> bool:
        entity = self._base.entity(name.id)
        return entity is not None and entity.kind == "place" and entity.country is not None and entity.part_of is None

    def _asks_for_people_of(self, name: Name) -> bool:
        """Say whether a nation's people are asked for: "Chinese soldiers", "Russians", "how many Chinese"."""
        following = self._words[name.end : name.end + 1]
        is_people = self._words[name.end - 1].endswith("ns") or self._words[name.start - 1 : name.start] == ["many"]
        return is_people or (following != [] and following[0] in v.PEOPLE)

    def _is_of_the_war(self, name: Name) -> bool:
        return not v.WARS.isdisjoint(self._before(name, 3))

    def _before(self, name: Name, count: int) -> list[str]:
        """Return some words before a name, articles left out."""
        start = name.start
        while start and self._words[start - 1] in _ARTICLES:
            start -= 1
        return self._words[max(0, start - count) : start]

    def _stands_behind(self, name: Name, marks: frozenset[str]) -> bool:
        return not marks.isdisjoint(self._before(name, 1))

    def _speaks(self, name: Name) -> bool:
        """Say whether a name stands where whoever says something stands; what shows it is read as ``claim``."""
        words = self._words
        for count in (2, 1):
            before = self._before(name, count)
            if " ".join(before) in v.CLAIM_MARKS:
                start = next(i for i in range(name.start - count, -1, -1) if words[i : i + count] == before)
                self._claim(start, start + count)
                return True
        following = words[name.end : name.end + 2]
        if following and (following[0] in v.CLAIM_VERBS - v.PEOPLE or following[0] in v.CLAIM_NOUNS):
            self._claim(name.end, name.end + 1)
            return True
        if following[1:] and following[0] in v.BEFORE_CLAIM_VERBS and following[1] in v.CLAIM_VERBS:
            self._claim(name.end, name.end + 2)
            return True
        if self._stands_behind(name, v.AUXILIARIES - v.BEING):
            for position in range(name.end, min(name.end + 4, len(words))):
                if words[position] in v.CLAIM_VERBS:
                    self._claim(position, position + 1)
                    return True
        return False

    def _claim(self, start: int, end: int) -> None:
        for position in range(start, end):
            if not self._roles[position]:
                self._roles[position] = "claim"

    # The words that are left

    def _read_flags(self) -> None:
        """Read the words that order facts or choose by standing; those that say nothing else are idle."""
        words = set(self._words)
        self._flags |= {flag for flag, marks in v.FLAGS.items() if not marks.isdisjoint(words)}
        joined = f" {' '.join(self._words)} "
        for mark in v.CHANGES:
            if f" {mark} " in joined:
                self._flags.add("change")
                self._idle.update(mark.split())
        if self._flags & {"highest", "lowest"} or not v.CLAIM_NOUNS.isdisjoint(words):
            self._idle |= v.GIVING
        if self._flags & {"highest", "lowest"}:
            self._idle |= v.CLAIM_VERBS

    def _rest(self) -> dict[str, list[str]]:
        left: dict[str, list[str]] = {"noise": [], "standing": [], "subject": [], "telling": [], "unknown": []}
        for position, word in enumerate(self._words):
            if not self._roles[position]:
                self._roles[position] = self._role_of_word(position, word)
                left[self._roles[position]].append(word)
        return left

    def _role_of_word(self, position: int, word: str) -> str:
        if (
            word in NOISE
            or word in v.AUXILIARIES
            or word in self._idle
            or self._words[position : position + 2] == ["more", "than"]
        ):
            return "noise"
        if word in v.FLAGS["confirming"] or word in v.FLAGS["denying"]:
            return "standing"
        is_claimed = word in v.CLAIM_VERBS and self._words[position : position + 2] not in (
            ["name", "of"],
            ["names", "of"],
        )
        if sense(word) in SUBJECT or is_claimed or self._is_who_acts(position):
            return "subject"
        return "telling" if self._base.lexicon.knows(word) else "unknown"

    def _is_who_acts(self, position: int) -> bool:
        """Say whether a word is the people of "how many mines did the sappers clear", who do what any answer tells."""
        before = [word for word in self._words[:position] if word not in _ARTICLES]
        acts = before != [] and before[-1] in v.AUXILIARIES - v.BEING and position + 1 < len(self._words)
        return acts and "how" in before and self._words[position] in v.PEOPLE

    def _refusal(self, found_times: Sequence[Time]) -> str:
        beyond = next((v.BEYOND[word] for word in self._words if word in v.BEYOND), None)
        if beyond:
            return f"the base holds what was said and seen, no {beyond}"
        if not v.PREDICTION.isdisjoint(self._words) and "planned" not in self._flags:
            return "the base holds what was said and seen, not what will be"
        if any(time.first > self._today for time in found_times if not time.known):
            return "that time lies ahead of the day on which the facts were last updated"
        return ""
