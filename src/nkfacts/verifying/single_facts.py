"""A number that one fact tells, where no figure counts it in the words of the text: 220 wounded in a hospital."""

from collections.abc import Iterator

from nkfacts.ask.gate.candidates import with_words
from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.fact_gate import FactGate
from nkfacts.ask.gate.figure_gate import FigureGate
from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.gate.slots import ANOTHER, AT
from nkfacts.ask.gate.verdict import Verdict
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Mention
from nkfacts.model.meaning import SLOTS, quantity_and_id
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.text import fold
from nkfacts.verifying import claims
from nkfacts.verifying.amounts import Amount
from nkfacts.verifying.claims import Finding
from nkfacts.verifying.contents import has_other_contents
from nkfacts.verifying.directions import is_turned_round
from nkfacts.verifying.figures import Figures
from nkfacts.verifying.narrowing import lacking
from nkfacts.verifying.numbers import ANOTHER_NUMBER, Numbers, Said
from nkfacts.verifying.parties import has_unknown_parties
from nkfacts.verifying.pieces import Piece
from nkfacts.verifying.places import is_of_part_of_the_place
from nkfacts.verifying.weighing import is_same


class SingleFacts:
    """Holds numbers against facts one by one.

    Args:
        base: the base.
        figures: its figures.
        numbers: what holds numbers against the facts of figures.
        lexicon: its names and words.
    """

    def __init__(self, base: Base, figures: Figures, numbers: Numbers, lexicon: Lexicon) -> None:
        self._base, self._figures, self._numbers, self._lexicon = base, figures, numbers, lexicon
        self._fitting = Fitting(lexicon)
        self._by_number: dict[float, list[Fact]] = lexicon.kept("verifying").setdefault("by number", {})

    def judge(self, said: Said, piece: Piece) -> Finding | None:
        """Return that a number was said so, by one fact that bears out the whole piece; None where none does.

        Only where the text says who says it, or when, and the fact agrees; or names the place that the fact does.
        """
        if said.amount.unit or said.of_all:
            return None
        pinned = said.sources.named or any(moment.bounded for moment in said.moments)
        found = []
        for fact in self._of(said):
            there = any(_is_placed(mention, fact) for mention in piece.question.mentions)
            if there or (pinned and self._numbers.is_whole(said, fact)):
                found.append(fact)
        firm = [
            fact for fact in found
            if self._tells(piece, fact) and self._is_done(said, piece, fact)
            and self._is_of_just_those(said, piece, fact)
        ]  # fmt: skip
        firm = [fact for fact in firm if not lacking(fact, said.narrowed)]
        return self._numbers.so_said(said, self._numbers.best(firm, said.amount)) if firm else None

    def another(self, said: Said, piece: Piece) -> Finding | None:
        """Return that who is named told another number then of just the part that is counted; None where of none."""
        if said.amount.unit or piece.counted is None or not said.sources.named:
            return None
        counted, numbers = piece.counted, self._numbers
        found = [
            fact for fact in self._base.facts()
            if fact.scope == "part" and fact.lowest is not None and self._figures.is_named_part([counted], fact)
            and numbers.is_by(said, fact) and numbers.is_then(said, fact) and numbers.is_as_firm(said, fact)
            and self._tells(piece, fact)
        ]  # fmt: skip
        return Finding(claims.OTHERWISE, numbers.best(found, said.amount), reason=ANOTHER_NUMBER) if found else None

    def near(self, said: Said, piece: Piece) -> Finding | None:
        """Return that so many of what is counted are told of by a fact, but not just so; None where by none."""
        if said.amount.unit or piece.counted is None:
            return None
        found = [fact for fact in self._of(said) if self._counts_those(piece, fact)]
        if not found:
            return None
        reason = f"so many “{piece.typed(piece.counted)}” are told of, but not just so"
        return Finding(claims.UNREAD, self._numbers.best(found, said.amount), reason=reason)

    def _tells(self, piece: Piece, fact: Fact) -> bool:
        """Say whether a fact by itself bears out all of a piece that decides what its number is.

        It is for what no figure counts in those words, as the special forces of a first shipment.
        """
        if piece.counted is None or (piece.deed is not None and has_unknown_parties(piece.question, piece.deed)):
            return False
        placed = [m for m in piece.question.mentions if _is_placed(m, fact)]
        if piece.deed is None and not placed:
            return False
        figure = self._figures.figure_of(fact)
        if figure is not None and self._figures.is_of_another_state(piece, figure):
            return False
        verdict = self._verdict(piece, fact)
        borne = dict(verdict.slots)
        # A fact of one regiment of sappers tells of sappers, though its figure counts soldiers.
        part = piece.counted if self._figures.is_named_part([piece.counted], fact) else None
        against = [each for each in verdict.against if each[0] != ANOTHER or each[1] is not part]
        counts = figure.counts if figure is not None else None
        if counts is not None and (
            has_other_contents(piece, counts, borne) or is_of_part_of_the_place(piece, counts, self._fitting)
        ):
            return False
        done = piece.deed or piece.counted
        told = set(figure.counts.did) if figure is not None and figure.counts is not None else set()
        told |= {action for frame in fact.events for action in self._lexicon.isa(frame.did)}
        return (
            not against
            and not is_turned_round(piece.question, verdict.view, self._lexicon)
            and borne.get(done.text) == "did"
            and bool({m.id for m in done.meanings if m.part == "actions"} & told)
            and all(
                m.text in borne or m.claims or m.kind in ("number", "count", "light") or m in placed or m is part
                or not self._figures.decides(m, piece)
                for m in piece.question.mentions
            )
        )  # fmt: skip

    def _counts_those(self, piece: Piece, fact: Fact) -> bool:
        """Say whether a fact is of a figure that counts what a piece does, and nothing of the piece is against it."""
        figure = self._figures.figure_of(fact)
        if figure is None or figure.counts is None or piece.counted is None:
            return False
        own = {m.id for m in piece.counted.meanings}
        if self._figures.is_of_another_state(piece, figure):
            return False
        if own.isdisjoint(figure.counts.of) or ("did" in figure.counts.needs and own.isdisjoint(figure.counts.did)):
            return False
        verdict = self._verdict(piece, fact)
        return not verdict.against and piece.counted.text in dict(verdict.slots)

    def _verdict(self, piece: Piece, fact: Fact) -> Verdict:
        question = piece.question._replace(kind="what")
        demands = Demands(question, self._lexicon)
        gate = FactGate(question, self._lexicon, demands, FigureGate(question, self._lexicon, demands))
        return gate.judge(with_words(fact, self._base)._replace(figure=self._figures.figure_of(fact)))

    def _of(self, said: Said) -> list[Fact]:
        """Return the facts that tell a number, by who is named and then, of what was done or is to come."""
        numbers = self._numbers
        return [
            fact for fact in self._with_number(said.amount)
            if numbers.is_by(said, fact) and numbers.is_then(said, fact) and numbers.is_as_firm(said, fact)
        ]  # fmt: skip

    def _is_done(self, said: Said, piece: Piece, fact: Fact) -> bool:
        """Say whether a fact with frames of a deed tells that it was done, or is to be where the text tells that."""
        done = {m.id for m in piece.deed.meanings if m.part == "actions"} if piece.deed is not None else set()
        frames = [frame for frame in fact.events if done & self._lexicon.isa(frame.did)]
        return not frames or any(not getattr(frame, "not") and (said.ahead or not frame.planned) for frame in frames)

    def _is_of_just_those(self, said: Said, piece: Piece, fact: Fact) -> bool:
        """Say whether so many in a frame are of what is counted, and not of a kind of it: nine sappers."""
        if piece.counted is None or self._figures.is_named_part(said.mentions, fact):
            return True
        if fact.lowest is not None:
            return self._figures.counts_kind(piece, fact)
        counted = {kind for m in piece.counted.meanings for kind in self._lexicon.isa(m.id)}
        return any(id_ in counted for number, id_ in _quantities(fact) if number == said.amount.low)

    def _with_number(self, amount: Amount) -> list[Fact]:
        """Return the facts that tell a number, as their value or in a frame."""
        if not self._by_number:
            for fact in self._base.facts():
                if fact.is_deprecated or fact.status == "denied":
                    continue
                for number in {
                    float(n) for n in (fact.value, fact.low, fact.high, *dict(_quantities(fact))) if n is not None
                }:
                    self._by_number.setdefault(number, []).append(fact)
        if amount.low is None or amount.low != amount.high:
            return []
        found = self._by_number.get(amount.low, [])
        return [fact for fact in found if fact.lowest is None or is_same(amount, fact)]


def _quantities(fact: Fact) -> Iterator[tuple[float, str]]:
    """Yield the numbers that the frames of a fact have, each with that of which there are so many."""
    for frame in fact.events:
        for slot in SLOTS:
            for filler in frame.fillers(slot):
                quantity, id_ = quantity_and_id(filler)
                if quantity is not None:
                    yield float(quantity), id_


def _is_placed(mention: Mention, fact: Fact) -> bool:
    """Say whether a fact without frames places what it tells where a mention does, be it by its words: near Moscow."""
    if mention.kind != "name" or mention.role not in AT or mention.claims or fact.events:
        return False
    meant = any(m.id == fact.place for m in mention.meanings)
    return meant or f" {mention.role} {mention.text} " in f" {fold(fact.statement)} "
