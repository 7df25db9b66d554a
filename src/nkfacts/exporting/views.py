"""The views over the tables of an export: what most questions of SQL are asked of."""

from nkfacts.exporting.schema import Column, View
from nkfacts.exporting.tables import TABLES

_KNOWN = {table.name: {column.name: column for column in table.columns} for table in TABLES}


def _from(table: str, names: str) -> list[Column]:
    return [_KNOWN[table][name] for name in names.split()]


_LABEL = Column("label", "text", "what is counted, or the headline of an event")
_UNIT = Column("unit", "text", "what the numbers are in")
_CLAIMANT = Column("claimant", "text", "the name of who asserts it")
_COUNTRY = Column("country", "text", "the country of who asserts it (ISO 3166-1 alpha-2)")
_PLACE = Column("place_name", "text", "the name of the place")
_RELAYS = Column("relays", "text", "the names of those who passed it on, parted by ;")
_PUBLISHER = Column("publisher", "text", "whose text the page to read it at is")
_URL = Column("url", "text", "the address of that page")

CLAIMS = View(
    "claims",
    "a fact with the names behind its ids, and the page to read it at",
    (
        *_from("facts", "id figure topic"), _LABEL, *_from("facts", "amount value low high words qualifier"), _UNIT,
        *_from("facts", "status reported by"), _CLAIMANT, _COUNTRY, _RELAYS,
        *_from("facts", "time when_first when_last place"), _PLACE,
        *_from("facts", "scope rank superseded_by publishers origins"), _PUBLISHER, _URL, *_from("facts", "statement"),
    ),
    ["id"],
    """SELECT f.id, f.figure, f.topic, coalesce(f.title, figures.label), f.amount, f.value, f.low, f.high, f.words,
           f.qualifier, figures.unit, f.status, f.reported, f."by", claimants.name, claimants.country,
           (SELECT group_concat(name, '; ') FROM
               (SELECT entities.name FROM relays JOIN entities ON entities.id = relays.entity
                WHERE relays.fact = f.id ORDER BY relays.number)),
           f.time, f.when_first, f.when_last, f.place, places.name, f.scope, f.rank, f.superseded_by, f.publishers,
           f.origins, sources.publisher, sources.url, f.statement
       FROM facts AS f
       JOIN entities AS claimants ON claimants.id = f."by"
       LEFT JOIN figures ON figures.id = f.figure
       LEFT JOIN entities AS places ON places.id = f.place
       LEFT JOIN sources ON sources.id = f.source""",
    "reported DESC, id",
)  # fmt: skip

HEADLINES = View(
    "headlines",
    "a figure that has an answer, with the fact that is it",
    (
        Column("figure", "text", "the id of the figure", "figures"), _LABEL, *_from("facts", "topic"), _UNIT,
        *_from("facts", "amount value low high words qualifier status reported by"), _CLAIMANT, _COUNTRY,
        *_from("figures", "lowest highest claimants facts"), _PUBLISHER, _URL,
        Column("fact", "text", "the id of the fact", "facts"),
    ),
    ["figure"],
    """SELECT figures.id, figures.label, figures.topic, figures.unit, c.amount, c.value, c.low, c.high, c.words,
           c.qualifier, c.status, c.reported, c."by", c.claimant, c.country, figures.lowest, figures.highest,
           figures.claimants, figures.facts, c.publisher, c.url, c.id
       FROM figures JOIN claims AS c ON c.id = figures.headline""",
    "topic, figure",
)  # fmt: skip

REVISIONS = View(
    "revisions",
    "a claimant's word, and the later one that revises it",
    (
        *_from("facts", "figure topic by"), _CLAIMANT,
        Column("earlier", "text", "the id of the fact revised", "facts"),
        Column("earlier_reported", "day", "the day on which that was said"),
        Column("earlier_amount", "text", "its amount for people"), Column("earlier_value", "number", "its number"),
        Column("later", "text", "the id of the fact that revises it", "facts"),
        Column("later_reported", "day", "the day on which that was said"),
        Column("later_amount", "text", "its amount for people"), Column("later_value", "number", "its number"),
    ),
    ["later"],
    """SELECT later.figure, later.topic, later."by", claimants.name, earlier.id, earlier.reported, earlier.amount,
           earlier.value, later.id, later.reported, later.amount, later.value
       FROM facts AS later
       JOIN facts AS earlier ON earlier.id = later.supersedes
       JOIN entities AS claimants ON claimants.id = later."by\"""",
    "figure, later_reported, later",
)  # fmt: skip

