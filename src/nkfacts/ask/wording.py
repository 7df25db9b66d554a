"""An answer in words: the sentence with claimant, date and source, what others say, the reading; or the refusal."""

from collections.abc import Iterator
from typing import Any

from nkfacts.ask.answering import Answer
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.output.mappings import support_record, support_words
from nkfacts.query.base import Base
from nkfacts.text import listing

_STANDINGS = {
    "confirmed": "confirmed by", "acknowledged": "acknowledged by", "observed": "observed by",
    "estimated": "estimated by", "reported": "reported by", "denied": "denied by", "planned": "planned, according to",
}  # fmt: skip
_MOST_LISTED = 12
_MOST_IDS = 5
_MOST_OFFERS = 3


def sentence(found: Answer) -> str:
    """Return the answer as one sentence, or for a list one for each item; empty when there is none."""
    return " ".join(_sentences(found)) if found.facts else ""


def lines(found: Answer) -> list[str]:
    """Return what a person reads: the answer, what others say, how it was understood, the facts used."""
    if not found.facts:
        return []
    ids = [fact.id for fact in found.facts]
    more = f" and {len(ids) - _MOST_IDS} more" if len(ids) > _MOST_IDS else ""
    return [
        *_sentences(found),
        *spread(found),
        f"understood: {'; '.join(_understood(found))}",
        f"facts: {', '.join(ids[:_MOST_IDS])}{more}",
    ]


def _sentences(found: Answer) -> list[str]:
    best, base = found.facts[0], found.base
    if found.kind == "list":
        listed = [f"{_item(fact, base)}." for fact in found.facts[:_MOST_LISTED]]
        rest = len(found.facts) - _MOST_LISTED
        return [*listed, f"And {rest} more."] if rest > 0 else listed
    statement = best.statement.removesuffix(".")
    if found.question.identity_of:
        return [
            f"{base.name_of(found.question.identity_of)}: {found.brief}.",
            f"{statement} ({_attribution(best, base)}).",
        ]
    if found.choice.figure is not None and found.kind == "how-many":
        return [f"{_amount(best, base)}, {_STANDINGS[best.status]} {_attribution(best, base)}."]
    return [f"{_lead(found)}{statement} ({_attribution(best, base)})."]


def _lead(found: Answer) -> str:
    """Return the bare answer as it stands before the statement that bears it out."""
    if found.kind == "when":
        return f"{dates.parse(found.brief).words}: "
    if found.kind == "yes-no":
        return f"{found.brief.capitalize()}: "
    return f"{found.brief}: " if found.kind in ("where", "who") else ""


def _item(fact: Fact, base: Base) -> str:
    what = _amount(fact, base) if fact.figure else f"{dates.parse(fact.when or fact.reported).words}: {fact.title}"
    return f"{what} ({base.name_of(fact.by)}, {dates.day_words(fact.reported)})"


def _amount(fact: Fact, base: Base) -> str:
    figure = base.figure(fact.figure) if fact.figure else None
    if figure is None:
        return fact.amount
    amount = fact.amount if figure.unit.split()[0] in figure.label.lower() else f"{fact.amount} {figure.unit}"
    when = f" ({dates.parse(fact.when).words})" if fact.when and fact.when != fact.reported else ""
    return f"{figure.label}: {amount}{', a part of the whole' if fact.scope == 'part' else ''}{when}"


def _attribution(fact: Fact, base: Base) -> str:
    relays = f", via {listing(map(base.name_of, fact.via))}" if fact.via else ""
    support = support_words(support_record(base.support(fact)))
    return f"{base.name_of(fact.by)}{relays}, {dates.day_words(fact.reported)}; source: {support}"


def spread(found: Answer) -> list[str]:
    """Return the line on what others say of a figure; none when nobody says anything else."""
    figure, base = found.choice.figure, found.base
    said = base.spread(figure.id) if figure is not None and found.kind != "list" else None
    if said is None or said.lowest is None or said.highest is None or said.lowest.amount == said.highest.amount:
        return []
    ends = [
        f"{fact.amount} ({base.name_of(fact.by)}, {dates.parse(fact.reported[:7]).words})"
        for fact in (said.lowest, said.highest)
    ]
    return [f"other estimates: {ends[0]} to {ends[1]}"]


def _understood(found: Answer) -> Iterator[str]:
    question, figure, base = found.question, found.choice.figure, found.base
    yield found.kind.replace("-", " ")
    if figure is not None:
        near = [other for other in map(base.figure, figure.near[:2]) if other is not None]
        yield f"{figure.id} ({figure.label})"
        if near:
            yield f"not {listing((f'{each.id} ({each.label})' for each in near), 'or')}"
    elif question.telling:
        yield f"about {listing(map(repr, question.telling))}"
    for names, word in ((question.claimants, "said by"), (question.places, "in"), (question.others, "naming")):
        if names:
            yield f"{word} {listing(base.name_of(name.id) for name in names)}"
    if question.period:
        yield f"in the time {dates.parse(_interval(*question.period)).words}"
    if question.known_by:
        yield f"known by {dates.day_words(question.known_by)}"
    order = filters(found).get("order")
    if order:
        yield f"the {order} first" if order != "change" else "in the order of time"
    yield from (f"{typed!r} read as {meant!r}" for typed, meant in question.respelt)


def _interval(first: str, last: str) -> str:
    if first == last:
        return first
    return f"{'..' if first == dates.FIRST_DAY else first}/{'..' if last == dates.LAST_DAY else last}"


def filters(found: Answer) -> dict[str, Any]:
    """Return the filters of a question as they were understood: ids, days (ISO 8601), and the order."""
    question = found.question
    first, last = question.period or (None, None)
    orders = ("highest", "lowest", "earliest", "latest", "change")
    standings = (("planned", "planned"), ("confirming", "acknowledged"), ("denying", "denied"))
    values = {
        "by": [name.id for name in question.claimants],
        "place": [name.id for name in question.places],
        "about": [name.id for name in question.others],
        "since": None if first == dates.FIRST_DAY else first,
        "until": None if last == dates.LAST_DAY else last,
        "as_of": question.known_by,
        "order": next((order for order in orders if order in question.flags), None),
        "status": next((status for flag, status in standings if flag in question.flags), None),
    }
    return {name: value for name, value in values.items() if value}


def refusal(found: Answer) -> str:
    """Return why there is no answer, and what comes nearest without being it."""
    question, base = found.question, found.base
    reasons = [question.refusal] if question.refusal else []
    strange = [*question.unknown, *(name.text for name in question.foreign)]
    if strange:
        reasons.append(f"not understood: {listing(map(repr, strange))}")
    offers = [
        f"nkfacts get {id_} ({figure.label})"
        for id_ in found.choice.near[:_MOST_OFFERS]
        if (figure := base.figure(id_)) is not None and base.headline(id_) is not None
    ]
    if offers:
        reasons.append(f"near it, but not the same: {listing(offers, 'or')}")
    elif not reasons:
        words = " ".join(question.telling)
        reasons.append(f"try: nkfacts search {words}" if words else "see: nkfacts figures, nkfacts topics")
    return "; ".join(reasons)
