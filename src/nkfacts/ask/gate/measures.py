"""Whether a statement tells something in the measure, or at the rate, that a question asks for."""

from nkfacts.ask.understanding.question import Measure, Period
from nkfacts.ask.understanding.words import NUMBER_WORDS, RATES, SCALES
from nkfacts.model.records import Fact

_NUMBER = rf"(?:\d[\d.,]*|an?|one|half an?|several|few|{'|'.join((*NUMBER_WORDS, *SCALES))})"
_TIME = r"(?:second|minute|hour|day|week|month|year)s?\b"
_UNITS: dict[Measure, str] = {
    "share": r"percent|%|\bshares?\b|\bhalf\b|halve|(?<!the )\bthird\b|\bthirds\b|quarter|fifth|tenth|\bmost\b"
    r"|majority|out of",
    "money": r"dollar|\bwon\b|rou?ble|euro|\$",
    "weight": r"\btons?\b|tonne|kilo",
    "length": rf"met(?:re|er)s?\b|\bkm\b|{_NUMBER}[ -]+{_TIME}",
    "duration": rf"{_NUMBER}[ -]+(?:\w+ )?{_TIME}|\bfrom .* (?:to|until) ",
    "times": rf"\b(?:once|twice|daily|weekly|monthly|{_NUMBER} (?:times|voyages|flights|trips|visits|occasions))\b",
    "age": r"\bage|\bborn\b|years?[ -]old|\b\d\d\b(?=,)",
    "area": r"hectare|acre|square",
    "volume": r"barrel|lit(?:re|er)",
}
"""How statements have the units of a measure."""


def tells_measure(fact: Fact, measure: Measure) -> bool:
    """Say whether a statement tells something in a measure other than a number."""
    if measure not in _UNITS:
        return False
    from re import IGNORECASE, search

    return search(_UNITS[measure], fact.statement, IGNORECASE) is not None


def tells_rate(fact: Fact, per: Period) -> bool:
    """Say whether a statement tells something per hour, day, week, month or year."""
    text = fact.statement.lower()
    phrases = (*(f"{word} {per}" for word in ("a", "an", "per", "each", "every")), *RATES[per].split())
    return any(phrase in text for phrase in phrases)
