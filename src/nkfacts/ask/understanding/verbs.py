"""Which words of a question stand as verbs, and in which voice."""

from collections.abc import Sequence

from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.claimants import GIVING
from nkfacts.ask.understanding.question import Mention, Token

_BEFORE_A_NOUN = w.DETERMINERS | (w.PREPOSITIONS - {"to", "before", "since", "after", "than"})
_THINKING = w.words("know knows known need needs want wants like find tell ask hear remember")
_COUNTED = frozenset(("many", "much", "few", "which"))
"""Words that stand before a noun that is counted or chosen."""

_BEFORE_A_VERB = w.AUXILIARIES | {"to"}
_BEFORE_A_VERB_OR_NOT = _BEFORE_A_VERB | {"not"}
_BEFORE_A_BASE = w.DO | w.MODALS
_BEFORE_A_PARTICIPLE = w.BE | w.HAVE

_NO_DEEDS = (w.SAYING - GIVING) | (w.PLANNED - {"set"}) | _THINKING | w.COUNTING
"""Verbs of the question itself, which tell of nothing that was done."""


def verbs_in(mentions: Sequence[Mention], tokens: Sequence[Token]) -> list[int]:
    """Return the places of the verbs; behind "did" a word that may be a verb or a noun is one where no other is."""
    # "Gave" is a word of saying only beside a number: who gave which figure.
    counts = not w.COUNTING.isdisjoint(token.word for token in tokens)
    no_deeds = _NO_DEEDS | GIVING if counts else _NO_DEEDS
    # "List" at the start asks for a list.
    doing = [
        i
        for i, m in enumerate(mentions)
        if m.text.split()[0] not in no_deeds and not (m.start == 0 and m.text in w.LISTING)
    ]
    verbs = [i for i in doing if is_verb(mentions[i], tokens)]
    if not verbs:
        # Whom he promised it is asked, where nothing else is done.
        verbs = [i for i, m in enumerate(mentions) if m.text in w.PLANNED and is_verb(m, tokens)]
    auxiliary = next((place for place, token in enumerate(tokens) if token.word in _BEFORE_A_BASE), None)
    if auxiliary is None or any(mentions[v].start > auxiliary for v in verbs):
        return verbs
    for i in doing:
        base = any(x.part == "actions" and x.shape == "base" for x in mentions[i].meanings)
        before = mentions[i - 1] if i else None
        nominal = before is not None and before.start > auxiliary and before.kind in ("name", "thing")
        if mentions[i].start > auxiliary and base and nominal:
            return sorted([*verbs, i])
    return verbs


def is_verb(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether a mention stands as a verb where it is."""
    if not any(m.part == "actions" and not m.is_noun for m in mention.meanings):
        return False
    before = tokens[mention.start - 1] if mention.start else None
    shapes = {m.shape for m in mention.meanings if m.part == "actions"}
    if before is not None and (before.possessive or before.word in _BEFORE_A_NOUN):
        return False
    if mention.kind in ("name", "thing"):
        if before is not None and before.word in _COUNTED and _is_told_of_later(mention, tokens):
            # How many wounded soldiers were treated: whoever they are, that is said of them behind it.
            return False
        # A word that is a noun too is a verb behind an auxiliary or "to", or as a past form.
        behind_auxiliary = before is not None and before.word in _BEFORE_A_VERB_OR_NOT
        return behind_auxiliary or (before is not None and bool(shapes & {"past", "participle"}))
    may_be_noun = "noun" in shapes and shapes <= {"noun", "base", "third"}
    if may_be_noun and (before is None or before.word not in _BEFORE_A_VERB):
        return any(token.word in _BEFORE_A_BASE for token in tokens[: mention.start])
    return True


def _is_told_of_later(mention: Mention, tokens: Sequence[Token]) -> bool:
    return any(token.word in _BEFORE_A_PARTICIPLE for token in tokens[mention.end + 1 :])


def rising_or_falling(mentions: Sequence[Mention], tokens: Sequence[Token]) -> set[int]:
    """Return the places of the words right behind what is named by which it is asked whether that rose or fell."""
    named = {mention.end for mention in mentions}
    return {place for place, token in enumerate(tokens) if place in named and token.word in w.RISING_OR_FALLING}


def is_passive(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether a verb stands in the passive: a participle behind a form of be, or before by."""
    if not any(m.shape == "participle" for m in mention.meanings):
        return False
    for token in reversed(tokens[: mention.start]):
        if token.word in w.BE or token.word in ("got", "get", "gets"):
            return True
        if token.word in w.ACTIVE:
            return False
        if token.word in w.CONJUNCTIONS:
            break
    behind = [token.word for token in tokens[mention.end : mention.end + 3]]
    return "by" in behind


def is_bare_participle(verb: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether a verb's form may be a past or a participle, with no auxiliary before it."""
    if not any(m.shape == "participle" for m in verb.meanings):
        return False
    return not any(token.word in w.AUXILIARIES for token in tokens[: verb.start])
