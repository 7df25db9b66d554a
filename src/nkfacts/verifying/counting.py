"""What single figures count, and words by which people are counted."""

from nkfacts.ask.understanding.question import Mention
from nkfacts.english import stem
from nkfacts.model.meaning import Counts
from nkfacts.model.records import Figure
from nkfacts.text import fold


def says_what_became(counted: Mention) -> bool:
    """Say whether a word counts people by what became of them, and does not say whose: the dead, wounded."""
    return counted.nation is None and any(m.part == "actions" for m in counted.meanings)


def is_meant(figure: Figure, counts: Counts, context: frozenset[str]) -> bool:
    """Say whether a figure is of what was counted before; else whether it is a main one that needs a deed."""
    if context:
        return not context.isdisjoint(counts.of)
    return bool(figure.main) and "did" in counts.needs


def names_of(figure: Figure) -> frozenset[str]:
    """Return the words of the names of a figure, without their endings."""
    return frozenset(stem(word) for name in (figure.label, *figure.aliases) for word in fold(name).split())


def is_measured(figure: Figure) -> bool:
    """Say whether a figure is in a measure, and no number of somebody or something."""
    return figure.counts is not None and (figure.counts.measure or "number") != "number"
