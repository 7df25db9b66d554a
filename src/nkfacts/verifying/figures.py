"""Which figures a number of a text can be a value of: those that the gate of ``ask`` lets through, judged strictly."""

from collections.abc import Mapping, Sequence

from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.figure_gate import FigureGate
from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.gate.verdict import Verdict
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Mention
from nkfacts.english import stem
from nkfacts.model.meaning import Counts
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.verifying.contents import has_other_contents
from nkfacts.verifying.counting import is_meant, is_measured, names_of, says_what_became
from nkfacts.verifying.directions import is_turned_round
from nkfacts.verifying.fits import DEED, Fit
from nkfacts.verifying.parties import has_unknown_parties
from nkfacts.verifying.paying import is_paid_otherwise
from nkfacts.verifying.pieces import Piece
from nkfacts.verifying.places import is_of_part_of_the_place
from nkfacts.verifying.shares import is_of_another_whole
from nkfacts.verifying.standing import beside_present, how_surely_there, is_left_there, is_of_another_state

_COUNTED_BY = ("of", "figure", "did", "names")
"""By what of a figure that which a number counts is borne out."""

_DONE_BY = ("did", "of")
"""By what the word for a deed is borne out: the wounded are counted, and were wounded."""

_ROLES = ("subject", "object", "patient", "by", "to", "from", "in", "at", "near", "into", "against", "with")
"""Roles in which a name tells who did something, to whom or where."""

NOBODY = frozenset(("",))
"""What is counted where no figure counts it."""


