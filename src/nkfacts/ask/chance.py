"""The chance of a candidate to be the answer, from what speaks for and against it."""

from collections.abc import Mapping
from math import exp

_BEFORE = -10.18
"""What any candidate starts with."""

WEIGHTS = {
    "against: a plan, when": -4.32,
    "against: another measure": -2.30,
    "against: another rate": -2.83,
    "against: another tense": -0.99,
    "against: another tense, when": -1.52,
    "against: another than said, when": -3.59,
    "against: it does not tell what is asked": -2.12,
    "against: the other way round": -0.66,
    "against: the other way round, who": 2.73,
    "asked for, borne by fact": 0.36,
    "asked for, borne by of": 0.15,
    "asked for, borne by slot": -0.24,
    "asks change": 0.74,
    "asks list": 1.15,
    "asks when": -0.04,
    "asks yes-no": 0.17,
    "borne by about": -4.16,
    "borne by by": 1.23,
    "borne by did": 0.92,
    "borne by fact": 0.31,
    "borne by names": -1.02,
    "borne by of": 0.69,
    "borne by value": 4.44,
    "borne by via": -1.77,
    "borne by words": 1.06,
    "cover": 0.60,
    "first by words": 1.02,
    "lacks": -0.40,
    "lacks deed, when": -2.29,
    "lacks name not known": -1.71,
    "lacks name, when": -1.11,
    "lacks nation": -0.41,
    "lacks nation, subject": -0.43,
    "lacks number": -1.09,
    "lacks verb": 0.33,
    "lacks word not known": -0.44,
    "lacks, strongest": -1.94,
    "lead": 0.92,
    "like": 1.06,
    "of the best": 2.67,
    "planned": -0.37,
    "planned, asked as done": -0.48,
    "rank": 3.28,
    "statement": 2.92,
    "strength": 0.13,
    "times": 0.55,
    "words read": 0.17,
}
"""How much each piece of evidence moves the logarithm of the odds."""


def chance(told: Mapping[str, float]) -> float:
    """Return the chance, from 0 to 1, that a candidate answers a question as asked (logistic regression).

    Args:
        told: the evidence by name.
    """
    odds = _BEFORE + sum(WEIGHTS.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + exp(-odds))
