"""Whether a text has something done at another place than a fact: captured in Donetsk, by a fact of Kursk."""

from collections.abc import Iterable

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.gate.slots import AT
from nkfacts.ask.terms.lexicon import Lexicon, Meaning
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.model.records import Fact

NOT_THERE = "not so said: "


def places_among(mentions: Iterable[Mention], lexicon: Lexicon) -> list[Mention]:
    """Return the mentions of a place in which something is done; a country is often told for what is near it."""
    return [
        m for m in mentions
        if m.kind == "name" and m.role in AT and not m.claims
        and all(x.part == "entities" and lexicon.is_place(x.id) and x.id not in lexicon.countries for x in m.meanings)
    ]  # fmt: skip


def for_nations(question: Question, fitting: Fitting) -> Question:
    """Return a question in which a nation does what somebody of it does: Ukraine, where HUR captured two."""

    def of_nation(mention: Mention) -> Mention:
        nations = {fitting.nation_of(m.id) for m in mention.meanings if m.part == "entities"} - {None}
        does = mention.kind == "name" and mention.role in ("subject", "by") and not mention.claims
        if not does or len(nations) != 1 or fitting.is_nation(mention):
            return mention
        return mention._replace(meanings=tuple(Meaning("entities", id_) for id_ in nations if id_ is not None))

    return question._replace(mentions=tuple(map(of_nation, question.mentions)))


def is_elsewhere(place: Mention, fact: Fact, lexicon: Lexicon) -> bool:
    """Say whether a fact is of a place that neither lies in one that is told, nor takes it in."""
    if fact.place is None:
        return False
    own, within = fact.place, lexicon.within
    told = {m.id for m in place.meanings} | {lexicon.region_named_like(m.id) for m in place.meanings} - {None}
    return not any(own in within(one) or one in within(own) for one in told if one is not None)


def told_elsewhere(mentions: Iterable[Mention], fact: Fact, lexicon: Lexicon) -> str:
    """Return the words for where a text has done what a fact tells of another place; empty for nowhere."""
    found = (m for m in places_among(mentions, lexicon) if is_elsewhere(m, fact, lexicon))
    return next((f"{NOT_THERE}“{m.role} {m.text.title()}”" for m in found), "")
