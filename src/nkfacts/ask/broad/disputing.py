"""What is disputed: the claims of which two cannot both hold, of what a question names or of all that is counted."""

from itertools import chain

from nkfacts.ask.broad.about import About
from nkfacts.ask.broad.several import MOST
from nkfacts.ask.gate.slots import PLACED
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.claimants import may_claim
from nkfacts.ask.understanding.question import Question
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.query.conflicts import Conflict, conflicts
from nkfacts.query.filters import EVERYTHING, Filter
from nkfacts.text import plural

_TELLING_KINDS = ("name", "thing", "figure", "action")
"""What in a question may tell what is counted; the claims, sources and reports of it do not."""


def disputed(question: Question, base: Base, lexicon: Lexicon) -> tuple[tuple[Fact, ...], str]:
    """Return the claims that contradict each other, and in a line how many do; none where nothing named is disputed.

    Args:
        question: the question as read.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.
    """
    claimants = [m for m in question.mentions if m.claims or (m.role not in PLACED and may_claim(m, lexicon))]
    sides = [[meaning.id for meaning in m.meanings if meaning.part == "entities"] for m in claimants]
    found = conflicts(base, Filter(by=sides[0]) if sides else EVERYTHING, against=sides[1] if sides[1:] else None)
    counting = [m for m in question.mentions if m.kind in _TELLING_KINDS and m not in claimants]
    about = About(question._replace(mentions=tuple(counting)), base, lexicon)
    figures = [figure for id_ in set(chain(*map(_figures, found))) if (figure := base.figure(id_)) is not None]
    counted = {figure.id: figure for figure in figures if not about.named or about.is_counted_by(figure)}
    pairs = [pair for pair in found if not counted.keys().isdisjoint(_figures(pair))]
    pairs.sort(key=lambda pair: not any(counted[id_].main for id_ in _figures(pair) if id_ in counted))
    if not pairs:
        return (), ""
    told = {id_ for pair in pairs for id_ in _figures(pair)} & counted.keys()
    options = [f"--figure {id_}" for id_ in (sorted(told) if about.named else ())]
    options += [f"{option} {id_}" for option, ids in zip(("--by", "--against"), sides, strict=False) for id_ in ids]
    command = " ".join(("nkfacts conflicts", *options))
    return _claims(pairs), f"{plural(len(pairs), 'pair')} of claims cannot both hold (all: {command})"


def _figures(pair: Conflict) -> tuple[str, ...]:
    return tuple(id_ for id_ in (pair.higher.figure, pair.lower.figure) if id_)


def _claims(pairs: list[Conflict]) -> tuple[Fact, ...]:
    """Return the claims of as many pairs as are told, the higher of each before the lower, each once."""
    found: dict[str, Fact] = {}
    for pair in pairs:
        if len(found) >= MOST - 1:
            break
        for fact in (pair.higher, pair.lower):
            found.setdefault(fact.id, fact)
    return tuple(found.values())
