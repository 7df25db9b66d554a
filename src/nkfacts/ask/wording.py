"""An answer in words: the sentence with claimant, day and source; or why there is none, and what comes closest."""

from collections.abc import Iterator

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


def sentence(found: Answer) -> str:
    """Return the answer as one sentence, or for a list one for each item; empty when there is none."""
    return " ".join(_sentences(found)) if found.facts else ""


def lines(found: Answer) -> list[str]:
    """Return what a person reads: the answer, its page, what others say; or the closest facts."""
    if not found.facts:
        return []
    return [*_sentences(found), *filter(None, [page_of(found.facts[0], found.base)]), *spread(found)]


def page_of(fact: Fact, base: Base) -> str:
    """Return the address of the page of a fact that most readers can read: an English one before others."""
    pages = [source for piece in fact.evidence if (source := base.source(piece.source)) is not None and source.url]
    return next((page.url for page in sorted(pages, key=lambda page: page.language != "en") if page.url), "")


def closest_lines(found: Answer) -> list[str]:
    """Return the closest facts, each with claimant, day and page; none where there is nothing near."""
    return [
        line
        for fact in found.choice.closest
        for line in (
            f"{_short(fact, found.base)} ({_who_and_when(fact, found.base)})",
            f"  {page_of(fact, found.base)}",
        )
    ]


def _short(fact: Fact, base: Base) -> str:
    return _amount(fact, base) if fact.figure else str(fact.title)


def _who_and_when(fact: Fact, base: Base) -> str:
    return f"{base.name_of(fact.by)}, {dates.day_words(fact.reported)}"


def _sentences(found: Answer) -> list[str]:
    best, base = found.facts[0], found.base
    if found.entity is not None:
        role = f"; {found.entity.role}" if found.entity.role and found.brief != found.entity.role else ""
        return [
            f"{found.entity.name}: {found.brief}{role}.",
            f"{best.statement.removesuffix('.')} ({_attribution(best, base)}).",
        ]
    if found.kind in ("list", "change", "compare") and len(found.facts) > 1:
        listed = [f"{_item(fact, base)}." for fact in found.facts[:_MOST_LISTED]]
        rest = len(found.facts) - _MOST_LISTED
        return [*listed, f"And {rest} more."] if rest > 0 else listed
    if best.figure is not None and found.kind in ("how-many", "what", "list", "change", "compare"):
        return [f"{_amount(best, base)}, {_STANDINGS[best.status]} {_attribution(best, base)}."]
    statement = best.statement.removesuffix(".")
    return [f"{_lead(found)}{statement} ({_attribution(best, base)})."]


def _lead(found: Answer) -> str:
    """Return the bare answer as it stands before the statement that bears it out."""
    if not found.brief:
        return ""
    if found.kind == "when":
        return f"{dates.parse(found.brief).words}: "
    if found.kind == "yes-no":
        return f"{_POLARITIES.get(found.brief, found.brief)}: ".replace("yes", _firmness(found.facts[0]), 1)
    return f"{found.brief}: " if found.kind in ("where", "who", "how-many") else ""


_POLARITIES = {"no": "No", "planned": "Planned", "not confirmed": "Neither confirmed nor denied"}


def _firmness(fact: Fact) -> str:
    """Return a yes that says how firm it is."""
    return "Yes" if fact.status in ("confirmed", "acknowledged", "observed") else f"Yes, as {fact.status}"


def _item(fact: Fact, base: Base) -> str:
    what = _amount(fact, base) if fact.figure else f"{dates.parse(fact.when or fact.reported).words}: {fact.title}"
    return f"{what} ({_who_and_when(fact, base)})"


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


def spread(found: Answer) -> Iterator[str]:
    """Yield the line on what others say of a figure; none when nobody says anything else."""
    figure, base = found.choice.figure, found.base
    said = base.spread(figure.id) if figure is not None and found.kind == "how-many" else None
    if said is None or said.lowest is None or said.highest is None or said.lowest.amount == said.highest.amount:
        return
    ends = [
        f"{fact.amount} ({base.name_of(fact.by)}, {dates.parse(fact.reported[:7]).words})"
        for fact in (said.lowest, said.highest)
    ]
    yield f"other estimates: {ends[0]} to {ends[1]}"
