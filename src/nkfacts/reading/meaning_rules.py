"""What a single record must satisfy in what it says that statements mean; as in rules.py, each rule yields findings."""

from collections.abc import Iterator

from nkfacts.model import dates
from nkfacts.model.meaning import SLOTS, Action, Counts, Frame
from nkfacts.model.record import keys_of
from nkfacts.model.records import Entity, Fact, Figure, Record
from nkfacts.text import listing

RecordFinding = tuple[str, str, str]

_NAMEABLE = tuple(name for name in keys_of(Counts) if name not in ("needs", "names"))
"""What a question can name of what a figure counts."""


def sensible_flags(record: Record) -> Iterator[RecordFinding]:
    """What is planned is not the first yet, and what is denied is not negated besides."""
    if not isinstance(record, Fact):
        return
    for number, frame in enumerate(record.events):
        if frame.planned and frame.first:
            yield f"events/{number}", "a frame that is planned and the first", "remove one of the two"
        if record.status == "denied" and _is_negated(frame):
            yield (
                f"events/{number}",
                "a denial of what is said not to be so",
                "write what is denied, without 'not'",
            )


def _is_negated(frame: Frame) -> bool:
    return bool(getattr(frame, "not"))


def orderly_offices(record: Record) -> Iterator[RecordFinding]:
    """An office is not left before it is taken."""
    if not isinstance(record, Entity):
        return
    for number, held in enumerate(record.held):
        since: str | None = getattr(held, "from")
        if since and held.to and dates.parse(held.to).last < dates.parse(since).first:
            yield f"held/{number}", f"held until {held.to}, before {since}", "mend one of the two"


def known_slots(record: Record) -> Iterator[RecordFinding]:
    """What a question needs to name, and what an action requires, are slots."""
    if isinstance(record, Figure) and record.counts:
        yield from _unknown("counts", "needs", record.counts.needs, _NAMEABLE)
    elif isinstance(record, Action):
        yield from _unknown("required", "required", record.required, SLOTS)


def _unknown(place: str, key: str, wanted: tuple[str, ...], known: tuple[str, ...]) -> Iterator[RecordFinding]:
    for alternatives in wanted:
        wrong = [repr(slot) for slot in alternatives.split("/") if slot not in known]
        if wrong:
            yield place, f"{listing(wrong)} in {key!r} is no slot", f"write of {', '.join(known)}; a/b for one of two"


MEANING_RULES = (sensible_flags, orderly_offices, known_slots)
