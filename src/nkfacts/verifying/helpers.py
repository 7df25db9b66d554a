"""The words that help a verb: have been, are still."""

from collections.abc import Sequence

from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Token

_BETWEEN = frozenset(("not", "also", "still", "now", "already", "currently", "presently", "today", "all"))
"""Words that may stand between a verb and what helps it, beside those in -ly."""


def helping(deed: Mention, tokens: Sequence[Token]) -> set[str]:
    """Return the words right before a verb that help it: have been, are."""
    found: set[str] = set()
    place = deed.start - 1
    while place >= 0 and not tokens[place].stop:
        word = tokens[place].word
        if word not in w.AUXILIARIES and word not in _BETWEEN and not word.endswith("ly"):
            break
        found |= {word} & w.AUXILIARIES
        place -= 1
    return found
