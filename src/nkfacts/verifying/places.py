"""Whether a figure counts only in a part of the place that a text names: in Kursk, where it has Russia."""

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.gate.slots import PLACED
from nkfacts.model.meaning import Counts
from nkfacts.verifying.pieces import Piece

_SLOTS = ("where", "to", "from")


def is_of_part_of_the_place(piece: Piece, counts: Counts, fitting: Fitting) -> bool:
    """Say whether a piece names a place in which all those lie where a figure counts, and which is none of them.

    Args:
        piece: the piece.
        counts: what the figure counts.
        fitting: what compares mentions with what fills a slot.
    """
    fillers = {filler for slot in _SLOTS for filler in counts.fillers(slot)}
    placed = (m for m in piece.question.mentions if m.kind == "name" and m.role in PLACED and not m.claims)
    return any(fillers.isdisjoint(m.id for m in mention.meanings) and fitting.fits_any(mention, fillers)
               for mention in placed)  # fmt: skip
