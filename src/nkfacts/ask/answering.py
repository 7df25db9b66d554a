"""The answer to a question: its kind, the facts it rests on, and the bare value; or none."""

from typing import NamedTuple

from nkfacts.ask import vocabulary as v
from nkfacts.ask.choosing import Choice, choose
from nkfacts.ask.reading import Question, read
from nkfacts.english import split
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.text import fold


class Answer(NamedTuple):
    """What is answered to one question.

    ``base`` is the base as it was known on the day the question names; ``brief`` the bare
    figure, date, name, yes or no; ``date`` the time that the best fact is about.
    """

    question: Question
    choice: Choice
    kind: str
    base: Base
    brief: str = ""
    date: str | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts it rests on, best first; none when there is no answer."""
        return self.choice.facts


def answer(text: str, base: Base) -> Answer:
    """Answer a question from what a base knew on its day.

    Args:
        text: the question, in any wording.
        base: the base; times without a year, and "last winter", count from its day, or else
            from the day on which its file was updated.
    """
    question = read(text, base, base.as_of or base.header["updated"])
    day = min(filter(None, (base.as_of, question.known_by)), default=None)
    known = base.on(day) if day != base.as_of else base
    choice = choose(question, known)
    kind = _kind(question, choice)
    if not choice.facts:
        return Answer(question, choice, kind, known)
    best = choice.facts[0]
    return Answer(question, choice, kind, known, _brief(kind, question, choice, known), best.when or best.reported)


def _kind(question: Question, choice: Choice) -> str:
    """Return the kind of answer: a figure is a number, or a list where the question asks how it changed."""
    if choice.figure is None:
        return question.kind or "what"
    if "change" in question.flags and question.kind != "who":
        return "list"
    return question.kind if question.kind in ("who", "when") else "how-many"


def _brief(kind: str, question: Question, choice: Choice, base: Base) -> str:
    best = choice.facts[0]
    entity = base.entity(question.identity_of) if question.identity_of else None
    if entity is not None:
        return entity.role or entity.name
    if kind == "when":
        return best.when or best.reported
    if kind == "where":
        return base.name_of(best.place) if best.place else ""
    if kind == "who":
        return "; ".join(_who(question, best, base))
    if kind == "yes-no":
        return "no" if best.status == "denied" and "denying" not in question.flags else "yes"
    if kind == "list":
        return "; ".join(fact.bare_amount or fact.title or fact.id for fact in choice.facts)
    return best.bare_amount


def _who(question: Question, fact: Fact, base: Base) -> list[str]:
    """Return who is asked for: who says it, or the persons that the fact names and the question does not."""
    asked = {word.text for word in question.words}
    if question.flags & {"highest", "lowest"} or not asked.isdisjoint(v.CLAIM_VERBS):
        return [base.name_of(fact.by)]
    known = {name.id for name in question.others}
    for kinds in (("person",), ("organisation", "group", "unit")):
        named = [
            id_ for id_ in (*fact.about, fact.by)
            if id_ not in known and _acts_in(fact, id_, kinds, base) and asked.isdisjoint(split(base.name_of(id_)))
        ]  # fmt: skip
        if named:
            return [base.name_of(id_) for id_ in dict.fromkeys(named)]
    return [base.name_of(fact.by)]


def _acts_in(fact: Fact, id_: str, kinds: tuple[str, ...], base: Base) -> bool:
    entity = base.entity(id_)
    return entity is not None and entity.kind in kinds and fold(entity.name).split()[-1] in fold(fact.statement).split()
