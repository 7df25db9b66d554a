"""Questions about who somebody is or who held an office: whom they mean, and the facts that tell of him."""

from collections.abc import Sequence
from itertools import pairwise

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.words import BE
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.meaning import Held, quantity_and_id
from nkfacts.model.records import Entity, Fact
from nkfacts.query.base import Base
from nkfacts.query.offices import Holder, holders
from nkfacts.text import fold

_OFFICIAL = ("hold-office", "appoint", "leave-office", "command")
_HEADING, _TAKING, _HEAD = "command", "appoint", "director"
"""The deeds of who heads a body or takes it over, and the office, of which there are narrower ones, of whoever does."""

_IDLE_ROLES = ("", "of")
"""The roles of a name in a question for who that is: it does nothing there, and nothing is done to it."""

_ATTRIBUTES = frozenset(["role", "position", "office", "post", "job", "title", "function", "rank", "occupation"])
"""Words that ask for an attribute of somebody, and tell nothing of him."""

_OPENING = ("current", "name", "which", "what")
"""Words beside who with which a question for the holder of an office begins."""


_NOT_THE_HOLDER = frozenset(("before", "predecessor", "after", "successor"))
"""Words that ask for another than who holds the office."""

_KINDS_OF_NAME = ("first", "full", "real", "given", "christian", "last", "middle")
"""Words before name that ask for a name which somebody that is known by another may have."""

_MOST = 3
"""How many facts tell who somebody is."""


class Identity(NamedTuple):
    """Who is asked for.

    Attributes:
        entity: who it is.
        office: the office, where that was asked for.
        facts: facts that tell of it, best first.
        named: whether the question names somebody as the holder of the office, and rightly; None where it names nobody.
    """

    entity: Entity
    office: Holder | None
    facts: tuple[Fact, ...]
    named: bool | None = None


class _Office(NamedTuple):
    """An office, and the country or bodies of which it may be one."""

    post: str
    of: tuple[str, ...]


def identity(question: Question, base: Base, lexicon: Lexicon) -> Identity | None:
    """Return who or what a question asks about; None when it asks for something else.

    Args:
        question: the question as read.
        base: the base.
        lexicon: the names and words of the base.
    """
    telling = [m for m in question.mentions if m.kind != "light" and m.text not in _ATTRIBUTES]
    words = [token.word for token in question.tokens]
    of_a_name = any(one in _KINDS_OF_NAME and two == "name" for one, two in pairwise(words))
    if of_a_name or not _NOT_THE_HOLDER.isdisjoint(words):
        return None
    if question.kind == "yes-no":
        return _as_named(question, telling, base, lexicon)
    if question.kind not in ("who", "what", "which") or not telling:
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
    if entity is None or entity.role is None or first.role not in _IDLE_ROLES:
        return None
    if any(not _belongs(entity, m, lexicon) for m in telling[1:]):
        return None
    return Identity(entity, None, tuple(_facts(entity, base)[:_MOST]))


def _as_named(question: Question, telling: Sequence[Mention], base: Base, lexicon: Lexicon) -> Identity | None:
    """Return who holds an office of which a question says that somebody does: is Shoigu still defence minister."""
    if not question.tokens or question.tokens[0].word not in BE or not telling or telling[0].kind != "name":
        return None
    person, *rest = telling
    ids = [m.id for m in person.meanings if m.part == "entities" and not lexicon.is_place(m.id)]
    people = [entity for entity in map(base.entity, ids) if entity is not None and entity.held]
    if not people:
        return None
    found = _holder(question._replace(kind="who"), rest, base, lexicon) or _of_his_own(
        question, people, rest, base, lexicon
    )
    if found is None or found.named is not None:
        return found
    return found._replace(named=found.entity.id in ids)


def _of_his_own(
    question: Question, people: Sequence[Entity], telling: Sequence[Mention], base: Base, lexicon: Lexicon
) -> Identity | None:
    """Return who holds an office that is said of somebody without whose it is: his own, or that of his country."""
    posts = {meaning.id for mention in telling for meaning in mention.meanings} & lexicon.offices
    if not posts or any(mention.kind != "thing" for mention in telling):
        return None
    for person in people:
        terms = [held for held in person.held if posts & lexicon.isa(held.post)]
        last = max(terms, key=lambda held: getattr(held, "from") or "", default=None)
        country = lexicon.country_of_entity(person.id)
        if last is not None and question.tokens[0].word in ("was", "were") and not question.times:
            return _told_of(person, _term(person, last), base)._replace(named=True)
        for post in sorted(posts):
            of = tuple(held.of for held in terms) or ((country,) if country else ())
            found = _holding(_Office(post, of), question, base)
            if found is not None:
                return found
        if last is not None and last.to is not None:
            # Who came after him is not known, but that he is it no more.
            return _told_of(person, _term(person, last), base)._replace(named=False)
    return None


