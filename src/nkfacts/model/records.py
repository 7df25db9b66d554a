"""The records of a fact base: immutable values, with the type and meaning of every key.

Terms follow Wikidata's statements (rank, qualifier, reference) and W3C PROV (attribution).
"""

from nkfacts.model import amounts
from nkfacts.model.amounts import QUALIFIERS
from nkfacts.model.meaning import COUNTS, FRAMES, OFFICES, Action, Counts, Frame, Held, Thing
from nkfacts.model.record import Declared, Nested, key
from nkfacts.model.types import Choice, Code, Day, Edtf, Flag, Identifier, ListOf, Number, Reference, Text, Url, Whole

FORMAT = 1
"""The version of the file format that this program reads."""

# From firm to weak: a tie between two headlines goes to the earlier one.
STATUSES = ("confirmed", "acknowledged", "observed", "estimated", "reported", "denied", "planned")
SOURCE_KINDS = ("official", "agency", "news", "research", "syndication", "unverified")
ENTITY_KINDS = ("person", "organisation", "medium", "company", "group", "place", "unit", "weapon", "agreement", "ship")
SCOPES = ("total", "part")
RANKS = ("preferred", "normal", "deprecated")

_Aliases = ListOf(Text(120))
_Entities = ListOf(Reference("entities"))
_Questions = ListOf(Text(200))


class Header(Declared):
    """What a fact file says about itself."""

    format: int = key(Whole(), f"the version of the file format: {FORMAT}", required=True)
    title: str = key(Text(200), "the subject of the base", required=True)
    updated: str = key(Day(), "the day on which the curation last changed", required=True)
    description: str | None = key(Text(2000), "what the base covers")
    licence: str | None = key(Text(200), "the terms of use of the data")


class Topic(Declared):
    """A shelf of the base; each is a command of its own."""

    id: str = key(Identifier(), "the name of its command", required=True)
    label: str = key(Text(60), "its name for people", required=True)
    description: str | None = key(Text(300), "what stands under it")
    aliases: tuple[str, ...] = key(ListOf(Identifier()), "further names of its command")


class Entity(Declared):
    """Somebody or something that facts name: a person, body, unit, place, weapon or agreement."""

    id: str = key(Identifier(), "lower-case, hyphenated", required=True)
    name: str = key(Text(120), "the name the base uses", required=True)
    short: str | None = key(Text(24), "the name that stands in a table, where the whole one is long")
    kind: str = key(Choice("a kind of entity", ENTITY_KINDS), f"one of {', '.join(ENTITY_KINDS)}", required=True)
    role: str | None = key(Text(300), "what it is, or what office a person holds")
    country: str | None = key(Code("ISO 3166-1 alpha-2", upper=True), "its country (ISO 3166-1 alpha-2)")
    part_of: str | None = key(Reference("entities"), "whom it speaks for, or the larger place it lies in")
    isa: tuple[str, ...] = key(ListOf(Reference("things")), "what kind of thing it is, in the terms of frames")
    held: tuple[Held, ...] = key(OFFICES, "the offices that a person held")
    capital: tuple[str, ...] = key(_Aliases, "the names of the city that stands for a country's government")
    aliases: tuple[str, ...] = key(_Aliases, "every other spelling, in any script")


class Source(Declared):
    """A document in which a fact was read."""

    id: str = key(Identifier(), "publisher-date-words", required=True)
    title: str | None = key(Text(400), "its headline")
    publisher: str = key(Text(120), "whose text it is", required=True)
    url: str | None = key(Url(), "where it stands")
    published: str | None = key(Edtf(), "when it was published (EDTF); left out when the page shows nothing")
    language: str = key(Code("ISO 639-1", upper=False), "its language (ISO 639-1)", required=True)
    kind: str = key(Choice("a kind of source", SOURCE_KINDS), f"one of {', '.join(SOURCE_KINDS)}", required=True)
    state_controlled: bool | None = key(Flag(), "true when a government answers for what it prints")
    via_site: str | None = key(Text(120), "the site that reprints the publisher's text")
    citing: str | None = key(Text(120), "the publisher whose report this page repeats in its own words")
    archived: str | None = key(Url(), "a kept copy")


class Figure(Declared):
    """A question that has a number for an answer."""

    id: str = key(Identifier(dotted=True), "topic.name", required=True)
    label: str = key(Text(100), "what is counted, for people", required=True)
    topic: str = key(Reference("topics"), "the topic under which it stands", required=True)
    unit: str = key(Text(40), "what its numbers are in", required=True)
    description: str | None = key(Text(500), "what counts and what does not")
    aliases: tuple[str, ...] = key(_Aliases, "the words under which people ask for it")
    near: tuple[str, ...] = key(ListOf(Reference("figures")), "figures easily confused with it, closest first")
    within: str | None = key(
        Reference("figures"), "the figure whose count contains this one, as killed lies within both"
    )
    main: bool | None = key(Flag(), "true for a figure of the overview")
    cumulative: bool | None = key(Flag(), "true when its totals can only grow, so that a fall needs a reason")
    counts: Counts | None = key(COUNTS, "what it counts, in the terms of frames")
    asked: tuple[str, ...] = key(_Questions, "questions as people ask for it")


