"""Claims as mappings with stable keys: the JSON contract of ``nkfacts verify``."""

from nkfacts.hints import Any
from nkfacts.output.mappings import fact_record
from nkfacts.query.base import Base
from nkfacts.verifying.claims import Claim
from nkfacts.verifying.verifying import Verification

Mapping = dict[str, Any]


def claim_records(found: Verification) -> list[Mapping]:
    """Return the claims of a text, each with what was found of it; keys that do not apply are null."""
    told = ((finding.fact, finding.neighbour, finding.later) for finding in (claim.finding for claim in found.claims))
    facts = [fact for each in told for fact in each if fact is not None]
    found.base.read_ahead(facts)
    return [_record(found.base, number, claim) for number, claim in enumerate(found.claims, 1)]


def _record(base: Base, number: int, claim: Claim) -> Mapping:
    amount, finding = claim.amount, claim.finding
    fact, neighbour, later = (
        fact_record(base, each) if each is not None else None
        for each in (finding.fact, finding.neighbour, finding.later)
    )
    return {
        "number": number,
        "verdict": finding.verdict,
        "claim": claim.text,
        "kind": claim.kind,
        "line": claim.line,
        "start": claim.start,
        "end": claim.end,
        "sentence": claim.sentence,
        "low": _number(amount.low) if amount else None,
        "high": _number(amount.high) if amount else None,
        "qualifier": (amount.qualifier or None) if amount else None,
        "words": (amount.words or None) if amount else None,
        "unit": (amount.unit or None) if amount else None,
        "about": claim.topic or None,
        "reason": finding.reason or None,
        "fact": fact,
        "neighbour": neighbour,
        "later": later,
    }


def _number(value: float | None) -> int | float | None:
    """Return a number as JSON should have it: a whole one without a point."""
    return int(value) if value is not None and value.is_integer() else value
