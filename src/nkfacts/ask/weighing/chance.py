"""The chance of a candidate to be the answer, from what speaks for and against it."""

from collections.abc import Mapping
from math import exp

_BEFORE = -9.79
"""What any candidate starts with."""

WEIGHTS = {
    "a figure, few words": 0.44,
    "a main figure": 0.38,
    "against: a plan, when": -4.25,
    "against: another measure": -2.01,
    "against: another rate": -1.25,
    "against: another rate, of a figure": -2.21,
    "against: another tense": -0.90,
    "against: another tense, when": -1.33,
    "against: another than said": -0.28,
    "against: it does not tell what is asked": -1.89,
    "against: the other way round": -0.65,
    "against: the other way round, of a figure": -0.06,
    "against: the other way round, who": 1.00,
    "alone bears all": 0.63,
    "alone bears all, of a figure": -0.48,
    "asked for, borne by fact": 0.64,
    "asked for, borne by of": 0.29,
    "asks change": 0.74,
    "asks compare": 1.06,
    "asks list": 1.48,
    "asks when, of a figure": -0.87,
    "asks which": 0.20,
    "bears all": 0.84,
    "bears all by meaning": 0.48,
    "bears all by meaning, of a figure": 0.25,
    "borne by about": -4.46,
    "borne by fact": 1.66,
    "borne by figure": 2.41,
    "borne by names": -0.02,
    "borne by of": 0.27,
    "borne by slot": -0.87,
    "borne by value": 3.86,
    "borne by words": 1.25,
    "exact": 1.06,
    "first by words": 0.84,
    "how-many: no number": -0.82,
    "lacks": -1.16,
    "lacks another nation": -1.74,
    "lacks another nation, of a figure": -1.03,
    "lacks another nation, when": -1.90,
    "lacks another nation, who": 1.47,
    "lacks name": -0.22,
    "lacks name not known": -2.64,
    "lacks name not known, when, of a figure": 4.40,
    "lacks name, subject": -0.43,
    "lacks name, when": -1.53,
    "lacks nation, of a figure": -0.64,
    "lacks nation, subject": -1.21,
    "lacks nation, subject, of a figure": -3.14,
    "lacks number": -0.51,
    "lacks verb": 0.18,
    "lacks verb, of a figure": 0.25,
    "lacks word": 0.63,
    "lacks word not known, who": 0.86,
    "lead": -0.05,
    "lead, of a figure": 0.54,
    "like": 0.73,
    "like, of a figure": -1.98,
    "near": 1.16,
    "near, all": 1.51,
    "near, first": 0.41,
    "near, lead": 1.93,
    "near, of a figure": -1.13,
    "near, of the missing": 1.09,
    "near, of the missing, of a figure": -0.97,
    "of the best": 2.38,
    "only a number of the question": -1.43,
    "planned": -0.16,
    "rank": 2.48,
    "statement": -0.39,
    "statement, of a figure": 4.48,
    "strength": 0.29,
    "strength, of a figure": -0.41,
    "times": 0.56,
    "what: nowhere": 0.60,
    "when: its own day": 0.36,
    "where: in a slot": 0.33,
    "where: nowhere": -0.87,
    "who: only the claimant": -0.64,
    "who: whoever claims it, of a figure": 0.50,
    "words read": 0.17,
    "yes-no: no": 0.70,
    "yes-no: not confirmed": 1.40,
    "yes-no: planned": -0.44,
    "yes-no: yes": 0.71,
}
"""How much each piece of evidence moves the logarithm of the odds."""


def chance(told: Mapping[str, float]) -> float:
    """Return the chance, from 0 to 1, that a candidate answers a question as asked (logistic regression).

    Args:
        told: the evidence by name.
    """
    return logistic(_BEFORE, WEIGHTS, told)


def logistic(before: float, weights: Mapping[str, float], told: Mapping[str, float]) -> float:
    """Return a chance, from 0 to 1, by evidence of which each piece moves the logarithm of the odds.

    Args:
        before: the logarithm of the odds without any.
        weights: how much each piece moves it, by name; what has no weight moves nothing.
        told: the evidence by name.
    """
    odds = before + sum(weights.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + exp(-odds))
