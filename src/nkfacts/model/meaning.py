"""What statements mean, in terms that can be compared: who did what to whom, and what a figure counts.

The field calls it an event record: actor, event type, recipient, location (PLOVER, CAMEO), or a
frame with its elements and the words that evoke it (FrameNet).
"""

from nkfacts.model.record import Declared, Nested, key
from nkfacts.model.types import Choice, Edtf, Filler, Flag, Identifier, ListOf, Reference, Text

SLOTS = ("who", "what", "whom", "where", "from", "to", "with", "means", "as", "for")
"""The places in a frame: agent, theme, recipient or patient, location, source, goal, and what goes with them."""

MEASURES = ("number", "share", "money", "rate", "length", "area", "size", "weight", "volume")
PERIODS = ("day", "week", "month", "year")
STATES = ("so-far", "present", "planned", "capacity")

_Words = ListOf(Text(80))
_Slots = ListOf(Choice("a slot of a frame", SLOTS))
_Fillers = ListOf(Filler())


class Action(Declared):
    """What can be done, with the words that say so."""

    id: str = key(Identifier(), "what frames call it", required=True)
    label: str = key(Text(80), "what it is, for people", required=True)
    verbs: tuple[str, ...] = key(_Words, "base forms whose subject does it")
    nouns: tuple[str, ...] = key(_Words, "nouns for it or for who does it")
    inverse: tuple[str, ...] = key(_Words, "verbs whose subject it is done to: receive for supply, die for kill")
    inverse_nouns: tuple[str, ...] = key(_Words, "nouns for it as seen from there")
    negative: tuple[str, ...] = key(_Words, "words that say that it is not done")
    parent: str | None = key(Reference("actions"), "the wider action: who is killed is lost")
    undoes: tuple[str, ...] = key(
        ListOf(Reference("actions")), "what it ends or takes back: to lift undoes to sanction"
    )
    plover: str | None = key(Text(20), "the event type of PLOVER")
    required: tuple[str, ...] = key(_Words, "the slots that a frame of it must fill; a/b is one of the two")
    subject: tuple[str, ...] = key(_Slots, "the slots that a verb's subject may fill; who where left out")
    object: tuple[str, ...] = key(_Slots, "the slots that a verb's object may fill; what and whom where left out")
    inverse_subject: tuple[str, ...] = key(_Slots, "the slots of an inverse verb's subject; whom and what")
    inverse_object: tuple[str, ...] = key(_Slots, "the slots of an inverse verb's object; what")
    symmetric: bool | None = key(Flag(), "true when who and whom may change places, as in meet")


class Thing(Declared):
    """A population, a kind of goods, or whatever else frames name that is no entity."""

    id: str = key(Identifier(), "what frames call it", required=True)
    names: tuple[str, ...] = key(_Words, "the words for it, in the singular and the plural", required=True)
    isa: tuple[str, ...] = key(ListOf(Reference("things")), "the wider things: officers are soldiers, sappers are not")
    of: str | None = key(Reference("entities"), "whose it is when nothing is said")
    place: bool | None = key(Flag(), "true when it can stand for a place, such as the front")
    office: bool | None = key(Flag(), "true when it is an office that somebody holds")


class Frame(Declared):
    """Who did what to whom, where; claimant, firmness and time are those of the fact."""

    who: tuple[str, ...] = key(_Fillers, "who does it")
    did: str = key(Reference("actions"), "what is done", required=True)
    what: tuple[str, ...] = key(_Fillers, "what it is done to or with")
    whom: tuple[str, ...] = key(_Fillers, "to whom it is done, or with whom")
    where: tuple[str, ...] = key(_Fillers, "where; the fact's place where left out, nowhere where empty")
    from_: tuple[str, ...] = key(_Fillers, "from where, or from whom")
    to: tuple[str, ...] = key(_Fillers, "to where, or to whom")
    with_: tuple[str, ...] = key(_Fillers, "together with whom or what")
    means: tuple[str, ...] = key(_Fillers, "by what means")
    as_: tuple[str, ...] = key(_Fillers, "in what role")
    for_: tuple[str, ...] = key(_Fillers, "for what, or in return for what")
    not_: bool | None = key(Flag(), "true when it is said not to be so")
    open: bool | None = key(Flag(), "true when it is neither confirmed nor denied")
    planned: bool | None = key(Flag(), "true when it is said beforehand")
    attempt: bool | None = key(Flag(), "true when it was tried only")
    first: bool | None = key(Flag(), "true when it is said to have been the first")

    def fillers(self, slot: str) -> tuple[str, ...]:
        """Return what fills a slot."""
        found: tuple[str, ...] = getattr(self, slot)
        return found


class Counts(Declared):
    """What a figure counts, in the terms of frames."""

    of: tuple[str, ...] = key(_Fillers, "what is counted", required=True)
    did: tuple[str, ...] = key(ListOf(Reference("actions")), "what it does, or what is done to it")
    who: tuple[str, ...] = key(_Fillers, "who does it")
    what: tuple[str, ...] = key(_Fillers, "what it is done with")
    whom: tuple[str, ...] = key(_Fillers, "to whom")
    where: tuple[str, ...] = key(_Fillers, "where")
    from_: tuple[str, ...] = key(_Fillers, "from where, or from whom")
    to: tuple[str, ...] = key(_Fillers, "to where, or to whom")
    with_: tuple[str, ...] = key(_Fillers, "together with whom or what")
    for_: tuple[str, ...] = key(_Fillers, "for what")
    measure: str | None = key(Choice("a measure", MEASURES), f"one of {', '.join(MEASURES)}; number where left out")
    per: str | None = key(Choice("a period", PERIODS), "per what time, for a rate")
    state: str | None = key(Choice("a state", STATES), f"one of {', '.join(STATES)}")
    needs: tuple[str, ...] = key(_Words, "what a question must name for it to mean this figure; a/b is one of the two")
    names: tuple[str, ...] = key(_Words, "nouns that mean the figure itself, such as death toll")

    def fillers(self, slot: str) -> tuple[str, ...]:
        """Return what may fill a slot, or is counted (``of``); nothing for a slot that figures do not have."""
        found: tuple[str, ...] = getattr(self, slot, ())
        return found


class Held(Declared):
    """An office that a person held, and when."""

    post: str = key(Reference("things"), "the office", required=True)
    of: str = key(Reference("entities"), "of which country or body", required=True)
    from_: str | None = key(Edtf(), "since when (EDTF); left out where not known")
    to: str | None = key(Edtf(), "until when (EDTF); left out while in office, or where not known")


FRAMES = ListOf(Nested(Frame))
COUNTS = Nested(Counts)
OFFICES = ListOf(Nested(Held))


def quantity_and_id(filler: str) -> tuple[str | None, str]:
    """Return the number said and the id of what fills a slot: ``28 transport-aircraft``, or an id alone."""
    number, space, id_ = filler.partition(" ")
    return (number, id_) if space else (None, filler)
