"""Reads the numbers of a text one after the other: what each counts, and what the base says to it."""

from collections.abc import Sequence

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.understanding.question import Question
from nkfacts.hints import NamedTuple
from nkfacts.model.records import Figure
from nkfacts.query.base import Base
from nkfacts.verifying import claims
from nkfacts.verifying.additions import with_additions
from nkfacts.verifying.amounts import MANY, Amount
from nkfacts.verifying.apart import as_cited
from nkfacts.verifying.as_written import ReadAsWritten
from nkfacts.verifying.claims import Finding
from nkfacts.verifying.elliptic import stands_alone
from nkfacts.verifying.elsewhere import NOT_THERE, for_nations, places_among
from nkfacts.verifying.figures import NOBODY, Figures
from nkfacts.verifying.fits import SURE, Fit, by_exactness, nearest
from nkfacts.verifying.helpers import is_told_as_done
from nkfacts.verifying.lists import rows_alone
from nkfacts.verifying.main_deed import as_lost, with_main_deed
from nkfacts.verifying.narrowing import Narrowed, as_narrowed
from nkfacts.verifying.neighbours import Neighbours
from nkfacts.verifying.numbers import PARTLY, Numbers, Said
from nkfacts.verifying.passages import SMALL, Passage, Row
from nkfacts.verifying.pieces import Piece, as_one_question, as_question, piece_of, without
from nkfacts.verifying.single_facts import SingleFacts
from nkfacts.verifying.sources import NOBODY as NO_SOURCES
from nkfacts.verifying.standing import (
    as_states,
    is_done_to_unknown,
    is_told_as_now,
    is_told_to_last,
    is_under_way,
)
from nkfacts.verifying.totals import times_of_doing, times_told
from nkfacts.verifying.unborne import unborne_of
from nkfacts.verifying.unsaid import as_unsaid, unsaid_at
from nkfacts.verifying.wording import OF_ALL, TO_COME

_SO = (claims.SAID, claims.OUTDATED)


class _Reading(NamedTuple):
    """A number as read by some words: which figures it can be a value of, whether any was looked at closely."""

    piece: Piece
    row: Row
    fits: list[Fit]
    looked: bool

    @property
    def is_done_to_it(self) -> bool:
        """Whether a word for what was done stands before what is counted."""
        deed, counted = self.piece.deed, self.piece.counted
        return deed is not None and counted is not None and deed.start < counted.start

    @property
    def is_sure(self) -> bool:
        """Whether no other words can tell it better."""
        return bool(self.fits) and self.fits[0].exact >= SURE


def _as_told(finding: Finding, passage: Passage, number: int, best: _Reading | None) -> Finding:
    """Return a finding as the whole sentence has it: said not to be so, or with something beside that no fact says."""
    unsaid = unsaid_at(passage.amounts[number].core, passage.words)
    if unsaid is not None:
        return as_unsaid(finding, unsaid, named=bool(passage.sources_of(number).named))
    if best is None or finding.verdict not in _SO:
        return finding
    if passage.is_denied(best.row):
        return Finding(claims.UNREAD, finding.fact, reason="the text says that it is not so; said is")
    unborne = unborne_of(passage, number, best.piece, finding)
    return Finding(claims.UNREAD, finding.fact, reason=f"nothing is said of {unborne}; said is") if unborne else finding


