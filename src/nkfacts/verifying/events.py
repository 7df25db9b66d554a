"""What a sentence says that happened: as a whole, and of the items of its lists one by one."""

from collections.abc import Iterator, Sequence

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.words import LIGHT, PREPOSITIONS
from nkfacts.english import stem
from nkfacts.hints import NamedTuple
from nkfacts.query.base import Base
from nkfacts.text import fold
from nkfacts.verifying import claims
from nkfacts.verifying.as_written import ReadAsWritten
from nkfacts.verifying.claims import Finding
from nkfacts.verifying.dated import dated_deeds
from nkfacts.verifying.deeds import Core, cores_of
from nkfacts.verifying.firsts import first_in
from nkfacts.verifying.happenings import Happenings
from nkfacts.verifying.helpers import is_told_as_done
from nkfacts.verifying.lists import Item, items_of, places_of
from nkfacts.verifying.passages import Passage, Row
from nkfacts.verifying.pieces import as_clause
from nkfacts.verifying.stances import Happening
from nkfacts.verifying.unsaid import as_unsaid, is_refused, unsaid_at
from nkfacts.verifying.wording import NOT, TO_COME

Event = tuple[Row, str, Finding]
"""The words that tell something that happened, what they were read as, and what the base says to it."""


class _Judged(NamedTuple):
    """A deed with what the base says to it; None for nothing."""

    core: Core
    finding: Finding | None

    @property
    def is_said(self) -> bool:
        """Whether it was said so."""
        return self.finding is not None and self.finding.verdict == claims.SAID


class Events:
    """Holds what sentences say that happened against facts.

    Args:
        base: the base.
        lexicon: its names and words, each as it is written.
        today: the day from which times count.
    """

    def __init__(self, base: Base, lexicon: ReadAsWritten, today: str) -> None:
        self._lexicon, self._today = lexicon, today
        self._happenings = Happenings(base, lexicon, Fitting(lexicon))

    def of(self, passage: Passage, question: Question, *, counted: bool) -> Iterator[Event]:
        """Yield what a sentence says that happened: the rest of it as a whole, and the items of its lists.

        Args:
            passage: the sentence.
            question: it, as ``ask`` reads it.
            counted: whether its numbers are claims, and only its lists tell more.
        """
        lists = items_of(passage, question)
        if counted and not lists:
            return
        judged = self._judged(cores_of(question, self._lexicon), passage, [(0, len(passage.words))], question)
        listed: list[Event] = []
        deeds: set[str] = set()
        for items in lists:
            found = [self._item(passage, item, judged) for item in items]
            if any(deed for _, deed in found):
                listed += [event for event, _ in found]
                deeds.update(deed for _, deed in found)
        if not counted:
            whole = [each for each in judged if each.core.deed.text not in deeds]
            yield from self._as_a_whole(passage, whole, is_all=not listed)
            yield from _dated_otherwise(passage, question, judged)
        yield from listed

    def _as_a_whole(self, passage: Passage, judged: Sequence[_Judged], *, is_all: bool) -> Iterator[Event]:
        """Yield the deeds of a sentence that were said so, and the first of the others."""
        so: dict[str, _Judged] = {}
        for each in judged:
            if each.is_said and each.finding is not None and each.finding.fact is not None:
                so.setdefault(each.finding.fact.id, each)
        yield from ((_row(core, passage), core.text, finding) for core, finding in so.values() if finding is not None)
        first = judged[0] if judged else None
        if first is not None and first.finding is not None and not first.is_said:
            yield _row(first.core, passage), first.core.text, first.finding
        elif is_all and not so and _is_dated(passage):
            nothing = Finding(claims.ABSENT, reason="nothing of that")
            unread = Finding(claims.UNREAD, reason="it is not clear what happened then")
            row = (0, len(passage.words))
            yield (row, first.core.text, nothing) if first is not None else (row, "", unread)

    def _item(self, passage: Passage, item: Item, whole: Sequence[_Judged]) -> tuple[Event, str]:
        """Return what is found of an item of a list, and the deed that is told of it; empty where that is not clear."""
        words, own = _folded(passage, [item.row]), frozenset(_folded(passage, item.rows[1:-1]))
        question = as_clause(passage, item.rows, self._lexicon, self._today)
        told = self._judged(_cores_with(question, own, self._lexicon), passage, item.rows, question)
        told += [each for each in whole if each.is_said and _holds(each.core, own, question)]
        unknown = [word for word in words if word not in LIGHT and not self._lexicon.has(word)]
        best = next((each for each in told if each.is_said), None) or next(iter(told), None)
        if best is None:
            reason = f"nothing is known of “{' '.join(unknown)}”" if unknown else "it is not clear what is told of it"
            return (item.row, "", Finding(claims.ABSENT if unknown else claims.UNREAD, reason=reason)), ""
        finding = best.finding or Finding(claims.ABSENT, reason=f"nothing of that: “{best.core.words}”")
        return (item.row, best.core.text, finding), best.core.deed.text

    def _judged(
        self, cores: Sequence[Core], passage: Passage, rows: Sequence[Row], question: Question
    ) -> list[_Judged]:
        folded = {word for row in rows for word in passage.folded(row)}
        told = Happening(
            passage.sources,
            passage.moments,
            ahead=passage.is_ahead,
            only_ahead=not folded.isdisjoint(TO_COME),
            negated=not folded.isdisjoint(NOT),
            words=frozenset(map(stem, folded)),
        )
        if passage.is_said_by_nobody:
            return [_Judged(core, None) for core in cores]
        dated = dated_deeds(passage, question)
        found = []
        for core in cores:
            moments = dated.get(_place(core, passage), passage.moments)
            first = first_in(passage.words, core.deed.text)
            place = _place(core, passage)
            negated = told.negated or is_refused(passage.words, place)
            ahead = told.ahead and not is_told_as_done(core.deed, core.question.tokens)
            told_so = told._replace(first=first, moments=moments, negated=negated, ahead=ahead)
            unsaid = unsaid_at(place, passage.words)
            if unsaid is not None:
                said = range(unsaid.begin, unsaid.first)
                negated = any(word.folded in NOT for p, word in enumerate(passage.words) if p not in said)
                told_so = told_so._replace(negated=negated, unsaid=True)
            finding = self._happenings.judge(core, told_so)
            if unsaid is not None and finding is not None:
                finding = as_unsaid(finding, unsaid, named=bool(told.sources.named))
            found.append(_Judged(core, finding))
        return found


