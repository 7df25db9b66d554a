"""Which slot of a frame a mention fills, by the role that the question gives it; or that it stands in another."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.terms.lexicon import Lexicon, Meaning
from nkfacts.ask.terms.views import View
from nkfacts.ask.understanding.question import SPEAKER, WHOSE, Mention, Question

CONTRADICTION = "!"
"""What stands before the reason where a mention is not borne out but contradicted."""

ANOTHER = "!another than said"
OTHER_WAY = "!the other way round"
NOT_SO = "!said not to be so"
POPULATION = "!another population"
UNDONE = "!what was done is undone"
NOT_YET = "!asked for or promised only"

AT = ("in", "at", "near", "on", "inside", "within", "around", "across", "along", "beside", "over", "outside", "close")
_TO = ("to", "into", "onto", "towards", "toward")
"""Prepositions behind which a name tells where something is."""

PLACED = (*AT, *_TO, "from")
"""Prepositions behind which a name tells where, from where or to where."""

_BY_PREPOSITION = {
    **dict.fromkeys(AT, ("where", "to", "what")),
    **dict.fromkeys(_TO, ("to", "whom", "where", "what")),
    "from": ("from", "who", "where"),
    "against": ("whom", "to", "what", "where"),
}
_UNDECIDED = ("", SPEAKER, "of", "for", "with", "as", "via", "through")
"""Roles that leave open which slot is meant."""


class Slots:
    """Finds the slots that the mentions of one question fill.

    Args:
        question: the question.
        lexicon: the names and words of the base.
    """

    def __init__(self, question: Question, lexicon: Lexicon) -> None:
        self._question, self._lexicon = question, lexicon
        self.fitting = Fitting(lexicon)
        """What compares those mentions with what fills a slot."""
        self._deeds: dict[int, tuple[frozenset[str], Mention]] = {}
        self._filled: dict[tuple[int, int], tuple[str, Mention, View]] = {}
        self._by_role: dict[tuple[object, ...], tuple[str, ...] | None] = {}

    def acts(self, mention: Mention, actions: Iterable[str]) -> bool:
        """Say whether a mention means one of some actions, something wider or something narrower."""
        found = self._deeds.get(id(mention))
        if found is None:
            related = map(self._lexicon.actions.related, self.fitting.actions(mention))
            found = self._deeds[id(mention)] = frozenset().union(*related), mention
        return not found[0].isdisjoint(actions)

    def is_told_by(self, mention: Mention, actions: Iterable[str]) -> bool:
        """Say whether a mention means one of some actions, or something wider: to fire is to use, and not otherwise."""
        meant = self.fitting.actions(mention)
        return bool(meant) and any(not meant.isdisjoint(self._lexicon.isa(action)) for action in actions)

    def undoes(self, mention: Mention, actions: Collection[str]) -> bool:
        """Say whether a mention means nothing but what ends or takes back one of some actions: lift for sanction."""
        return any(self._lexicon.actions.undone_by(action, actions) for action in self.fitting.actions(mention))

    def filled(self, mention: Mention, view: View) -> str:
        """Return the slot that a mention fills, by its role where its verb is the frame's.

        Returns:
            The slot; empty for none; ``CONTRADICTION`` and a reason where the role leads to another slot or filler.
        """
        key = id(mention), id(view)
        found = self._filled.get(key)
        if found is None:
            # With both, so that nothing else gets their identity: each frame of a fact is held against all the others.
            found = self._filled[key] = self._found(mention, view), mention, view
        return found[0]

    def _found(self, mention: Mention, view: View) -> str:
        fits = self.fitting.slots(mention, view.slots)
        allowed = self.allowed(mention, view)
        if allowed is None:
            return fits[0] if fits else ""
        for slot in fits:
            if slot in allowed:
                return slot
        if fits:
            return self._in_another_role(mention, fits, taken=any(map(view.slots.get, allowed)))
        return ANOTHER if self._is_filled_by_another(mention, view, allowed) else ""

    def _is_filled_by_another(self, mention: Mention, view: View, allowed: Sequence[str]) -> bool:
        """Say whether the slots that a mention may fill are, and that decides who did it or to whom it was done."""
        doing = mention.role in ("subject", WHOSE, "patient", "object", "by") or self.is_bound(mention)
        fillers = [filler for slot in allowed for filler in view.slots.get(slot, ())] if doing else []
        if not fillers:
            return False
        if self.fitting.is_nation(mention) or self.fitting.is_population(mention):
            return True
        is_somebody = self.fitting.is_person(mention) and self.does_just(mention, view)
        return is_somebody and any(map(self.fitting.is_somebody, fillers))

    def is_bound(self, mention: Mention) -> bool:
        """Say whether a mention stands behind its verb and "to": handed over to him, but not the ambassador to him."""
        return (
            mention.role == "to" and mention.verb >= 0 and self._question.mentions[mention.verb].start < mention.start
        )

    def _in_another_role(self, mention: Mention, fits: Sequence[str], *, taken: bool) -> str:
        """Return that a mention stands in another role than in the question; a slot where that decides nothing."""
        fitting, role = self.fitting, mention.role
        if role in AT:
            return ""
        if (role == "from" and set(fits) <= {"to"}) or (role in _TO and set(fits) <= {"from"}):
            return OTHER_WAY
        bound = role not in _BY_PREPOSITION or self.is_bound(mention)
        decides = fitting.is_nation(mention) or (
            bound and (fitting.is_population(mention) or fitting.is_person(mention))
        )
        return OTHER_WAY if taken and decides else fits[0]

    def allowed(self, mention: Mention, view: View) -> tuple[str, ...] | None:
        """Return the slots of a frame that a mention may fill by its role; None for any."""
        role = mention.role
        if role in _UNDECIDED or (role in AT and not self.fitting.is_place(mention)):
            return None
        if role in _BY_PREPOSITION:
            return _BY_PREPOSITION[role]
        if mention.verb < 0:
            return None
        # Of one question there are few verbs and roles, and of a view this is all that is looked at.
        said = view.slots.get
        key = mention.verb, role, view.actions, bool(said("who")), bool(said("whom")), bool(said("of"))
        if key not in self._by_role:
            slots = self._agent(mention, view) if role == "by" else self._by_verb(mention, view)
            self._by_role[key] = tuple(dict.fromkeys(slots)) or None
        return self._by_role[key]

    def does_just(self, mention: Mention, view: View) -> bool:
        """Say whether a frame's action is what the verb of a mention means, and nothing wider or narrower."""
        return mention.verb >= 0 and any(meaning.id in view.actions for meaning in self._verb_of(mention))

    def _agent(self, mention: Mention, view: View) -> Iterator[str]:
        """Yield the slots of who stands behind by: who does it, or of an inverse verb to whom it is done."""
        for meaning in self._verb_of(mention):
            if self._is_one_of(meaning.id, view.actions):
                roles = self._lexicon.actions.roles(meaning.id)
                yield from roles.inverse_subject if meaning.reading == "inverse" else (*roles.subject, "means")

    def _by_verb(self, mention: Mention, view: View) -> Iterator[str]:
        """Yield the slots of the subject or object of a verb that says what the frame does."""
        for meaning in self._verb_of(mention):
            if meaning.is_noun != (mention.role == WHOSE) or not self._is_one_of(meaning.id, view.actions):
                continue
            roles = self._lexicon.actions.roles(meaning.id)
            slots: tuple[str, ...] = ()
            if mention.role in ("subject", WHOSE):
                slots = roles.inverse_subject if meaning.reading.startswith("inverse") else roles.subject
            elif mention.role in ("object", "patient"):
                slots = roles.inverse_object if meaning.reading == "inverse" else roles.object
            if mention.role == WHOSE and {"who", "whom"} <= set(slots):
                # Whose losses they are, and not who inflicts them.
                slots = ("whom",) if view.slots.get("whom") or view.slots.get("of") else ("who",)
            yield from slots
            if slots and not (view.slots.get("who") and self._does_it_to_others(mention, meaning)):
                # What a figure counts may be either, unless it says who else does it.
                yield "of"
            if roles.symmetric:
                yield from ("who", "whom", "what")

    def _does_it_to_others(self, mention: Mention, verb: Meaning) -> bool:
        """Say whether a mention is the subject of a verb that has people for its object."""
        if mention.role != "subject" or verb.reading.startswith("inverse"):
            return False
        others = (m for m in self._question.mentions if m.role == "object" and m.verb == mention.verb)
        return any(self.fitting.is_population(other) for other in others)

    def _verb_of(self, mention: Mention) -> list[Meaning]:
        return [m for m in self._question.mentions[mention.verb].meanings if m.part == "actions"]

    def _is_one_of(self, action: str, others: Iterable[str]) -> bool:
        """Say whether an action is one of some, wider or narrower."""
        return not self._lexicon.actions.related(action).isdisjoint(others)
