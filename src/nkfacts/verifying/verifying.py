"""A text gone through, claim by claim."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.words import SPELT_RIGHT
from nkfacts.hints import NamedTuple
from nkfacts.query.base import Base
from nkfacts.query.filters import date_asked
from nkfacts.text import fold
from nkfacts.verifying import claims
from nkfacts.verifying.amounts import Amount, amounts_in
from nkfacts.verifying.apart import speaking
from nkfacts.verifying.as_written import ReadAsWritten
from nkfacts.verifying.claims import Claim, Finding
from nkfacts.verifying.events import Event, Events
from nkfacts.verifying.moments import moments_in
from nkfacts.verifying.narrowing import tells_words
from nkfacts.verifying.number_claims import NumberClaims
from nkfacts.verifying.passages import Passage
from nkfacts.verifying.pieces import as_question, said_by
from nkfacts.verifying.sentences import Sentence, sentences
from nkfacts.verifying.sources import BODY, NOBODY, PERSON, Sources, called_before, refers_back, sources_in
from nkfacts.verifying.weeks import with_weeks

_REACH = 3
"""The sentences after one that names who says it in which he, or the agency, is still who was named."""

_WORDS = re.compile(r"\w+")


class Verification(NamedTuple):
    """A text with its claims.

    Attributes:
        text: the text.
        claims: its claims, in their order.
        base: the base that it was held against.
    """

    text: str
    claims: tuple[Claim, ...]
    base: Base

    @property
    def counts(self) -> dict[str, int]:
        """The number of claims of each verdict, in the order of ``VERDICTS``."""
        found = Counter(claim.verdict for claim in self.claims)
        return {verdict: found[verdict] for verdict in claims.VERDICTS}

    @property
    def holds(self) -> bool:
        """Whether there are claims, and all of them were said so."""
        return bool(self.claims) and all(claim.verdict == claims.SAID for claim in self.claims)


def verify(text: str, base: Base, *, written: str | None = None) -> Verification:
    """Hold each number and dated claim of a text against a base.

    Args:
        text: a sentence or an article.
        base: the base, as known on its day.
        written: the day, month or year of the text, from which "last October" and "in April" count back; without it
            they may be of any year.

    Raises:
        UsageProblem: ``written`` is no date.
    """
    day = date_asked(written).last if written else None
    return Verification(text, tuple(_Reader(text, base, day).claims()), base)


class _Reader:
    """Goes through one text."""

    def __init__(self, text: str, base: Base, written: str | None) -> None:
        self._text = text
        self._dated = written is not None
        self._today = written or base.as_of or base.header["updated"]
        # What is looked up for one text is kept for the next: to make it takes longer than to read a short one.
        kept = base.known.made.get("verifying")
        self._lexicon = kept if isinstance(kept, ReadAsWritten) else ReadAsWritten(base.known)
        base.known.made["verifying"] = self._lexicon
        self._speakers = _Speakers(base, self._lexicon)
        self._numbers = NumberClaims(base, self._lexicon, self._today)
        self._events = Events(base, self._lexicon, self._today)
        self._line, self._counted_to = 1, 0

    def claims(self) -> Iterator[Claim]:
        """Yield the claims of the text, in their order."""
        for sentence in sentences(self._text):
            if any(word.typed.isalpha() and len(word.typed) > 1 for word in sentence.words):
                yield from self._of_sentence(sentence)

    def _of_sentence(self, sentence: Sentence) -> Iterator[Claim]:
        moments = moments_in(sentence.words, self._today, dated=self._dated)
        moments = with_weeks(moments, sentence.words, self._today if self._dated else None)
        taken = {p for moment in moments for p in range(moment.first, moment.last)}
        passage = Passage(self._text, sentence, amounts_in(sentence.words, taken, self._means_people), moments)
        whole = as_question(passage, [(0, len(sentence.words))], None, self._lexicon, self._today)
        named = speaking(self._speakers.of(whole, sentence), whole, sentence.words)
        passage = passage._replace(sources=named)
        found = [self._numbers.judge(passage, number) for number in range(len(passage.amounts))]
        told: list[tuple[Amount | None, Event]] = [
            (amount, ((amount.first, amount.last), judged[1], judged[0]))
            for amount, judged in zip(passage.amounts, found, strict=True)
            if judged is not None
        ]
        if passage.is_whole:
            events = self._events.of(passage, said_by(whole, passage.sources.ids), counted=any(found))
            told += [(None, event) for event in events if not self._is_told_with(sentence, event, found)]
        for amount, ((first, last), topic, finding) in sorted(told, key=lambda claim: claim[1][0][0]):
            claim = self._claim(sentence, first, last, finding)._replace(topic=topic)
            yield claim._replace(kind=claims.NUMBER, amount=amount) if amount is not None else claim

    def _is_told_with(self, sentence: Sentence, event: Event, found: Sequence[tuple[Finding, str] | None]) -> bool:
        """Say whether an item of a list that nothing was found of stands in the fact that tells a number beside it."""
        (first, last), _, finding = event
        if finding.verdict not in (claims.ABSENT, claims.UNREAD):
            return False
        text = sentence.text(first, last, self._text)
        return any(tells_words(text, judged[0], self._lexicon) for judged in found if judged is not None)

    def _means_people(self, word: str) -> bool:
        meanings = self._lexicon.meanings([word]).get(word, ())
        return any(m.part == "things" and self._lexicon.is_people(m.id) for m in meanings)

    def _claim(self, sentence: Sentence, first: int, last: int, finding: Finding) -> Claim:
        """Return a claim in some words of a sentence, as an event."""
        start, end = sentence.words[first].start, sentence.words[last - 1].end
        if start > self._counted_to:
            self._line += self._text.count("\n", self._counted_to, start)
            self._counted_to = start
        own, whole = (" ".join(self._text[a:b].split()) for a, b in ((start, end), (sentence.start, sentence.end)))
        return Claim(claims.HAPPENING, start, end, self._line, own, whole, None, "", finding)


class _Speakers:
    """Knows who says what a sentence says, also where it only refers to somebody named before."""

    def __init__(self, base: Base, lexicon: ReadAsWritten) -> None:
        self._base, self._lexicon = base, lexicon
        self._fitting = Fitting(lexicon)
        self._people: dict[str, Mention] = {}
        self._last: dict[str, Sources] = {}
        self._ages: dict[str, int] = {}
        self._small: dict[str, bool] = lexicon.kept("words written small")

    def of(self, question: Question, sentence: Sentence) -> Sources:
        """Return who says what the next sentence of the text says."""
        found = sources_in(question, sentence.words, self._is_written_small)
        if found.unknown and (before := called_before(found.unknown, self._people)):
            found = Sources((*found.named, before._replace(text=fold(found.unknown))))
        for mention in question.mentions:
            if mention.kind == "name" and not self._fitting.is_nation(mention):
                self._people.update(dict.fromkeys(mention.text.split(), mention))
        self._ages = {kind: age + 1 for kind, age in self._ages.items()}
        if found.named or found.unknown:
            kind = self._kind_of(found)
            self._last[kind], self._ages[kind] = found, 0
            return found
        kinds = [kind for kind in refers_back(sentence.words) if self._ages.get(kind, _REACH) < _REACH]
        return self._last[min(kinds, key=self._ages.__getitem__)] if kinds else NOBODY

    def _is_written_small(self, word: str) -> bool:
        """Say whether the base writes a word small within a sentence: what it always writes large is a name."""
        if word not in self._small:
            hits = self._base.search(word) if self._lexicon.has(word) else []
            self._small[word] = word in SPELT_RIGHT or any(word in _WORDS.findall(hit.text) for hit in hits)
        return self._small[word]

    def _kind_of(self, sources: Sources) -> str:
        """Return what those who say something are referred to as: a person or a body."""
        for mention in sources.named:
            entities = [self._base.entity(m.id) for m in mention.meanings if m.part == "entities"]
            if any(entity is not None and entity.kind == "person" for entity in entities):
                return PERSON
        return BODY