def _term(person: Entity, held: Held) -> Holder:
    return Holder(person.id, getattr(held, "from"), held.to)


def _belongs(entity: Entity, mention: Mention, lexicon: Lexicon) -> bool:
    return any(m.id in lexicon.within(entity.id) for m in mention.meanings)


def _holder(question: Question, telling: Sequence[Mention], base: Base, lexicon: Lexicon) -> Identity | None:
    """Return who held an office that a question names with its country or body, on the day it names, or now."""
    office = _office(question, telling, lexicon)
    if office is None:
        return None
    return _holding(office, question, base)


def _holding(office: _Office, question: Question, base: Base) -> Identity | None:
    """Return who held an office on the day that a question names, or now."""
    day = question.times[0].last if question.times else base.as_of or base.header["updated"]
    # Of whom nobody knows since when, nobody knows either whether it was on that day.
    found = [holder for body in office.of for holder in holders(base.known, office.post, body, day) if holder.since]
    last = max(found, key=lambda holder: holder.since or "", default=None)
    entity = base.entity(last.entity) if last is not None else None
    if last is None or entity is None:
        return None
    until = next((time.last for time in question.times if time.last != dates.LAST_DAY), None)
    return _told_of(entity, last, base, until)


def _told_of(entity: Entity, holder: Holder, base: Base, until: str | None = None) -> Identity:
    """Return the holder of an office with the facts that tell of him, of those first that were told by a day."""
    told = _facts(entity, base, until or holder.since)
    by_then = [fact for fact in told if until and fact.reported <= until]
    return Identity(entity, holder, tuple(by_then or told)[:_MOST])


def _office(question: Question, telling: Sequence[Mention], lexicon: Lexicon) -> _Office | None:
    """Return the office that a question names, with its country or body; None where it names more, or none of whose."""
    offices = [(m, meaning.id) for m in telling for meaning in m.meanings if meaning.id in lexicon.offices]
    if question.kind == "who":
        offices += [(m, _HEAD) for m in _heading(question, telling, lexicon)]
    if not offices or (question.kind != "who" and question.tokens[0].word not in _OPENING):
        return None
    mention, post = offices[0]
    others = [m for m in telling if m is not mention]
    if any(m.kind != "name" for m in others):
        return None
    if post == _HEAD and any(m.role == "in" for m in others):
        # Who is in command of troops in Kursk does not head it.
        return None
    named = [mention.nation] if mention.nation else []
    named += [meaning.id for m in others for meaning in m.meanings if meaning.part == "entities"]
    # A body that is named beside its country is the one that is meant; a country has no mere head.
    bodies = [id_ for id_ in named if id_ not in lexicon.countries]
    of = bodies or (named if post != _HEAD else [])
    return _Office(post, tuple(of)) if of else None


def _heading(question: Question, telling: Sequence[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return the words for heading a body, or for taking it over; who takes a place over does not come to head it."""
    place = any(lexicon.is_place(meaning.id) for mention in telling for meaning in mention.meanings)
    deeds = (_HEADING,) if place else (_HEADING, _TAKING)
    return [mention for mention in question.mentions if any(meaning.id in deeds for meaning in mention.meanings)]


def _facts(entity: Entity, base: Base, day: str | None = None) -> list[Fact]:
    """Return the facts that tell of an entity: of its offices first, then what names it, the earliest first.

    Who reports of somebody for the first time says who that is. Of an office that was asked for comes first what was
    reported last by the day that the question names, or else nearest to that on which it was taken.
    """
    facts = {
        fact.id: fact for fact in (*base.facts_naming("meanings", entity.id), *base.facts_naming("entities", entity.id))
    }
    name = fold(entity.name).split()[-1]
    begin = dates.first_day_of(day) if day else dates.FIRST_DAY

    def order(fact: Fact) -> tuple[int, bool, int]:
        official = 0
        for frame in fact.events:
            whose = [quantity_and_id(filler)[1] for filler in (*frame.who, *frame.whom)]
            if frame.did in _OFFICIAL and entity.id in whose:
                official = max(official, 1 + (frame.did != "command") + (frame.did == "appoint" or len(frame.who) == 1))
        days = dates.days_between(begin, dates.first_day_of(fact.reported))
        return -official, name not in fold(fact.title or "").split(), abs(days)

    return sorted(facts.values(), key=order)
