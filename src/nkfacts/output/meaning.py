"""What statements mean, in words for people: frames, and the offices that a person held."""

from collections.abc import Iterable

from nkfacts.model import dates
from nkfacts.model.amounts import parse_number, readable_number
from nkfacts.model.meaning import Frame, Held, quantity_and_id
from nkfacts.query.base import Base
from nkfacts.text import listing

_BEHIND = (
    ("where", "in"), ("from", "from"), ("to", "to"), ("with", "with"), ("means", "by"), ("as", "as"), ("for", "for"),
)  # fmt: skip
"""The slots that follow what is done and to whom, each with its preposition."""

_FLAGS = {
    "not": "not so", "open": "neither confirmed nor denied", "planned": "planned", "attempt": "tried only",
    "first": "the first",
}  # fmt: skip
"""The flags of a frame, in words."""

_SMALLEST_PARTED = 10_000
"""Below it a number is written without a separator: it may be a year."""


def frame_words(base: Base, frame: Frame) -> str:
    """Return a frame in words: ``North Korea send soldiers to Russia (planned)``."""
    words = [_words(base, frame.who), base.word_for(frame.did), _words(base, frame.what)]
    if frame.whom:
        preposition = "" if not frame.what else "with" if base.is_mutual(frame.did) else "to"
        words += [preposition, _words(base, frame.whom)]
    for slot, preposition in _BEHIND:
        if frame.fillers(slot):
            words += [preposition, _words(base, frame.fillers(slot))]
    flags = [text for flag, text in _FLAGS.items() if getattr(frame, flag)]
    return " ".join(filter(None, [*words, f"({', '.join(flags)})" if flags else ""]))


def office_words(base: Base, held: Held) -> str:
    """Return an office in words: ``defence minister of Russia, since 14 May 2024``."""
    since, until = (dates.parse(day).words if day else "" for day in (getattr(held, "from"), held.to))
    days = (
        f"{since} to {until}" if since and until else f"since {since}" if since else f"until {until}" if until else ""
    )
    return ", ".join(filter(None, [f"{base.word_for(held.post)} of {base.word_for(held.of)}", days]))


def _words(base: Base, fillers: Iterable[str]) -> str:
    return listing(_filler_words(base, filler) for filler in fillers)


def _filler_words(base: Base, filler: str) -> str:
    quantity, id_ = quantity_and_id(filler)
    word = base.word_for(id_)
    if quantity is None:
        return word
    number = parse_number(quantity)
    return f"{readable_number(number) if number >= _SMALLEST_PARTED else quantity} {word}"
