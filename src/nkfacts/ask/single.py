"""The answer to a question for one thing: the slot that was asked for, from chosen facts; or the closest facts."""

from collections.abc import Sequence

from nkfacts.ask.asked import Asked, kind_of_answer
from nkfacts.ask.choosing import MOST_CLOSEST, Choice, choose
from nkfacts.ask.common import common_questions
from nkfacts.ask.common_evidence import Common
from nkfacts.ask.counting_up import as_counted
from nkfacts.ask.demands import Demands
from nkfacts.ask.figure_gate import FigureGate
from nkfacts.ask.happened import happened
from nkfacts.ask.identity import Identity, identity
from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.negation import negating_word
from nkfacts.ask.question import Kind, Question
from nkfacts.ask.reading import read
from nkfacts.ask.refusing import JUDGEMENT, refusal_of, untold_reason
from nkfacts.ask.sameness import is_phrase
from nkfacts.ask.several import MANY, MOST_TOLD, Several, asks_for_no_number, several
from nkfacts.ask.statements import asks_what_is_said
from nkfacts.ask.telling import Telling
from nkfacts.ask.words import DISPUTING
from nkfacts.hints import Literal, NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Entity, Fact
from nkfacts.query.base import Base
from nkfacts.query.offices import Holder

_BROAD = ("who", "where", "which", "what", "list")
"""Kinds of question that several facts may answer together."""

_SURE, _SURER = 0.85, 0.7
"""The chance from which on a fact answers whatever common question is near, and a common question before any other."""

_MOST_LACKED = 0.5
"""The share of a question that a common one may lack, to be answered before a figure where no number is asked for."""

_NEAR = 0.3
"""The chance from which on what answers a common question may come closest of all."""


WholeKind = Literal["between", "times", "both", "either"]
"""How two things are asked for at once: how long between them, of two times, both, or which of them."""


class Measured(NamedTuple):
    """What was counted from two facts: a number or its ends, its unit, and both in words."""

    value: float | None
    low: float | None
    high: float | None
    unit: str
    words: str


class Answer(NamedTuple):
    """What is answered to one question.

    Attributes:
        question: the question as read.
        choice: the facts that answer, or the closest ones.
        kind: what is answered: what the question asks for, who somebody is, or how it asks for two things.
        base: the base as it was known on the day the question names.
        brief: the bare figure, date, name, yes or no; empty where there is none.
        date: the time that the best fact is about.
        reason: why there is no answer; empty when there is one.
        entity: whom or what the question asks about, when it asks who that is or was.
        parts: where a question asks for two things, the answer to each; else none.
        measured: what is counted from the facts of two parts: the days between, or how many more.
        lead: what the parts, or several facts, tell together, in words; empty where they stand side by side.
        beside: facts that bear out the lead besides those that answer the parts.
        common: the wording of the common question as which it was read; empty where it is none.
        against: facts that tell otherwise than the best, where it is asked whether something is so.
    """

    question: Question
    choice: Choice
    kind: Kind | Literal["identity"] | WholeKind
    base: Base
    brief: str = ""
    date: str | None = None
    reason: str = ""
    entity: Entity | None = None
    parts: tuple["Answer", ...] = ()
    measured: Measured | None = None
    lead: str = ""
    beside: tuple[Fact, ...] = ()
    common: str = ""
    against: tuple[Fact, ...] = ()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts it rests on, best first; none when there is no answer."""
        return (*self.choice.facts, *self.beside)


def answer_one(text: str, base: Base, lexicon: Lexicon) -> Answer:
    """Answer a question for one thing from what a base knew on its day.

    Args:
        text: the question, in any wording.
        base: the base; times without a year, and "last winter", count from its day, or else
            from the day on which its file was updated.
        lexicon: the names and words of the base.
    """
    question = as_counted(read(text, lexicon, base.as_of or base.header["updated"]), base, lexicon)
    known = known_for(question, base)
    refusal = refusal_of(question, known)
    found = _without_choice(question, known, lexicon)
    if found is not None:
        return found
    if not question.mentions:
        reason = refusal or "it names nothing that the base could have"
        return Answer(question, Choice(), question.kind, known, reason=reason)
    who = identity(question, known, lexicon)
    if who is not None and who.facts and not refusal and "reason" not in question.flags:
        return _who_it_is(who, question, known)
    choice = choose(question, known, lexicon)
    if refusal and refusal != JUDGEMENT:
        return Answer(question, choice._replace(facts=(), figure=None), question.kind, known, reason=refusal)
    return _by_choice(question, choice, known, lexicon, refusal)


def _by_choice(question: Question, choice: Choice, base: Base, lexicon: Lexicon, refusal: str) -> Answer:
    """Return the answer of what was chosen, or of a common question; the closest where neither is one."""
    untold = refusal or untold_reason(question, choice)
    found = None if untold else _by_facts(question, choice, base, lexicon)
    if found is not None and _is_sure(found, question, choice):
        return found
    likely = common_questions(question, base, lexicon)
    first = likely[: 1 if found is not None else None]
    common = next((each for each in first if each.is_likely_enough or each.is_found_too(choice.weighed)), None)
    if common is not None and (found is None or _goes_first(common, question, choice)):
        return answer_commonly(common, question, choice, base, lexicon)
    if found is not None:
        return found
    unanswered = _with_the_common(likely, choice._replace(facts=(), figure=None))
    return Answer(question, unanswered, question.kind, base, reason=untold or _missing(unanswered))


def _without_choice(question: Question, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return the answer of what needs no choice among facts: what is new, what happened, what is disputed."""
    news = happened(question, base, lexicon)
    if news:
        return _told_together(Several(news, ()), question, Choice(), base, lexicon)
    if question.kind == "when" or question.times or DISPUTING.isdisjoint(token.word for token in question.tokens):
        return None
    # Few questions ask for it, and no other needs what finds contradictions.
    from nkfacts.ask.disputing import disputed

    claims, lead = disputed(question, base, lexicon)
    if not claims:
        return None
    told = _told_together(Several(claims, ()), question, Choice(), base, lexicon)
    return told._replace(brief=lead, lead=lead)


