"""Numbers in a question: in digits, with thousands, millions and percent, or as words."""

from collections.abc import Sequence

from nkfacts.ask.understanding.question import LEAST, OVER, UNDER, Mention, MentionKind, Token
from nkfacts.ask.understanding.words import NUMBER_WORDS, SCALES

_SMALL = 12
_REACH = 2
"""How many words before a number may compare it."""

_BOUNDS = (
    (UNDER, frozenset(("fewer", "less", "under", "below", "smaller", "lower"))),
    (LEAST, frozenset(("least",))),
    (OVER, frozenset(("than", "more", "over", "above", "beyond", "exceeding", "exceed", "exceeded"))),
)
"""The roles of a number that is compared, each with its words; "than" alone is that of more."""


def numbers_in(tokens: Sequence[Token], taken: set[int]) -> list[Mention]:
    """Return the numbers among the words, those that are times left out.

    Args:
        tokens: the words.
        taken: places of words that are read as something else already.
    """
    found: list[Mention] = []
    place = 0
    while place < len(tokens):
        value = None if place in taken else _value(tokens[place].word)
        if value is None:
            place += 1
            continue
        end = place + 1
        while end < len(tokens) and end not in taken and tokens[end].word in SCALES and len(tokens[end].word) > 1:
            value *= SCALES[tokens[end].word]
            end += 1
        # "one" and "two" before a noun are often no number that is asked about; digits are.
        small = value <= _SMALL and not tokens[place].word.isdecimal()
        before = {token.word for token in tokens[max(0, place - _REACH) : place]}
        role = next((role for role, words in _BOUNDS if words & before), "")
        kind: MentionKind = "count" if small else "number"
        text = " ".join(token.word for token in tokens[place:end])
        found.append(Mention(place, end, text, kind, value=value, role=role))
        place = end
    return found


def _value(word: str) -> float | None:
    if word in NUMBER_WORDS:
        return NUMBER_WORDS[word]
    digits, scale = word, 1
    for ending in ("bn", "m", "k", "mln"):
        if word.endswith(ending) and word[: -len(ending)].replace(".", "", 1).isdecimal():
            digits, scale = word[: -len(ending)], SCALES[ending]
    if digits.replace(".", "", 1).isdecimal() and digits.isascii() and digits[-1] != "." and digits[0] != ".":
        return float(digits) * scale
    return None
