"""What a frame of a fact says, and what a figure counts, in the one shape in which questions are held against both."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.hints import NamedTuple
from nkfacts.model.meaning import SLOTS, Counts, Frame, quantity_and_id
from nkfacts.model.records import Fact


class Filled(dict[str, tuple[str, ...]]):
    """The ids that fill each slot."""

    @cached_property
    def ids(self) -> frozenset[str]:
        """All of them."""
        return frozenset().union(*self.values())


class View(NamedTuple):
    """A frame of a fact, or what a figure counts.

    Attributes:
        actions: what is done.
        slots: the ids that fill each slot that has any; of a figure always also those that fill ``of``.
        negated: whether it is said not to be so.
        open: whether it is neither confirmed nor denied.
        planned: whether it is said beforehand.
        tried: whether it was tried only.
    """

    actions: frozenset[str]
    slots: Filled
    negated: bool = False
    open: bool = False
    planned: bool = False
    tried: bool = False

    @property
    def is_unsure(self) -> bool:
        """Whether it does not say that it was done."""
        return self.negated or self.open or self.planned or self.tried


NOTHING = View(frozenset(), Filled())
"""What a fact without frames says."""


def views_of(fact: Fact) -> list[View]:
    """Return the frames of a fact; the place of the fact is where, unless a frame says otherwise."""
    return [_view(frame, fact.place) for frame in fact.events]


def views_kept(fact: Fact, lexicon: Lexicon) -> Sequence[View]:
    """Return the frames of a fact, made once for all questions to its base."""
    kept = lexicon.kept("views")
    found: Sequence[View] | None = kept.get(fact.id)
    if found is None:
        found = kept[fact.id] = tuple(views_of(fact))
    return found


def _view(frame: Frame, place: str | None) -> View:
    said = {slot: frame.fillers(slot) for slot in SLOTS}
    if "where" not in vars(frame) and place is not None:
        said["where"] = (place,)
    return View(
        frozenset((frame.did,)),
        _filled(said),
        negated=bool(getattr(frame, "not")),
        open=bool(frame.open),
        planned=bool(frame.planned),
        tried=bool(frame.attempt),
    )


def view_of_figure(counts: Counts) -> View:
    """Return what a figure counts as a frame whose ``of`` may be subject or object."""
    slots = _filled({slot: counts.fillers(slot) for slot in ("of", *SLOTS)})
    return View(frozenset(counts.did), Filled({"of": (), **slots}), planned=counts.state == "planned")


def _filled(said: Mapping[str, Sequence[str]]) -> Filled:
    return Filled(
        (slot, tuple(quantity_and_id(filler)[1] for filler in fillers)) for slot, fillers in said.items() if fillers
    )