def _with_the_common(likely: Sequence[Common], choice: Choice) -> Choice:
    """Return what comes closest, and among it what answers the likeliest common question, first if that is likelier."""
    near = next((each for each in likely if each.facts), None)
    if near is None:
        return choice
    others = [fact for fact in choice.closest if fact != near.facts[0]]
    if near.is_ruled_out or near.chance < max(_NEAR, choice.weighed[0][2] if choice.weighed else 0.0):
        return choice._replace(closest=(*others[:1], near.facts[0], *others[1:])[:MOST_CLOSEST])
    missing = near.verdict.missing if near.verdict is not None else ()
    closest = (near.facts[0], *others)[:MOST_CLOSEST]
    return choice._replace(closest=closest, missing=tuple(mention.text for mention in missing))


def _is_sure(found: Answer, question: Question, choice: Choice) -> bool:
    """Say whether what facts tell is the answer, whatever common question may be asked."""
    if choice.figure is None and len(found.facts) > 1:
        # What their frames tell together is broader than a common question.
        return True
    return choice.weighed[0][2] >= _SURE and not _is_beside(question, choice)


def _is_beside(question: Question, choice: Choice) -> bool:
    """Say whether a number was chosen where none is asked for: who trained them is not how many were trained."""
    counts = choice.figure is not None or any(fact.figure is not None for fact in choice.facts[:1])
    return counts and question.kind != "where" and asks_for_no_number(question)


def _goes_first(common: Common, question: Question, choice: Choice) -> bool:
    """Say whether a common question answers before what was found, of which nothing is sure."""
    if _is_beside(question, choice):
        return common.lacks < _MOST_LACKED
    lacking = common.verdict.missing if common.verdict is not None else ()
    return not common.lacks and common.chance >= _SURER and not any(m.kind == "action" for m in lacking)


def known_for(question: Question, base: Base) -> Base:
    """Return a base as it was known on the day that a question names."""
    known_by = min((time.last for time in question.times if time.known), default=None)
    day = min(filter(None, (base.as_of, known_by)), default=None)
    return base.on(day) if day != base.as_of else base


