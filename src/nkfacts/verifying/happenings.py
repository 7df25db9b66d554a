"""Something that a text says happened, without a number, held against the frames of facts."""

from collections.abc import Iterable, Sequence

from nkfacts.ask.gate.candidates import Candidate, with_words
from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.fact_gate import FactGate
from nkfacts.ask.gate.figure_gate import FigureGate
from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.gate.verdict import Verdict
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.views import views_of
from nkfacts.ask.understanding.question import Mention
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.text import fold
from nkfacts.verifying import claims
from nkfacts.verifying.admissions import Admissions
from nkfacts.verifying.claims import Finding
from nkfacts.verifying.deeds import Core, without_one
from nkfacts.verifying.firsts import First, is_told_as_first
from nkfacts.verifying.moments import dates_of, is_of, spans_of
from nkfacts.verifying.one_frame import frames_of, is_of_one_frame, places_of
from nkfacts.verifying.sources import are_of
from nkfacts.verifying.stances import Happening, is_planned, stands

_FIRM = ("did", "who", "what", "whom", "where", "from", "to", "with", "means", "as", "for", "of", "by", "via", "about",
         "value")  # fmt: skip
"""By what a mention has to be borne out: a slot or the record, not the text alone."""

_WITH_WHO = 2
"""The mentions of a deed and who did it; with what it is done to there are more."""

_DEATH = "kill"
"""What happens to nobody twice."""

_PLACED = ("in", "at", "near", "to", "from", "into", "on")


