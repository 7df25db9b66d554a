"""The chance of a candidate to be the answer, from what speaks for and against it."""

from collections.abc import Mapping
from math import exp

_BEFORE = -11.22
"""What any candidate starts with."""

WEIGHTS = {
    "a figure, few words": 0.58,
    "a main figure": 0.52,
    "against: another measure": -1.94,
    "against: another rate": -1.29,
    "against: another rate, of a figure": -1.95,
    "against: another tense": -0.77,
    "against: another tense, when": -1.70,
    "against: another than said, when": -3.11,
    "against: another than said, who": 1.68,
    "against: it does not tell what is asked": -1.74,
    "against: the other way round, of a figure": -1.04,
    "against: the other way round, who": 2.14,
    "alone bears all": 0.62,
    "alone of figures bears all": -0.32,
    "asked for, borne by fact": 0.42,
    "asks change": 0.96,
    "asks change, of a figure": 0.68,
    "asks compare": 0.64,
    "asks how-many": -0.14,
    "asks list": 1.56,
    "asks when, of a figure": -0.67,
    "asks which": 0.21,
    "asks yes-no": 0.05,
    "bears all by meaning": 0.49,
    "bears all by meaning, of a figure": -0.17,
    "bears all": 0.66,
    "bears all, of a figure": 0.96,
    "borne by about": -4.97,
    "borne by by": 0.59,
    "borne by fact": 0.62,
    "borne by figure": 2.18,
    "borne by names": -0.57,
    "borne by names, of a figure": -0.57,
    "borne by of": 0.36,
    "borne by slot": -0.88,
    "borne by slot, of a figure": -0.09,
    "borne by value": 4.59,
    "borne by words": 1.41,
    "cover": 0.36,
    "exact": 1.06,
    "first by words": 1.00,
    "how-many: no number": -0.66,
    "lacks another nation": -2.26,
    "lacks name not known": -3.10,
    "lacks name, when": -1.71,
    "lacks nation, subject, of a figure": -4.10,
    "lacks verb": 0.48,
    "lacks word not known": -0.64,
    "lacks word not known, of a figure": -0.41,
    "lacks word not known, who": 1.74,
    "lead": 0.53,
    "like": 2.47,
    "like, of a figure": -1.16,
    "of the best": 3.05,
    "only a number of the question": -0.90,
    "planned, asked as done": -0.44,
    "rank": 2.86,
    "statement": 1.53,
    "statement, of a figure": 3.11,
    "strength": 0.37,
    "strength, of a figure": -0.67,
    "times": 0.61,
    "who: whoever claims it, of a figure": 0.49,
    "words read": 0.19,
    "yes-no: not confirmed": 1.11,
    "yes-no: yes": 0.43,
}
"""How much each piece of evidence moves the logarithm of the odds."""


def chance(told: Mapping[str, float]) -> float:
    """Return the chance, from 0 to 1, that a candidate answers a question as asked (logistic regression).

    Args:
        told: the evidence by name.
    """
    odds = _BEFORE + sum(WEIGHTS.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + exp(-odds))
