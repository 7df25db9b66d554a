"""A question as it was read: words, what they may mean, what is asked, and the times and claimants it names."""

from nkfacts.ask.lexicon import Meaning
from nkfacts.ask.times import Time
from nkfacts.hints import NamedTuple

WHOSE = "whose"
"""The role of a nation before the noun of a deed that is its own."""

SPEAKER = "speaker"
"""The role of people or a body of a nation that say things more often than they do any: a Japanese broadcaster."""


OVER, LEAST, UNDER = "over", "least", "under"
"""The roles of a number that the question compares: more than it, at least it, fewer than it."""


class Token(NamedTuple):
    """A word of a question: folded, as typed, and whether it was a possessive or a mark stood behind it."""

    word: str
    typed: str
    possessive: bool = False
    stop: bool = False


class Mention(NamedTuple):
    """Words of a question that mean something: from ``start`` to ``end`` (not included).

    Attributes:
        kind: name, thing, action, number or word.
        meanings: what it may mean; none for a number or a word.
        value: the number.
        nation: the country whose it is, when one stands before it: Russian soldiers.
        verb: the place of the mention of the action it belongs to, -1 for none.
        role: subject, object, ``WHOSE``, ``SPEAKER``, or the preposition before it; by, for the agent of a passive;
            empty for none.
        claims: whether the question says that it claims something.
    """

    start: int
    end: int
    text: str
    kind: str
    meanings: tuple[Meaning, ...] = ()
    value: float | None = None
    nation: str | None = None
    verb: int = -1
    role: str = ""
    claims: bool = False


class Question(NamedTuple):
    """A question as it was read.

    Attributes:
        text: as typed.
        tokens: its words.
        kind: how-many, when, who, where, which, what, yes-no, list, change or compare.
        mentions: what its words mean, in their order.
        light: words that need not be borne out.
        times: the times it names.
        measure: share, money, weight, length, area or volume, where it asks for that; else empty.
        per: day, week, month or year, where it asks for a rate; else empty.
        flags: highest, lowest, earliest, latest, planned, confirming, denying, saying, claimant (who says so), name.
        respelt: words that were read as others, with those.
        refusal: why it is not looked up at all; empty when it is.
        hole: the thing asked for in "which village", "what type of plane": place of its mention, -1 for none.
    """

    text: str
    tokens: tuple[Token, ...]
    kind: str
    mentions: tuple[Mention, ...] = ()
    light: tuple[str, ...] = ()
    times: tuple[Time, ...] = ()
    measure: str = ""
    per: str = ""
    flags: frozenset[str] = frozenset()
    respelt: tuple[tuple[str, str], ...] = ()
    refusal: str = ""
    hole: int = -1

    def asks_for(self, mention: Mention) -> bool:
        """Say whether a mention is what the question asks for."""
        return self.hole >= 0 and self.mentions[self.hole] is mention
