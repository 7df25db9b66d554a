"""The answer to a question for one thing: the slot that was asked for, from chosen facts; or the closest facts."""

from collections.abc import Sequence

from nkfacts.ask.broad.happened import happened
from nkfacts.ask.broad.identity import Identity, identity
from nkfacts.ask.broad.several import MANY, Several, asks_for_no_number, several, told_by
from nkfacts.ask.broad.statements import asks_what_is_said
from nkfacts.ask.common.common import common_questions
from nkfacts.ask.common.common_evidence import Common
from nkfacts.ask.common.commonly import answer_commonly
from nkfacts.ask.gate.negation import negating_word
from nkfacts.ask.gate.sameness import SAME
from nkfacts.ask.one.counting_up import as_counted
from nkfacts.ask.one.moving import as_moved
from nkfacts.ask.one.refusing import JUDGEMENT, refusal_of, untold_reason
from nkfacts.ask.one.stretches import over_a_stretch
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer, answer_from, told_together
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.understanding.reading import read_by
from nkfacts.ask.understanding.words import DISPUTING, EARLIEST, LATEST
from nkfacts.ask.weighing.choosing import MOST_CLOSEST, Choice, choose
from nkfacts.model import dates
from nkfacts.query.base import Base
from nkfacts.query.offices import Holder
from nkfacts.text import fold

_SURE, _SURER = 0.85, 0.7
"""The chance from which on a fact answers whatever common question is near, and a common question before any other."""

_MOST_LACKED = 0.5
"""The share of a question that a common one may lack, to be answered before a figure where no number is asked for."""

_NEAR = 0.3
"""The chance from which on what answers a common question may come closest of all."""


def answer_one(text: str, base: Base, lexicon: Lexicon) -> Answer:
    """Answer a question for one thing from what a base knew on its day.

    Args:
        text: the question, in any wording.
        base: the base; times without a year, and "last winter", count from its day, or else
            from the day on which its file was updated.
        lexicon: the names and words of the base.
    """
    question = as_moved(as_counted(read_by(text, base, lexicon), base, lexicon), base, lexicon)
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
    return over_a_stretch(question, choice, known, lexicon) or _by_choice(question, choice, known, lexicon, refusal)


def _by_choice(question: Question, choice: Choice, base: Base, lexicon: Lexicon, refusal: str) -> Answer:
    """Return the answer of what was chosen, or of a common question; the closest where neither is one."""
    untold = refusal or untold_reason(question, choice)
    found = None if untold else _by_facts(question, choice, base, lexicon)
    # What all frames with a deed tell together is broader than what somebody chose for just this question.
    is_broad = found is not None and choice.figure is None and len(found.facts) > 1
    is_sure = asks_what_is_said(question) if is_broad else _is_sure(question, choice)
    if found is not None and is_sure:
        return found
    likely = common_questions(question, base, lexicon)
    first = likely[: 1 if found is not None else None]
    common = next((each for each in first if each.is_likely_enough or each.is_found_too(choice.weighed)), None)
    if common is not None and (
        found is None
        or (_is_told(common, question, base, lexicon) if is_broad else _goes_first(common, question, choice))
    ):
        return answer_commonly(common, question, choice, base, lexicon)
    if found is not None:
        return found
    unanswered = _with_the_common(likely, choice._replace(facts=(), figure=None))
    return Answer(question, unanswered, question.kind, base, reason=untold or _missing(unanswered))


def _without_choice(question: Question, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return the answer of what needs no choice among facts: what is new, what happened, what is disputed."""
    news = happened(question, base, lexicon)
    if news:
        return told_together(Several(news, ()), question, Choice(), base, lexicon)
    if question.kind == "when" or question.times or DISPUTING.isdisjoint(token.word for token in question.tokens):
        return None
    # Few questions ask for it, and no other needs what finds contradictions.
    from nkfacts.ask.broad.disputing import disputed

    claims, lead = disputed(question, base, lexicon)
    if not claims:
        return None
    told = told_together(Several(claims, ()), question, Choice(), base, lexicon)
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
    words = tuple(mention.text for mention in missing)
    return choice._replace(closest=closest, missing=words, failing="" if words else choice.failing)


def _is_told(common: Common, question: Question, base: Base, lexicon: Lexicon) -> bool:
    """Say whether the frames of what answers a common question have what is asked, or it is as good as certain."""
    same = bool(common.told.get(SAME)) and common.chance >= _SURE
    return same or bool(told_by(common.facts, question, base, lexicon))


def _is_sure(question: Question, choice: Choice) -> bool:
    """Say whether what facts tell is the answer, whatever common question may be asked."""
    return bool(choice.facts) and choice.weighed[0][2] >= _SURE and not _is_beside(question, choice)


def _is_beside(question: Question, choice: Choice) -> bool:
    """Say whether a number was chosen where none is asked for: who trained them is not how many were trained."""
    counts = choice.figure is not None or any(fact.figure is not None for fact in choice.facts[:1])
    return counts and question.kind != "where" and asks_for_no_number(question)


def _goes_first(common: Common, question: Question, choice: Choice) -> bool:
    """Say whether a common question answers before what was found, of which nothing is sure."""
    if _is_in_order(question, choice) and (EARLIEST | LATEST).isdisjoint(fold(common.words).split()):
        # Who asks for the last of many visits does not ask for all of them.
        return False
    if _is_beside(question, choice):
        return common.lacks < _MOST_LACKED
    lacking = common.verdict.missing if common.verdict is not None else ()
    return not common.lacks and common.chance >= _SURER and not any(m.kind == "action" for m in lacking)


def _is_in_order(question: Question, choice: Choice) -> bool:
    """Say whether the first or last in time is asked for, and was chosen among those that bear out every word."""
    asked = len(question.flags & {"earliest", "latest"}) == 1 and question.kind in ("when", "who", "where")
    if question.flags & {"saying", "confirming"}:
        return False
    verdict = choice.verdict
    return asked and choice.figure is None and verdict is not None and not (verdict.missing or verdict.against)


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
            return told_together(together, question, choice, base, lexicon)
    if not choice.facts:
        return None
    negative = negating_word(question, choice.facts[0], choice.verdict)
    if negative:
        choice = choice._replace(facts=(), figure=None, missing=(negative, *choice.missing))
        return Answer(question, choice, question.kind, base, reason=_missing(choice))
    return answer_from(question, choice, base, lexicon)


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
