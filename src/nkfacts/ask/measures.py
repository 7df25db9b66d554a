"""Whether a statement tells something in the measure, or at the rate, that a question asks for."""

from nkfacts.ask.words import RATES
from nkfacts.model.records import Fact

_UNITS = {
    "share": ("percent", "share", "half", "third", "quarter", "fifth", "tenth", "most", "majority", "out of"),
    "money": ("dollar", "won", "ruble", "rouble", "euro", "$"),
    "weight": ("ton", "kilo"),
    "length": ("metre", "meter", "km", "kilomet"),
    "area": ("hectare", "acre", "square"),
    "volume": ("barrel", "litre", "liter"),
}
"""What the words for the units of a measure hold."""


def tells_measure(fact: Fact, measure: str) -> bool:
    """Say whether a statement tells something in a measure other than a number."""
    return any(unit in fact.statement.lower() for unit in _UNITS.get(measure, ()))


def tells_rate(fact: Fact, per: str) -> bool:
    """Say whether a statement tells something per day, week, month or year."""
    text = fact.statement.lower()
    phrases = (*(f"{word} {per}" for word in ("a", "per", "each", "every")), *RATES[per].split())
    return any(phrase in text for phrase in phrases)
