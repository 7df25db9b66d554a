"""The chance of a candidate to be the answer, from what speaks for and against it."""

from collections.abc import Mapping
from math import exp

_BEFORE = -9.88
"""What any candidate starts with."""

WEIGHTS = {
    "a figure, few words": 0.55,
    "a main figure": 0.59,
    "against: a plan, when": -3.61,
    "against: another measure": -1.64,
    "against: another people": -0.41,
    "against: another rate": -1.02,
    "against: another rate, of a figure": -2.04,
    "against: another tense": -0.77,
    "against: another tense, when": -1.20,
    "against: another than said, who": 1.83,
    "against: it does not tell what is asked": -1.92,
    "against: the other way round": -0.40,
    "against: the other way round, who": 1.37,
    "alone bears all": 0.40,
    "asked for, borne by fact": 0.41,
    "asks change": 0.77,
    "asks compare": 1.10,
    "asks list": 1.60,
    "asks when, of a figure": -0.72,
    "asks which": 0.21,
    "bears all": 0.99,
    "bears all by meaning": 0.48,
    "bears all by meaning, of a figure": 0.21,
    "borne by about": -5.13,
    "borne by fact": 1.93,
    "borne by figure": 2.94,
    "borne by of": 0.59,
    "borne by slot": -0.79,
    "borne by value": 3.63,
    "borne by words": 1.30,
    "exact": 0.88,
    "first by words": 0.83,
    "how-many: no number": -0.76,
    "lacks": -1.17,
    "lacks another nation": -1.73,
    "lacks another nation, of a figure": -0.58,
    "lacks another nation, who": 1.05,
    "lacks deed": 0.45,
    "lacks name not known": -2.47,
    "lacks name not known, when, of a figure": 4.42,
    "lacks name, when": -1.73,
    "lacks nation, of a figure": -0.65,
    "lacks nation, subject": -1.21,
    "lacks nation, subject, of a figure": -3.59,
    "lacks verb": 0.39,
    "lacks word": 0.68,
    "lacks word not known": -0.21,
    "lacks word not known, who": 1.17,
    "lead": 0.25,
    "like": 0.90,
    "like, of a figure": -1.75,
    "near": 1.00,
    "near, all": 1.33,
    "near, first": 0.41,
    "near, first, of a figure": 0.04,
    "near, lead": 1.69,
    "near, of a figure": -0.83,
    "near, of the missing": 1.12,
    "near, of the missing, of a figure": -0.66,
    "of the best": 2.26,
    "only a number of the question": -1.32,
    "planned": -0.14,
    "planned, asked as done": -0.52,
    "rank": 2.51,
    "statement": -0.50,
    "statement, of a figure": 4.54,
    "strength": 0.31,
    "strength, of a figure": -0.31,
    "times": 0.55,
    "when: its own day": 0.35,
    "where: nowhere": -0.90,
    "who: only the claimant": -0.54,
    "who: whoever claims it, of a figure": 0.42,
    "words read": 0.13,
    "yes-no: no": 0.49,
    "yes-no: not confirmed": 1.40,
    "yes-no: yes": 0.62,
}
"""How much each piece of evidence moves the logarithm of the odds."""


def chance(told: Mapping[str, float]) -> float:
    """Return the chance, from 0 to 1, that a candidate answers a question as asked (logistic regression).

    Args:
        told: the evidence by name.
    """
    odds = _BEFORE + sum(WEIGHTS.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + exp(-odds))
