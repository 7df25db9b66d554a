"""Questions for a name: what is the ship called, the name of the general."""

from collections.abc import Sequence

from nkfacts.ask.understanding.question import Kind, Token
from nkfacts.ask.understanding.words import DETERMINERS

_KINDS = ("what", "which", "who")
_NAMES = ("name", "names")
_CALLED = ("called", "named")


def asks_for_a_name(kind: Kind, tokens: Sequence[Token]) -> bool:
    """Say whether a question asks what somebody or something is called.

    Args:
        kind: the kind of the question.
        tokens: its words.
    """
    if kind not in _KINDS:
        return False
    nouns = [place for place in range(len(tokens)) if is_name_noun(place, tokens)]
    if kind == "who":
        # Who said that streets bear the names of soldiers is not asked for these.
        nouns = [place for place in nouns if place == 0 or tokens[place - 1].stop]
    return tokens[-1].word in _CALLED or bool(nouns)


def is_name_noun(place: int, tokens: Sequence[Token]) -> bool:
    """Say whether a word for a name is a noun there: a card names a region, and has no name."""
    if tokens[place].word not in _NAMES:
        return False
    before = tokens[place - 1] if place else None
    return before is None or before.stop or before.possessive or before.word in DETERMINERS | {"what", "full", "first"}
