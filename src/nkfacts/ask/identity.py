"""Questions about who somebody is or who held an office: whom they mean, and the facts that tell of him."""

from collections.abc import Sequence
from typing import NamedTuple

from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Mention, Question
from nkfacts.model.meaning import quantity_and_id
from nkfacts.model.records import Entity, Fact
from nkfacts.query.base import Base
from nkfacts.query.offices import Holder, holders
from nkfacts.text import fold

_OFFICIAL = ("hold-office", "appoint", "leave-office", "command")
_ASKING = frozenset(["role", "position", "office", "post", "job", "title", "function", "rank", "occupation"])
"""Words that ask for an attribute of somebody, and tell nothing of him."""

_OPENING = ("current", "name", "which", "what")
"""Words beside who with which a question for the holder of an office begins."""


class Identity(NamedTuple):
    """Who is asked for: the entity, the office where that was asked, and facts that tell of it, best first."""

    entity: Entity
    office: Holder | None
    facts: tuple[Fact, ...]


def identity(question: Question, base: Base, lexicon: Lexicon) -> Identity | None:
    """Return who or what a question asks about; None when it asks for something else.

    Args:
        question: the question as read.
        base: the base.
        lexicon: the names and words of the base.
    """
    if question.kind not in ("who", "what", "which"):
        return None
    telling = [m for m in question.mentions if m.kind != "light" and m.text not in _ASKING]
    if not telling:
        return None
    holder = _holder(question, telling, base, lexicon)
    if holder is not None:
        return holder
    first = telling[0]
    if first.kind != "name" or (first.claims and question.kind != "who") or any(m.kind != "name" for m in telling[1:]):
        return None
    entity = next(
        (base.entity(m.id) for m in first.meanings if m.part == "entities" and m.id not in lexicon.countries), None
    )
    if entity is None or entity.role is None:
        return None
    if any(not _belongs(entity, m, lexicon) for m in telling[1:]):
        return None
    return Identity(entity, None, _facts(entity, base))


def _belongs(entity: Entity, mention: Mention, lexicon: Lexicon) -> bool:
    return any(m.id in lexicon.within(entity.id) for m in mention.meanings)


def _holder(question: Question, telling: Sequence[Mention], base: Base, lexicon: Lexicon) -> Identity | None:
    """Return who held an office that a question names with its country or body, on the day it names, or now."""
    offices = [(m, meaning.id) for m in telling for meaning in m.meanings if meaning.id in lexicon.offices]
    if not offices or (question.kind != "who" and question.tokens[0].word not in _OPENING):
        return None
    mention, post = offices[0]
    others = [m for m in telling if m is not mention]
    if any(m.kind != "name" for m in others):
        return None
    of = [mention.nation] if mention.nation else []
    of += [meaning.id for m in others for meaning in m.meanings if meaning.part == "entities"]
    if not of:
        return None
    day = question.times[0].last if question.times else base.as_of or base.header["updated"]
    # Of whom nobody knows since when, nobody knows either whether it was on that day.
    found = [holder for body in of for holder in holders(base.known, post, body, day) if holder.since]
    last = max(found, key=lambda holder: holder.since or "", default=None)
    entity = base.entity(last.entity) if last is not None else None
    return Identity(entity, last, _facts(entity, base)) if entity is not None else None


def _facts(entity: Entity, base: Base) -> tuple[Fact, ...]:
    """Return the facts that tell of an entity: of its offices first, then what names it, the latest first."""
    facts = {
        fact.id: fact for fact in (*base.facts_naming("meanings", entity.id), *base.facts_naming("entities", entity.id))
    }
    name = fold(entity.name).split()[-1]

    def order(fact: Fact) -> tuple[int, bool, str]:
        official = 0
        for frame in fact.events:
            whose = [quantity_and_id(filler)[1] for filler in (*frame.who, *frame.whom)]
            if frame.did in _OFFICIAL and entity.id in whose:
                official = max(official, 1 + (frame.did != "command") + (frame.did == "appoint" or len(frame.who) == 1))
        return official, name in fold(fact.title or "").split(), fact.reported

    return tuple(sorted(facts.values(), key=order, reverse=True)[:3])
