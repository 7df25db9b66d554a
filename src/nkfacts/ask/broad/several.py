"""What several facts tell together: all that fills the slot a question asks for, each told by one fact.

A broad question has no one answer: what arms were sent is told by forty facts, and none of them is it. By their frames
it is answered as it is asked: shells, missiles, howitzers, each with who says so.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from nkfacts.ask.broad.statements import asks_what_is_said, statements
from nkfacts.ask.gate.asked import Asked
from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.negation import NEGATIONS
from nkfacts.ask.gate.slots import CONTRADICTION, PLACED
from nkfacts.ask.gate.timing import time_fit
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.views import Filled, View, views_kept
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.verbs import is_passive, is_verb
from nkfacts.ask.understanding.words import BE
from nkfacts.hints import NamedTuple
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

MOST = 6
"""The most facts by which a broad question is answered."""

MOST_TOLD = 8
"""The most that is told before the facts of what they tell together."""

MANY = 4
"""The facts from which on they answer a question even where one of them would: none of so many is what was asked."""

ENOUGH = 3
"""The facts from which on those are left out that tell nothing new."""

_MOST_READ = 300
"""The facts that are read, the last that were said."""

_KINDS = ("who", "where", "which", "what")
_ONE = frozenset(
    ("earliest", "latest", "highest", "lowest", "claimant", "name", "reason", "will", "planned", "confirming")
)
"""What a question asks for that only one fact can be, or that frames do not tell."""

_ASKING_WORDS = frozenset(("what", "whats", "which", "who", "whom", "where"))
"""Words of which one has to stand in a question for it to ask for whatever it is."""

_FIRMEST = ("confirmed", "acknowledged", "observed", "reported", "estimated")
"""How a fact is said, the firmest first; what is denied or planned is not told as done."""


class Several(NamedTuple):
    """What several facts tell together.

    Attributes:
        facts: the facts, what most facts tell first; of what a claimant said, the numbers and then the last first.
        fillers: the ids of what they tell, the most often told first; of many only the wider ones. None of what a
            claimant said.
    """

    facts: tuple[Fact, ...]
    fillers: tuple[str, ...]


class _Told(NamedTuple):
    """A fact, what it tells of what is asked for beside the word for it, and whether by a frame that is exact.

    That has just what the question names, and nothing narrower.
    """

    fact: Fact
    fillers: tuple[str, ...]
    exact: bool


def several(question: Question, base: Base, lexicon: Lexicon) -> Several | None:
    """Return what facts tell by their frames of what a broad question asks for; None unless it is more than one thing.

    Args:
        question: the question as read.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.
    """
    said = asks_what_is_said(question)
    one = _ONE - {"latest"} if said else _ONE
    if not (asks_for_no_number(question) or said) or question.flags & one or question.per:
        return None
    if all(mention.kind == "light" for mention in question.mentions):
        return None
    if not NEGATIONS.isdisjoint(token.word for token in question.tokens):
        return None
    if said:
        facts = statements(question, base, lexicon)
        return Several(facts[:MOST], ()) if len(facts) > 1 else None
    if "saying" in question.flags and any(mention.claims for mention in question.mentions):
        return None
    return _covering(_Asking(question, base, lexicon).all_told(), lexicon)


def told_by(facts: Sequence[Fact], question: Question, base: Base, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the ids of what some facts tell by their frames of what a broad question asks for, the most told first.

    Args:
        facts: the facts.
        question: the question as read.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.
    """
    asking = _Asking(question, base, lexicon)
    told = [each for fact in facts if (each := asking.told(fact)) is not None]
    together = _covering(told, lexicon)
    return together.fillers if together is not None else told[0].fillers if told else ()


def asks_for_no_number(question: Question) -> bool:
    """Say whether a question asks who, where, which or what in so many words, and not how much of it."""
    asking = not _ASKING_WORDS.isdisjoint(token.word for token in question.tokens)
    return question.kind in _KINDS and asking and not question.measure


