"""The gate for facts: whether one bears out each word of a question.

Every word of substance must be borne out by a slot of the fact's frames, or stand in its text;
what contradicts a slot is told: a nation in the other role, another population, unit, rate
or place. What is merely unsaid is lacking, and contradicts nothing.
"""

from collections.abc import Sequence

from nkfacts.ask.gate.candidates import Candidate, in_own_text, in_text, with_words
from nkfacts.ask.gate.claiming import Claiming
from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.figure_gate import NEEDS, FigureGate
from nkfacts.ask.gate.quantities import number_borne
from nkfacts.ask.gate.slots import ANOTHER, CONTRADICTION, NOT_SO, NOT_YET, PLACED, POPULATION, UNDONE
from nkfacts.ask.gate.texts import stemmed
from nkfacts.ask.gate.verdict import Tally, Verdict
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.matter import WISHED
from nkfacts.ask.terms.views import NOTHING, View, views_kept
from nkfacts.ask.understanding.question import SPEAKER, Mention, Question
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.ask.understanding.words import CONFIRMING, DENYING
from nkfacts.english import stem
from nkfacts.model.records import Fact
from nkfacts.query.base import Base

_DOING = ("subject", "object", "patient", "by")
_TELLING = (*PLACED, "subject", "by")
"""Roles in which a name has to stand in a slot: its word in the text does not tell who did what, or where."""

_STRICT = ("when", "yes-no", "how-many")
"""Kinds of question whose verb has to be what the fact tells."""