def _folded(passage: Passage, rows: Sequence[Row]) -> list[str]:
    return [part for row in rows for word in passage.words[slice(*row)] for part in fold(word.typed).split()]


def _cores_with(question: Question, words: frozenset[str], lexicon: Lexicon) -> list[Core]:
    """Return the deeds of a sentence that are told of some words of it, and have two things."""

    def is_own(mention: Mention) -> bool:
        return words.issuperset(mention.text.split())

    return [core for core in cores_of(question, lexicon, is_own) if core.is_whole and not is_own(core.deed)]


def _holds(core: Core, words: frozenset[str], question: Question) -> bool:
    """Say whether a deed is told of all the things that some words of a sentence name."""
    own = {m.text for m in question.mentions if words.issuperset(m.text.split())}
    return bool(own) and own <= {m.text for m in core.question.mentions}


def _dated_otherwise(passage: Passage, question: Question, judged: Sequence[_Judged]) -> Iterator[Event]:
    """Yield of several deeds with a time of their own those that were not said so, and are not yet told of."""
    by_place = {_place(each.core, passage): each for each in reversed(judged)}
    for place, moments in dated_deeds(passage, question).items():
        each = by_place.get(place)
        row = (min(place, moments[0].first), max(place, moments[-1].last)) if moments else (0, 0)
        if not moments or (each is not None and each.is_said):
            continue
        if each is not None and each.finding is not None:
            if each is not judged[0]:
                yield row, each.core.text, each.finding
        elif any(other.is_said for other in judged):
            yield row, "", Finding(claims.UNREAD, reason="it is not clear what happened then")


def _place(core: Core, passage: Passage) -> int:
    """Return the place of the word for a deed in its sentence."""
    return places_of(core.question, passage.words)[core.deed.start]


def _row(core: Core, passage: Passage) -> Row:
    """Return the words of a sentence from the first to the last that tell a deed."""
    places = places_of(core.question, passage.words)
    mentions = core.question.mentions
    return places[min(m.start for m in mentions)], places[max(m.end for m in mentions) - 1] + 1


def _is_dated(passage: Passage) -> bool:
    """Say whether a sentence names a day, month or year in which something happened, and is none itself."""
    return any(not m.floating and passage.words[m.first].folded in PREPOSITIONS for m in passage.moments)
