"""The names in a question: whatever the fact file calls so, in any spelling, and the nearest of what is misspelt."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from nkfacts.ask.vocabulary import OTHER_WORDS, PEOPLE
from nkfacts.english import ALL_FORMS, NOISE
from nkfacts.query.lexicon import Lexicon

_LONGEST_NAME = 9
_SPELT_RIGHT = ALL_FORMS | NOISE | PEOPLE | OTHER_WORDS
_PRONOUNS = frozenset(("us", "who", "it", "in", "is", "so", "an", "me"))


class Name(NamedTuple):
    """A name of an entity or topic in a question: the words from ``start`` to ``end`` (not included)."""

    start: int
    end: int
    part: str
    id: str
    text: str
    city: str | None = None


def names_in(words: Sequence[str], typed: str, taken: Collection[int], lexicon: Lexicon) -> list[Name]:
    """Return the names in a question, the longest where several begin alike.

    Args:
        words: the folded words.
        typed: the question as typed: ``US`` is a country, ``us`` who asks.
        taken: the positions of words that are no part of a name.
        lexicon: the names of the base.
    """
    spans: dict[str, list[tuple[int, int]]] = {}
    for start in range(len(words)):
        for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
            if end - 1 in taken:
                break
            text = " ".join(words[start:end])
            for spelling in {text, text.removesuffix("s")}:
                spans.setdefault(spelling, []).append((start, end))
    if not spans:
        return []
    called = lexicon.called([*spans, *(f"{text} city" for text in spans if " " not in text)])
    found = sorted(
        ((start, end, text) for text in called if text in spans for start, end in spans[text]),
        key=lambda span: (span[0] - span[1], span),
    )
    names: list[Name] = []
    used: set[int] = set(taken)
    for start, end, text in found:
        if used.isdisjoint(range(start, end)) and not (text in _PRONOUNS and text.upper() not in typed):
            part, id_ = called[text][0]
            # Moscow is Russia's government and a city: the city has a name of its own, "Moscow (city)".
            city = next((id_ for _, id_ in called.get(f"{text} city", ())), None)
            names.append(Name(start, end, part, id_, text, city))
            used.update(range(start, end))
    return sorted(names)


def respelling(word: str, lexicon: Lexicon) -> str | None:
    """Return the word or name that an unknown word misspells; None unless just one is that near."""
    if len(word) < 5 or not word.isascii() or not word.isalpha() or word in _SPELT_RIGHT:
        return None
    ours = [known for known in _vocabulary(word[0]) if abs(len(known) - len(word)) <= 2]
    near = {known for known in (*lexicon.like(word), *ours) if _misspells(word, known)}
    return near.pop() if len(near) == 1 else _same_stem(near)


def _same_stem(near: Collection[str]) -> str | None:
    shortest = min(near, key=len, default=None)
    return shortest if shortest and all(known.startswith(shortest[:-1]) for known in near) else None


def _vocabulary(first: str) -> Iterable[str]:
    return (word for word in _SPELT_RIGHT - OTHER_WORDS if word[0] == first and len(word) > 4)


def _misspells(word: str, known: str) -> bool:
    """Say whether a word is another with a slip or, in a long word, two.

    A wrong letter counts in words of seven letters or more only: ``planes`` is no ``places``.
    """
    slips = _slips(word, known)
    if slips == 1:
        return len(word) != len(known) or len(word) >= 7 or sorted(word) == sorted(known)
    return slips == 2 and len(word) >= 9 and len(known) >= 9


def _slips(one: str, other: str) -> int:
    """Return the letters added, left out, changed or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            slips = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                slips = min(slips, last[j - 2] + 1)
            row.append(slips)
    return row[-1]