class Happenings:
    """Holds what happened against facts.

    Args:
        base: the base.
        lexicon: its names and words.
        fitting: what compares mentions with what fills a slot.
    """

    def __init__(self, base: Base, lexicon: Lexicon, fitting: Fitting) -> None:
        self._base, self._lexicon, self._fitting = base, lexicon, fitting
        self._admissions = Admissions(base, lexicon, fitting)
        self._by_action: dict[str, list[Fact]] = lexicon.kept("facts by action")
        self._named: dict[str, frozenset[str]] = lexicon.kept("named by facts")
        self._candidates: dict[str, Candidate] = lexicon.kept("facts with words")

    def judge(self, core: Core, told: Happening) -> Finding | None:
        """Judge a deed; None where no fact bears out what is bound to it.

        Args:
            core: the deed.
            told: what the text says beside it.
        """
        found = self._judged(core, told)
        if told.first is None or found is None or found.fact is None or found.verdict != claims.SAID:
            return found
        return found if is_told_as_first(found.fact) else self._before(core, told, told.first, found.fact)

    def _before(self, core: Core, told: Happening, first: First, said: Fact) -> Finding:
        """Return what came before that which a text calls the first; else that it is not said to be the first."""
        own = [
            fact for fact in self._alike(core, told)
            if first.day(fact) < first.day(said) and not self._is_then(fact, told)
            and (not first.is_saying or are_of(told.sources, fact, self._base, self._fitting))
        ]  # fmt: skip
        earlier = self._first(core, sorted(own, key=first.day)) if told.moments else None
        if earlier is not None:
            return Finding(claims.OTHERWISE, earlier, reason="not the first time; that was before")
        return Finding(claims.UNREAD, said, reason="it is not said to be the first; said is")

    def _alike(self, core: Core, told: Happening) -> list[Fact]:
        """Return the facts that may tell a deed as a text does, at any time and by anybody."""
        if core.meant:
            return self._admissions.alike(core, self._doing(core))
        return [fact for fact in self._likely(core, told) if not self._stands(core, fact, told)]

    def _judged(self, core: Core, told: Happening) -> Finding | None:
        if core.meant:
            named = bool(told.sources.named and (told.moments or told.unsaid))
            facts = self._doing(core) if named else ()
            return self._admissions.judge(core, facts, told.sources, told.moments)
        dated = any(moment.bounded or moment.known for moment in told.moments)
        named = bool(told.sources.named)
        if not core.is_whole and not (dated or (named and core.is_plain)):
            return None
        return None if core.is_apart and not named else self._bound(core, told, dated=dated)

    def _bound(self, core: Core, told: Happening, *, dated: bool) -> Finding | None:
        """Judge a deed to which something is bound."""
        likely = self._likely(core, told)
        then = [fact for fact in likely if self._is_then(fact, told)]
        by = [fact for fact in then if are_of(told.sources, fact, self._base, self._fitting)]
        firm = [fact for fact in by if not self._stands(core, fact, told)]
        if (said := self._first(core, firm)) is not None:
            return Finding(claims.SAID, said)
        if not core.is_whole and not dated:
            return None
        if (other := self._first(core, [fact for fact in by if fact not in firm])) is not None:
            return Finding(claims.OTHERWISE, other, reason=self._stands(core, other, told))
        if told.sources.named or told.moments:
            if (partly := self._but_for_a_place(core, told)) is not None:
                return partly
            if (partly := self._but_for_who_did_it(core, told)) is not None:
                return partly
            own = [fact for fact in likely if are_of(told.sources, fact, self._base, self._fitting)]
            is_told = core.is_whole or self._happened_once(core, own)
            if own and is_told and self._first(core, then) is None:
                return self._at_another_time(core, told, own)
        elif (partly := self._but_for_a_place(core, told)) is not None and partly.verdict != claims.UNREAD:
            # Without a day it may have been another time, of which nothing is known.
            return partly if partly.verdict == claims.SAID else partly._replace(verdict=claims.UNREAD)
        return None

    def _at_another_time(self, core: Core, told: Happening, facts: Sequence[Fact]) -> Finding | None:
        """Return the nearest of some facts that tell a deed of another time; None where none does.

        A plan does not gainsay what is told as done later, only what would have been done before it was made.
        """
        done = [fact for fact in facts if told.ahead or not self._is_planned(core, fact) or self._is_before(told, fact)]
        if (nearest := self._first(core, self._nearest_first(done, told))) is not None:
            return Finding(claims.OTHERWISE, nearest, reason="at another time")
        planned = [fact for fact in facts if fact not in done]
        if (nearest := self._first(core, self._nearest_first(planned, told))) is not None:
            return Finding(claims.UNREAD, nearest, reason="nothing is said of it as done then; planned was")
        return None

    def _happened_once(self, core: Core, facts: Sequence[Fact]) -> bool:
        """Say whether a deed is of an agreement, or somebody's death, and some facts know but one day of it."""
        bound = [m for m in core.question.mentions if m is not core.deed]
        found = [self._base.entity(m.id) for mention in bound for m in mention.meanings if m.part == "entities"]
        kinds = {entity.kind if entity is not None else "" for entity in found}
        is_death = any(m.id == _DEATH for m in core.deed.meanings)
        days = {dates_of(fact) for fact in facts if not self._is_planned(core, fact)}
        return (kinds == {"agreement"} or (kinds == {"person"} and is_death)) and len(days) == 1

    def _is_before(self, told: Happening, fact: Fact) -> bool:
        """Say whether all the times that a text names are over when a fact is said."""
        return all(last < fact.reported for moment in told.moments for _, last in spans_of(moment))

    def _is_planned(self, core: Core, fact: Fact) -> bool:
        return is_planned(frames_of(core, fact, self._lexicon), fact)

    def _is_then(self, fact: Fact, told: Happening) -> bool:
        return all(is_of(fact, moment, said=bool(told.sources.named)) for moment in told.moments)

    def _but_for_a_place(self, core: Core, told: Happening) -> Finding | None:
        """Return what those named said then of a deed, but for the place that the text has; None where nothing."""
        pinned = bool(told.sources.named or told.moments)
        places = [
            m for m in core.question.mentions
            if m.role in _PLACED and m is not core.deed and (pinned or m.kind == "name")
        ]  # fmt: skip
        if len(core.question.mentions) <= 3 - bool(told.sources.named and told.moments):
            return None
        for place in places:
            less = without_one(core, place)
            then = [fact for fact in self._likely(less, told) if self._is_then(fact, told)]
            by = [fact for fact in then if are_of(told.sources, fact, self._base, self._fitting)]
            where = f"“{place.role} {less.typed(place)}”"
            called = [fact for fact in by if self._is_called(less, fact, place) and not self._stands(less, fact, told)]
            if (fact := self._first(less, called)) is not None:
                return Finding(claims.SAID, fact)
            if (fact := self._first(less, [fact for fact in by if self._is_elsewhere(less, fact, place)])) is not None:
                return Finding(claims.OTHERWISE, fact, reason=f"not so said: {where}")
            if (fact := self._first(less, by)) is not None:
                return Finding(claims.UNREAD, fact, reason=f"nothing is said of {where}; said is")
        return None

    def _but_for_who_did_it(self, core: Core, told: Happening) -> Finding | None:
        """Return what was said then of a deed but not who did it, by a fact that names whom the text has for that."""
        doers = [m for m in core.question.mentions if m.role in ("subject", "by") and not m.claims]
        if len(doers) != 1 or len(core.question.mentions) <= _WITH_WHO:
            return None
        less = without_one(core, doers[0])
        then = [
            fact for fact in self._likely(less, told)
            if self._may_bear(core, fact) and self._is_then(fact, told) and not self._stands(less, fact, told)
            and are_of(told.sources, fact, self._base, self._fitting)
            and not any(frame.fillers("who") for frame in frames_of(less, fact, self._lexicon))
        ]  # fmt: skip
        fact = self._first(less, then)
        who = core.typed(doers[0])
        return Finding(claims.UNREAD, fact, reason=f"it is not said that it was “{who}”; said is") if fact else None

    def _is_elsewhere(self, core: Core, fact: Fact, place: Mention) -> bool:
        """Say whether a fact has a deed done at or to places of which none lies in one that is told, or takes it in."""
        within = self._lexicon.within
        told = [m.id for m in place.meanings if m.part == "entities"]
        said = places_of(core, fact, self._lexicon)
        near = any(one in within(other) or other in within(one) for one in told for other in said)
        return bool(said) and not near

    def _is_called(self, core: Core, fact: Fact, place: Mention) -> bool:
        """Say whether a fact has a deed done at what has more words than a text calls it by: Vostochny Cosmodrome."""
        names = (fold(self._base.name_of(id_)) for id_ in places_of(core, fact, self._lexicon))
        return any(name.startswith(f"{place.text} ") for name in names)

    def _likely(self, core: Core, told: Happening) -> list[Fact]:
        """Return the facts that may bear out a deed, the most like the sentence first."""
        likely = [fact for fact in self._doing(core) if self._may_bear(core, fact)]
        return sorted(
            likely,
            key=lambda fact: (
                -len(told.words & self._with_words(fact).words.own),
                not fact.main,
                fact.reported,
                fact.id,
            ),
        )

    def _first(self, core: Core, facts: Sequence[Fact]) -> Fact | None:
        """Return the first of some facts that the gate lets through, and that bears out all that is bound to a deed."""
        if not facts:
            return None
        question = core.question
        demands = Demands(question, self._lexicon)
        gate = FactGate(question, self._lexicon, demands, FigureGate(question, self._lexicon, demands))
        for fact in facts:
            verdict = gate.judge(self._with_words(fact))
            if not verdict.against and self._is_borne(core, fact, verdict):
                return fact
        return None

    def _doing(self, core: Core) -> Iterable[Fact]:
        """Return the facts with a frame in which a deed is done, or a kind of it."""
        if not self._by_action:
            for fact in self._base.facts():
                if (fact.figure is None or fact.value != 0) and not fact.is_deprecated:
                    for action in {action for frame in fact.events for action in self._lexicon.isa(frame.did)}:
                        self._by_action.setdefault(action, []).append(fact)
        done = [m.id for m in core.deed.meanings if m.part == "actions"]
        found = {fact.id: fact for action in done for fact in self._by_action.get(action, ())}
        return found.values()

    def _may_bear(self, core: Core, fact: Fact) -> bool:
        """Say whether something that a fact names is meant by each of what is bound to a deed."""
        if fact.id not in self._named:
            fillers = {id_ for view in views_of(fact) for ids in view.slots.values() for id_ in ids}
            self._named[fact.id] = frozenset((*fillers, *fact.about, *fact.via, fact.by))
        named = self._named[fact.id]
        return all(
            self._fitting.fits_any(m, named)
            for m in core.question.mentions
            if m is not core.deed and not m.claims and m.kind != "word"
        )

    def _with_words(self, fact: Fact) -> Candidate:
        if fact.id not in self._candidates:
            self._candidates[fact.id] = with_words(fact, self._base)
        return self._candidates[fact.id]

    def _is_borne(self, core: Core, fact: Fact, verdict: Verdict) -> bool:
        """Say whether a frame bears out the deed and the rest of them all that is bound to it, by slots."""
        borne = dict(verdict.slots)
        if borne.get(core.deed.text) != "did" or not frames_of(core, fact, self._lexicon):
            return False
        return is_of_one_frame(core, fact, self._lexicon) and all(
            borne.get(m.text) in (("words",) if m.kind == "word" else _FIRM)
            for m in core.question.mentions
            if m is not core.deed and not m.claims
        )

    def _stands(self, core: Core, fact: Fact, told: Happening) -> str:
        return stands(frames_of(core, fact, self._lexicon), fact, told)

    def _nearest_first(self, facts: Sequence[Fact], told: Happening) -> list[Fact]:
        wanted = _number(told.moments[0].begin) if told.moments else 0
        return sorted(facts, key=lambda fact: abs(_number(dates_of(fact)[0]) - wanted))


def _number(day: str) -> int:
    from datetime import date

    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0
