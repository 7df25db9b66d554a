"""Of what whole a share is one, by a text and by a figure: a third of the casualties is no third of the soldiers."""

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.model.meaning import Counts
from nkfacts.model.records import Figure
from nkfacts.verifying.pieces import Piece


def is_of_another_whole(piece: Piece, counts: Counts, before: Figure | None, lexicon: Lexicon) -> bool:
    """Say whether a figure is a share of something else than a piece names, or of what it does not name.

    Args:
        piece: the piece.
        counts: what the figure counts; of a share of those to whom something was done, ``what`` has that deed.
        before: the figure of the number before, of which "of them" and "of whom" tell.
        lexicon: the names and words of the base.
    """
    if counts.measure != "share":
        return False
    done = {id_ for id_ in counts.what if id_ in lexicon.actions}
    if piece.whole is None:
        told = set(before.counts.did) if before is not None and before.counts is not None else set()
        return bool(done) and done.isdisjoint(told)
    if done:
        return done.isdisjoint(m.id for m in piece.whole.meanings)
    return piece.whole.kind == "action"
