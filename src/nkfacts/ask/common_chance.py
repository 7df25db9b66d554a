"""The chance that a common question is the one that is asked, from what speaks for and against it."""

from collections.abc import Mapping

from nkfacts.ask.chance import logistic

_BEFORE = -0.95
"""What any common question starts with."""

WEIGHTS = {
    "a phrase": -0.50,
    "adds, far": -0.90,
    "against": -1.50,
    "asks otherwise": -0.52,
    "borne out": 1.56,
    "lacks a time": 1.50,
    "lead": 1.99,
    "not borne out": -3.30,
    "the same": 1.28,
}
"""How much each piece of evidence moves the logarithm of the odds."""


def chance(told: Mapping[str, float]) -> float:
    """Return the chance, from 0 to 1, that a common question is the one that is asked (logistic regression).

    Args:
        told: the evidence by name.
    """
    return logistic(_BEFORE, WEIGHTS, told)
