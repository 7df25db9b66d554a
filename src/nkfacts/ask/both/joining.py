"""Answers to parts of a question put together: all of them answer it, or those that do not are named."""

from collections.abc import Sequence

from nkfacts.ask.told.answers import Answer, Measured, WholeKind
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.weighing.choosing import MOST_CLOSEST, Choice
from nkfacts.hints import NamedTuple
from nkfacts.model.records import Fact
from nkfacts.query.base import Base


class Whole(NamedTuple):
    """A question that asks for two things, with the answer to each.

    Attributes:
        question: it as read.
        kind: how it asks for them.
        parts: the answer to each thing.
        base: the base.
    """

    question: Question
    kind: WholeKind
    parts: tuple[Answer, ...]
    base: Base

    def told(self, brief: str, lead: str = "", measured: Measured | None = None) -> Answer:
        """Return the answer that its parts give: bare, in words, and as a number where one is counted."""
        facts = dict.fromkeys(part.facts[0] for part in self.parts if part.facts)
        choice = Choice(facts=tuple(facts))
        return Answer(
            self.question, choice, self.kind, self.base, brief, parts=self.parts, measured=measured, lead=lead
        )

    def refused(self, reason: str, closest: Sequence[Fact] = ()) -> Answer:
        """Return that it has no answer, why, and what comes nearest: if nothing is given, to the parts without one."""
        missing = unanswered(self.parts)
        words = tuple(dict.fromkeys(word for part in missing for word in part.choice.missing))
        near = tuple(closest)[:MOST_CLOSEST] or closest_of(missing)
        choice = Choice(closest=near, missing=words)
        return Answer(self.question, choice, self.kind, self.base, reason=reason, parts=self.parts)


def part_of(found: Answer, typed: str) -> Answer:
    """Return the answer to a part as one to the words that were typed for it."""
    return found._replace(question=found.question._replace(text=typed))


def unanswered(parts: Sequence[Answer]) -> tuple[Answer, ...]:
    """Return the parts that have no answer."""
    return tuple(part for part in parts if not part.facts)


def closest_of(parts: Sequence[Answer]) -> tuple[Fact, ...]:
    """Return the facts that come nearest to some parts, in turn of each."""
    ranks = max((len(part.choice.closest) for part in parts), default=0)
    found = [part.choice.closest[rank] for rank in range(ranks) for part in parts if rank < len(part.choice.closest)]
    return tuple({fact.id: fact for fact in found}.values())[:MOST_CLOSEST]
