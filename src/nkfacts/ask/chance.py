"""The chance of a candidate to be the answer, from what speaks for and against it."""

from collections.abc import Mapping
from math import exp

_BEFORE = -10.68
"""What any candidate starts with."""

WEIGHTS = {
    "a figure, asked otherwise": -0.64,
    "a figure, few words": 0.81,
    "a main figure": 0.59,
    "against: a plan, when": -3.18,
    "against: another measure": -2.20,
    "against: another rate": -2.44,
    "against: another tense": -0.52,
    "against: another tense, when": -1.37,
    "against: another than said, when": -3.29,
    "against: another than said, who": 0.95,
    "against: it does not tell what is asked": -1.02,
    "against: the other way round": -0.54,
    "against: the other way round, who": 2.81,
    "alone bears all": 0.37,
    "asked for, borne by fact": 0.33,
    "asks change": 1.08,
    "asks compare": 0.57,
    "asks how-many": -0.86,
    "asks list": 1.39,
    "asks yes-no": 0.29,
    "bears all": 0.79,
    "bears all by meaning": 0.56,
    "borne by about": -4.51,
    "borne by fact": 0.98,
    "borne by figure": 1.10,
    "borne by names": -1.24,
    "borne by of": 0.61,
    "borne by slot": -0.51,
    "borne by value": 4.31,
    "borne by words": 0.85,
    "cover": 0.49,
    "first by words": 0.97,
    "lacks another nation": -2.02,
    "lacks deed, when": -1.87,
    "lacks name not known": -3.20,
    "lacks name, when": -1.06,
    "lacks nation, subject": -0.45,
    "lacks people, subject": 1.40,
    "lacks verb": 0.50,
    "lacks word not known": -0.76,
    "lacks word not known, who": 1.38,
    "lead": 0.51,
    "like": 1.90,
    "of the best": 2.95,
    "planned": -0.19,
    "planned, asked as done": -0.31,
    "rank": 3.09,
    "statement": 2.50,
    "strength": 0.22,
    "times": 0.74,
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
