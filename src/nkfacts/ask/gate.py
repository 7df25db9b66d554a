"""The gate: can this question be read as asking about this fact?

Every word of substance must be borne out by a slot of the fact's frames, or stand in its text;
what contradicts a slot rejects: a nation in the other role, another population, unit, rate,
place or time. What is merely unsaid does not reject.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nkfacts.ask import words as w
from nkfacts.ask.candidates import Candidate, own_words_of, stems, words_of
from nkfacts.ask.fits import Fitting
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Mention, Question
from nkfacts.ask.roles import is_verb
from nkfacts.english import stem
from nkfacts.model.meaning import SLOTS, Counts, Frame, quantity_and_id
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.text import fold

_AT = ("in", "at", "near", "on", "inside", "within", "around", "across", "along", "beside", "over", "outside", "close")
_TO = ("to", "into", "onto", "towards", "toward")
_PREPOSITIONS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_AT, ("where", "to", "what")),
    **dict.fromkeys(_TO, ("to", "whom", "where", "what")),
    "from": ("from", "who", "where"),
    "by": ("who", "means"),
    "with": ("with", "whom", "what", "means", "who"),
    "against": ("whom", "to", "what", "where"),
    "for": ("for", "whom", "to", "what", "as"),
    "as": ("as",),
    "via": ("means", "where", "from"),
    "through": ("means", "where", "to"),
}


_PLACED = (*_AT, *_TO, "from")


class View(NamedTuple):
    """A frame of a fact, or what a figure counts, as the gate sees it: actions, fillers by slot, and flags."""

    actions: frozenset[str]
    slots: dict[str, tuple[str, ...]]
    negated: bool = False
    open: bool = False
    planned: bool = False


class Verdict(NamedTuple):
    """How a question fits a candidate.

    Attributes:
        score: how much of the question is borne out, weighted.
        share: that as a share of all that it says.
        missing: words that are not borne out.
        against: what contradicts; empty where nothing does.
        view: the frame that fits best; None where the fact has none.
        slots: what bears out each mention: a slot, by, via, time or words.
    """

    score: float
    share: float
    missing: tuple[str, ...]
    against: str
    view: View | None
    slots: tuple[tuple[str, str], ...]
    critical: bool = False
    barred: bool = False


def views_of(fact: Fact) -> list[View]:
    """Return the frames of a fact; the place of the fact is where, unless a frame says otherwise."""
    return [_view(frame, fact.place) for frame in fact.events]


def _view(frame: Frame, place: str | None) -> View:
    slots = {slot: tuple(quantity_and_id(filler)[1] for filler in frame.fillers(slot)) for slot in SLOTS}
    if "where" not in vars(frame) and place is not None:
        slots["where"] = (place,)
    return View(
        frozenset((frame.did,)),
        slots,
        negated=bool(getattr(frame, "not")),
        open=bool(frame.open),
        planned=bool(frame.planned),
    )


def view_of_figure(counts: Counts) -> View:
    """Return what a figure counts as a frame whose ``of`` may be subject or object."""
    slots = {slot: tuple(quantity_and_id(filler)[1] for filler in counts.fillers(slot)) for slot in ("of", *SLOTS)}
    return View(frozenset(counts.did), slots, planned=counts.state == "planned")


class Gate:
    """Judges candidates for one question.

    Args:
        question: the question.
        lexicon: the names and words of the base.
    """

    def __init__(self, question: Question, lexicon: Lexicon) -> None:
        self._question = question
        self._lexicon = lexicon
        self._fitting = Fitting(lexicon)
        self._figures: dict[str, Verdict] = {}
        self.weights = [self._weight(mention) for mention in question.mentions]

    def _weight(self, mention: Mention) -> float:
        if mention.kind == "word":
            return min(max(self._lexicon.weight(mention.text), 0.5), 4.0)
        return {"name": 3.0, "thing": 2.5, "action": 2.0, "number": 3.0, "figure": 3.0, "light": 0.5, "count": 0.7}[mention.kind]

    # Facts

    def fact(self, candidate: Candidate) -> Verdict:
        """Judge a fact by its frames, or where it has none by its figure and words."""
        fact, figure = candidate.fact, candidate.figure
        if figure is not None and figure.counts is not None:
            of_figure = self.figure(figure)
            if (
                of_figure.against
                and not of_figure.against.endswith(("another population", "another than said"))
                and not (of_figure.against.startswith("needs"))
            ):
                return of_figure
        views = views_of(fact)
        if figure is not None and figure.counts is not None:
            views.append(view_of_figure(figure.counts))
        best: Verdict | None = None
        for view in views or [View(frozenset(), {})]:
            verdict = self._judge(candidate, view, views)
            if best is None or (bool(best.against), -best.score) > (bool(verdict.against), -verdict.score):
                best = verdict
        assert best is not None
        return best

    def _judge(self, candidate: Candidate, view: View, views: Sequence[View]) -> Verdict:
        score = total = 0.0
        missing: list[str] = []
        slots: list[tuple[str, str]] = []
        critical = barred = False
        for mention, weight in zip(self._question.mentions, self.weights, strict=True):
            total += weight
            borne = self._borne(mention, candidate, view, views)
            if borne.startswith("!"):
                return Verdict(0, 0, (mention.text,), f"{mention.text}: {borne[1:]}", view, ())
            if borne:
                score += weight * _STRENGTH.get(borne, 1.0)
                slots.append((mention.text, borne))
            elif mention.kind in ("light", "count") or self._is_subject(mention) or self._is_alternative(mention, slots):
                total -= weight
            else:
                missing.append(mention.text)
                critical = critical or self._is_critical(mention)
                barred = barred or self._bars(mention)
        return Verdict(score, score / total if total else 0.0, tuple(missing), "", view, tuple(slots), critical, barred)

    def _is_subject(self, mention: Mention) -> bool:
        """Say whether a mention is of whom the whole base is about, where it tells neither who does it nor to whom it goes."""
        return (
            mention.kind == "name"
            and not mention.claims
            and mention.role not in ("subject", "by", "to", "object", "patient")
            and any(m.id in self._lexicon.subjects for m in mention.meanings)
        ) or (mention.kind == "thing" and mention.role == "" and all(m.id in ("north-koreans", "people") for m in mention.meanings))

    def _is_alternative(self, mention: Mention, slots: Sequence[tuple[str, str]]) -> bool:
        """Say whether a number is one of several that the question lets one choose from, and another of them is borne out."""
        if mention.kind != "number" or not any(token.word == "or" for token in self._question.tokens):
            return False
        numbers = {m.text for m in self._question.mentions if m.kind == "number"}
        return any(text in numbers for text, _ in slots)

    def _is_critical(self, mention: Mention) -> bool:
        """Say whether a fact that lacks a mention answers only if nothing else comes near: the verb, an unknown word."""
        return self._bars(mention) or (
            (mention.kind == "action" and is_verb(mention, self._question.tokens))
            or (mention.kind == "word" and self._lexicon.weight(mention.text) > _UNKNOWN)
        )

    def _bars(self, mention: Mention) -> bool:
        """Say whether a fact that lacks a mention cannot answer: a name, number, people, claimant, or what is asked for."""
        question = self._question
        return (
            mention.kind in ("name", "number")
            or mention.claims
            or self._fitting.is_population(mention)
            or self.is_named(mention)
            or (question.hole >= 0 and question.mentions[question.hole] is mention)
            or (mention.kind in ("action", "word") and question.kind in ("yes-no", "how-many") and self._is_verb_or_unknown(mention))
        )

    def is_named(self, mention: Mention) -> bool:
        """Say whether a word is written as a name is, though the base has none such."""
        typed = self._question.tokens[mention.start].typed
        return mention.kind == "word" and mention.start > 0 and typed[:1].isupper()

    def _is_verb_or_unknown(self, mention: Mention) -> bool:
        return (mention.kind == "action" and is_verb(mention, self._question.tokens)) or (
            mention.kind == "word" and self._lexicon.weight(mention.text) > _UNKNOWN
        )

    def _borne(self, mention: Mention, candidate: Candidate, view: View, views: Sequence[View]) -> str:
        """Return by what a mention is borne out; empty for nothing, with an exclamation mark for a contradiction."""
        if mention.kind in ("number", "count"):
            return self._number(mention, candidate)
        if mention.kind == "word":
            return "words" if self._in_text(mention, candidate.words) else ""
        if mention.claims:
            return self._claimant(mention, candidate.fact)
        if mention.kind == "figure":
            return (
                "figure"
                if candidate.figure and any(m.id == candidate.figure.id for m in mention.meanings)
                else ("words" if self._in_text(mention, candidate.words) else "")
            )
        if (
            mention.verb < 0
            and any(m.part == "actions" for m in mention.meanings)
            and self._acts(mention, view.actions)
        ):
            return "did"
        deciding = [each for each in views if self._allowed(mention, each) is not None] if mention.role else []
        against = ""
        for each in (view, *(other for other in views if other is not view)):
            if deciding and each not in deciding:
                continue
            if (
                any(m.part == "actions" for m in mention.meanings)
                and mention.verb < 0
                and self._acts(mention, each.actions)
            ):
                return "did"
            found = self._in_slots(mention, each)
            if found.startswith("!"):
                against = found
            elif found:
                return found
        if against:
            return against
        acts = mention.role in ("subject", "object", "patient", "by") or self._question.kind == "yes-no"
        claimant = "" if mention.role in _PLACED or acts else self._claimant(mention, candidate.fact)
        if claimant:
            return claimant
        if self._among(mention, (*candidate.fact.about, *((candidate.fact.place,) if candidate.fact.place else ()))):
            return "about"
        if (self._fitting.is_population(mention) and not self._population_in_text(mention, candidate)) or (
            self._fitting.is_nation(mention) and mention.role
        ):
            return ""
        if mention.kind == "name" and (self._question.kind == "yes-no" or mention.role in _TELLING or (deciding and mention.role in ("object", "patient"))):
            return ""
        if mention.kind == "action" and is_verb(mention, self._question.tokens) and self._question.kind in _STRICT:
            return ""
        return "words" if self._in_text(mention, candidate.words) else ""

    def _population_in_text(self, mention: Mention, candidate: Candidate) -> bool:
        return mention.nation is None and self._in_text(mention, candidate.own_words)

    def _acts(self, mention: Mention, actions: Iterable[str]) -> bool:
        wanted = {m.id for m in mention.meanings if m.part == "actions"}
        return any(wanted & self._lexicon.isa(action) or action in wanted for action in actions) or any(
            self._lexicon.isa(action_wanted) & set(actions) for action_wanted in wanted
        )

    def _in_slots(self, mention: Mention, view: View) -> str:
        """Return the slot that a mention fits, by its role where its verb is the frame's."""
        fitting = self._fitting
        fits = [
            slot for slot, fillers in view.slots.items() if any(fitting.fits(mention, filler) for filler in fillers)
        ]
        allowed = self._allowed(mention, view)
        if allowed is None:
            return fits[0] if fits else ""
        for slot in fits:
            if slot in allowed:
                return slot
        if fits and "of" in fits:
            return "of" if "of" in allowed else self._flipped(mention, view, allowed, fits)
        if fits:
            return self._flipped(mention, view, allowed, fits)
        filled = [filler for slot in allowed for filler in view.slots.get(slot, ())]
        if (
            filled
            and mention.role in ("subject", "patient", "object", "by")
            and (fitting.is_nation(mention) or fitting.is_population(mention))
        ):
            return "!another than said"
        return ""

    def _flipped(self, mention: Mention, view: View, allowed: Sequence[str], fits: Sequence[str]) -> str:
        """Return that a mention stands in another role than the question gives it; a slot where that decides nothing."""
        fitting = self._fitting
        if mention.role in _AT:
            return ""
        if (mention.role == "from" and set(fits) <= {"to"}) or (mention.role in _TO and set(fits) <= {"from"}):
            return "!the other way round"
        decides = fitting.is_nation(mention) or fitting.is_population(mention) or fitting.is_person(mention)
        if mention.role in _PREPOSITIONS and mention.role != "by" and not fitting.is_nation(mention):
            decides = False
        filled = any(view.slots.get(slot) for slot in allowed)
        return "!the other way round" if filled and decides else fits[0]

    def _allowed(self, mention: Mention, view: View) -> tuple[str, ...] | None:
        """Return the slots that a mention may fill by its role; None for any."""
        if not mention.role:
            return None
        if mention.role in _PREPOSITIONS:
            slots = _PREPOSITIONS[mention.role]
            if mention.role in ("for", "with", "as", "via", "through"):
                return None
            if mention.role in _AT and not self._fitting.is_place(mention):
                return None
            if mention.role == "by":
                return self._agent(mention, view)
            return slots
        if mention.role == "of" or mention.verb < 0:
            return None
        verb = self._question.mentions[mention.verb]
        allowed: dict[str, None] = {}
        for meaning in verb.meanings:
            if meaning.part != "actions" or meaning.reading in ("noun", "inverse-noun"):
                continue
            if not any(
                meaning.id in self._lexicon.isa(action) or action in self._lexicon.isa(meaning.id)
                for action in view.actions
            ):
                continue
            roles = self._lexicon.roles(meaning.id)
            inverse = meaning.reading == "inverse"
            subject = roles.inverse_subject if inverse else roles.subject
            object_ = roles.inverse_object if inverse else roles.object
            slots = subject if mention.role == "subject" else object_ if mention.role in ("object", "patient") else ()
            allowed |= dict.fromkeys(slots)
            if roles.symmetric:
                allowed |= dict.fromkeys(("who", "whom", "what"))
            if "of" in view.slots and slots:
                allowed["of"] = None
            if mention.role == "subject" and ("what" in slots or "whom" in slots or "who" in slots):
                # What is counted may be the subject of its own verb: soldiers fight; it may not send them.
                if inverse or not view.slots.get("who") or meaning.id in _OWN:
                    allowed["of"] = None
            if mention.role in ("object", "patient") and ("what" in slots or "whom" in slots):
                allowed["of"] = None
        return tuple(allowed) or None

    def _agent(self, mention: Mention, view: View) -> tuple[str, ...] | None:
        """Return the slots of who stands behind by: who does it, or of an inverse verb to whom it is done."""
        if mention.verb < 0:
            return None
        allowed: dict[str, None] = {}
        for meaning in self._question.mentions[mention.verb].meanings:
            if meaning.part == "actions" and self._is_action_of(meaning.id, view):
                roles = self._lexicon.roles(meaning.id)
                allowed |= dict.fromkeys(
                    roles.inverse_subject if meaning.reading == "inverse" else (*roles.subject, "means")
                )
        return tuple(allowed) or None

    def _is_action_of(self, action: str, view: View) -> bool:
        return any(action in self._lexicon.isa(other) or other in self._lexicon.isa(action) for other in view.actions)

    def _claimant(self, mention: Mention, fact: Fact) -> str:
        if not mention.claims and mention.text.endswith(("ns", "rs", "ese")) and self._fitting.is_nation(mention):
            return ""
        for role, ids in (("by", (fact.by,)), ("via", fact.via)):
            if self._among(mention, ids):
                return role
        return ""

    def _among(self, mention: Mention, ids: Iterable[str]) -> bool:
        return any(self._fitting.fits(mention, id_) for id_ in ids)

    def _number(self, mention: Mention, candidate: Candidate) -> str:
        fact, value = candidate.fact, mention.value
        if value is not None and value in (fact.value, fact.low, fact.high):
            return "value"
        if mention.role == "over" and value is not None and fact.highest is not None and value <= fact.highest <= 2 * value:
            return "value"
        if any(quantity and float(quantity) == value for frame in fact.events for slot in SLOTS
               for quantity, _ in map(quantity_and_id, frame.fillers(slot))):  # fmt: skip
            return "value"
        digits = f"{int(value)}" if value is not None and value == int(value) else mention.text
        plain = {digits, f"{int(value):,}" if value is not None and value == int(value) else digits, mention.text}
        text = f" {fact.statement} {fact.title or ''} "
        return "words" if any(f" {each}" in text for each in plain) or stem(mention.text) in candidate.own_words else ""

    def quantity(self, fact: Fact, mention: Mention) -> str:
        """Return the number that a fact's frames have with what a mention means; empty for none."""
        for frame in fact.events:
            for slot in SLOTS:
                for quantity, id_ in map(quantity_and_id, frame.fillers(slot)):
                    if quantity and (self._fitting.fits(mention, id_) or stem(mention.text) == stem(id_)):
                        return quantity
        return ""

    def _in_text(self, mention: Mention, words: frozenset[str]) -> bool:
        return all(stem(word) in words or word in w.LIGHT for word in mention.text.split())

    def fact_bears(self, fact: Fact, mention: Mention, base: Base) -> bool:
        """Say whether a fact of a figure bears out what the figure itself does not: a claimant, number, place or word."""
        candidate = Candidate(fact, None, words_of(fact, base), own_words_of(fact), 0.0)
        if mention.kind in ("number", "count"):
            return bool(self._number(mention, candidate))
        if mention.claims:
            return bool(self._claimant(mention, fact))
        if mention.kind == "action" and is_verb(mention, self._question.tokens) and LEFT:
            return False
        if mention.kind == "word":
            return self._in_text(mention, candidate.words)
        named = (*fact.about, *((fact.place,) if fact.place else ()))
        return (
            bool(self._claimant(mention, fact))
            or self._among(mention, named)
            or (not self._fitting.is_nation(mention) and self._in_text(mention, candidate.own_words))
        )

    # Figures

    def figure(self, figure: Figure) -> Verdict:
        """Judge a figure by what it counts, its names and its own questions; claimants and times are not looked at."""
        if figure.id not in self._figures:
            self._figures[figure.id] = self._judge_figure(figure)
        return self._figures[figure.id]

    def _judge_figure(self, figure: Figure) -> Verdict:
        question = self._question
        if figure.counts is None:
            return Verdict(0, 0, (), "no counts", None, ())
        counts, view = figure.counts, view_of_figure(figure.counts)
        named = {stem(word) for text in (figure.label, *figure.aliases, *counts.names) for word in text.lower().split()}
        score = total = 0.0
        missing: list[str] = []
        slots: list[tuple[str, str]] = []
        critical = False
        covered: set[str] = set()
        for mention, weight in zip(question.mentions, self.weights, strict=True):
            if mention.claims or mention.kind in ("number", "count"):
                continue
            total += weight
            borne = self._borne_by_figure(mention, figure, view, named)
            if borne.startswith("!"):
                return Verdict(0, 0, (mention.text,), f"{mention.text}: {borne[1:]}", view, ())
            if not borne and (mention.kind == "light" or self._is_subject(mention)):
                total -= weight
                continue
            if borne:
                covered.update(borne.split("/"))
                exact = any(m.id in view.slots["of"] for m in mention.meanings)
                score += weight * (1.3 if exact or borne == "figure" else _STRENGTH.get(borne, 1.0))
                slots.append((mention.text, borne))
            else:
                missing.append(mention.text)
                critical = critical or mention.kind in ("name", "thing", "action")
        if self._is_called(figure, counts):
            score += 2.0
            covered.add("figure")
        score += self._tense(counts, covered)
        against = (
            self._unit_against(figure, counts)
            or self._needs_against(counts, covered, figure)
            or self._state_against(counts)
        )
        if against:
            return Verdict(0, 0, (), against, view, tuple(slots))
        return Verdict(score, score / total if total else 0.0, tuple(missing), "", view, tuple(slots), critical)

    def _tense(self, counts: Counts, covered: set[str]) -> float:
        """Return what speaks for a figure in the tense of the question: how many are there is no question of how many went."""
        acts = any(m.kind == "action" for m in self._question.mentions)
        placed = bool(covered & {"where", "to"})
        if acts or not placed:
            return 0.0
        return {"present": 1.5, "so-far": -1.0}.get(counts.state or "", 0.0)

    def _is_called(self, figure: Figure, counts: Counts) -> bool:
        """Say whether the question has every word of one of the figure's names."""
        asked = {stem(token.word) for token in self._question.tokens}
        counted = {stem(word) for id_ in counts.of for word in id_.split("-")} | {"north", stem("korean"), stem("troops"), stem("soldiers")}
        for name in (figure.label, *figure.aliases, *counts.names):
            telling = {stem(word) for word in fold(name).split() if word not in w.LIGHT}
            if telling - counted and telling <= asked:
                return True
        return False

    def _state_against(self, counts: Counts) -> str:
        """A plan is not asked for by who asks what was done; what will be is asked for by nobody else."""
        flags = self._question.flags
        if (counts.measure or "number") != "number" or (self._has_value and self._question.kind != "when"):
            return ""
        if counts.state == "planned" and not flags & {"ahead", "will", "planned"}:
            return "a plan"
        return ""

    def _borne_by_figure(self, mention: Mention, figure: Figure, view: View, named: set[str]) -> str:
        if any(m.part == "figures" and m.id == figure.id for m in mention.meanings):
            return "figure"
        if mention.kind == "word":
            return "names" if stem(mention.text) in named | self._asked_words(figure) else ""
        acts = any(m.part == "actions" for m in mention.meanings) and self._acts(mention, view.actions)
        if acts and self._same_nation(mention, view):
            return "did"
        found = self._in_slots(mention, view)
        if found == "!another than said" and not self._is_counted(mention):
            return ""
        if found:
            return found
        asked = self._same_nation(mention, view) and all(
            stem(word) in self._asked_words(figure) or word in w.GRAMMAR for word in mention.text.split()
        )
        if asked:
            return "names"
        if (
            self._is_counted(mention)
            and self._fitting.is_population(mention)
            and (mention.nation or not self._narrower_is_named(mention, named))
        ):
            # Another people, or a part of those who are counted: officers are not soldiers in general.
            return "!another population"
        return "names" if all(stem(word) in named for word in mention.text.split()) else ""

    def _asked_words(self, figure: Figure) -> frozenset[str]:
        """Return the words in which people ask for a figure: they bear out words of a question, but no people and no name."""
        return stems(" ".join((*figure.asked, figure.description or "")))

    def _same_nation(self, mention: Mention, view: View) -> bool:
        """Say whether those whom a mention names by what became of them, as the dead, are of the nation that is counted."""
        if mention.nation is None:
            return True
        nations = {self._fitting.nation_of(filler) for filler in view.slots["of"]} - {None}
        return not nations or mention.nation in nations

    def _is_counted(self, mention: Mention) -> bool:
        question = self._question
        return (question.hole >= 0 and question.mentions[question.hole] is mention) or mention.role in (
            "subject",
            "patient",
            "by",
        )

    def _narrower_is_named(self, mention: Mention, named: set[str]) -> bool:
        return all(stem(word) in named or word in w.LIGHT for word in mention.text.split())

    def _unit_against(self, figure: Figure, counts: Counts) -> str:
        """Say what is wrong with the measure: a share is no number, and a rate is asked for by nobody who does not say so."""
        question, measure = self._question, counts.measure or "number"
        if question.measure and question.measure != measure:
            units = question.measure if question.measure in ("share", "money") else ""
            if not units or units not in figure.unit.lower():
                return f"not a {question.measure}"
        ends = bool(question.flags & {"highest", "lowest"})
        plain = (question.kind == "how-many" or ends) and not self._has_value
        if (
            plain
            and not question.measure
            and measure not in ("number", "size")
            and not ("much" in question.flags and measure != "share")
            and not self._is_called(figure, counts)
        ):
            return f"a {measure}"
        if question.per and question.per != counts.per:
            return f"per {question.per}"
        if counts.per and "per" in counts.needs and not question.per and not question.times and plain:
            return f"per {counts.per}"
        return ""

    @property
    def _has_value(self) -> bool:
        return any(mention.kind == "number" and (mention.value or 0) > 12 for mention in self._question.mentions)

    def _needs_against(self, counts: Counts, covered: set[str], figure: Figure) -> str:
        if "figure" in covered or "names" in covered:
            return ""
        for need in counts.needs:
            ways = need.split("/")
            if "per" in ways and (self._question.per or self._question.times):
                continue
            if not any(way in covered for way in ways):
                return f"needs {need}"
        return ""


_TELLING = (*_PLACED, "subject", "by")
"""Roles in which a name has to stand in a slot: its word in the text does not tell who did what, or where."""
_STRICT = ("when", "yes-no", "how-many")
"""Kinds of question whose verb has to be what the fact tells."""
_OWN = frozenset(
    (
        "fight",
        "arrive",
        "be-at",
        "return",
        "leave",
        "move",
        "desert",
        "work",
        "belong",
        "march",
        "kill-self",
        "go-missing",
        "enter",
        "lose",
    )
)
LEFT = True
_UNKNOWN = 6.4
"""The weight of a word that no fact has."""
_STRENGTH = {"words": 0.6, "names": 0.8, "about": 0.8, "via": 0.9}
