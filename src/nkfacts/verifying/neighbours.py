"""A number that whoever is named gave for something else: the killed and wounded, of whom the text tells as killed."""

from collections.abc import Iterable

from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.verifying import claims
from nkfacts.verifying.claims import Finding
from nkfacts.verifying.figures import Figures
from nkfacts.verifying.moments import dates_of, is_of, spans_of
from nkfacts.verifying.numbers import Numbers, Said
from nkfacts.verifying.weighing import is_same, tells_number


class Neighbours:
    """Looks for numbers under the figures that are easily taken for one another.

    Args:
        base: the base.
        figures: its figures.
        numbers: what holds numbers against the facts of figures.
    """

    def __init__(self, base: Base, figures: Figures, numbers: Numbers) -> None:
        self._base, self._figures, self._numbers = base, figures, numbers

    def beside(self, finding: Finding, said: Said, figure: Figure) -> Finding:
        """Return a finding with the fact by which the number was given for something else; else as it was.

        Where nothing was said of the figure by who is named and then, that fact stands in place of what others say.

        Args:
            finding: what was found of the number: another, or none.
            said: the number, and what the text says of it.
            figure: what it is told of.
        """
        own = finding.fact
        is_told = own is not None and self._numbers.is_by(said, own) and tells_number(said.amount, own)
        found = None if is_told else self._given_for_another(said, figure)
        if found is None or found.figure is None:
            return finding
        other = self._figures.figure_of(found)
        label = self._figures.label(found.figure)
        if other is not None and (_is_of_the_period(other, figure, found, said) or _is_expected(other, figure, said)):
            return self._numbers.so_said(said, found)
        if other is not None and _are_both(other, figure):
            return Finding(claims.UNREAD, found, reason=f"that number was given for “{label}”", neighbour=found)
        reason = f"that number was given for “{label}”"
        is_of_them = own is not None and self._numbers.is_by(said, own) and _is_of(own, said)
        return Finding(claims.OTHERWISE, own if is_of_them else found, reason=reason, neighbour=found)

    def _given_for_another(self, said: Said, figure: Figure) -> Fact | None:
        """Return the fact of another figure that has a number, by who is named and then; the nearest figure first.

        Where nobody is named, it has to be one that the base calls near.
        """
        near, others = self._figures.near(figure)
        for figures in (near, others if said.sources.named else ()):
            facts = [fact for each in figures for fact in self._with_number(said, each)]
            if facts:
                same = [fact for fact in facts if is_same(said.amount, fact)]
                return self._numbers.best(same or facts, said.amount)
        return None

    def _with_number(self, said: Said, figure: Figure) -> Iterable[Fact]:
        if not self._numbers.is_measured(said, figure):
            return ()
        return (
            fact for fact in self._figures.facts(figure.id)
            if tells_number(said.amount, fact) and self._numbers.is_by(said, fact) and _is_of(fact, said)
            and self._numbers.is_as_firm(said, fact)
        )  # fmt: skip


def _is_of(fact: Fact, said: Said) -> bool:
    return all(is_of(fact, moment) for moment in said.moments)


def _is_of_the_period(other: Figure, figure: Figure, fact: Fact, said: Said) -> bool:
    """Say whether a fact is of what is done in a year, where a text tells that so much was done in just that year."""
    own, counts = other.counts, figure.counts
    if own is None or counts is None or own.per not in ("year", "month") or not set(own.did) <= set(counts.did):
        return False
    return bool(said.during) and all(spans_of(moment) == [dates_of(fact)] for moment in said.during)


def _is_expected(other: Figure, figure: Figure, said: Said) -> bool:
    """Say whether a figure is of what is planned, where a text tells just that of what the other counts as done."""
    own, counts = other.counts, figure.counts
    return (
        own is not None
        and counts is not None
        and own.state == "planned"
        and said.only_ahead
        and bool(set(own.did) & set(counts.did))
    )


def _are_both(one: Figure, other: Figure) -> bool:
    """Say whether the same may be counted by both of two figures: who were sent somewhere may well be there."""
    own, counts = one.counts, other.counts
    return own is not None and counts is not None and {own.state, counts.state} == {"so-far", "present"}
