"""How a question fits a fact or figure: what of it is borne out, and by what."""

from nkfacts.ask.terms.views import View
from nkfacts.ask.understanding.question import Mention
from nkfacts.hints import NamedTuple

STRENGTHS = {"words": 0.6, "names": 0.8, "about": 0.8, "via": 0.9}
"""How much a mention that is borne out so counts beside one that fills a slot."""

BY_MEANING = ("of", "did", "figure")
"""What bears out by its meaning whom or what a figure counts, or that something was done."""


class Verdict(NamedTuple):
    """How a question fits a candidate.

    Attributes:
        score: how much of the question is borne out, weighted.
        missing: the mentions that are not borne out.
        against: what contradicts, by a word for its kind, each with the mention that is contradicted, if it is one.
        view: the frame that fits best.
        borne: each mention that is borne out, with its weight and by what: a slot, did, by, via, about, value, figure,
            names or words.
        total: the weight of all that the question says.
    """

    score: float
    missing: tuple[Mention, ...]
    against: tuple[tuple[str, Mention | None], ...]
    view: View
    borne: tuple[tuple[Mention, float, str], ...]
    total: float

    @property
    def slots(self) -> tuple[tuple[str, str], ...]:
        """The words of each mention that is borne out, and by what."""
        return tuple((mention.text, by) for mention, _, by in self.borne)


class Tally:
    """Adds up how much of a question is borne out."""

    def __init__(self) -> None:
        self.score = self._total = 0.0
        self.missing: list[Mention] = []
        self.against: list[tuple[str, Mention | None]] = []
        self.borne: list[tuple[Mention, float, str]] = []

    def bear(self, mention: Mention, weight: float, by: str, strength: float | None = None) -> None:
        """Take a mention as borne out by something, more or less strongly."""
        self._total += weight
        self.score += weight * (STRENGTHS.get(by, 1.0) if strength is None else strength)
        self.borne.append((mention, weight, by))

    def lack(self, mention: Mention, weight: float) -> None:
        """Take a mention as not borne out."""
        self._total += weight
        self.missing.append(mention)

    def contradict(self, mention: Mention, weight: float, reason: str) -> None:
        """Take a mention as contradicted."""
        self.lack(mention, weight)
        self.against.append((reason, mention))

    def verdict(self, view: View) -> Verdict:
        """Return the verdict by a frame."""
        return Verdict(self.score, tuple(self.missing), tuple(self.against), view, tuple(self.borne), self._total)
