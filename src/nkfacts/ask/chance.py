"""The chance of a candidate to be the answer, from what speaks for and against it."""

from collections.abc import Mapping
from math import exp

_BEFORE = -9.70
"""What any candidate starts with."""

WEIGHTS = {
    "a figure, few words": 0.48,
    "a main figure": 0.41,
    "against: a plan, when": -4.05,
    "against: another measure": -1.94,
    "against: another rate": -1.22,
    "against: another rate, of a figure": -2.18,
    "against: another tense": -0.68,
    "against: another tense, when": -1.19,
    "against: another than said": -0.18,
    "against: it does not tell what is asked": -1.89,
    "against: the other way round": -0.37,
    "against: the other way round, of a figure": 0.39,
    "against: the other way round, who": 1.55,
    "alone bears all": 0.61,
    "alone bears all, of a figure": -0.45,
    "asked for, borne by fact": 0.68,
    "asked for, borne by of": 0.06,
    "asked for, borne by of, of a figure": 0.30,
    "asks change": 0.81,
    "asks compare": 1.11,
    "asks list": 1.51,
    "asks when, of a figure": -0.80,
    "asks which": 0.21,
    "bears all": 0.85,
    "bears all by meaning": 0.45,
    "bears all by meaning, of a figure": 0.23,
    "borne by about": -4.36,
    "borne by fact": 1.74,
    "borne by figure": 2.75,
    "borne by names": -0.06,
    "borne by of": 0.27,
    "borne by slot": -0.90,
    "borne by value": 3.77,
    "borne by words": 1.26,
    "exact": 1.04,
    "first by words": 0.84,
    "how-many: no number": -0.79,
    "lacks": -1.21,
    "lacks another nation": -1.90,
    "lacks another nation, of a figure": -0.52,
    "lacks another nation, who": 1.44,
    "lacks name not known": -2.55,
    "lacks name not known, when, of a figure": 4.52,
    "lacks name, subject": -0.58,
    "lacks name, when": -1.67,
    "lacks nation, of a figure": -0.89,
    "lacks nation, subject": -1.50,
    "lacks nation, subject, of a figure": -3.59,
    "lacks number": -0.28,
    "lacks number, when": -2.46,
    "lacks verb": 0.19,
    "lacks verb, of a figure": 0.23,
    "lacks word": 0.65,
    "lacks word not known, who": 0.85,
    "lead": -0.03,
    "lead, of a figure": 0.50,
    "like": 0.76,
    "like, of a figure": -1.96,
    "near": 1.06,
    "near, all": 1.54,
    "near, first": 0.42,
    "near, first, of a figure": -0.04,
    "near, lead": 1.91,
    "near, of a figure": -1.11,
    "near, of the missing": 1.05,
    "near, of the missing, of a figure": -0.86,
    "of the best": 2.35,
    "only a number of the question": -1.11,
    "planned": -0.10,
    "planned, asked as done": -0.66,
    "rank": 2.43,
    "statement": -0.44,
    "statement, of a figure": 4.55,
    "strength": 0.30,
    "strength, of a figure": -0.43,
    "times": 0.54,
    "what: nowhere": 0.62,
    "when: its own day": 0.38,
    "where: in a slot": 0.32,
    "where: nowhere": -0.87,
    "which: in a slot": 0.10,
    "who: only the claimant": -0.66,
    "who: whoever claims it, of a figure": 0.57,
    "words read": 0.15,
    "yes-no: no": 0.69,
    "yes-no: not confirmed": 1.56,
    "yes-no: planned": -0.48,
    "yes-no: yes": 0.73,
}
"""How much each piece of evidence moves the logarithm of the odds."""


def chance(told: Mapping[str, float]) -> float:
    """Return the chance, from 0 to 1, that a candidate answers a question as asked (logistic regression).

    Args:
        told: the evidence by name.
    """
    odds = _BEFORE + sum(WEIGHTS.get(name, 0.0) * value for name, value in told.items())
    return 1 / (1 + exp(-odds))
