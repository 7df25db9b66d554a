"""What a figure tells: what it counts, what it is called, and the questions that its record has."""

from nkfacts.ask.gate.texts import folded, roots, what_is_so
from nkfacts.ask.terms.matter import ANYBODY
from nkfacts.ask.terms.views import View, view_of_figure
from nkfacts.ask.understanding.words import LIGHT, MEASURES
from nkfacts.english import stem
from nkfacts.hints import Any, NamedTuple
from nkfacts.model.meaning import Counts
from nkfacts.model.records import Figure

_ANYBODY = frozenset(map(stem, ANYBODY))
_LIGHT = LIGHT.difference(MEASURES["share"])
"""Words that call no figure by themselves: who asks for the killed does not call the share of them so."""

_NOTHING: dict[str, Any] = {"of": ()}
_UNCOUNTED = Counts(**_NOTHING)
"""What a figure counts whose file does not say it in terms of frames."""


class FigureTold(NamedTuple):
    """What a figure tells: its meaning, its names, the questions for it, and the words of both without their endings.

    ``called`` has the telling words of each name of the figure that tells it from others.
    """

    figure: Figure
    counts: Counts
    view: View
    names: tuple[str, ...]
    named: frozenset[str]
    questions: tuple[str, ...]
    asked: frozenset[str]
    called: tuple[frozenset[str], ...]


def told_of(figure: Figure) -> FigureTold:
    """Return what a figure tells."""
    counts = figure.counts or _UNCOUNTED
    questions = (*figure.asked, what_is_so(figure.description or ""))
    names = (figure.label, *figure.aliases, *counts.names)
    common = _ANYBODY.union(stem(word) for id_ in counts.of for word in id_.split("-"))
    telling = (frozenset(stem(word) for word in folded(name) if word not in _LIGHT) for name in names)
    return FigureTold(
        figure,
        counts,
        view_of_figure(counts),
        names=names,
        named=frozenset(stem(word) for name in names for word in name.lower().split()),
        questions=questions,
        asked=frozenset().union(*map(roots, questions)),
        called=tuple(words for words in telling if words - common),
    )
