"""Whether what a text tells as being so now has lasted since a fact told it."""

from collections.abc import Sequence

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.understanding.question import Mention
from nkfacts.model.dates import day_words, days_between
from nkfacts.model.meaning import Frame
from nkfacts.model.records import Fact
from nkfacts.query.age import is_old
from nkfacts.query.base import Base

_GOING = ("who", "what", "whom")
"""The slots of those who went away."""


class Lasting:
    """Tells what no longer holds.

    Args:
        base: the base.
        fitting: what compares mentions with what fills a slot.
        today: the day on which the text tells it.
    """

    def __init__(self, base: Base, fitting: Fitting, today: str) -> None:
        self._base, self._fitting, self._today = base, fitting, today
        self._leaving: list[tuple[Fact, Frame]] | None = None

    def gone(self, fact: Fact, mentions: Sequence[Mention]) -> Fact | None:
        """Return what was said after a fact by which those who are counted left the place that is named."""
        things = {m.id for mention in mentions for m in mention.meanings if m.part == "things"}
        places = [m for m in mentions if m.kind == "name" and not m.claims]
        for later, frame in self._all_leaving():
            went = {filler for slot in _GOING for filler in frame.fillers(slot)}
            left = any(self._fitting.fits_any(place, frame.fillers("from")) for place in places)
            if later.reported > fact.reported and went & things and left:
                return later
        return None

    def doubt(self, fact: Fact) -> str:
        """Return that a fact is too old to tell what is still so; empty where it is not."""
        last = min(self._today, self._base.counted_to)
        if not is_old(days_between(fact.reported, last)):
            return ""
        return f"said on {day_words(fact.reported)}; that it is still so is not said"

    def _all_leaving(self) -> list[tuple[Fact, Frame]]:
        """Return the facts without a number by which somebody left a place, each with the frame that tells it."""
        if self._leaving is None:
            self._leaving = [
                (fact, frame)
                for fact in self._base.facts()
                if fact.figure is None and not fact.is_deprecated and fact.status not in ("planned", "denied")
                for frame in fact.events
                if frame.fillers("from") and not (frame.planned or frame.open or getattr(frame, "not"))
            ]
        return self._leaving