class _Asking:
    """Finds by frames what fills the slot that one question asks for."""

    def __init__(self, question: Question, base: Base, lexicon: Lexicon) -> None:
        self._question, self._base, self._lexicon = question, base, lexicon
        self._demands = Demands(question, lexicon)
        self._slots, self._fitting = self._demands.slots, self._demands.slots.fitting
        self._beside: dict[int, tuple[View, View]] = {}
        self._asked = Asked(question, base, lexicon)
        deeds = [m for m in question.mentions if m.verb < 0 and _may_be_a_deed(m, question)]
        verbs = [m for m in deeds if m.kind != "light" and is_verb(m, question.tokens)] or deeds
        self._deed = verbs[0] if len(verbs) == 1 else None

    def _facts(self) -> Iterator[Fact]:
        """Yield the facts of which a frame tells the deed."""
        if self._deed is None:
            return
        done = sorted({m.id for m in self._deed.meanings if m.part == "actions"})
        for fact in self._base.facts(Filter(did=done), limit=_MOST_READ):
            if not fact.is_deprecated and fact.status in _FIRMEST:
                yield fact

    def all_told(self) -> list[_Told]:
        """Return what facts tell; only those that name just what the question names, where there are several."""
        told = [each for fact in self._facts() if (each := self.told(fact)) is not None]
        exact = [each for each in told if each.exact]
        return exact if len(exact) > 1 else told

    def told(self, fact: Fact) -> _Told | None:
        """Return what a fact tells of what is asked for; None for nothing."""
        if not time_fit(fact, self._question.times):
            return None
        fillers: dict[str, None] = {}
        exact = False
        for view in views_kept(fact, self._lexicon):
            if view.is_unsure or not self._bears_all(view, fact):
                continue
            found = dict.fromkeys(self._asked_of(view))
            if found:
                fillers.update(found)
                exact |= self._is_exact(view)
        hole = self._question.hole
        wide = {m.id for m in self._question.mentions[hole].meanings} if hole >= 0 else ()
        new = tuple(id_ for id_ in fillers if id_ not in wide)
        return _Told(fact, new, exact) if fillers else None

    def _is_exact(self, view: View) -> bool:
        """Say whether a frame has just those whom the question names; a country stands for all who are of it."""
        said = frozenset().union(*view.slots.values())
        return all(
            any(m.id in said for m in mention.meanings)
            for mention in self._question.mentions
            if mention.kind in ("thing", "name")
            and mention is not self._deed
            and not self._question.asks_for(mention)
            and mention.role not in PLACED
            and not all(m.id in self._lexicon.countries for m in mention.meanings)
        )

    def _bears_all(self, view: View, fact: Fact) -> bool:
        return all(self._bears(mention, view, fact) for mention in self._question.mentions)

    def _bears(self, mention: Mention, view: View, fact: Fact) -> bool:
        if mention is self._deed:
            return any(m.id in done for done in map(self._lexicon.isa, view.actions) for m in mention.meanings)
        if mention.kind == "light":
            return True
        if mention.claims:
            return self._fitting.fits(mention, fact.by)
        beside = view if self._question.asks_for(mention) else self._without_asked(view)
        slot = self._slots.filled(mention, beside)
        if slot:
            return not slot.startswith(CONTRADICTION)
        return mention.kind == "name" and mention.role in PLACED and self._demands.is_subject(mention)

    def _without_asked(self, view: View) -> View:
        """Return a frame without what fills the slots that are asked for, which bears out nothing of the question."""
        found = self._beside.get(id(view))
        if found is None:
            slots = Filled((slot, ids) for slot, ids in view.slots.items() if slot not in self._slots_asked)
            # With the frame, so that nothing else gets its identity.
            found = self._beside[id(view)] = view._replace(slots=slots), view
        return found[0]

    def _asked_of(self, view: View) -> Iterator[str]:
        """Yield what fills the slot that is asked for, where the question does not name it."""
        question = self._question
        if question.hole >= 0:
            asked = question.mentions[question.hole]
            others = {m.id for mention in question.mentions if mention is not asked for m in mention.meanings}
            fillers = view.slots.get(self._slots.filled(asked, view), ())
            yield from (id_ for id_ in fillers if id_ not in others and self._fitting.fits(asked, id_))
            return
        for slot in self._slots_asked:
            found = [id_ for id_ in view.slots.get(slot, ()) if not self._asked.names(id_)]
            yield from (id_ for id_ in found if question.kind != "who" or self._lexicon.is_entity(id_))

    @property
    def _slots_asked(self) -> tuple[str, ...]:
        """The slots that are asked for where the question has no word for what it asks."""
        question = self._question
        if question.kind == "where":
            return ("from",) if question.tokens[-1].word == "from" else ("where", "to", "from")
        if question.kind == "what":
            return ("what",)
        if question.kind != "who" or self._deed is None:
            return ()
        suffering = is_passive(self._deed, question.tokens) and question.tokens[-1].word != "by"
        if suffering:
            return "whom", "what"
        undergone = all(m.reading == "inverse" for m in self._deed.meanings if m.part == "actions")
        return ("whom", "to") if undergone and question.tokens[0].word == "who" else ("who",)


def _may_be_a_deed(mention: Mention, question: Question) -> bool:
    """Say whether a mention may tell what is done: in where are shells made, shells is no form of to shell."""
    before = question.tokens[mention.start - 1].word if mention.start else ""
    is_thing = mention.kind == "thing" and before in BE
    return any(m.part == "actions" and (m.is_noun or not is_thing) for m in mention.meanings)


def _covering(told: Sequence[_Told], lexicon: Lexicon) -> Several | None:
    """Return facts that tell together what most facts tell, each something new, what most tell first."""
    often = Counter(filler for each in told for filler in each.fillers)
    facts: list[Fact] = []
    found: dict[str, None] = {}
    left = list(told)
    while left and len(facts) < MOST:
        best = max(left, key=lambda each: _worth(each, found, often))
        new = _new_of(best, found)
        if not new and len(facts) >= ENOUGH:
            break
        facts.append(best.fact)
        found.update(dict.fromkeys(new))
        left.remove(best)
    fillers = sorted(found, key=lambda id_: -often[id_])
    if len(fillers) > MOST_TOLD:
        # Howitzers say enough then: of which bore is told by the facts.
        fillers = [id_ for id_ in fillers if lexicon.isa(id_).isdisjoint(found.keys() - {id_})]
    return Several(tuple(facts), tuple(fillers)) if len(facts) > 1 else None


def _new_of(told: _Told, found: dict[str, None]) -> list[str]:
    """Return what a fact tells that those before it do not."""
    return [filler for filler in told.fillers if filler not in found]


def _worth(told: _Told, found: dict[str, None], often: Counter[str]) -> tuple[int, bool, int, str]:
    """Return what speaks for a fact: how often is told what it adds, that it is a main one, how firmly it is said."""
    adds = sum(often[filler] for filler in _new_of(told, found))
    return adds, bool(told.fact.main), -_FIRMEST.index(told.fact.status), told.fact.reported