class Figures:
    """The figures of a base, each read once.

    Args:
        base: the base.
        lexicon: its names and words.
    """

    def __init__(self, base: Base, lexicon: Lexicon) -> None:
        self._base, self._lexicon = base, lexicon
        self._fitting = Fitting(lexicon)
        kept = lexicon.kept("figures")
        if not kept:
            kept["all"] = every = {each.record.id: each.record for each in base.figures()}
            kept["names"] = {id_: names_of(figure) for id_, figure in every.items()}
            kept["beside"] = beside_present(list(every.values()))
        self._all: dict[str, Figure] = kept["all"]
        self._names: dict[str, frozenset[str]] = kept["names"]
        self._beside = kept["beside"]
        self._facts: dict[str, list[Fact]] = lexicon.kept("facts of figures")
        counted = (filler for each in self._all.values() if each.main and each.counts for filler in each.counts.of)
        self._own = {self._fitting.nation_of(filler) for filler in counted} - {None}

    def facts(self, figure: str) -> list[Fact]:
        """Return the facts of a figure that are no slips and no denials, the latest said first."""
        if figure not in self._facts:
            every = self._base.facts_of(figure)
            self._facts[figure] = [fact for fact in every if not fact.is_deprecated and fact.status != "denied"]
        return self._facts[figure]

    def is_running(self, fact: Fact) -> bool:
        """Say whether a fact is a total that only grows, and no part of one."""
        figure = self.figure_of(fact)
        return figure is not None and bool(figure.cumulative) and fact.scope != "part"

    def is_of_whole(self, fact: Fact) -> bool:
        """Say whether a fact is of a figure that counts up a whole, or is told in the overview."""
        figure = self.figure_of(fact)
        return figure is not None and bool(figure.cumulative or figure.main)

    def is_named_part(self, mentions: Sequence[Mention], fact: Fact) -> bool:
        """Say whether a text names whom a fact of a part is about, and not all who are counted: the regiment."""
        figure = self.figure_of(fact)
        every = figure.counts.of if figure is not None and figure.counts is not None else ()
        own = [m for m in mentions if not m.claims and not self._fitting.is_nation(m)]
        return any(self._fitting.fits_any(m, fact.about) and not self._fitting.fits_any(m, every) for m in own)

    def context_of(self, piece: Piece, fits: Sequence[Fit]) -> frozenset[str]:
        """Return what a piece counts, with all that it is a kind of; of another nation's people nothing."""
        if fits and fits[0].figure.counts is not None:
            return frozenset(fits[0].figure.counts.of)
        things = [m.id for m in piece.counted.meanings if m.part == "things"] if piece.counted is not None else []
        nations = {piece.counted.nation if piece.counted is not None else None}
        nations |= {self._lexicon.whose(thing) for thing in things}
        if (nations - {None}) - self._own:
            return NOBODY
        return frozenset(kind for thing in things for kind in self._lexicon.isa(thing))

    def figure_of(self, fact: Fact) -> Figure | None:
        """Return the figure of a fact; None for one of an event."""
        return self._all.get(fact.figure) if fact.figure else None

    def counts_kind(self, piece: Piece, fact: Fact) -> bool:
        """Say whether the figure of a fact is called by what a piece counts, counts that, or a kind of it."""
        figure, isa = self.figure_of(fact), self._lexicon.isa
        things = {m.id for m in piece.counted.meanings if m.part == "things"} if piece.counted is not None else set()
        if figure is None or figure.counts is None or not things or figure in self._near(piece):
            return True
        return any(thing in isa(of) or of in isa(thing) for thing in things for of in figure.counts.of)

    def label(self, figure: str) -> str:
        """Return the label of a figure."""
        return str(self._all[figure].label)

    def near(self, figure: Figure) -> tuple[list[Figure], list[Figure]]:
        """Return the figures that are easily taken for one, as the base says, and the others that count the same."""
        named = {*figure.near, figure.within or ""}
        near = [each for each in self._all.values() if each.id in named or figure.id in (*each.near, each.within)]
        own = set(figure.counts.of) if figure.counts is not None else set()
        others = (each for each in self._all.values() if each.counts is not None and own & set(each.counts.of))
        return near, [each for each in others if each not in near and each.id != figure.id]

    def is_of_another_state(self, piece: Piece, figure: Figure) -> bool:
        """Say whether a figure counts up what was done, where a piece tells what is so at a time."""
        return is_of_another_state(piece, figure, self._beside)

    def main_with(self, figure: Figure) -> list[Figure]:
        """Return the main figures that count the same as one, as the number of all of whom so many are a part."""
        own = figure.counts
        return [
            each for each in self._all.values()
            if each.main and each.counts is not None and own is not None and each.counts.state == "so-far"
            and set(each.counts.of) & set(own.of) and not set(each.counts.did) & set(own.did)
        ]  # fmt: skip

    def fitting(
        self, piece: Piece, context: frozenset[str], before: Figure | None = None, *, follows: bool = False
    ) -> tuple[list[Fit], bool]:
        """Return the figures that a piece can be about, the best first, and whether any was looked at closely.

        Args:
            piece: the piece.
            context: what was counted before, which is meant where a piece does not say what it counts.
            before: the figure of the number before; None where it has none.
            follows: whether that was in the same sentence, where the wounded are some of them.
        """
        question = piece.question
        gate = FigureGate(question, self._lexicon, Demands(question, self._lexicon))
        found = []
        near = self._near(piece)
        if self._has_another_context(near, context):
            context = frozenset()
        for figure in near:
            verdict = gate.judge(figure)
            if verdict.against:
                continue
            if figure.counts is None:
                # What it counts is only told by its names, and the gate lets it through where it is called by one.
                exact = 0 if self._lacks(piece, verdict) else DEED + 1
                found += [Fit(figure, exact, verdict.score)] if exact else []
                continue
            if is_of_another_whole(piece, figure.counts, before, self._lexicon):
                continue
            elliptic = piece.counted is None or (follows and bool(context) and says_what_became(piece.counted))
            if elliptic and not question.measure and not is_meant(figure, figure.counts, context):
                continue
            exact = self._exactness(piece, figure, figure.counts, verdict)
            if exact:
                found.append(Fit(figure, exact, verdict.score))
        return sorted(found, key=lambda fit: (-fit.exact, -fit.score)), bool(near)

    def _has_another_context(self, near: Sequence[Figure], context: frozenset[str]) -> bool:
        """Say whether things were counted before of which nothing is told here: behind shells, 400 were killed."""
        kinds = {kind for each in context for kind in self._lexicon.isa(each)}
        counted = {each for figure in near if figure.counts is not None for each in figure.counts.of}
        return context != NOBODY and "people" not in kinds and context.isdisjoint(counted)

    def _near(self, piece: Piece) -> list[Figure]:
        """Return the figures that count what a piece counts, or of which its deed is done."""
        if piece.counted is not None and piece.counted.kind != "action":
            things = [m.id for m in piece.counted.meanings if m.part in ("things", "entities")]
            named = [m.id for m in piece.counted.meanings if m.part == "figures"]
            counting = set(self._lexicon.figures_that_count(things)) if things else set()
            if piece.question.measure:
                counting |= {figure.id for figure in self._all.values() if is_measured(figure)}
            called = frozenset(map(stem, piece.counted.text.split()))
            return [
                figure for figure in self._all.values()
                if figure.id in counting
                or figure.id in named
                or called <= self._names[figure.id]
                or figure.counts is None
            ]  # fmt: skip
        deeds = {m.id for m in piece.deed.meanings if m.part == "actions"} if piece.deed is not None else set()
        isa = self._lexicon.isa
        return [
            figure for figure in self._all.values()
            if figure.counts is None or any(deeds & isa(did) for did in figure.counts.did)
        ]  # fmt: skip

    def _exactness(self, piece: Piece, figure: Figure, counts: Counts, verdict: Verdict) -> int:
        """Return how exactly a figure counts what a piece does; 0 where it does not surely."""
        borne = dict(verdict.slots)
        if (
            self._lacks(piece, verdict)
            or self._is_of_another_nation(piece, counts)
            or has_other_contents(piece, counts, borne)
            or is_paid_otherwise(piece.question, piece.deed, counts, borne, self._fitting)
            or is_of_another_state(piece, figure, self._beside)
            or is_left_there(piece, counts, borne, self._fitting)
            or is_of_part_of_the_place(piece, counts, self._fitting)
        ):
            return 0
        exact = 1
        if piece.counted is not None and piece.counted.kind != "action":
            if borne.get(piece.counted.text) == "did" and {m.id for m in piece.counted.meanings} & set(counts.did):
                # The dead, the wounded: who is counted says what was done.
                return DEED + 1
            exact = self._counts(piece.counted, figure, counts, borne)
        if exact and piece.deed is None and (surely := how_surely_there(piece, counts, borne, self._fitting)):
            return exact + 2 if surely == DEED else exact
        if not exact or piece.deed is None:
            return exact if exact > 1 and not counts.needs else 0
        done = {m.id for m in piece.deed.meanings if m.part == "actions"}
        if done & set(counts.did):
            return exact + 2 if borne.get(piece.deed.text) in _DONE_BY else 0
        if any(self._lexicon.isa(action) & set(counts.did) for action in done):
            # Who was lost was not always killed.
            return 0
        return exact if borne.get(piece.deed.text) == "did" and not self._is_done_by_others(piece, counts) else 0

    def _is_done_by_others(self, piece: Piece, counts: Counts) -> bool:
        """Say whether a nation does what is not just what a figure counts, whose people are another's.

        Who killed 600 North Koreans did not lose them.
        """
        own = {self._fitting.nation_of(filler) for filler in counts.of} - {None}
        doing = (m for m in piece.question.mentions if m.role == "subject" and self._fitting.is_nation(m))
        return bool(own) and any(own.isdisjoint(x.id for x in m.meanings) for m in doing)

    def _lacks(self, piece: Piece, verdict: Verdict) -> bool:
        """Say whether something of a piece that decides what its number is is not borne out."""
        if piece.deed is not None and has_unknown_parties(piece.question, piece.deed):
            return True
        if is_turned_round(piece.question, verdict.view, self._lexicon):
            return True
        borne = dict(verdict.slots)
        lacking = (m for m in piece.question.mentions if m.text not in borne and not m.claims)
        return any(m.kind not in ("number", "count", "light") and self.decides(m, piece) for m in lacking)

    def _counts(self, counted: Mention, figure: Figure, counts: Counts, borne: Mapping[str, str]) -> int:
        """Return 2 where a figure counts just what is counted, 1 where a wider word for it is used, 0 for neither."""
        if borne.get(counted.text) not in _COUNTED_BY:
            return 0
        if {m.id for m in counted.meanings} & {figure.id, *counts.of}:
            return 2
        return 1 if self._are_of_the_nation(counted, counts) else 0

    def _is_of_another_nation(self, piece: Piece, counts: Counts) -> bool:
        """Say whether another nation than those counted stands right before the noun for a deed: Russian losses."""
        own = {self._fitting.nation_of(filler) for filler in counts.of} - {None}
        for mention in filter(None, (piece.counted, piece.deed)):
            for other in piece.question.mentions:
                if other.end == mention.start and not piece.question.tokens[other.end - 1].stop:
                    country = self._lexicon.country(other.meanings)
                    if (
                        country is not None
                        and own
                        and country not in own
                        and mention.kind == "action"
                        and any(m.is_noun for m in mention.meanings)
                    ):
                        return True
        return False

    def _are_of_the_nation(self, counted: Mention, counts: Counts) -> bool:
        """Say whether a wider word, as North Koreans or people, is of the nation that a figure counts."""
        fitting = self._fitting
        own = {fitting.nation_of(filler) for filler in counts.of} - {None}
        named = {self._lexicon.country([m]) for m in counted.meanings} | {counted.nation}
        named |= {self._lexicon.whose(m.id) for m in counted.meanings if m.part == "things"}
        return bool(own & (named - {None}))

    def decides(self, mention: Mention, piece: Piece) -> bool:
        """Say whether a mention that a figure does not bear out makes the number one of something else."""
        fitting = self._fitting
        if mention is piece.counted or mention is piece.deed:
            return True
        if mention.kind == "word":
            token = piece.question.tokens[mention.start]
            return mention.start > 0 and token.typed[:1].isupper()
        if mention.kind == "name":
            if any(m.id in self._lexicon.subjects for m in mention.meanings):
                return False
            return mention.role in _ROLES or fitting.is_nation(mention)
        own_verb = (
            piece.deed is not None and mention.verb >= 0 and (piece.question.mentions[mention.verb] is piece.deed)
        )
        if not own_verb or mention.role not in ("subject", "object", "patient", "by"):
            return False
        return mention.role == "by" or fitting.is_population(mention)
