"""An answer as a sentence with claimant, day and source; or in a line why there is none."""

from nkfacts.ask.told.answers import Answer
from nkfacts.model import dates
from nkfacts.model.records import Entity, Fact
from nkfacts.output.mappings import support_record, support_words, unit_words
from nkfacts.query.base import Base
from nkfacts.text import listing

_OVER = "planned for a time that is over, according to"
STANDINGS = {
    "confirmed": "confirmed by", "acknowledged": "acknowledged by", "observed": "observed by",
    "estimated": "estimated by", "reported": "reported by", "denied": "denied by", "planned": "planned, according to",
}  # fmt: skip
"""How a claimant stands to what it says, before its name."""
MOST_LISTED = 12
"""The facts of a list that are told."""


def sentence(found: Answer) -> str:
    """Return the answer as one sentence, or for a list one for each item; empty when there is none."""
    return " ".join(_sentences(found)) if found.facts else ""


def bare_or_told(found: Answer) -> str:
    """Return the bare answer; the sentence where nothing barer is one."""
    return found.brief or sentence(found)


def refusal(found: Answer) -> tuple[str, str]:
    """Return that there is no answer, and in a line why, with the other command that does what is asked."""
    reason = found.reason if found.reason.startswith("no fact") else f"no fact on that: {found.reason}"
    other = f"see: {found.advice.command}" if found.advice.command and not found.advice.without else ""
    mend = "; ".join(filter(None, (why_not(found), other)))
    return (f"{reason}; closest" if found.choice.closest else reason), mend


def why_not(found: Answer) -> str:
    """Return why there is no answer: what the nearest fact does not bear out, or how it fails; empty for nothing."""
    if found.facts or found.advice.why or not found.choice.closest:
        return found.advice.why
    missing = [f"“{word}”" for word in found.choice.missing]
    failing = found.choice.failing
    if not found.reason.startswith("no fact"):
        failing = ""
    elif not (missing or failing or found.parts):
        failing = "the closest have the words, but may tell something else"
    return "; ".join(filter(None, (f"not borne out: {listing(missing)}" if missing else "", failing)))


def without_words(found: Answer) -> str:
    """Return in a line without which words a question is answered, and the command for it; empty for none."""
    advice = found.advice
    return f"without “{advice.without}”: {advice.command}" if advice.without else ""


def told_parts(found: Answer) -> tuple[Answer, ...]:
    """Return the parts of an answer that are told: of two alternatives the one that is so."""
    if found.kind != "either":
        return found.parts
    # Its yes is told by the name of the alternative.
    return tuple(part._replace(brief="") for part in found.parts if part.facts[:1] == found.facts[:1])[:1]


def parts_shown(found: Answer) -> tuple[Answer, ...]:
    """Return the parts that are answered where not all of a question is: of two questions each stands by itself."""
    return tuple(part for part in found.parts if part.facts) if found.kind == "both" else ()


def is_listed(found: Answer) -> bool:
    """Say whether the answer is several facts."""
    return found.kind in ("list", "change", "compare") and len(found.facts) > 1


def bare(found: Answer) -> bool:
    """Say whether the answer is an amount, and no event."""
    return found.facts[0].figure is not None and found.kind in ("how-many", "what", "list", "change", "compare")


def _who_and_when(fact: Fact, base: Base) -> str:
    return f"{base.name_of(fact.by)}, {dates.day_words(fact.reported)}"


def _sentences(found: Answer) -> list[str]:
    best, base = found.facts[0], found.base
    if found.parts:
        parts = [sentence(part) for part in told_parts(found)]
        return [f"{found.lead}." if found.kind != "either" else f"{found.lead}:", *parts] if found.lead else parts
    if found.entity is not None:
        return [
            f"{named_rightly(found.brief)}{found.entity.name}: {'; '.join(identity_words(found.entity, found.brief))}.",
            f"{best.statement.removesuffix('.')} ({_attribution(best, base)}).",
        ]
    if is_listed(found):
        listed = [f"{_item(fact, base)}." for fact in found.facts[:MOST_LISTED]]
        rest = len(found.facts) - MOST_LISTED
        together = [f"{found.lead}."] if found.lead else []
        return [*together, *listed, *([f"And {rest} more."] if rest > 0 else [])]
    if bare(found):
        return [f"{_amount(best, base)}, {standing_words(best, base)} {_attribution(best, base)}."]
    statement = best.statement.removesuffix(".")
    lead = lead_of(found)
    standing = f"{STANDINGS[best.status]} " if best.status in ("planned", "denied") else ""
    told = [f"{f'{lead}: ' if lead else ''}{statement} ({standing}{_attribution(best, base)})."]
    return told + [
        f"Against it: {fact.statement.removesuffix('.')} ({_who_and_when(fact, base)})." for fact in found.against
    ]


def identity_words(entity: Entity, brief: str) -> list[str]:
    """Return what is told of an entity that was asked for, behind its name: the days of an office, its role."""
    days = brief.removeprefix(named_rightly(brief).lower()).removeprefix(f"{entity.name}, ")
    return list(dict.fromkeys(filter(None, (days, entity.role))))


def named_rightly(brief: str) -> str:
    """Return yes or no where a question named the holder of an office, as it stands before who it is; else nothing."""
    return next((lead for lead in ("Yes: ", "No: ") if brief.startswith(lead.lower())), "")


def lead_of(found: Answer) -> str:
    """Return the bare answer in words, as it stands before the statement that bears it out; empty for none."""
    if not found.brief:
        return ""
    if found.kind == "when":
        return dates.parse(found.brief).words
    if found.kind == "yes-no":
        return _POLARITIES.get(found.brief) or _firmness(found.facts[0])
    return found.brief if found.kind in ("where", "who", "how-many") else ""


_POLARITIES = {"no": "No", "planned": "Planned", "not confirmed": "Neither confirmed nor denied"}


def _firmness(fact: Fact) -> str:
    """Return a yes that says how firm it is."""
    return f"Yes, as {fact.status}" if fact.status in ("estimated", "reported", "planned") else "Yes"


def _item(fact: Fact, base: Base) -> str:
    what = _amount(fact, base) if fact.figure else f"{dates.parse(fact.when or fact.reported).words}: {fact.title}"
    return f"{what} ({_who_and_when(fact, base)})"


def _amount(fact: Fact, base: Base) -> str:
    figure = base.figure(fact.figure) if fact.figure else None
    if figure is None:
        return fact.amount
    amount = f"{fact.amount} {unit_words(figure.unit, figure.label)}".rstrip()
    when = f" ({dates.parse(fact.when).words})" if fact.when and fact.when != fact.reported else ""
    return f"{figure.label}: {amount}{', a part of the whole' if fact.scope == 'part' else ''}{when}"


def standing_words(fact: Fact, base: Base) -> str:
    """Return how a fact is said, before whoever says it; of a number planned for a time that is over that too."""
    return over_words(fact, base) or STANDINGS[fact.status]


def over_words(fact: Fact, base: Base) -> str:
    """Return that a number was planned for a time that is over, before whoever says it; empty for any other."""
    if fact.status != "planned" or fact.figure is None:
        return ""
    return _OVER if fact.id in (each.fact.id for each in base.ranking(fact.figure, lapsed=True)) else ""


def _attribution(fact: Fact, base: Base) -> str:
    relays = f", via {listing(map(base.name_of, fact.via))}" if fact.via else ""
    support = support_words(support_record(base.support(fact)))
    return f"{base.name_of(fact.by)}{relays}, {dates.day_words(fact.reported)}; source: {support}"
