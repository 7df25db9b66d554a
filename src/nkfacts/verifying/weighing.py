"""Whether the amount of a text is the one that a fact tells.

The rule: a number is the same when it is the same, or when that of the text is meant roughly ("about",
"nearly") and is the other rounded. A lower bound ("at least", "more than") is no total and no upper bound ("up to"),
and is told as one; "more than 600" may tell 620, and "up to 12,000" the upper end of 10,000 to 12,000. "Exactly
2,000" is told by none that is "about" it, nor by a round one. A range is the same range, each end by that rule. An
amount in words is the same words.
"""

from nkfacts.model.records import Fact
from nkfacts.text import fold
from nkfacts.verifying.amounts import MANY, Amount

_LOWER, _UPPER = ("at-least", "more-than"), ("up-to", "at-most", "fewer-than")
_ROUGH = ("about", "nearly")
EXACTLY = "exactly"
"""The qualifier of a number that is meant to its last digit."""

_NEAR = 0.03
"""How far at most a rounded number may be from what it tells, as a share of it."""

_ABOVE = 0.1
"""How far below a total "more than" may stand and still tell it, as a share; it is that total rounded down, too."""

_AT_LEAST_MANY = 100
_LARGE = frozenset(("hundreds", "hundred", "thousands", "thousand", "millions", "million"))


def is_same(amount: Amount, fact: Fact) -> bool:
    """Say whether an amount is what a fact tells."""
    if amount.words == MANY:
        return (fact.lowest or 0) >= _AT_LEAST_MANY or not _LARGE.isdisjoint((fact.words or "").split())
    if amount.words:
        same = bool(fact.words) and _plain(amount.words) == _plain(fact.words or "")
        return same and _direction(amount.qualifier) == _direction(fact.qualifier or "")
    if amount.low is None or amount.high is None or fact.lowest is None or fact.highest is None:
        return False
    if amount.qualifier == EXACTLY and not _is_exact(fact):
        return False
    claimed, told = _direction(amount.qualifier), _direction(fact.qualifier or "")
    rough = amount.qualifier in _ROUGH
    low, high = float(fact.lowest), float(fact.highest)
    if amount.low != amount.high or (low != high and not claimed):
        return _near(amount.low, low, rough=rough) and _near(amount.high, high, rough=rough)
    if claimed == told:
        return _near(amount.low, low if claimed > 0 else high, rough=rough)
    if claimed > 0 and told == 0:
        above = min(_step(amount.low), amount.low * _ABOVE)
        return amount.low == low if low != high else amount.low < low <= amount.low + above
    return claimed < 0 and told == 0 and low != high and amount.high == high


def tells_number(amount: Amount, fact: Fact) -> bool:
    """Say whether a fact has the number of an amount, however either is meant."""
    if amount.low is None:
        return is_same(amount, fact)
    return amount.low in (fact.lowest, fact.highest, fact.value) or is_same(amount, fact)


def _is_exact(fact: Fact) -> bool:
    """Say whether a fact tells a number exactly: it says so, or has one that is not rounded, and not "about" it."""
    if fact.qualifier or fact.lowest is None or fact.lowest != fact.highest:
        return fact.qualifier == EXACTLY
    step = _step(float(fact.lowest))
    return step <= 1 or step / 2 <= _NEAR * float(fact.lowest)


def _direction(qualifier: str) -> int:
    return 1 if qualifier in _LOWER else -1 if qualifier in _UPPER else 0


def _near(claimed: float, told: float, *, rough: bool) -> bool:
    if claimed == told:
        return True
    if not rough:
        return False
    coarse, fine = (claimed, told) if _step(claimed) >= _step(told) else (told, claimed)
    return abs(coarse - fine) <= _step(coarse) / 2 and abs(coarse - fine) <= _NEAR * max(abs(coarse), 1)


def _step(number: float) -> float:
    """Return the worth of the last digit that is not 0."""
    if number == 0 or number != int(number):
        return 0.1 if number else 1.0
    step, whole = 1, int(abs(number))
    while whole % 10 == 0:
        whole //= 10
        step *= 10
    return float(step)


def _plain(words: str) -> str:
    """Return an amount in words without what only colours it."""
    return " ".join(word for word in fold(words).split() if word not in ("of", "about", "some", "a", "the"))
