"""How each kind of record is laid out: its columns, and which of them a table and a data file show."""

from nkfacts.hints import Any
from nkfacts.model import dates
from nkfacts.model.amounts import readable_number
from nkfacts.output.mappings import support_words
from nkfacts.output.report import Column, Layout
from nkfacts.text import listing


def _claimant_and_relay(record: Any) -> str:
    relays = record["relays"]
    return f"{record['claimant']}, via {listing(relays)}" if relays else str(record["claimant"])


def _what(record: Any) -> str:
    flags = [word for word, there in (("part", record["scope"] == "part" and record["figure"]),
                                      ("deprecated", record["rank"] == "deprecated")) if there]  # fmt: skip
    return f"{record['label']} ({', '.join(flags)})" if flags else str(record["label"])


def _when_words(record: Any) -> str:
    return dates.parse(record["when"] or record["reported"]).words


def date_words(text: str) -> str:
    """Return a date of EDTF as people read it."""
    return dates.parse(text).words


def _source_words(record: Any) -> str:
    foreign = record["url_language"] not in (None, "en")
    return support_words(record["support"]) + (f" [{record['url_language']}]" if foreign else "")


def page_of(record: Any) -> str | None:
    """Return the address of the page of a record."""
    url: str | None = record.get("url")
    return url


def _address(record: Any) -> str | None:
    value = record["value"]
    return value if isinstance(value, str) else None


def _quotes(record: Any) -> list[str]:
    return [piece["as_printed"] for piece in record["evidence"] if piece["as_printed"]]


def _sources(record: Any) -> list[str]:
    return [piece["source"] for piece in record["evidence"]]


def _amount_words(record: Any) -> str | None:
    return f"{record['amount']} {record['unit']}" if record["amount"] else None


def _headline_words(record: Any) -> str:
    if record["lapsed"]:
        return f"no plan stands; last: {record['lapsed']} {record['unit']}"
    low, high = record["lowest"], record["highest"]
    # Where the last words of the claimants differ by more than half, one of them is not enough.
    apart = low is not None and high > 1.5 * low
    claims = f" (claims: {readable_number(low)} to {readable_number(high)})" if apart else ""
    return f"{record['amount']} {record['unit']}{claims}"


def named(key: str) -> Column:
    """Return the column of a key that is its own heading."""
    return Column(key, key.replace("_", " ").capitalize())


_FACT_KEYS = (
    "figure", "topic", "label", "title", "words", "qualifier", "unit", "status", "when_first", "when_last", "by",
    "via", "relays", "place", "place_name", "about", "tags", "evidence", "event", "main", "events", "asked", "scope",
    "rank", "rank_reason", "supersedes", "superseded_by", "disputes", "disputed_by", "note", "short", "country",
    "url_language",
)  # fmt: skip

_ID = Column("id", "Id", is_id=True, weight=3)
_REPORTED = Column("reported", "Said on", keep_whole=True, worded=dates.day_words)
_AGE = Column("age_days", "Age in days", number=True)
_AMOUNT = Column("amount", "Amount", weight=2)
_AMOUNT_WORDS = Column("amount_words", "Amount", _amount_words, weight=2)
_CLAIMANT = Column("claimant", "Claimant")
_CLAIMANT_WORDS = Column("claimant_words", "Claimant", _claimant_and_relay, weight=4)
_SUPPORT_WORDS = Column("support_words", "Source", _source_words, weight=3, leads_to=page_of)
_URL = Column("url", "Page", keep_whole=True, leads_to=page_of)
_NUMBERS = tuple(Column(key, key.capitalize(), number=True) for key in ("value", "low", "high"))
_SUPPORT = (
    Column("publishers", "Publishers", lambda r: r["support"]["publishers"]),
    Column("kinds", "Kinds", lambda r: r["support"]["kinds"]),
    Column("origins", "Origins", lambda r: r["support"]["origins"], number=True),
)

FACT_COLUMNS = (
    _ID,
    _REPORTED,
    _AGE,
    Column("when", "When", keep_whole=True, worded=date_words),
    Column("when_words", "When", _when_words, weight=2),
    Column("what", "What", _what, weight=4),
    Column("quote", "As printed", _quotes, weight=4),
    _AMOUNT,
    _AMOUNT_WORDS,
    *_NUMBERS,
    _CLAIMANT,
    _CLAIMANT_WORDS,
    _SUPPORT_WORDS,
    *_SUPPORT,
    Column("sources", "Sources", _sources),
    _URL,
    Column("statement", "Statement", weight=6),
    *(named(key) for key in _FACT_KEYS),
)
FACT_DATA = (
    "id reported figure label amount value low high words qualifier unit status when by claimant via place scope "
    "rank publishers kinds url statement"
)

FACTS = Layout(FACT_COLUMNS, "reported what amount_words claimant_words support_words id", FACT_DATA)
"""Facts in the order of their reports."""

TIMELINE = Layout(
    FACT_COLUMNS,
    "when_words what amount_words claimant_words reported support_words id",
    "when " + FACT_DATA.replace(" when ", " "),
)
"""Facts in the order of the time they are about."""

