"""A claim of a text, and what the base says to it."""

from nkfacts.hints import NamedTuple
from nkfacts.model.records import Fact
from nkfacts.verifying.amounts import Amount

SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD = "said so", "said otherwise", "outdated", "not in the base", "not read"
VERDICTS = (SAID, OTHERWISE, OUTDATED, ABSENT, UNREAD)
"""What is found of a claim, in the order in which screens count them."""

NUMBER, HAPPENING = "number", "event"
"""The kinds of claims."""


class Finding(NamedTuple):
    """What the base says to a claim.

    Attributes:
        verdict: one of ``VERDICTS``.
        fact: what was said; None where nothing was found.
        later: what is said since, of an outdated claim, or of one that was said so on its day.
        reason: in words why it is no "said so", or how far it is one.
        neighbour: what who is named gave the number for, where that is something else than the text has.
    """

    verdict: str
    fact: Fact | None = None
    later: Fact | None = None
    reason: str = ""
    neighbour: Fact | None = None


class Claim(NamedTuple):
    """A number, or something that happened, of which a text speaks.

    Attributes:
        kind: number or event.
        start: where its words begin in the text.
        end: where they end.
        line: the line of the text on which they begin, from 1.
        text: its words.
        sentence: the sentence they stand in.
        amount: the number; None for an event.
        topic: what it was read as being about: the id of a figure, or words; empty where that was not read.
        finding: what the base says to it.
    """

    kind: str
    start: int
    end: int
    line: int
    text: str
    sentence: str
    amount: Amount | None
    topic: str
    finding: Finding

    @property
    def is_sentence(self) -> bool:
        """Whether it is a whole sentence, and no number or words of one."""
        return self.text == self.sentence

    @property
    def verdict(self) -> str:
        """What was found: one of ``VERDICTS``."""
        return self.finding.verdict