_TOLD = "claimant reported status label amount value statement publisher url"
_OF_CLAIMS = {column.name: column for column in CLAIMS.columns}
_OWN = [_OF_CLAIMS[key] for key in _TOLD.split()]

CONTRADICTIONS = View(
    "contradictions",
    "two facts of different claimants that say otherwise of the same thing, each with its claimant, day and words",
    (
        Column("fact", "text", "the fact that says otherwise", "facts"), *_OWN,
        Column("disputed", "text", "the fact that it says otherwise than", "facts"),
        *(own._replace(name=f"disputed_{own.name}", doc=f"of the disputed fact: {own.doc}") for own in _OWN),
    ),
    ["fact", "disputed"],
    f"""SELECT disputes.fact, {", ".join(f"own.{key}" for key in _TOLD.split())},
           disputes.disputed, {", ".join(f"other.{key}" for key in _TOLD.split())}
       FROM disputes
       JOIN claims AS own ON own.id = disputes.fact
       JOIN claims AS other ON other.id = disputes.disputed""",
    "reported DESC, fact, disputed",
)  # fmt: skip

PAGES = View(
    "pages",
    "a fact with one of the pages on which it was read",
    (
        *_from("evidence", "fact number as_printed source"),
        *_from("sources", "publisher title url published language kind state_controlled via_site citing archived"),
    ),
    ["fact", "number"],
    """SELECT e.fact, e.number, e.as_printed, e.source, s.publisher, s.title, s.url, s.published, s.language, s.kind,
           s.state_controlled, s.via_site, s.citing, s.archived
       FROM evidence AS e JOIN sources AS s ON s.id = e.source""",
    "fact, number",
)


def _words(slot: str) -> str:
    """Return SQL for what fills a slot of a frame, in words, parted by semicolons."""
    return f"""(SELECT group_concat(words, '; ') FROM
               (SELECT words FROM fillers WHERE fillers.fact = frames.fact AND fillers.frame = frames.number
                AND slot = '{slot}' ORDER BY position))"""


EVENTS = View(
    "events",
    "an event, coded: who did what to whom, by one frame of one fact; negated, open and planned ones are marked",
    (
        *_from("facts", "when_first when_last"), Column("who", "text", "who does it, parted by ;"),
        *_from("frames", "did"), *_from("actions", "plover"),
        Column("what", "text", "what it is done to or with, parted by ;"),
        Column("whom", "text", "to whom it is done, or with whom, parted by ;"),
        Column("place", "text", "where, parted by ;"), *_from("frames", "negated open planned attempt first"),
        *_from("facts", "status reported by"), _CLAIMANT, *_from("facts", "event topic figure rank"), _PUBLISHER, _URL,
        *_from("frames", "fact number"),
    ),
    ["fact", "number"],
    f"""SELECT CASE WHEN c.time IS NULL THEN c.reported ELSE c.when_first END,
           CASE WHEN c.time IS NULL THEN c.reported ELSE c.when_last END,
           {_words("who")}, frames.did,
           actions.plover, {_words("what")}, {_words("whom")}, {_words("where")}, frames.negated, frames.open,
           frames.planned, frames.attempt, frames.first, c.status, c.reported, c."by", c.claimant, facts.event, c.topic,
           c.figure, c.rank, c.publisher, c.url, frames.fact, frames.number
       FROM frames
       JOIN claims AS c ON c.id = frames.fact
       JOIN facts ON facts.id = frames.fact
       JOIN actions ON actions.id = frames.did""",
    "when_first, fact, number",
)  # fmt: skip

VIEWS = (CLAIMS, HEADLINES, REVISIONS, CONTRADICTIONS, PAGES, EVENTS)
"""The views, each after those that it is made of."""
