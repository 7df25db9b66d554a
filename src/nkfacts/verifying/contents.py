"""What is in that which a text counts: containers of food are no containers of weapons."""

from collections.abc import Container, Iterator

from nkfacts.ask.understanding.question import Mention
from nkfacts.model.meaning import Counts
from nkfacts.verifying.pieces import Piece

_HOLDING = ("what", "with")
"""The slots in which a figure has what is in the things that it counts."""

_INSIDE = ("of", "with", "object", "")
"""Roles of what is in something: containers of, loaded with, carrying."""


def has_other_contents(piece: Piece, counts: Counts, borne: Container[str]) -> bool:
    """Say whether a piece tells of something in the things that it counts which a figure does not have in them.

    Args:
        piece: the piece.
        counts: what the figure counts.
        borne: the words that the figure bears out.
    """
    if piece.counted is None or not any(counts.fillers(slot) for slot in _HOLDING):
        return False
    return any(mention.text not in borne for mention in _inside(piece, piece.counted))


def _inside(piece: Piece, counted: Mention) -> Iterator[Mention]:
    """Yield what stands behind that which is counted as being in it, up to a mark, a name or a deed."""
    tokens, end = piece.question.tokens, counted.end
    for mention in piece.question.mentions:
        if mention.start < counted.end:
            continue
        carries = mention.start == counted.end and mention.text.endswith("ing")
        is_deed = mention.kind == "action" and not carries
        if is_deed or mention.kind == "name" or any(token.stop for token in tokens[end - 1 : mention.start]):
            return
        end = mention.end
        is_word_inside = mention.kind == "word" and tokens[mention.start - 1].word in _INSIDE
        if is_word_inside or (mention.kind == "thing" and mention.role in _INSIDE):
            yield mention
