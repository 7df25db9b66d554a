"""What is answered to a question: the facts, what they tell of it, and what was counted from them."""

from nkfacts.ask.broad.several import MOST_TOLD, Several
from nkfacts.ask.gate.asked import Asked, kind_of_answer
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Kind, Question
from nkfacts.ask.weighing.choosing import Choice
from nkfacts.hints import Literal, NamedTuple
from nkfacts.model.records import Entity, Fact
from nkfacts.query.base import Base

WholeKind = Literal["between", "times", "both", "either", "compare"]
"""How two things are asked for at once: how long between them, of two times, both, which of them, of two claimants."""


class Advice(NamedTuple):
    """What helps whoever asked a question that has no answer.

    Attributes:
        why: why there is none, where more is known than which words are not borne out.
        without: the words without which it has one; empty for none.
        command: what to type instead: the question without them, or another command; empty for nothing.
    """

    why: str = ""
    without: str = ""
    command: str = ""


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
        advice: what helps whoever asked, where there is no answer and it was looked for.
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
    advice: Advice = Advice()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts it rests on, best first; none when there is no answer."""
        return (*self.choice.facts, *self.beside)


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


def told_together(together: Several, question: Question, choice: Choice, base: Base, lexicon: Lexicon) -> Answer:
    """Return the answer that several facts give to a broad question: what they tell, and each of them.

    Args:
        together: the facts, and what they tell together.
        question: the question as read.
        choice: what was weighed beside them.
        base: the base as it was known on the day the question names.
        lexicon: the names and words of the base.
    """
    told, more = together.fillers[:MOST_TOLD], together.fillers[MOST_TOLD:]
    lead = "; ".join((*map(base.word_for, told), *(["more"] if more else [])))
    facts = together.facts
    brief = lead or Asked(question, base, lexicon).brief("list", facts, None)
    chosen = choice._replace(facts=facts, figure=None, missing=())
    return Answer(question, chosen, "list", base, brief, facts[0].when or facts[0].reported, lead=lead)
