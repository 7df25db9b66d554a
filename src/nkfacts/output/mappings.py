"""Records as mappings with stable keys: the JSON contract.

Keys are only ever added; a key that does not apply is null or an empty list.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from nkfacts.model import dates
from nkfacts.model.record import Declared, keys_of
from nkfacts.model.records import Fact, Figure, Source
from nkfacts.model.support import Support
from nkfacts.query.base import Base
from nkfacts.query.results import Counted, Hit
from nkfacts.text import listing

Mapping = dict[str, Any]

_AMOUNT = ("amount", "value", "low", "high", "words", "qualifier")


def fact_record(base: Base, fact: Fact) -> Mapping:
    """Return everything about a fact: its own keys, the names behind its ids, its evidence and its support."""
    figure = base.figure(fact.figure) if fact.figure else None
    when = dates.parse(fact.when) if fact.when else None
    evidence = [
        {"as_printed": piece.as_printed, **_page(base.source(piece.source), piece.source)} for piece in fact.evidence
    ]
    return {
        "id": fact.id,
        "figure": fact.figure,
        "topic": figure.topic if figure else fact.topic,
        "label": figure.label if figure else fact.title,
        "title": fact.title,
        "statement": fact.statement,
        "value": fact.value,
        "low": fact.low,
        "high": fact.high,
        "words": fact.words,
        "qualifier": fact.qualifier,
        "unit": figure.unit if figure else None,
        "amount": fact.amount or None,
        "status": fact.status,
        "when": fact.when,
        "when_first": when.first if when else None,
        "when_last": when.last if when else None,
        "reported": fact.reported,
        "age_days": dates.days_between(fact.reported, base.counted_to),
        "by": fact.by,
        "claimant": base.name_of(fact.by),
        **_who(base, fact.by),
        "via": list(fact.via),
        "relays": [base.name_of(entity) for entity in fact.via],
        "place": fact.place,
        "place_name": base.name_of(fact.place) if fact.place else None,
        "about": list(fact.about),
        "tags": list(fact.tags),
        "evidence": evidence,
        **best_page(evidence),
        "event": fact.event,
        "main": bool(fact.main),
        "events": [frame_record(frame) for frame in fact.events],
        "asked": list(fact.asked),
        "support": support_record(base.support(fact)),
        "scope": fact.scope or "total",
        "rank": fact.rank or "normal",
        "rank_reason": fact.rank_reason,
        "supersedes": fact.supersedes,
        "superseded_by": base.revision_of(fact),
        "note": fact.note,
    }


def fact_records(base: Base, facts: Iterable[Fact]) -> list[Mapping]:
    """Return the mappings of several facts."""
    found = list(facts)
    base.read_ahead(found)
    return [fact_record(base, fact) for fact in found]


def support_record(support: Support) -> Mapping:
    """Return the support of a fact for JSON."""
    return {"publishers": list(support.publishers), "kinds": list(support.kinds), "origins": support.origins}


def support_words(support: Mapping) -> str:
    """Return the support of a fact for people: ``KBS, Yonhap and 3 more; agency and news``."""
    publishers: Sequence[str] = support["publishers"]
    shown = [*publishers[:2], f"{len(publishers) - 2} more"] if len(publishers) > 2 else publishers
    if support["kinds"] == ["unverified"]:
        return f"{listing(shown)}; unverified only"
    return f"{listing(shown)}; {listing(support['kinds'])}"


def plain_record(record: Declared) -> Mapping:
    """Return the keys of a record that is no fact."""
    return {name: plain_value(getattr(record, name)) for name in keys_of(type(record))}


def frame_record(frame: Declared) -> Mapping:
    """Return the keys of a frame that are filled in."""
    return {name: plain_value(getattr(frame, name)) for name in keys_of(type(frame)) if name in vars(frame)}


def plain_value(value: Any) -> Any:
    """Return the value of a key as JSON has it: lists and mappings in place of tuples and records."""
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


def _headline_keys(base: Base, headline: Fact | None, plan: Fact | None) -> Mapping:
    fact = headline or plan
    if fact is None:
        keys = "headline amount value low high lapsed by claimant short country reported age_days url url_language"
        return dict.fromkeys(keys.split())
    return {
        "headline": headline.id if headline else None,
        **{key: getattr(headline, key, None) if headline else None for key in ("amount", "value", "low", "high")},
        "lapsed": None if headline else fact.amount,
        "by": fact.by,
        "claimant": base.name_of(fact.by),
        **_who(base, fact.by),
        "reported": fact.reported,
        "age_days": dates.days_between(fact.reported, base.counted_to),
        **best_page(_page(base.source(piece.source), piece.source) for piece in fact.evidence),
    }


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
        "by": fact.by,
        "claimant": base.name_of(fact.by),
        **_who(base, fact.by),
        "relays": [base.name_of(entity) for entity in fact.via],
        "status": fact.status,
        "reported": fact.reported,
        "age_days": dates.days_between(fact.reported, base.counted_to),
        "lowest": spread.lowest.lowest if spread.lowest else None,
        "highest": spread.highest.highest if spread.highest else None,
        "claimants": spread.claimants,
        "facts": spread.facts,
        "support": support_record(base.support(fact)),
        "id": fact.id,
        **best_page(_page(base.source(piece.source), piece.source) for piece in fact.evidence),
    }


def best_page(evidence: Iterable[Mapping]) -> Mapping:
    """Return the address to read a fact at, and its language; None where no page has one."""
    best = next((page for page in by_readability(evidence) if page.get("url")), None)
    return {"url": best["url"] if best else None, "url_language": best["language"] if best else None}


def by_readability(pages: Iterable[Mapping]) -> list[Mapping]:
    """Return pages, those that most readers can read first: English before others, then known publishers."""
    return sorted(pages, key=lambda page: (page.get("language") != "en", page.get("kind") == "unverified"))


def page_words(page: Mapping) -> list[str]:
    """Return what is said of a page behind its publisher: the site it was read on, whom it cites, its day, its kind."""
    kind = page.get("kind") or ""
    words = [f"on {page['via_site']}"] if page.get("via_site") else []
    words += [f"citing {page['citing']}"] if page.get("citing") else []
    words += [dates.parse(page["published"]).words] if page.get("published") else []
    words += [f"{kind}, state-controlled" if page.get("state_controlled") else kind] if kind else []
    return words


def origins_words(support: Mapping) -> str:
    """Return on how many origins a fact rests."""
    count = support["origins"]
    return "1 origin" if count == 1 else f"{count} independent origins"


def unit_words(unit: str | None, label: str | None) -> str:
    """Return the unit behind an amount; empty where the label beside it says it, or where it is people."""
    unit, told = unit or "", (label or "").casefold()
    return "" if unit == "people" or all(word in told for word in unit.casefold().split()) else unit


def _who(base: Base, claimant: str) -> Mapping:
    """Return what a table calls a claimant, and its country."""
    entity = base.entity(claimant)
    return {"short": (entity and (entity.short or entity.name)) or claimant, "country": entity and entity.country}


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
    page = plain_record(source)
    return {"source": page.pop("id"), **page}