class NumberClaims:
    """Reads the numbers of one text; what was counted before is meant where a number does not say what it counts.

    Args:
        base: the base.
        lexicon: its names and words, each as it is written.
        today: the day from which times count.
    """

    def __init__(self, base: Base, lexicon: ReadAsWritten, today: str) -> None:
        self._lexicon, self._today = lexicon, today
        self._figures = Figures(base, lexicon)
        self._fitting = Fitting(lexicon)
        self._numbers = Numbers(base, self._figures, lexicon, today)
        self._neighbours = Neighbours(base, self._figures, self._numbers)
        self._single = SingleFacts(base, self._figures, self._numbers, lexicon)
        self._context: frozenset[str] = frozenset()
        self._before: frozenset[str] | None = None
        self._part: Figure | None = None

    def judge(self, passage: Passage, number: int) -> tuple[Finding, str] | None:
        """Return what the base says to a number, and the figure it is about; None where it claims nothing.

        Args:
            passage: the sentence.
            number: which of its numbers.
        """
        if passage.is_part(number - 1) and self._part is not None:
            return self._whole(passage, number, self._part)
        if number == 0 and self._before is not None:
            # What the base does not know is meant no further than its sentence.
            self._context, self._before = self._before, None
        read = self._readings(passage, number) if passage.tells(number) else []
        best = max(read, key=lambda reading: reading.fits[0].exact if reading.fits else 0, default=None)
        self._remember(best)
        finding, figure = None, ""
        if best is not None and best.fits:
            said_best, figure = self._said(passage, number, best), best.fits[0].figure.id
            finding = as_lost(self._by_figures(said_best, best.fits), best.piece)
            finding = as_cited(as_narrowed(finding, said_best.narrowed), said_best, passage.words, self._numbers)
        if finding is None or finding.verdict not in _SO:
            said = [(self._said(passage, number, each), each.piece) for each in read]
            finding = next(filter(None, (self._single.judge(*each) for each in said)), finding)
            if finding is None:
                tests = (self._single.another, self._single.near)
                found = (test(*each) for test in tests for each in said)
                finding = self._but_for_a_name(passage, number, read) or next(filter(None, found), None)
        if passage.is_in_passing(number) and (finding is None or finding.verdict not in _SO):
            if not self._is_claim(passage, number, read):
                return None
            alone = passage.sources == NO_SOURCES
            finding = finding and self._unclear(finding, is_sure=alone and best is not None and best.is_sure)
        finding = _as_told(finding or self._unread(read), passage, number, best)
        own = finding.fact if finding.neighbour is None else None
        about = own.figure if own is not None and own.figure else figure
        return finding, about

    def _is_claim(self, passage: Passage, number: int, read: Sequence[_Reading]) -> bool:
        """Say whether a small number that no fact tells claims something.

        It does of people, of what was counted before, and of what is not known where that was done to it of which
        figures count to whom: three spies were captured.
        """
        counted = read[0].piece.counted if read else None
        of_people = counted is not None and self._fitting.is_population(counted)
        to_unknown = bool(read) and read[0].looked and is_done_to_unknown(read[0].piece)
        told = of_people or to_unknown or self._is_of_those_before(passage, number)
        return passage.amounts[number].words != MANY and told

    def _unclear(self, finding: Finding, *, is_sure: bool) -> Finding:
        """Return that it is not clear what a small number is of, unless a part is said to be so many, or few in all."""
        few = finding.fact.highest if finding.fact is not None and finding.fact.scope != "part" else None
        is_total = is_sure and finding.verdict == claims.OTHERWISE and few is not None and few <= SMALL
        if finding.reason == PARTLY or is_total or finding.reason.startswith(NOT_THERE):
            return finding
        return Finding(claims.UNREAD, reason="it is not clear of whom so many are told")

    def _is_of_those_before(self, passage: Passage, number: int) -> bool:
        """Say whether a number is of what was counted before: three escaped."""
        amount = passage.amounts[number]
        counted = number > 0 or bool(self._context - NOBODY)
        return counted and stands_alone(passage.words, amount.first, amount.last)

    def _readings(self, passage: Passage, number: int) -> list[_Reading]:
        """Return a number as read by its words, from few to many, up to the first that are sure."""
        amount, found = passage.amounts[number], list[_Reading]()
        for rows in passage.readings(number):
            question = as_question(passage, rows, amount, self._lexicon, self._today)
            found.append(self._reading(question, amount, rows[-1], follows=number > 0))
            if found[-1].is_sure:
                return found
        alone = self._alone(passage, number)
        if alone is not None and alone.is_done_to_it:
            # What is done to a list is done to each of its items, and to none without it: sent workers and shells.
            found = [reading for reading in found if reading.piece.deed is not None]
        return found if alone is None else [*found, alone]

    def _alone(self, passage: Passage, number: int) -> _Reading | None:
        """Return a number of a list as read by the sentence with its item in place of the list; None outside of one."""
        whole = as_question(passage, [(0, len(passage.words))], None, self._lexicon, self._today)
        rows, amount = rows_alone(passage, whole, number), passage.amounts[number]
        if not rows:
            return None
        question = as_one_question(passage, rows, amount, self._lexicon, self._today)
        return self._reading(question, amount, rows[1], follows=False)

    def _reading(self, question: Question, amount: Amount, row: Row, *, follows: bool) -> _Reading:
        """Return a number as a question for it reads it; where it follows another, the wounded are some of those."""
        question = as_states(question, self._lexicon)
        main = with_main_deed(question)
        more = with_additions(main, piece_of(main, amount.unit), self._lexicon)
        for told in dict.fromkeys((more, main, question)):
            piece = piece_of(told, amount.unit)
            fits, looked = self._figures.fitting(piece, self._context, self._part, follows=follows)
            found = _Reading(piece, row, fits, looked)
            if found.is_sure:
                break
        return found

    def _remember(self, best: _Reading | None) -> None:
        """Keep what was counted, for the numbers behind."""
        self._part = best.fits[0].figure if best is not None and best.fits else None
        if best is not None and (best.fits or best.piece.counted is not None):
            self._context = self._figures.context_of(best.piece, best.fits)
        elif best is not None and best.piece.plain:
            self._before, self._context = self._context, NOBODY

    def _said(self, passage: Passage, number: int, reading: _Reading) -> Said:
        deed, tokens = reading.piece.deed, reading.piece.question.tokens
        is_done = deed is not None and is_told_as_done(deed, tokens)
        under_way = bool(reading.fits) and is_under_way(reading.piece, reading.fits[0].figure)
        return Said(
            passage.amounts[number],
            passage.sources_of(number),
            passage.times_of(number),
            ahead=(passage.is_ahead and not is_done) or reading.piece.is_tenseless or under_way,
            only_ahead=under_way or not passage.folded(passage.with_speaker(reading.row)).isdisjoint(TO_COME),
            places=reading.piece.named,
            mentions=reading.piece.question.mentions,
            told=times_told(passage, number),
            during=times_of_doing(passage, number, reading.piece),
            of_all=not passage.folded(passage.piece(number)).isdisjoint(OF_ALL),
            now=is_told_as_now(reading.piece),
            lasting=is_told_to_last(reading.piece),
            narrowed=Narrowed(reading.piece, passage, number, self._figures, self._lexicon),
        )

    def _by_figures(self, said: Said, fits: list[Fit]) -> Finding:
        """Return what the facts of the figures say that a number can be a value of, the nearest first."""
        finding = self._numbers.judge(said, nearest(fits))
        if finding is None or finding.verdict not in _SO:
            groups = by_exactness(fits) if said.sources.named or said.moments else by_exactness(fits)[:1]
            finding = next(filter(None, (self._numbers.said_by(said, each) for each in groups)), finding)
        if finding is not None and finding.verdict == claims.OTHERWISE and not fits[0].is_sure:
            finding = Finding(claims.UNREAD, reason="it is not clear what is counted")
        finding = finding or Finding(claims.ABSENT, reason="no number of that in the base")
        is_another = finding.verdict in (claims.OTHERWISE, claims.ABSENT) and fits[0].is_sure
        return self._neighbours.beside(finding, said, fits[0].figure) if is_another else finding

    def _but_for_a_name(self, passage: Passage, number: int, read: Sequence[_Reading]) -> Finding | None:
        """Return that so many are told of, but at another place, or of the nation of who did it; None where of none."""
        for each in read:
            question = each.piece.question
            by_nation = for_nations(question, self._fitting)
            for place in places_among(question.mentions, self._lexicon):
                for told in (question, by_nation):
                    finding = self._as_if(passage, number, each, without(told, place.__eq__))
                    if finding is not None and finding.reason.startswith(NOT_THERE):
                        return finding
            finding = self._as_if(passage, number, each, by_nation) if by_nation != question else None
            if finding is not None and finding.verdict in _SO:
                return Finding(claims.UNREAD, finding.fact, reason="it is not said who of the nation did it; said is")
        return None

    def _as_if(self, passage: Passage, number: int, each: _Reading, told: Question) -> Finding | None:
        """Return what figures say of a number, as if the text told something else of it; None where none counts it."""
        less = self._reading(told, passage.amounts[number], each.row, follows=number > 0)
        said = self._said(passage, number, less)._replace(mentions=each.piece.question.mentions)
        return self._by_figures(said, less.fits) if less.fits else None

    def _whole(self, passage: Passage, number: int, part: Figure) -> tuple[Finding, str]:
        """Return what is found of the number of all, where so many of them are told of: 600 of 15,000 died."""
        sources, moments = passage.sources, passage.times_of(number)
        said = Said(passage.amounts[number], sources, moments, ahead=False, only_ahead=False, places=frozenset())
        finding = self._numbers.said_by(said, self._figures.main_with(part))
        finding = finding or Finding(claims.UNREAD, reason="it is not clear of whom that is the number")
        return finding, (finding.fact.figure or "") if finding.fact is not None else ""

    def _unread(self, read: list[_Reading]) -> Finding:
        if not read:
            return Finding(claims.UNREAD, reason="one number of a table")
        piece = read[0].piece
        if piece.counted is not None and piece.counted.kind != "name":
            looked = any(reading.looked for reading in read)
            typed = piece.typed(piece.counted)
            how = f"no figure counts “{typed}” so" if looked else f"nothing counts “{typed}”"
            return Finding(claims.ABSENT, reason=how)
        if piece.plain and not self._lexicon.has(piece.plain):
            return Finding(claims.ABSENT, reason=f"nothing counts “{piece.plain}”")
        return Finding(claims.UNREAD, reason="it is not clear what is counted")
