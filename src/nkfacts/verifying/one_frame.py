"""Whether those who are bound to a deed are told of by one frame of a fact in which it is done, each in its role."""

from nkfacts.ask.gate.slots import CONTRADICTION, Slots
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.views import View, views_of
from nkfacts.ask.understanding.question import Mention
from nkfacts.model.meaning import Frame, quantity_and_id
from nkfacts.model.records import Fact
from nkfacts.verifying.deeds import Core

_DOING = ("subject", "object", "patient", "by")


def frames_of(core: Core, fact: Fact, lexicon: Lexicon) -> list[Frame]:
    """Return the frames of a fact in which a deed is done: just that, or a kind of it."""
    done = {m.id for m in core.deed.meanings if m.part == "actions"}
    return [frame for frame in fact.events if done & lexicon.isa(frame.did)]


def is_of_one_frame(core: Core, fact: Fact, lexicon: Lexicon) -> bool:
    """Say whether those bound to a deed fill slots of one frame in which it is done, each in its role."""
    done = {m.id for m in core.deed.meanings if m.part == "actions"}
    mentions = core.question.mentions
    at = mentions.index(core.deed)
    bound = [m for m in mentions if m.verb == at and m.kind != "word" and not m.claims]
    slots = Slots(core.question, lexicon)
    for view in views_of(fact):
        if all(done.isdisjoint(lexicon.isa(action)) for action in view.actions):
            continue
        filled = [(slots.filled(m, view), m.role) for m in bound]
        # What was paid for was not sent.
        if all(
            slot and not slot.startswith(CONTRADICTION) and (slot != "for" or role not in _DOING)
            for slot, role in filled
        ) and not (is_mutual(view, lexicon) and any(_is_only_for_country(m, view, lexicon) for m in bound)):
            return True
    return False


def is_mutual(view: View, lexicon: Lexicon) -> bool:
    """Say whether a frame is of what people do with one another, as to meet."""
    return any(lexicon.actions.roles(action).symmetric for action in view.actions)


def _is_only_for_country(mention: Mention, view: View, lexicon: Lexicon) -> bool:
    """Say whether a frame has a country in place of who leads it: where states met, their leaders need not have."""
    led = [m.id for m in mention.meanings if m.part == "entities" and lexicon.leads(m.id) is not None]
    fillers = {filler for slot in view.slots.values() for filler in slot}
    return bool(led) and not any(one in lexicon.within(filler) for one in led for filler in fillers)


def places_of(core: Core, fact: Fact, lexicon: Lexicon) -> set[str]:
    """Return where a fact has a deed done; where people did it with one another, the place of the fact too."""
    said = {
        quantity_and_id(filler)[1]
        for frame in frames_of(core, fact, lexicon) for slot in ("to", "where") for filler in frame.fillers(slot)
    }  # fmt: skip
    if said or fact.place is None:
        return said
    done = {m.id for m in core.deed.meanings if m.part == "actions"}
    views = [view for view in views_of(fact) if any(done & lexicon.isa(action) for action in view.actions)]
    return {fact.place} if any(is_mutual(view, lexicon) for view in views) else set()
