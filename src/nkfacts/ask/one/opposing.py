"""What tells otherwise than the fact by which a question of yes or no is answered."""

from collections.abc import Sequence

from nkfacts.ask.gate.asked import Asked
from nkfacts.ask.gate.candidates import facts_about
from nkfacts.ask.gate.extent import compares
from nkfacts.ask.gate.slots import CONTRADICTION, Slots
from nkfacts.ask.gate.timing import time_fit
from nkfacts.ask.gate.verdict import Verdict
from nkfacts.ask.one.standing import as_it_stands
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.matter import WHOEVER
from nkfacts.ask.terms.views import View, views_kept
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.understanding.question import Mention
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.query.filters import Filter

_MOST_READ = 300
"""The facts that are read, the last that were said."""

_MOST = 3
"""The most facts that are told against an answer."""

_OTHERWISE = {"yes": ("no", "not confirmed"), "planned": ("no",), "no": ("yes",)}
"""What goes against each answer."""

_SURE = ("acknowledged", "confirmed")

_FIRMEST = ("acknowledged", "confirmed", "observed", "estimated", "reported")
"""How what goes against a denial is said, the firmest first."""

_TOLD_BY_NOBODY_ELSE = frozenset(("confirming", "denying", "judging", "planned", "will"))
"""What a question asks for that nobody else tells: whether Russia denied it."""


def with_opposing(found: Answer, lexicon: Lexicon) -> Answer:
    """Return an answer with the facts that tell otherwise, those first which the fact file says do.

    They answer themselves where only a denial or an earlier plan speaks against them.

    Args:
        found: the answer.
        lexicon: the names and words of its base.
    """
    verdict = found.choice.verdict
    if found.kind != "yes-no" or found.brief not in _OTHERWISE or verdict is None or not found.facts:
        return found
    current = as_it_stands(found, lexicon)
    if current is not found:
        return current
    question = found.question
    claimed = any(mention.claims for mention in question.mentions)
    if claimed or question.flags & _TOLD_BY_NOBODY_ELSE or compares(question):
        return found
    if any(mention.kind == "number" for mention in question.mentions):
        # Another number is no no: only what the fact file says disputes it.
        return found._replace(against=_linked(found)[:_MOST])
    opposing = _Opposing(found, verdict, lexicon)
    done = opposing.facts(("yes",)) if _asks_what_was_done(found) else []
    against = done if done and _is_firm(done[0]) else opposing.facts(_OTHERWISE[found.brief])
    later = [
        fact for fact in _done_later(found, against) if opposing.is_of_somebody or (fact.main and fact.status in _SURE)
    ]
    against = later or against
    if against and (against is done or later or _is_mere_denial(found)):
        first = against[0]
        # It bears out all that is named.
        borne = verdict._replace(missing=())
        choice = found.choice._replace(facts=tuple(against[:_MOST]), missing=(), verdict=borne)
        denials = tuple(fact for fact in found.facts if fact.status == "denied" or later)
        return found._replace(choice=choice, brief="yes", date=first.when or first.reported, against=denials[:_MOST])
    if against and _is_over(found, against[0]):
        # What was planned was not done.
        choice = found.choice._replace(facts=tuple(against[:1]), missing=())
        day = against[0].when or against[0].reported
        return found._replace(choice=choice, brief="no", date=day, against=found.facts[:1])
    told = {fact.id: fact for fact in (*_linked(found), *against)}
    return found._replace(against=tuple(told.values())[:_MOST])


def _linked(found: Answer) -> tuple[Fact, ...]:
    """Return what the fact file says to dispute the best fact, or to be disputed by it."""
    return tuple(fact for fact in found.base.disputed(found.facts[0]) if not fact.is_deprecated)


def _is_mere_denial(found: Answer) -> bool:
    """Say whether it is answered by a denial, which is no "no" where somebody tells what is asked."""
    return found.brief == "no" and found.facts[0].status == "denied"


def _is_over(found: Answer, against: Fact) -> bool:
    """Say whether it is asked of something done, a plan for it answers, and a fact of its time or later denies it."""
    plan = found.facts[0]
    then = dates.parse(plan.when).last if plan.when else plan.reported
    return _asks_what_was_done(found) and _is_firm(against) and _day(against) >= then


def _is_sure(fact: Fact) -> bool:
    """Say whether a fact outdoes that all of them had not done it yet: one of the overview, by who must know."""
    return bool(fact.main) and fact.status in _SURE


def _done_later(found: Answer, against: Sequence[Fact]) -> list[Fact]:
    """Return the facts by which was done later what was not yet done by the fact that answers no, the last first."""
    if found.brief != "no" or found.question.times:
        return []
    then = found.facts[0]
    told = dates.parse(then.when).last if then.when else then.reported
    return sorted((fact for fact in against if _is_firm(fact) and _day(fact) > told), key=_day, reverse=True)


def _is_firm(fact: Fact) -> bool:
    return fact.status not in ("planned", "denied")


