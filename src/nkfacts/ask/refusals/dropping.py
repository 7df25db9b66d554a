"""A question without some of its words, where it stays one: without its times, or a place, or an adjective."""

from collections.abc import Sequence
from itertools import takewhile

from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.slots import AT
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question, Token

_BEFORE_AN_ADJECTIVE = w.DETERMINERS | w.PREPOSITIONS | {"many", "much"}
"""What stands before a word that tells more of the noun behind it; behind anything else it may be the verb."""

_OF_IT = ("of", "with", "to")
"""What goes on with the noun before it: in connection with."""


def without_times(question: Question) -> str:
    """Return a question without the times that it names."""
    places = {place for time in question.times for place in range(time.start, time.end)}
    return joined([token for place, token in enumerate(question.tokens) if place not in places], question)


def droppable(mention: Mention, question: Question, lexicon: Lexicon) -> str:
    """Return a question without what a mention says; empty where it would be broken, or ask for something else.

    A nation, people or somebody tell who did what to whom, and what is done is the question itself. A place where it
    was, a means, or a word before a noun tells more of it.

    Args:
        mention: one of its mentions.
        question: the question.
        lexicon: the names and words of the base.
    """
    tokens, demands = question.tokens, Demands(question, lexicon)
    if mention.kind not in ("name", "thing", "word") or mention.claims or demands.is_people(mention):
        return ""
    before, behind = tokens[: mention.start], tokens[mention.end :]
    skipped = len(list(takewhile(lambda token: token.word in w.DETERMINERS, reversed(before))))
    start = mention.start - skipped
    lead = tokens[start - 1].word if start else ""
    if _ends_a_phrase(tokens[mention.end - 1], behind):
        tells_where = lead in AT and not (behind and behind[0].word in _OF_IT)
        tells_how = lead in ("by", "with") and mention.kind == "thing"
        return joined([*tokens[: start - 1], *behind], question) if tells_where or tells_how else ""
    is_adjective = mention.kind == "word" and before[-1:] and before[-1].word in _BEFORE_AN_ADJECTIVE
    noun = next((each for each in question.mentions if each.start == mention.end), None)
    if is_adjective and noun is not None and noun.kind in ("name", "thing", "word"):
        return joined([*before, *behind], question)
    return ""


def is_by_somebody(mention: Mention, question: Question) -> bool:
    """Say whether a mention is of who is said to claim what is asked; also of one whom the base does not know."""
    if mention.kind != "word":
        return mention.claims and mention.kind == "name"
    words = tuple(token.word for token in question.tokens[: mention.start])
    return any(words[-len(phrase) :] == phrase for phrase in w.ACCORDING if phrase != ("per",))


def joined(tokens: Sequence[Token], question: Question) -> str:
    """Return words as they were typed, or as they were read where they were spelt otherwise, without marks."""
    read = {meant for _, meant in question.respelt}
    return " ".join(_written(token, token.word if token.word in read else token.typed) for token in tokens)


def _written(token: Token, word: str) -> str:
    if not token.possessive:
        return word
    return f"{word}'" if word.endswith("s") else f"{word}'s"


def _ends_a_phrase(last: Token, behind: Sequence[Token]) -> bool:
    """Say whether a phrase ends with a word: nothing, a mark or a word of grammar is behind it."""
    return not behind or (not last.possessive and (last.stop or behind[0].word in w.GRAMMAR))
