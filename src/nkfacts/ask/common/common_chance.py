"""The chance that a common question is the one that is asked, from what speaks for and against it."""

from collections.abc import Mapping

from nkfacts.ask.weighing.chance import logistic

_BEFORE = -1.80
"""What any common question starts with."""

WEIGHTS = {
    "adds, far": -1.70,
    "against": -1.80,
    "asks otherwise": -0.30,
    "borne out": 1.76,
    "by words": 1.21,
    "lacks a time": 0.95,
    "lacks, far": 0.81,
    "lead": 1.05,
    "not borne out": -4.86,
    "the same": 1.34,
}
"""How much each piece of evidence moves the logarithm of the odds."""


def chance(told: Mapping[str, float]) -> float:
    """Return the chance, from 0 to 1, that a common question is the one that is asked (logistic regression).

    Args:
        told: the evidence by name.
    """
    return logistic(_BEFORE, WEIGHTS, told)
