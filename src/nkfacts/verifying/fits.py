"""How surely a number can be a value of a figure, and which of several figures are as sure."""

from collections.abc import Sequence
from itertools import groupby

from nkfacts.hints import NamedTuple
from nkfacts.model.records import Figure

SURE = 4
"""A fit that is exact in what is counted and in what was done."""

DEED = 2
"""Above it a fit is exact in what was done."""


class Fit(NamedTuple):
    """A figure that a number can be a value of.

    Attributes:
        figure: the figure.
        exact: 2 more where the deed is just that of the figure, and 1 where what is counted is; 1 for neither.
        score: how much of the piece it bears out.
    """

    figure: Figure
    exact: int
    score: float

    @property
    def is_sure(self) -> bool:
        """Whether the deed is just that of the figure, so that another number says otherwise."""
        return self.exact > DEED


def by_exactness(fits: Sequence[Fit]) -> list[list[Figure]]:
    """Return the figures of fits, those that are as exact together, the most exact first.

    Those of a wider or narrower deed are left out where one is of just that: the killed are no casualties at large.
    """
    exact = fits[0].exact if fits else 0
    fits = [fit for fit in fits if exact <= DEED or fit.exact > DEED]
    return [[fit.figure for fit in group] for _, group in groupby(fits, key=lambda fit: fit.exact)]


def nearest(fits: Sequence[Fit]) -> list[Figure]:
    """Return the figures that are as near as the first of some."""
    best = fits[0]
    return [fit.figure for fit in fits if fit.exact == best.exact and fit.score >= best.score]