class FactGate:
    """Judges facts for one question.

    Args:
        question: the question.
        lexicon: the names and words of the base.
        demands: what the question demands.
        figures: the gate for the figures of the facts.
    """

    def __init__(self, question: Question, lexicon: Lexicon, demands: Demands, figures: FigureGate) -> None:
        self._question, self._demands, self._figures = question, demands, figures
        self._slots, self._fitting = demands.slots, demands.slots.fitting
        self._claiming = Claiming(question, self._fitting)
        self._candidates: dict[str, Candidate] = lexicon.kept("words of record")
        self._bearing: dict[int, tuple[Mention, dict[str, bool]]] = {}
        self._lexicon = lexicon
        self._weighed = [
            (mention, weight, mention.kind in ("light", "count") or demands.is_subject(mention))
            for mention, weight in demands.weighed
        ]

    def judge(self, candidate: Candidate) -> Verdict:
        """Judge a fact by the frame that fits best, or where it has none by its figure and words."""
        counts = candidate.figure.counts if candidate.figure is not None else None
        views = views_kept(candidate.fact, self._lexicon)
        if candidate.figure is not None and counts is not None:
            views = (*views, self._figures.view(candidate.figure))
        verdict = self._by_the_best(self._tallied(candidate, views or (NOTHING,)))
        if candidate.figure is not None and counts is not None:
            of_figure = self._figures.judge(candidate.figure).against
            # What is against a figure may be otherwise in one fact of it, by frames of its own.
            against = tuple(
                (reason, mention)
                for reason, mention in of_figure
                if reason not in (ANOTHER, POPULATION, NEEDS)
                or (mention is not None and self._figures.names_a_part(mention, counts))
            )
            verdict = verdict._replace(against=(*verdict.against, *against))
        return verdict

    def _done_just(self, view: View) -> int:
        """Return how many deeds of a question who did it are just what a frame tells: that names who is meant."""
        if self._question.kind != "who":
            return 0
        meanings = (meaning for mention in self._question.mentions for meaning in mention.meanings)
        return sum(meaning.part == "actions" and meaning.id in view.actions for meaning in meanings)

    def _tallied(self, candidate: Candidate, views: Sequence[View]) -> list[tuple[Tally, View]]:
        """Return how much of the question each of the frames of a fact bears out."""
        found = [(Tally(), view) for view in views]
        for mention, weight, may_lack in self._weighed:
            for (tally, _), borne in zip(found, self._borne(mention, candidate, views), strict=True):
                if borne.startswith(CONTRADICTION):
                    tally.contradict(mention, weight, borne)
                elif borne:
                    tally.bear(mention, weight, borne)
                elif not (may_lack or self._demands.is_alternative(mention, tally.borne)):
                    tally.lack(mention, weight)
        return found

    def _by_the_best(self, tallied: Sequence[tuple[Tally, View]]) -> Verdict:
        """Return the verdict by the frame that fits best, the first of several."""
        best, view = tallied[0]
        if len(tallied) > 1:
            best, view = min(
                tallied,
                key=lambda each: (len(each[0].against), -each[0].score, -self._done_just(each[1])),
            )
        return best.verdict(view)

    def _borne(self, mention: Mention, candidate: Candidate, views: Sequence[View]) -> Sequence[str]:
        """Return by what a mention is borne out in each frame; with an exclamation mark for a contradiction."""
        same = self._in_any_frame(mention, candidate)
        if same is not None:
            return (same,) * len(views)
        deciding = self._deciding(mention, views)
        found = self._in_frames(mention, views, deciding)
        if all(found):
            return found
        undone = [] if any(found) else [view for view in views if self._slots.undoes(mention, view.actions)]
        if undone:
            # They have stopped is what says that they do not.
            return ["did" if view.negated and view in undone else UNDONE for view in views]
        if self._is_done_to_otherwise(mention, views, deciding):
            return [each or NOT_YET for each in found]
        decided = bool(deciding)
        beside = self._in_record(mention, candidate.fact, decided=decided) or _in_words(mention, candidate)
        if beside == "words" and not self._may_stand_in_text(mention, candidate, decided=decided):
            return found
        return [each or beside for each in found]

    def _in_any_frame(self, mention: Mention, candidate: Candidate) -> str | None:
        """Return by what a mention is borne out whatever the frames say, empty for nothing; None where they decide."""
        if mention.kind in ("number", "count"):
            return number_borne(mention, candidate)
        if mention.text in DENYING and candidate.fact.status == "denied":
            return "did"
        if mention.kind == "word":
            return _in_words(mention, candidate)
        if mention.claims or self._claiming.says_beforehand(mention, candidate.fact):
            return self._claiming.claimant(mention, candidate.fact)
        if mention.role == SPEAKER and (claimant := self._claiming.claimant(mention, candidate.fact)):
            return claimant
        if mention.kind == "figure":
            figure = candidate.figure.id if candidate.figure else ""
            is_it = any(m.id == figure for m in mention.meanings)
            return "figure" if is_it else _in_words(mention, candidate)
        if mention.text in CONFIRMING and candidate.fact.status in ("acknowledged", "confirmed"):
            return "did"
        return None

    def _deciding(self, mention: Mention, views: Sequence[View]) -> list[View]:
        """Return the frames that decide which slot a mention fills: of several those that do just what its verb says.

        Who delivered is not told by who paid, though to pay is to deliver something.
        """
        if not mention.role:
            return []
        deciding = [each for each in views if self._slots.allowed(mention, each) is not None]
        doing = mention.role in _DOING or self._slots.is_bound(mention)
        just = [each for each in deciding if self._slots.does_just(mention, each)] if doing else []
        return just or deciding

    def _in_frames(self, mention: Mention, views: Sequence[View], deciding: Sequence[View]) -> Sequence[str]:
        """Return by what of the frames a mention is borne out, each of them being judged first: did, or a slot."""
        done = [self._is_done(mention, each) for each in views]
        if all(done):
            return ("did",) * len(views)
        told = [
            (each, found)
            for each, is_done in zip(views, done, strict=True)
            if (not deciding or each in deciding) and (found := "did" if is_done else self._slots.filled(mention, each))
        ]
        doing = mention.role in _DOING
        return [
            "did" if is_done else _first_told(view, told, doing=doing)
            for view, is_done in zip(views, done, strict=True)
        ]

    def _is_done(self, mention: Mention, view: View) -> bool:
        if mention.verb >= 0 or not self._slots.is_told_by(mention, view.actions):
            return False
        return mention.nation is None or self._fitting.has_nation(mention.nation, view.slots)

    def _in_record(self, mention: Mention, fact: Fact, *, decided: bool) -> str:
        """Return by what beside the frames a mention is borne out: who claims or relays it, or what it is about."""
        acts = (mention.role in _DOING and decided) or (self._question.kind == "yes-no" and mention.role != SPEAKER)
        told_of = mention.role == "of" and self._fitting.is_nation(mention)
        claimant = "" if mention.role in PLACED or acts or told_of else self._claiming.claimant(mention, fact)
        if mention.role == "in" and "saying" in self._question.flags and self._claiming.is_where_said(mention, fact):
            return "by"
        if claimant or (decided and mention.role in _DOING and mention.kind == "name"):
            return claimant
        return "about" if self._fitting.fits_any(mention, _named(fact)) else ""

    def _is_done_to_otherwise(self, mention: Mention, views: Sequence[View], deciding: Sequence[View]) -> bool:
        """Say whether only another frame has what it is asked to be done to: what was asked for was not yet given."""
        if not deciding or self._question.kind != "yes-no" or mention.role not in ("object", "patient"):
            return False
        others = (view for view in views if view not in deciding and (view.is_unsure or view.actions & WISHED))
        return any(self._fitting.slots(mention, view.slots) for view in others)

    def _may_stand_in_text(self, mention: Mention, candidate: Candidate, *, decided: bool) -> bool:
        """Say whether it is enough that the text has a mention: not where that tells who, where or what is done."""
        fitting, question, role = self._fitting, self._question, mention.role
        if mention.kind == "thing" and not _stands_together(mention, candidate.fact):
            return False
        done_to = mention.kind == "thing" and role in ("object", "patient")
        if done_to and question.kind == "yes-no" and not _is_said(mention, candidate.fact):
            # What may be asked of a fact is not all that it tells.
            return False
        if fitting.is_population(mention) and (mention.nation is not None or not in_own_text(mention, candidate.words)):
            return False
        if fitting.is_nation(mention) and role:
            return False
        if mention.kind == "name":
            acted_on = decided and role in ("object", "patient")
            return not (question.kind == "yes-no" or role in _TELLING or acted_on)
        return not (mention.kind == "action" and question.kind in _STRICT and is_verb(mention, question.tokens))

    def bearing(self, facts: Sequence[Fact], mention: Mention, base: Base) -> list[Fact]:
        """Return those facts of a figure that bear out what it does not: a claimant, number, place or word."""
        # The same facts are asked for with others again; with the mention, so that no other gets its identity.
        _, known = self._bearing.setdefault(id(mention), (mention, {}))
        for fact in facts:
            if fact.id not in known:
                known[fact.id] = self._bears(mention, fact, base)
        return [fact for fact in facts if known[fact.id]]

    def _bears(self, mention: Mention, fact: Fact, base: Base) -> bool:
        if mention.claims:
            return bool(self._claiming.claimant(mention, fact))
        if mention.kind == "action" and is_verb(mention, self._question.tokens):
            return False
        if mention.kind in ("number", "count"):
            # Whether 6,000 died is not told by who counted 2,000 of the 6,000 as dead.
            enough = ("value",) if self._question.kind == "yes-no" else ("value", "words")
            return number_borne(mention, self._with_words(fact, base)) in enough
        if mention.kind == "word":
            return in_text(mention, self._with_words(fact, base).words)
        named = self._fitting.fits_any(mention, _named(fact))
        may_stand_in_text = mention.nation is None and not self._fitting.is_nation(mention)
        if mention.kind == "name" and mention.role in PLACED and self._question.kind == "yes-no":
            # At Kyiv is nothing that Kyiv's people said.
            return named or (may_stand_in_text and _is_said(mention, fact))
        if named or self._claiming.claimant(mention, fact):
            return True
        return may_stand_in_text and in_own_text(mention, self._with_words(fact, base).words)

    def _with_words(self, fact: Fact, base: Base) -> Candidate:
        if fact.id not in self._candidates:
            self._candidates[fact.id] = with_words(fact, base)
        return self._candidates[fact.id]


