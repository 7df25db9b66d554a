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


def is_told_as_done(deed: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether what helps a verb tells that it was done, whatever was announced: had opened, but not to have."""
    found = helping(deed, tokens)
    if found.isdisjoint(w.HAVE) or not found.isdisjoint(w.MODALS):
        return False
    first = next((p for p in range(deed.start - 1, -1, -1) if tokens[p].word in w.HAVE), 0)
    return not first or tokens[first - 1].word not in w.MODALS | {"to"}