class CommonQuestion(Declared):
    """A question that many people ask, in the words in which they do, and what answers it."""

    id: str = key(Identifier(), "what is asked, in a few words", required=True)
    asked: tuple[str, ...] = key(_Questions, "the question as people put it, in different words", required=True)
    figure: str | None = key(Reference("figures"), "the figure that is asked for")
    facts: tuple[str, ...] = key(ListOf(Reference("facts")), "the facts that answer it together, the best first")


class Evidence(Declared):
    """One place where a fact was read."""

    source: str = key(Reference("sources"), "the id of the source", required=True)
    as_printed: str | None = key(
        Text(200, words=10),
        "the figure or key words as printed, at most ten words, without quotation marks around them",
    )


class Fact(Declared):
    """An attributed, dated statement with evidence; a figure's value, or an event."""

    id: str = key(Identifier(), "stable for ever: scripts and citations use it", required=True)
    figure: str | None = key(Reference("figures"), "the figure it gives a value for; none for an event")
    topic: str | None = key(Reference("topics"), "the topic of an event; a figure fact has its figure's")
    title: str | None = key(Text(120), "the headline of an event")
    statement: str = key(Text(600), "what is claimed, in our own words", required=True)
    value: int | float | None = key(Number(), "the number, in the figure's unit")
    low: int | float | None = key(Number(), "the lower end of a range")
    high: int | float | None = key(Number(), "the upper end of a range")
    words: str | None = key(Text(60), "an amount that is words, such as several million")
    qualifier: str | None = key(Choice("a qualifier", tuple(QUALIFIERS)), "how the claimant meant the number")
    status: str = key(Choice("a status", STATUSES), f"one of {', '.join(STATUSES)}", required=True)
    when: str | None = key(Edtf(), "the time that the figure or event is about (EDTF)")
    reported: str = key(Day(), "the day on which it was said", required=True)
    by: str = key(Reference("entities"), "who asserts it", required=True)
    via: tuple[str, ...] = key(_Entities, "who passed it on")
    place: str | None = key(Reference("entities"), "where")
    about: tuple[str, ...] = key(_Entities, "other entities that it names")
    tags: tuple[str, ...] = key(ListOf(Identifier()), "free words to filter by")
    evidence: tuple[Evidence, ...] = key(ListOf(Nested(Evidence)), "where it was read", required=True)
    event: str | None = key(Identifier(), "the happening that it tells, shared by all facts that tell it")
    main: bool | None = key(Flag(), "true for a happening that every timeline must have")
    events: tuple[Frame, ...] = key(FRAMES, "who did what to whom, as the statement says")
    asked: tuple[str, ...] = key(_Questions, "questions as people ask for it")
    scope: str | None = key(
        Choice("a scope", SCOPES), "total (the default), or part: one period, place, unit or incident"
    )
    rank: str | None = key(
        Choice("a rank", RANKS), "normal (the default), preferred, or deprecated: a slip kept to be findable"
    )
    rank_reason: str | None = key(Text(300), "why it is preferred or deprecated")
    supersedes: str | None = key(Reference("facts"), "the same claimant's earlier fact that this one revises")
    disputes: tuple[str, ...] = key(ListOf(Reference("facts")), "facts of others that it says otherwise than")
    note: str | None = key(Text(800), "conflicts, and how relative words were resolved")

    @property
    def amount(self) -> str:
        """The amount for people: ``about 600``; empty for an event."""
        return amounts.readable(self.value, self.low, self.high, self.words, self.qualifier)

    @property
    def bare_amount(self) -> str:
        """The amount for scripts: ``600``, ``10000-12000``, ``several million``; empty for an event."""
        return amounts.bare(self.value, self.low, self.high, self.words)

    @property
    def lowest(self) -> int | float | None:
        """The lower end of the amount, or its only number; None for words and events."""
        return min((n for n in (self.value, self.low, self.high) if n is not None), default=None)

    @property
    def highest(self) -> int | float | None:
        """The upper end of the amount, or its only number; None for words and events."""
        return max((n for n in (self.value, self.low, self.high) if n is not None), default=None)

    @property
    def bounds(self) -> tuple[int | float, int | float] | None:
        """The range that the amount leaves open; None for words and events."""
        if self.lowest is None or self.highest is None:
            return None
        return amounts.bounds(self.lowest, self.highest, self.qualifier)

    @property
    def is_deprecated(self) -> bool:
        """Whether it is a slip or misreading, kept to be findable and never used as an answer."""
        return self.rank == "deprecated"


Record = Topic | Entity | Source | Figure | Action | Thing | CommonQuestion | Fact

PARTS: dict[str, type[Record]] = {
    "topics": Topic,
    "entities": Entity,
    "sources": Source,
    "figures": Figure,
    "actions": Action,
    "things": Thing,
    "questions": CommonQuestion,
    "facts": Fact,
}
"""The parts of a fact file, in its order; all but ``facts`` are mappings from id to record."""

SINGULAR = {
    "topics": "topic", "entities": "entity", "sources": "source", "figures": "figure", "actions": "action",
    "things": "thing", "questions": "question", "facts": "fact",
}  # fmt: skip
"""What one record of a part is called; also the name of its table."""

MEANINGS = ("entities", "things", "actions")
"""The parts whose ids may fill a slot of a frame: among them an id is unique."""

OPTIONAL_PARTS = frozenset(("actions", "things", "questions"))
"""The parts that a fact file may do without."""
