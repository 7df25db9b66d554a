"""The deeds that a sentence tells, each with those who are bound to it: who did it, to whom, where."""

from collections.abc import Sequence
from typing import NamedTuple

from nkfacts.ask.lexicon import Lexicon
from nkfacts.ask.question import Mention, Question
from nkfacts.ask.verbs import is_verb
from nkfacts.verifying.pieces import has_unknown_parties, without_deeds_of_speech
from nkfacts.verifying.wording import NO_DEEDS

_OWNED = 3
"""The words that may stand between an owner and its deed, and one."""


class Core(NamedTuple):
    """A deed with those who are bound to it: who did it, to whom, where.

    Attributes:
        question: the deed and what is bound to it, as a question of yes or no.
        deed: the word for it.
        text: its words.
        is_whole: whether two things are bound to it; else it needs a day, and somebody who says it or does it.
    """

    question: Question
    deed: Mention
    text: str
    is_whole: bool = True


def cores_of(question: Question, lexicon: Lexicon) -> list[Core]:
    """Return the deeds of a sentence that are bound to something that the base knows.

    Args:
        question: the sentence as ``ask`` reads it.
        lexicon: the names and words of the base.
    """
    question = without_deeds_of_speech(question)
    mentions = question.mentions
    found = []
    doers: list[int] = []
    for i, deed in enumerate(mentions):
        if not _is_deed(deed) or has_unknown_parties(question, deed):
            continue
        bound = [j for j, m in enumerate(mentions) if m.verb == i and _is_told(m) and _is_near(question, deed, m)]
        bound += [j for j in range(i + 1, i + 2) if j not in bound and _is_object(question, i, j)]
        before = _before(question, i)
        if before is not None and before not in bound:
            bound.append(before)
        if deed.kind == "action" and is_verb(deed, question.tokens):
            doers = [j for j in bound if mentions[j].role == "subject"] or doers
        elif bound and before is None:
            # The reconstruction of Kursk, by builders who were named before it.
            bound += [j for j in doers or _first_name(question, i) if j not in bound]
        told = [j for j in bound if not _is_scene(mentions[j])]
        count = len([j for j in told if not mentions[j].claims])
        if all(_is_subject(mentions[j], lexicon) for j in told):
            # That North Korea and Russia did something is said of too much.
            count = min(count, 1)
        if count == 1:
            # Of what is done to one thing, every name of the sentence has to be borne out too.
            told += [
                j for j, m in enumerate(mentions) if m.kind == "name" and not m.claims and j not in told and j != i
            ]
        if count:
            found.append(_core(question, sorted({i, *told}), i, is_whole=count > 1))
    return found


def _is_subject(mention: Mention, lexicon: Lexicon) -> bool:
    named = {m.id for m in mention.meanings if m.part == "entities"}
    return bool(named) and named <= lexicon.subjects


def _is_deed(mention: Mention) -> bool:
    if mention.kind == "action":
        return not mention.claims
    return mention.kind == "thing" and any(m.part == "actions" and m.reading == "noun" for m in mention.meanings)


def _is_told(mention: Mention) -> bool:
    return mention.kind in ("name", "thing")


def _is_near(question: Question, deed: Mention, mention: Mention) -> bool:
    """Say whether nothing between a deed and what is bound to it begins another clause."""
    first, last = sorted((deed, mention))
    between = [token.word for token in question.tokens[first.end : last.start]]
    return mention.role in ("subject", "patient") or not any(
        word in NO_DEEDS or word in ("that", "which", "who", "whose") for word in between
    )


def _before(question: Question, i: int) -> int | None:
    """Return what stands right before a deed: as its owner, Putin's rare visit; or as done, an agreement signed."""
    if not i:
        return None
    mention, deed = question.mentions[i - 1], question.mentions[i]
    between = question.tokens[mention.end : deed.start]
    bound = mention.verb >= 0 and (bool(between) or is_verb(deed, question.tokens))
    if not _is_told(mention) or bound or question.tokens[mention.end - 1].stop:
        return None
    owns = question.tokens[mention.end - 1].possessive and len(between) < _OWNED
    return i - 1 if owns or not between else None


def _is_object(question: Question, i: int, j: int) -> bool:
    """Say whether what stands right behind a deed is what it is done to, though it is no verb: by sending troops."""
    mentions = question.mentions
    return (
        j < len(mentions) and _is_told(mentions[j]) and mentions[j].verb < 0 and mentions[j].start == mentions[i].end
        and not question.tokens[mentions[i].end - 1].stop and mentions[i].text.endswith("ing")
    )  # fmt: skip


def _first_name(question: Question, i: int) -> list[int]:
    return [j for j, m in enumerate(question.mentions[:i]) if m.kind == "name" and not m.claims][:1]


def _is_scene(mention: Mention) -> bool:
    """Say whether a mention is of no place with a name: in the conflict, in the area."""
    return mention.role in ("in", "at", "on") and not any(m.part == "entities" for m in mention.meanings)


def _core(question: Question, kept: Sequence[int], deed: int, *, is_whole: bool = True) -> Core:
    places = {old: new for new, old in enumerate(kept)}
    mentions = tuple(question.mentions[j]._replace(verb=places.get(question.mentions[j].verb, -1)) for j in kept)
    asked = question._replace(
        kind="yes-no", mentions=mentions, flags=frozenset(), measure="", per="", times=(), hole=-1, refusal=""
    )
    return Core(asked, mentions[places[deed]], " ".join(m.text for m in mentions), is_whole)


def without_one(core: Core, mention: Mention) -> Core:
    """Return a deed without one of those that are bound to it."""
    kept = [i for i, m in enumerate(core.question.mentions) if m is not mention]
    return _core(core.question, kept, core.question.mentions.index(core.deed), is_whole=core.is_whole)