ANSWERS = Layout(
    (*FACT_COLUMNS, Column("question", "Question", weight=3), Column("answer", "Answer", weight=2)),
    "reported what amount_words claimant_words support_words id",
    "answer " + FACT_DATA,
)
"""The facts that answer a question, the best first."""

EXPLANATION = Layout(
    (
        Column("step", "Step", keep_whole=True),
        Column("item", "What", weight=3),
        Column("detail", "Read as", weight=4),
        Column("score", "Score", number=True),
    ),
    "step item detail score",
    "step item detail score",
)
"""How a question was read."""

VERDICTS = Layout(
    (*FACT_COLUMNS, Column("verdict", "Verdict", weight=4)),
    "reported amount_words claimant_words verdict support_words id",
    "verdict " + FACT_DATA,
)
"""The facts of a figure, with why each is the headline or is not."""

POINTS = Layout(
    (
        *FACT_COLUMNS,
        Column("lowest", "Lowest", number=True),
        Column("highest", "Highest", number=True),
        named("open"),
        named("letter"),
        Column("headline", "Headline"),
    ),
    "letter reported amount_words claimant_words headline support_words id",
    "reported figure lowest highest open amount headline letter claimant country by url id",
)
"""The points of a chart: numbers by the day on which they were said."""

HEADLINES = Layout(
    (
        Column("figure", "Figure", is_id=True, weight=3),
        Column("label", "What", weight=4),
        _AMOUNT,
        Column("amount_words", "Amount", _headline_words, weight=3),
        *_NUMBERS,
        _REPORTED,
        _AGE,
        _CLAIMANT,
        _CLAIMANT_WORDS,
        _SUPPORT_WORDS,
        *_SUPPORT,
        *(Column(key, key.capitalize(), number=True) for key in ("lowest", "highest", "claimants", "facts")),
        _URL,
        *(named(key) for key in ("words", "qualifier", "unit", "lapsed", "by", "relays", "topic", "short", "country")),
        *(named(key) for key in ("status", "rank", "disputes", "disputed_by", "url_language")),
        _ID,
    ),
    "label amount_words claimant_words reported support_words figure",
    "figure label amount value low high words qualifier unit by claimant reported lowest highest claimants facts "
    "publishers kinds id",
)
"""Figures with the fact that answers for them."""

_FACTS_COUNTED = Column("facts", "Facts", number=True)
_ALIASES = Column("aliases", "Also", weight=3)

TOPICS = Layout(
    (
        Column("id", "Topic", keep_whole=True),
        named("label"),
        _FACTS_COUNTED,
        _ALIASES,
        Column("description", "What stands under it", weight=4),
    ),
    "id label facts aliases description",
    "id label facts aliases description",
)

FIGURES = Layout(
    (
        Column("id", "Figure", is_id=True, weight=2),
        Column("label", "What is counted", weight=2),
        named("unit"),
        _FACTS_COUNTED,
        _ALIASES,
        _AMOUNT,
        *_NUMBERS,
        _REPORTED,
        _AGE,
        _CLAIMANT,
        _URL,
        *(named(key) for key in ("topic", "description", "near", "within", "main", "cumulative", "counts", "asked")),
        *(named(key) for key in ("headline", "lapsed", "by", "short", "country", "url_language")),
        *(named(key) for key in ("status", "rank", "disputes", "disputed_by")),
    ),
    "label amount unit claimant reported facts aliases id",
    "id label unit facts topic aliases description near amount claimant reported",
)

ENTITIES = Layout(
    (
        Column("id", "Entity", is_id=True, weight=2),
        Column("name", "Name", weight=2),
        named("kind"),
        named("part_of"),
        Column("facts", "Claims", number=True),
        _ALIASES,
        *(named(key) for key in ("country", "role", "short", "isa", "held", "capital")),
    ),
    "id name kind part_of facts aliases",
    "id name kind part_of facts country role aliases",
)

SOURCES = Layout(
    (
        Column("id", "Source", is_id=True, weight=3),
        Column("published", "Published", keep_whole=True, worded=date_words),
        Column("publisher", "Publisher", weight=2),
        named("kind"),
        _FACTS_COUNTED,
        Column("title", "Title", weight=4, leads_to=page_of),
        _URL,
        *(named(key) for key in ("language", "state_controlled", "via_site", "citing", "archived")),
    ),
    "published publisher kind facts title id",
    "id published publisher kind facts title language state_controlled via_site citing url",
)

HITS = Layout(
    (
        Column("part", "In", keep_whole=True),
        Column("id", "Id", is_id=True, weight=2),
        Column("title", "What", weight=2),
        Column("text", "Text", weight=4),
    ),
    "part title text id",
    "part id title text",
)

STEPS = Layout(
    (
        Column("depth", "Depth", number=True),
        named("role"),
        Column("name", "Name", weight=4, leads_to=page_of),
        _ID,
        _URL,
    ),
    "role name id",
    "depth role name id",
)
"""The way of a fact from its claimant to its pages."""

ITEMS = Layout(
    (Column("key", "Key", keep_whole=True), Column("value", "Value", leads_to=_address)), "key value", "key value"
)
"""One record laid out as its keys and values, one a line."""
