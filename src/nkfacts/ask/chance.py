"""The chance of a candidate to be the answer, from what speaks for and against it."""

from collections.abc import Mapping
from math import exp

_BEFORE = -10.39
"""What any candidate starts with."""

WEIGHTS = {
    "against: a plan, when": -3.32,
    "against: another measure": -2.35,
    "against: another rate": -2.21,
    "against: another tense": -0.61,
    "against: another tense, when": -1.33,
    "against: another than said, when": -3.37,
    "against: another than said, who": 0.88,
    "against: it does not tell what is asked": -1.31,
    "against: the other way round": -0.55,
    "against: the other way round, who": 2.82,
    "alone bears all": 0.21,
    "asked for, borne by fact": 0.51,
    "asks change": 1.06,
    "asks compare": 0.72,
    "asks how-many": -0.48,
    "asks list": 1.36,
    "asks when": -0.01,
    "asks yes-no": 0.26,
    "bears all": 0.87,
    "bears all by meaning": 0.49,
    "borne by about": -4.28,
    "borne by did": 0.56,
    "borne by fact": 0.74,
    "borne by names": -1.65,
    "borne by slot": -0.57,
    "borne by value": 4.61,
    "borne by via": -1.45,
    "borne by words": 1.06,
    "cover": 0.44,
    "first by words": 1.01,
    "lacks another nation": -1.95,
    "lacks deed, when": -1.81,
    "lacks name not known": -3.11,
    "lacks name, when": -1.03,
    "lacks nation, subject": -0.48,
    "lacks people, subject": 1.36,
    "lacks verb": 0.53,
    "lacks word not known": -0.78,
    "lacks word not known, who": 1.43,
    "lead": 0.50,
    "like": 1.71,
    "of the best": 2.81,
    "planned": -0.14,
    "planned, asked as done": -0.25,
    "rank": 3.23,
    "statement": 2.68,
    "strength": 0.19,
    "times": 0.68,
    "words read": 0.11,
}
"""How much each piece of evidence moves the logarithm of the odds."""


def chance(told: Mapping[str, float]) -> float:
    """Return the chance, from 0 to 1, that a candidate answers a question as asked (logistic regression).

    Args:
        told: the evidence by name.
    """
    odds = _BEFORE + sum(WEIGHTS.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + exp(-odds))
