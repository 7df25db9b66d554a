"""Who speaks in a clause that only says who says it: a spokesman for somebody, officials in some place."""

from collections.abc import Callable, Iterator

from nkfacts.ask.gate.slots import AT
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.verifying.giving import is_handing_over
from nkfacts.verifying.wording import BETWEEN, DEEDS_TOO, NOUNS_TOO, OFFICES, ROLES, SAYS

_LONGEST = 10
"""The words that tell who speaks; what has more says something else too."""

_ADDRESSING = ("told", "tells", "citing", "quoting")
"""Words of saying behind which stands to whom, or whom else."""

_OWNED = 4
"""The words in which is told who of somebody speaks."""


def speakers_in(question: Question, common: Callable[[str], bool]) -> tuple[list[Mention], str]:
    """Return whom the clauses of a sentence name that say who says it, and the words of those whom the base has not.

    Args:
        question: the sentence as ``ask`` reads it.
        common: says whether a word is written small within a sentence, and so is no name where it opens one.
    """
    for first, last in _clauses(question):
        inside = [m for m in question.mentions if first <= m.start and m.end <= last]
        if any(m.kind in ("number", "count", "action") for m in inside) or last - first > _LONGEST:
            continue
        named = [m for m in inside if m.kind in ("name", "thing") and (m.nation or _is_entity(m))]
        known = {p for m in named for p in range(m.start, m.end)}
        if any(_is_name(question, p, common) for p in range(first, last) if p not in known):
            return [], " ".join(token.typed for token in question.tokens[first:last])
        # Whoever is somewhere speaks for it only with an office: lawmakers in Seoul, no professor.
        has_office = any(token.word in ROLES for token in question.tokens[first:last])
        if named and named[0].role in AT and not has_office:
            return [], " ".join(token.typed for token in question.tokens[first:last])
        if named:
            return named[:1], ""
    return [], ""


def body_of(owners: list[Mention], question: Question) -> str:
    """Return the words for somebody of a nation whom the base has not, where that says something: Seoul's navy."""
    tokens = question.tokens
    for owner in owners:
        last = owner.end
        while last < min(len(tokens), owner.end + _OWNED) and tokens[last].word not in SAYS | w.GRAMMAR:
            last += 1
            if tokens[last - 1].stop:
                break
        known = {p for m in question.mentions if m.kind != "word" for p in range(m.start, m.end)}
        unknown = any(p not in known and tokens[p].word not in OFFICES for p in range(owner.end, last))
        says = last < len(tokens) and tokens[last].word in SAYS | BETWEEN
        says |= [token.word for token in tokens[max(0, owner.start - 2) : owner.start]] == ["according", "to"]
        if tokens[owner.end - 1].possessive and unknown and says:
            return " ".join(token.typed + "'s" * token.possessive for token in tokens[owner.start : last])
    return ""


def _clauses(question: Question) -> Iterator[tuple[int, int]]:
    """Yield the places of the words before a word of saying up to a mark, or behind one that opens a clause."""
    tokens = question.tokens
    giving = {m.start for m in question.mentions if is_handing_over(m, question)}
    for place, token in enumerate(tokens):
        opens = not place or tokens[place - 1].stop
        if token.word == "according" and [each.word for each in tokens[place + 1 : place + 2]] == ["to"]:
            yield _trimmed(question, place + 2, _end(question, place + 2))
        elif token.word not in SAYS - DEEDS_TOO or place in giving or _is_noun(question, place):
            continue
        elif not opens:
            first = next((p for p in range(place, 0, -1) if tokens[p - 1].stop), 0)
            yield _trimmed(question, first, place)
        elif token.word not in _ADDRESSING:
            yield _trimmed(question, place + 1, _end(question, place + 1))


def _is_noun(question: Question, place: int) -> bool:
    behind = [token.word for token in question.tokens[place + 1 : place + 2]]
    return question.tokens[place].word in NOUNS_TOO and behind != ["that"]


def _trimmed(question: Question, first: int, last: int) -> tuple[int, int]:
    """Return a row of words without what only stands around a name; none where a preposition opens it."""
    tokens = question.tokens
    while first < last and tokens[last - 1].word in BETWEEN:
        last -= 1
    while first < last and tokens[first].word in w.DETERMINERS:
        first += 1
    return (first, last) if first < last and tokens[first].word not in w.GRAMMAR else (last, last)


def _end(question: Question, first: int) -> int:
    tokens = question.tokens
    return next((p + 1 for p in range(first, len(tokens)) if tokens[p].stop), len(tokens))


def _is_name(question: Question, place: int, common: Callable[[str], bool]) -> bool:
    """Say whether a word is written as a name is; where it opens the sentence, and is no other word."""
    token = question.tokens[place]
    if not token.typed[:1].isupper() or token.word in OFFICES or token.word in w.GRAMMAR:
        return False
    return place > 0 or not common(token.word)


def _is_entity(mention: Mention) -> bool:
    return any(meaning.part == "entities" for meaning in mention.meanings)
