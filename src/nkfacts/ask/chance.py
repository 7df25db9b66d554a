"""The chance of a candidate to be the answer, from what speaks for and against it."""

from collections.abc import Mapping
from math import exp

_BEFORE = -10.72
"""What any candidate starts with."""

WEIGHTS = {
    "a figure, asked otherwise": -0.65,
    "a figure, few words": 0.81,
    "a main figure": 0.56,
    "against: a plan, when": -3.20,
    "against: another measure": -2.22,
    "against: another rate": -2.42,
    "against: another tense": -0.52,
    "against: another tense, when": -1.39,
    "against: another than said, when": -3.32,
    "against: another than said, who": 0.95,
    "against: it does not tell what is asked": -1.01,
    "against: the other way round": -0.54,
    "against: the other way round, who": 2.81,
    "alone bears all": 0.22,
    "asked for, borne by fact": 0.34,
    "asks change": 1.07,
    "asks compare": 0.52,
    "asks how-many": -0.86,
    "asks list": 1.38,
    "asks yes-no": 0.29,
    "bears all": 0.87,
    "bears all by meaning": 0.52,
    "borne by about": -4.52,
    "borne by fact": 1.00,
    "borne by figure": 1.13,
    "borne by names": -1.34,
    "borne by of": 0.57,
    "borne by slot": -0.53,
    "borne by value": 4.48,
    "borne by words": 0.86,
    "cover": 0.48,
    "first by words": 1.01,
    "lacks another nation": -1.97,
    "lacks deed, when": -1.87,
    "lacks name not known": -3.19,
    "lacks name, when": -1.05,
    "lacks nation, subject": -0.44,
    "lacks people, subject": 1.41,
    "lacks verb": 0.52,
    "lacks word not known": -0.75,
    "lacks word not known, who": 1.38,
    "lead": 0.51,
    "like": 1.89,
    "of the best": 3.00,
    "planned": -0.20,
    "planned, asked as done": -0.28,
    "rank": 3.04,
    "statement": 2.48,
    "strength": 0.23,
    "times": 0.72,
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
