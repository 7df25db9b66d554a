"""A question as it was read: words, what they may mean, what is asked, and the times and claimants it names."""

from nkfacts.ask.terms.lexicon import Meaning
from nkfacts.ask.understanding.times import Time
from nkfacts.hints import Literal, NamedTuple

Kind = Literal["how-many", "when", "where", "who", "which", "what", "yes-no", "list", "change", "compare"]
"""What a question asks for."""

Flag = Literal[
    "highest", "lowest", "earliest", "latest", "confirming", "denying", "will", "ahead", "judging", "saying", "planned",
    "much", "past", "claimant", "reason", "name",
]  # fmt: skip
"""What else it asks: an order, a standing, a tense; ``claimant`` who says so, ``much`` for an amount or for pay."""

Measure = Literal[
    "", "share", "money", "weight", "width", "distance", "length", "duration", "times", "area", "volume", "age"
]
"""What is asked for instead of a number, where anything is."""

Period = Literal["", "minute", "hour", "day", "week", "month", "year"]
"""Per what time a rate is asked for, where one is."""

MentionKind = Literal["name", "thing", "action", "light", "figure", "number", "count", "word"]
"""What a mention is: ``light`` a deed as give or take, which tells little, ``count`` a small number as a word."""

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
        kind: what it is.
        meanings: what it may mean; none for a number, a count or a word.
        value: the number.
        nation: the country whose it is, when one stands before it: Russian soldiers.
        verb: the place of the mention of the action it belongs to, -1 for none.
        role: subject, object, patient (of a passive), ``WHOSE``, ``SPEAKER``, or the preposition before it; by, for the
            agent of a passive; of a number that is compared ``OVER``, ``LEAST`` or ``UNDER``; empty for none.
        claims: whether the question says that it claims something.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
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
        kind: what it asks for.
        mentions: what its words mean, in their order.
        light: words that need not be borne out.
        times: the times it names.
        measure: what it asks for instead of a number.
        per: per what time it asks for a rate.
        flags: what else it asks.
        respelt: words that were read as others, with those.
        refusal: why it is not looked up at all; empty when it is.
        hole: the thing asked for in "which village", "what type of plane": place of its mention, -1 for none.
    """

    text: str
    tokens: tuple[Token, ...]
    kind: Kind
    mentions: tuple[Mention, ...] = ()
    light: tuple[str, ...] = ()
    times: tuple[Time, ...] = ()
    measure: Measure = ""
    per: Period = ""
    flags: frozenset[Flag] = frozenset()
    respelt: tuple[tuple[str, str], ...] = ()
    refusal: str = ""
    hole: int = -1

    def asks_for(self, mention: Mention) -> bool:
        """Say whether a mention is what the question asks for."""
        return self.hole >= 0 and self.mentions[self.hole] is mention
