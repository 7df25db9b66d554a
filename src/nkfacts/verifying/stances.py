"""How a text tells what happened, as done, planned or not done, and whether a fact tells it so."""

from collections.abc import Sequence

from nkfacts.hints import NamedTuple
from nkfacts.model.meaning import Frame
from nkfacts.model.records import Fact
from nkfacts.verifying.firsts import First
from nkfacts.verifying.moments import Moment
from nkfacts.verifying.sources import Sources


class Happening(NamedTuple):
    """What a text says of something that happened beside what it was.

    Attributes:
        sources: who says it.
        moments: when it was.
        ahead: whether it may be of what is to come.
        only_ahead: whether it can only be of that.
        negated: whether it is said not to be so.
        words: the words of the sentence without their endings.
        first: what of it was the first; None where that is not said.
        unsaid: whether it is told as not said, whenever that was.
    """

    sources: Sources
    moments: Sequence[Moment]
    ahead: bool
    only_ahead: bool
    negated: bool
    words: frozenset[str]
    first: First | None = None
    unsaid: bool = False


def is_planned(frames: Sequence[Frame], fact: Fact) -> bool:
    """Say whether a fact, or all its frames in which a deed is done, tell of a plan."""
    return fact.status == "planned" or all(frame.planned for frame in frames)


def stands(frames: Sequence[Frame], fact: Fact, told: Happening) -> str:
    """Return how a fact says otherwise what the text says as done, planned or not done; empty where it does not.

    Args:
        frames: its frames in which the deed is done.
        fact: the fact.
        told: what the text says.
    """
    planned = is_planned(frames, fact)
    negated = fact.status == "denied" or all(getattr(frame, "not") for frame in frames)
    if all(frame.open for frame in frames):
        return "neither confirmed nor denied"
    if negated != told.negated:
        return "it is said not to be so" if negated else "it is said to be so"
    if planned and not told.ahead:
        return "said of what was planned"
    return "said of what was done" if told.only_ahead and not planned else ""