def _first_told(view: View, told: Sequence[tuple[View, str]], *, doing: bool) -> str:
    """Return what is told first by a frame and those beside it, which all tell something; a contradiction last."""
    against = ""
    for each, found in sorted(told, key=lambda item: item[0] is not view) if len(told) > 1 else told:
        if doing and found != "did" and each.negated != view.negated:
            # Who did not do it is named by the frame that says so.
            against = NOT_SO
        elif found.startswith(CONTRADICTION):
            against = found
        else:
            return found
    return against


def _in_words(mention: Mention, candidate: Candidate) -> str:
    return "words" if in_text(mention, candidate.words) else ""


def _stands_together(mention: Mention, fact: Fact) -> bool:
    """Say whether all words of a mention stand beside each other in what a fact says, or in a question for it."""
    words = mention.text.split()
    if len(words) < 2:
        return True
    wanted = stemmed(mention.text)
    return any(wanted in stemmed(text) for text in (fact.statement, fact.title or "", *fact.asked))


def _is_said(mention: Mention, fact: Fact) -> bool:
    """Say whether a fact itself says the noun of a mention, and not only a question for it."""
    said = frozenset(stemmed(f"{fact.statement} {fact.title or ''}").split())
    return stem(mention.text.split()[-1]) in said


def _named(fact: Fact) -> tuple[str, ...]:
    return (*fact.about, fact.place) if fact.place else fact.about
