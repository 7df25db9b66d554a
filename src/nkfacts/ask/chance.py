"""The chance of a candidate to be the answer, from what speaks for and against it."""

from collections.abc import Mapping
from math import exp

_BEFORE = -12.17
"""What any candidate starts with."""

WEIGHTS = {
    "against: a plan": -1.31,
    "against: another measure": -1.66,
    "against: another population": -1.42,
    "against: another rate": -3.56,
    "against: another tense": -1.79,
    "against: another than said": -0.65,
    "against: it does not tell what is asked": -2.03,
    "against: it needs more": -0.62,
    "against: the other way round": -1.12,
    "asks change": 0.71,
    "asks compare": 0.38,
    "asks how-many": -0.31,
    "asks list": 2.25,
    "asks what": 0.26,
    "asks when": -0.28,
    "asks where": 0.2,
    "asks yes-no": 0.31,
    "borne by about": -0.99,
    "borne by by": 2.32,
    "borne by did": 0.93,
    "borne by fact": 3.34,
    "borne by names": 0.67,
    "borne by slot": 0.96,
    "borne by value": 3.97,
    "borne by via": -2.42,
    "borne by words": 1.7,
    "cover": 0.74,
    "denied": 0.38,
    "fact of a figure": 0.58,
    "figure": -0.34,
    "figure, how many": 0.85,
    "first by words": 1.26,
    "lacks": -1.38,
    "lacks claimant": -0.51,
    "lacks deed": -1.04,
    "lacks name": 0.13,
    "lacks name not known": -1.7,
    "lacks nation": -0.2,
    "lacks number": -0.79,
    "lacks people": -0.29,
    "lacks thing": -0.22,
    "lacks verb": 0.25,
    "lacks word": 0.31,
    "lacks word not known": -1.08,
    "lead": 1.08,
    "like": 1.75,
    "main": 0.17,
    "name in words": -0.96,
    "of the best": 1.93,
    "of the best of its kind": 1.26,
    "part": -0.41,
    "planned": -0.43,
    "rank": 3.66,
    "times": 0.64,
    "verb in words": 0.15,
    "words read": 0.3,
}
"""How much each piece of evidence moves the logarithm of the odds."""


def chance(told: Mapping[str, float]) -> float:
    """Return the chance, from 0 to 1, that a candidate answers a question as asked (logistic regression).

    Args:
        told: the evidence by name.
    """
    odds = _BEFORE + sum(WEIGHTS.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + exp(-odds))
