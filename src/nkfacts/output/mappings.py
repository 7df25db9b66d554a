"""Records as mappings with stable keys: the JSON contract.

Keys are only ever added; a key that does not apply is null or an empty list. Of a fact nothing is made before it is
asked for.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from nkfacts.hints import Any, ClassVar
from nkfacts.model import dates
from nkfacts.model.record import Declared, keys_of
from nkfacts.model.records import Fact, Figure, Source
from nkfacts.model.support import Support, unreadability
from nkfacts.output.lazy_record import LazyRecord
from nkfacts.output.report import Record
from nkfacts.query.base import Base
from nkfacts.query.results import Counted, Hit
from nkfacts.text import listing

Mapping = Record
_Make = Callable[["FactRecord"], Any]

_AMOUNT = ("amount", "value", "low", "high", "words", "qualifier")


def fact_record(base: Base, fact: Fact, **more: Any) -> Record:
    """Return everything about a fact: its own keys, the names behind its ids, its evidence and its support.

    Args:
        base: the base that it is from.
        fact: the fact.
        more: further keys and their values.
    """
    return FactRecord(base, fact, more)


def fact_records(base: Base, facts: Iterable[Fact]) -> list[Record]:
    """Return the mappings of several facts."""
    found = list(facts)
    base.read_ahead(found)
    return [fact_record(base, fact) for fact in found]


def _own(key: str) -> _Make:
    return attrgetter(f"fact.{key}")


def _listed(key: str) -> _Make:
    return lambda of: list(getattr(of.fact, key))


_OF_FACT: dict[str, _Make] = {
    "id": _own("id"),
    "figure": _own("figure"),
    "topic": lambda of: figure.topic if (figure := of.figure) else of.fact.topic,
    "label": lambda of: figure.label if (figure := of.figure) else of.fact.title,
    "title": _own("title"),
    "statement": _own("statement"),
    "value": _own("value"),
    "low": _own("low"),
    "high": _own("high"),
    "words": _own("words"),
    "qualifier": _own("qualifier"),
    "unit": lambda of: figure.unit if (figure := of.figure) else None,
    "amount": lambda of: of.fact.amount or None,
    "status": _own("status"),
    "when": _own("when"),
    "when_first": lambda of: dates.ends_of(of.fact.when)[0] if of.fact.when else None,
    "when_last": lambda of: dates.ends_of(of.fact.when)[1] if of.fact.when else None,
    "reported": _own("reported"),
    "age_days": lambda of: dates.days_between(of.fact.reported, of.base.counted_to),
    "by": _own("by"),
    "claimant": lambda of: of.base.name_of(of.fact.by),
    "short": lambda of: _short(of.base, of.fact.by),
    "country": lambda of: claimant.country if (claimant := of.base.entity(of.fact.by)) else None,
    "via": _listed("via"),
    "relays": lambda of: [of.base.name_of(entity) for entity in of.fact.via],
    "place": _own("place"),
    "place_name": lambda of: of.base.name_of(of.fact.place) if of.fact.place else None,
    "about": _listed("about"),
    "tags": _listed("tags"),
    "evidence": lambda of: [
        {"as_printed": piece.as_printed, **_page(of.base.source(piece.source), piece.source)}
        for piece in of.fact.evidence
    ],
    "url": lambda of: of.base.address(of.fact).url,
    "url_language": lambda of: of.base.address(of.fact).language,
    "event": _own("event"),
    "main": lambda of: bool(of.fact.main),
    "events": lambda of: [frame_record(frame) for frame in of.fact.events],
    "asked": _listed("asked"),
    "support": lambda of: support_record(of.base.support(of.fact)),
    "scope": lambda of: of.fact.scope or "total",
    "rank": lambda of: of.fact.rank or "normal",
    "rank_reason": _own("rank_reason"),
    "supersedes": _own("supersedes"),
    "superseded_by": lambda of: of.base.revision_of(of.fact),
    "disputes": lambda of: [id_ for id_ in of.base.disputed_ids(of.fact) if id_ in of.fact.disputes],
    "disputed_by": lambda of: [id_ for id_ in of.base.disputed_ids(of.fact) if id_ not in of.fact.disputes],
    "note": _own("note"),
}
"""What makes each key of a fact, in the order of the keys."""


class FactRecord(LazyRecord):
    """A fact of a base as a mapping."""

    __slots__ = ("base", "fact")

    base: Base
    fact: Fact
    makers: ClassVar[dict[str, _Make]] = _OF_FACT

    def __init__(self, base: Base, fact: Fact, more: Mapping) -> None:
        super().__init__(more)
        self.base, self.fact = base, fact

    @property
    def figure(self) -> Figure | None:
        """The figure that the fact gives a value for."""
        return self.base.figure(self.fact.figure) if self.fact.figure else None


def support_record(support: Support) -> Mapping:
    """Return the support of a fact for JSON."""
    return {"publishers": list(support.publishers), "kinds": list(support.kinds), "origins": support.origins}


def support_words(support: Record) -> str:
    """Return the support of a fact for people: ``KBS, Yonhap and 3 more; agency and news``."""
    publishers: Sequence[str] = support["publishers"]
    shown = [*publishers[:2], f"{len(publishers) - 2} more"] if len(publishers) > 2 else publishers
    if support["kinds"] == ["unverified"]:
        return f"{listing(shown)}; unverified only"
    return f"{listing(shown)}; {listing(support['kinds'])}"


def plain_record(record: Declared) -> dict[str, Any]:
    """Return the keys of a record that is no fact."""
    return {name: plain_value(getattr(record, name)) for name in keys_of(type(record))}


def frame_record(frame: Declared) -> Mapping:
    """Return the keys of a frame that are filled in."""
    own = vars(frame)
    return {name: plain_value(own[name]) for name in keys_of(type(frame)) if name in own}


def plain_value(value: Any) -> Any:
    """Return the value of a key as JSON has it: lists and mappings in place of tuples and records."""
    if value is None or type(value) is str:
        return value
    if isinstance(value, tuple):
        return [plain_value(item) for item in value]
    return frame_record(value) if isinstance(value, Declared) else value


def counted_record(counted: Counted) -> Mapping:
    """Return a record that is no fact, with the number of facts that use it."""
    return {**plain_record(counted.record), "facts": counted.facts}


def figure_records(base: Base, topic: str | None = None) -> list[Mapping]:
    """Return the figures, of one topic or all, with the number of their facts and the keys of their headline."""
    counts = base.figures(topic)
    found = [(each, base.headline(each.record.id), base.lapsed(each.record.id)) for each in counts]
    base.read_ahead([fact for _, headline, plan in found if (fact := headline or plan)])
    return [{**counted_record(each), **_headline_keys(base, headline, plan)} for each, headline, plan in found]


_LAST_KEYS = "status rank disputes disputed_by url url_language"


def _headline_keys(base: Base, headline: Fact | None, plan: Fact | None) -> Mapping:
    fact = headline or plan
    if fact is None:
        keys = "headline amount value low high lapsed by claimant short country reported age_days"
        return dict.fromkeys((*keys.split(), *_LAST_KEYS.split()))
    return {
        "headline": headline.id if headline else None,
        **{key: getattr(headline, key, None) if headline else None for key in ("amount", "value", "low", "high")},
        "lapsed": None if headline else fact.amount,
        **_keys(base, fact, "by claimant short country reported age_days"),
        **_keys(base, fact, _LAST_KEYS),
    }


def _keys(base: Base, fact: Fact, keys: str) -> Mapping:
    record = fact_record(base, fact)
    return {key: record[key] for key in keys.split()}


def headline_record(base: Base, figure: Figure) -> Mapping | None:
    """Return a figure with the fact that answers for it and the spread; None when nothing does.

    Where no plan stands, the record is that of the last one, with its amount under ``lapsed`` and none for an answer.
    """
    plan = None
    fact = base.headline(figure.id)
    if fact is None:
        fact = plan = base.lapsed(figure.id)
    if fact is None:
        return None
    spread = base.spread(figure.id)
    return {
        "figure": figure.id,
        "label": figure.label,
        "topic": figure.topic,
        "unit": figure.unit,
        **{key: getattr(fact, key) if plan is None else None for key in _AMOUNT},
        "lapsed": plan.amount if plan is not None else None,
        **_keys(base, fact, "by claimant short country relays status reported age_days rank disputes disputed_by"),
        "lowest": spread.lowest.lowest if spread.lowest else None,
        "highest": spread.highest.highest if spread.highest else None,
        "claimants": spread.claimants,
        "facts": spread.facts,
        **_keys(base, fact, "support id url url_language"),
    }


def said_words(fact: Fact) -> str:
    """Return in a few words what a fact says, and when it was said: ``about 600, 30 Apr 2025``."""
    denied = " denied" if fact.amount and fact.status == "denied" else ""
    return f"{fact.amount or fact.title}{denied}, {dates.day_words(fact.reported)}"


def by_readability(pages: Iterable[Record]) -> list[Record]:
    """Return pages, those that most readers can read first: English before others, then known publishers."""
    return sorted(pages, key=lambda page: unreadability(page.get("language"), page.get("kind")))


def page_words(page: Record) -> list[str]:
    """Return what is said of a page behind its publisher: the site it was read on, whom it cites, its day, its kind."""
    kind = page.get("kind") or ""
    words = [f"on {page['via_site']}"] if page.get("via_site") else []
    words += [f"citing {page['citing']}"] if page.get("citing") else []
    words += [dates.parse(page["published"]).words] if page.get("published") else []
    words += [f"{kind}, state-controlled" if page.get("state_controlled") else kind] if kind else []
    return words


def origins_words(support: Record) -> str:
    """Return on how many origins a fact rests."""
    count = support["origins"]
    return "1 origin" if count == 1 else f"{count} independent origins"


def unit_words(unit: str | None, label: str | None) -> str:
    """Return the unit behind an amount; empty where the label beside it says it, or where it is people."""
    unit, told = unit or "", (label or "").casefold()
    return "" if unit == "people" or all(word in told for word in unit.casefold().split()) else unit


def _short(base: Base, claimant: str) -> str:
    """Return what a table calls a claimant."""
    entity = base.entity(claimant)
    return (entity and (entity.short or entity.name)) or claimant


def plan_words(base: Base, plan: Fact) -> str:
    """Return a plan for people: amount, claimant and day of saying."""
    claimant = base.entity(plan.by)
    return f"{plan.amount}, {(claimant and claimant.short) or base.name_of(plan.by)}, {dates.day_words(plan.reported)}"


def hit_record(hit: Hit) -> Mapping:
    """Return a search result."""
    return {"part": hit.part, "id": hit.id, "title": hit.title, "text": hit.text}


def _page(source: Source | None, id_: str) -> Mapping:
    if source is None:
        return {"source": id_}
    own = vars(source)
    return {"source": source.id, **{name: own.get(name) for name in _OF_PAGE}}


_OF_PAGE = [name for name in keys_of(Source) if name != "id"]
