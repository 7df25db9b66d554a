"""What a text says beside a number that the fact which has it does not: by rail, all of them dead."""

from nkfacts.english import stem
from nkfacts.text import fold
from nkfacts.verifying.claims import Finding
from nkfacts.verifying.passages import Passage
from nkfacts.verifying.pieces import Piece

_THEM = ("them", "whom", "which", "these")


def unborne_of(passage: Passage, number: int, piece: Piece, finding: Finding) -> str:
    """Return the words for what of a number is told that a fact does not say; empty where it says all.

    Args:
        passage: the sentence.
        number: which of its numbers.
        piece: the number with the words that tell what it is.
        finding: what was found of it.
    """
    if finding.fact is None:
        return ""
    told = {stem(word) for word in fold(finding.fact.statement).split()}
    means = (
        m for m in piece.question.mentions
        if m.role == "by" and m.kind == "thing" and told.isdisjoint(map(stem, m.text.split()))
    )  # fmt: skip
    if (by := next(means, None)) is not None:
        return f"“by {piece.typed(by)}”"
    return _all_of_them(passage, number)


def _all_of_them(passage: Passage, number: int) -> str:
    """Return the words that tell of all whom a number counts what became of them: 6,000, all of them killed."""
    last = passage.span(number)[1]
    folded = [word.folded for word in passage.words[:last]]
    for place in range(passage.amounts[number].last, last - 2):
        if folded[place] in ("all", "none") and folded[place + 1] == "of" and folded[place + 2] in _THEM:
            end = next((p + 1 for p in range(place, last) if passage.words[p].stop), last)
            return f"“{' '.join(word.typed for word in passage.words[place:end])}”"
    return ""
