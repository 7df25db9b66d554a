"""How a question fits a fact or figure: what of it is borne out, and by what."""

from typing import NamedTuple

from nkfacts.ask.question import Mention
from nkfacts.ask.views import View

STRENGTHS = {"words": 0.6, "names": 0.8, "about": 0.8, "via": 0.9}
"""How much a mention that is borne out so counts beside one that fills a slot."""


class Verdict(NamedTuple):
    """How a question fits a candidate.

    Attributes:
        score: how much of the question is borne out, weighted.
        share: that as a share of all that it says.
        missing: words that are not borne out.
        against: what contradicts; empty where nothing does.
        view: the frame that fits best; None where the candidate is rejected.
        slots: what bears out each mention: a slot, did, by, via, about, value, figure, names or words.
        critical: whether what is missing leaves an answer only where nothing else comes near.
        barred: whether what is missing leaves no answer.
    """

    score: float
    share: float
    missing: tuple[str, ...]
    against: str
    view: View | None
    slots: tuple[tuple[str, str], ...]
    critical: bool = False
    barred: bool = False


def rejected(reason: str) -> Verdict:
    """Return the verdict on a candidate that contradicts the question."""
    return Verdict(0.0, 0.0, (), reason, None, ())


class Tally:
    """Adds up how much of a question is borne out."""

    def __init__(self) -> None:
        self.score = self._total = 0.0
        self.missing: list[str] = []
        self.slots: list[tuple[str, str]] = []

    def bear(self, mention: Mention, weight: float, by: str, strength: float | None = None) -> None:
        """Take a mention as borne out by something, more or less strongly."""
        self._total += weight
        self.score += weight * (STRENGTHS.get(by, 1.0) if strength is None else strength)
        self.slots.append((mention.text, by))

    def lack(self, mention: Mention, weight: float) -> None:
        """Take a mention as not borne out."""
        self._total += weight
        self.missing.append(mention.text)

    def verdict(self, view: View, *, critical: bool = False, barred: bool = False) -> Verdict:
        """Return the verdict by a frame that contradicts nothing."""
        share = self.score / self._total if self._total else 0.0
        return Verdict(self.score, share, tuple(self.missing), "", view, tuple(self.slots), critical, barred)