def _by_facts(question: Question, choice: Choice, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return the answer of what was chosen, or of several facts together; None where neither is one."""
    said = asks_what_is_said(question)
    if said or choice.figure is None or question.kind == "where":
        together = several(question, base, lexicon)
        if together is not None and (said or not choice.facts or len(together.facts) >= MANY):
            return _told_together(together, question, choice, base, lexicon)
    if not choice.facts:
        return None
    negative = negating_word(question, choice.facts[0], choice.verdict)
    if negative:
        choice = choice._replace(facts=(), figure=None, missing=(negative, *choice.missing))
        return Answer(question, choice, question.kind, base, reason=_missing(choice))
    return answer_from(question, choice, base, lexicon)


def answer_commonly(common: Common, question: Question, choice: Choice, base: Base, lexicon: Lexicon) -> Answer:
    """Return the answer of a common question: of a broad one all its facts, else what its figure or best fact tells.

    Args:
        common: the common question that is asked.
        question: the question as read.
        choice: what was weighed, and did not answer.
        base: the base as it was known on the day the question names.
        lexicon: the names and words of the base.
    """
    if common.kind == "yes-no" and question.text.rstrip().endswith("?") and is_phrase(question):
        # Put as a question, a general wounded in Kursk asks whether one was.
        question = question._replace(kind=common.kind)
    beside = _denies_something_else(common, question) or _counts_something_else(common, question, base, lexicon)
    if question.kind == "yes-no" and beside:
        # That so many are there tells something of whether they left, but no yes.
        question = question._replace(kind="what")
    if len(common.facts) > 1 and common.figure is None and question.kind in _BROAD:
        found = _told_together(Several(common.facts, ()), question, choice, base, lexicon)
    else:
        chosen = choice._replace(facts=common.facts, figure=common.figure, missing=(), verdict=common.verdict)
        found = answer_from(question, chosen, base, lexicon)
    return found._replace(common=common.words)


def _counts_something_else(common: Common, question: Question, base: Base, lexicon: Lexicon) -> bool:
    """Say whether what answers a common question first counts something, and not by the deed that is asked."""
    id_ = common.facts[0].figure
    figure = base.figure(id_) if id_ is not None else None
    if figure is None or is_decided(common, Telling(question, base, lexicon)):
        return False
    verdict = FigureGate(question, lexicon, Demands(question, lexicon)).judge(figure)
    return bool(verdict.against) or all(by != "did" for _, _, by in verdict.borne)


def _denies_something_else(common: Common, question: Question) -> bool:
    """Say whether a denial answers a common question, and not of the deed that is asked: it is no "no" to that."""
    if common.facts[0].status != "denied" or common.verdict is None or question.flags & {"denying", "saying"}:
        return False
    done = [mention for mention, _, by in common.verdict.borne if by == "did"]
    return not done and any(mention.kind == "action" for mention in question.mentions)


def is_decided(common: Common, asked: Telling) -> bool:
    """Say whether what answers a common question tells yes or no of just what is asked."""
    told = common.verdict is None or asked.is_told("yes-no", common.facts, common.verdict)
    return told and not common.told.get("beside what is asked")


def _told_together(together: Several, question: Question, choice: Choice, base: Base, lexicon: Lexicon) -> Answer:
    """Return the answer that several facts give to a broad question: what they tell, and each of them."""
    told, more = together.fillers[:MOST_TOLD], together.fillers[MOST_TOLD:]
    lead = "; ".join((*map(base.word_for, told), *(["more"] if more else [])))
    facts = together.facts
    brief = lead or Asked(question, base, lexicon).brief("list", facts, None)
    chosen = choice._replace(facts=facts, figure=None, missing=())
    return Answer(question, chosen, "list", base, brief, facts[0].when or facts[0].reported, lead=lead)


def answer_from(question: Question, choice: Choice, base: Base, lexicon: Lexicon) -> Answer:
    """Return the answer that chosen facts give to a question.

    Args:
        question: the question as read.
        choice: the facts, at least one.
        base: the base as it was known on the day the question names.
        lexicon: the names and words of the base.
    """
    kind = kind_of_answer(question, choice.figure)
    best = choice.facts[0]
    brief = Asked(question, base, lexicon).brief(kind, choice.facts, choice.verdict)
    return Answer(question, choice, kind, base, brief, best.when or best.reported)


def _who_it_is(who: Identity, question: Question, base: Base) -> Answer:
    brief = f"{who.entity.name}, {since_and_until(who.office)}" if who.office else who.entity.role or who.entity.name
    if who.named is not None:
        brief = f"{'yes' if who.named else 'no'}: {brief}"
    best = who.facts[0]
    return Answer(
        question, Choice(facts=who.facts), "identity", base, brief, best.when or best.reported, entity=who.entity
    )


def _missing(choice: Choice) -> str:
    return "no fact on that as asked" if choice.closest else "no fact on that"


def since_and_until(holder: Holder) -> str:
    """Return the days of an office in words."""
    words = f"since {dates.parse(holder.since).words}" if holder.since else "days not known"
    return f"{words} until {dates.parse(holder.until).words}" if holder.until else words
