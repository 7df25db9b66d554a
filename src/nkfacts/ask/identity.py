"""Questions about who somebody is or who held an office: whom they mean, and the facts that tell of him."""

from collections.abc import Sequence
from typing import NamedTuple

from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Mention, Question
from nkfacts.model import dates
from nkfacts.model.meaning import Held, quantity_and_id
from nkfacts.model.records import Entity, Fact
from nkfacts.query.base import Base
from nkfacts.text import fold

_OFFICIAL = ("hold-office", "appoint", "leave-office", "command")
_ASKING = frozenset(["role", "position", "office", "post", "job", "title", "function", "rank", "occupation"])

"""Words that ask for an attribute of somebody, and tell nothing of him."""

_OPENING = ("current", "name", "which", "what")
"""Words beside who with which a question for the holder of an office begins."""


class Identity(NamedTuple):
    """Who is asked for: the entity, the office where that was asked, and facts that tell of it, best first."""

    entity: Entity
    office: Held | None
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
    for entity, held in _holders(base, post, day):
        if any(body in lexicon.within(held.of) or held.of in lexicon.within(body) for body in of):
            return Identity(entity, held, _facts(entity, base))
    return None


def _holders(base: Base, post: str, day: str) -> list[tuple[Entity, Held]]:
    """Return who held a post on a day, as far as the base knows since when; the last to take it first."""
    rows = base.known.connection.execute(
        """SELECT entity.id AS id FROM entity, json_each(entity.held) WHERE json_extract(value, '$.post') = ?""",
        (post,),
    )
    found = []
    for (id_,) in rows.fetchall():
        entity = base.entity(id_)
        for held in entity.held if entity is not None else ():
            since = getattr(held, "from")
            if held.post == post and entity is not None and since is not None:
                starts = dates.parse(since).first
                if starts <= day and (held.to is None or dates.parse(held.to).last >= day):
                    found.append((starts, entity, held))
    found.sort(key=lambda one: one[0], reverse=True)
    return [(entity, held) for _, entity, held in found]


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