def _asks_what_was_done(found: Answer) -> bool:
    """Say whether it is asked of something done, and a plan for it answers: has it opened."""
    return found.brief == "planned" and "past" in found.question.flags


class _Opposing:
    """Finds the facts of which a frame tells what is asked, but the other way.

    Args:
        found: the answer.
        verdict: how its best fact bears out the question.
        lexicon: the names and words of its base.
    """

    def __init__(self, found: Answer, verdict: Verdict, lexicon: Lexicon) -> None:
        self._found, self._verdict, self._lexicon = found, verdict, lexicon
        self._slots = Slots(found.question, lexicon)
        self._asked = Asked(found.question, found.base, lexicon)
        done = [mention for mention, _, by in verdict.borne if by == "did"]
        # Whom the captured ones asked is a question of asking, and not of capture.
        done = [mention for mention in done if is_verb(mention, found.question.tokens)] or done
        self._deeds = done or [mention for mention in found.question.mentions if mention.kind == "action"]
        self._named = [
            mention
            for mention in found.question.mentions
            if (mention.kind == "name" or (mention.kind == "thing" and mention not in verdict.missing))
            and mention not in self._deeds
        ]

    def facts(self, otherwise: Sequence[str]) -> list[Fact]:
        """Return the facts that tell one of some answers, the firmest of the main ones first."""
        done = sorted({m.id for mention in self._deeds for m in mention.meanings if m.part == "actions"})
        if not done or not (self._is_told_by_the_deed() or any(map(self._tells_more_than_a_country, self._named))):
            return []
        base, lexicon = self._found.base, self._lexicon
        # Of what is said not to be so only its words tell.
        near = (candidate.fact for candidate in facts_about(self._found.question, base, lexicon))
        read = {fact.id: fact for fact in (*base.facts(Filter(did=done), limit=_MOST_READ), *near)}
        return sorted((fact for fact in read.values() if self._tells(otherwise, fact)), key=_firmness)

    def _is_told_by_the_deed(self) -> bool:
        """Say whether the deed tells something by itself, as capture does and give or go do not."""
        return any(deed.kind != "light" for deed in self._deeds)

    @property
    def is_of_somebody(self) -> bool:
        """Whether a question names a person, body or group: what all soldiers do is told in many ways at once."""
        meant = [m for mention in self._named for m in mention.meanings]
        groups = {m.id for m in meant if m.part == "things" and self._lexicon.is_people(m.id)}
        bodies = {m.id for m in meant if m.part == "entities" and not self._lexicon.is_place(m.id)}
        return bool(bodies | groups) and not groups & WHOEVER

    def _tells_more_than_a_country(self, mention: Mention) -> bool:
        of_people = any(m.part == "things" for m in mention.meanings)
        return of_people and (mention.kind == "thing" or self._lexicon.country(mention.meanings) is None)

    def _tells(self, otherwise: Sequence[str], fact: Fact) -> bool:
        if fact.is_deprecated or fact == self._found.facts[0] or not time_fit(fact, self._found.question.times):
            return False
        views = views_kept(fact, self._lexicon)
        if self._found.brief != "planned":
            # What a fact tells first it is of: who kill themselves rather than be captured tell nothing of captives.
            views = views[:1]
        told = {self._told(fact, view) for view in views if self._bears(view)}
        return not told.isdisjoint(otherwise) and self._may_still_be_so(fact)

    def _may_still_be_so(self, fact: Fact) -> bool:
        """Say whether a fact stands though the answer does: of what was not yet so earlier only a denial does."""
        told = self._found.facts[0].reported
        if self._found.brief == "planned":
            return fact.status == "denied" or _day(fact) >= told
        return self._found.brief == "no" or fact.status == "denied" or fact.reported >= told

    def _told(self, fact: Fact, view: View) -> str:
        return self._asked.brief("yes-no", [fact], self._verdict._replace(view=view))

    def _bears(self, view: View) -> bool:
        done = all(self._slots.acts(deed, view.actions) for deed in self._deeds)
        return done and all(self._is_named(mention, view) for mention in self._named)

    def _is_named(self, mention: Mention, view: View) -> bool:
        slot = self._slots.filled(mention, view)
        return not slot.startswith(CONTRADICTION) if slot else self._goes_to_a_subject(mention)

    def _goes_to_a_subject(self, mention: Mention) -> bool:
        """Say whether a mention tells to which country of the base something goes: to Pyongyang, to North Korea."""
        within = (self._lexicon.within(m.id) for m in mention.meanings if m.part == "entities")
        return mention.role == "to" and any(not ids.isdisjoint(self._lexicon.subjects) for ids in within)


def _day(fact: Fact) -> str:
    return dates.parse(fact.when).first if fact.when else fact.reported


def _firmness(fact: Fact) -> tuple[bool, int, str]:
    firm = _FIRMEST.index(fact.status) if fact.status in _FIRMEST else len(_FIRMEST)
    return not fact.main, firm, fact.id
