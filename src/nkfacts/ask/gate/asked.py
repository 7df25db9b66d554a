"""What was asked for, in the facts that answer: the number, day, name, place, or yes and no."""

from collections.abc import Sequence

from nkfacts.ask.gate.extent import reached
from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.gate.verdict import Verdict
from nkfacts.ask.terms.lexicon import Lexicon, Meaning
from nkfacts.ask.terms.views import View, views_kept
from nkfacts.ask.understanding.question import Kind, Mention, Question
from nkfacts.ask.understanding.verbs import is_passive, is_verb
from nkfacts.ask.understanding.words import COMMENTING, TRYING
from nkfacts.model.meaning import quantity_and_id
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base

_PLACE_SLOTS = ("where", "to", "from")
_IN_A_SLOT, _NOWHERE = "in a slot", "nowhere"
_COUNTED_SLOTS = ("what", "whom", "who", "with", "means", "as", "for", "where")


def kind_of_answer(question: Question, figure: Figure | None) -> Kind:
    """Return what is answered to a question: of a figure that is asked for a number, whatever the words for it."""
    return "how-many" if figure is not None and question.kind == "what" else question.kind


def _person_slots(question: Question) -> tuple[str, ...]:
    """Return the slots in which those are who are asked for, the likeliest first."""
    if _asks_for_whom(question):
        return "whom", "of", "what"
    return ("who",) if _asks_who_did(question) else ("who", "whom")


def _asks_for_whom(question: Question) -> bool:
    """Say whether who is asked for as the one to whom it is done: who was killed, and not who was he killed by."""
    tokens, mentions = question.tokens, question.mentions
    if question.kind != "who" or not mentions or tokens[-1].word == "by":
        return False
    first = next((mention for mention in mentions if mention.kind != "count"), mentions[0])
    opening = [token.word for token in tokens[: first.start]]
    if opening[:1] != ["who"] or not opening[1:]:
        return False
    # The prisoners captured in January are asked for, and not who captured them.
    return first.role == "patient" or (first.kind == "action" and is_passive(first, tokens))


def _asks_who_did(question: Question) -> bool:
    """Say whether who is asked for as the one who does it: who captured them, and not whom they captured."""
    tokens, mentions = question.tokens, question.mentions
    if question.kind != "who" or not mentions or tokens[0].word != "who" or mentions[0].start != 1:
        return False
    return is_verb(mentions[0], tokens) and not is_passive(mentions[0], tokens)


def _actions_of(mentions: Sequence[Mention]) -> list[list[Meaning]]:
    return [[m for m in mention.meanings if m.part == "actions"] for mention in mentions]


class Asked:
    """Finds what one question asks for.

    Args:
        question: the question.
        base: the base.
        lexicon: the names and words of the base.
    """

    def __init__(self, question: Question, base: Base, lexicon: Lexicon) -> None:
        self._question, self._base = question, base
        self._lexicon, self._fitting = lexicon, Fitting(lexicon)
        self._words = {word for mention in question.mentions for word in mention.text.split()}
        self._persons = _person_slots(question)

    def brief(self, kind: Kind, facts: Sequence[Fact], verdict: Verdict | None) -> str:
        """Return the bare answer to a question of a kind: a figure, day, name, yes or no; empty where there is none.

        Args:
            kind: what is answered.
            facts: the facts that answer, best first.
            verdict: how the best of them bears out the question.
        """
        best = facts[0]
        if kind == "how-many":
            return best.bare_amount or self._quantity(best)
        if kind == "when":
            return self._when(best)
        if kind == "yes-no":
            return self._yes_or_no(best, verdict)
        if kind == "who":
            named = () if "claimant" in self._question.flags else self._named(self._persons_in(verdict), best, verdict)
            # Ri and Baek say more than that they are soldiers.
            somebody = [id_ for id_ in named if self._base.entity(id_) is not None]
            return self._listed(somebody or named) or self._base.name_of(best.by)
        if kind == "where":
            return self._listed(self._named(_PLACE_SLOTS, best, verdict))
        if kind in ("list", "change", "compare"):
            return "; ".join(fact.bare_amount or fact.title or fact.id for fact in facts)
        return best.bare_amount

    def standing(self, kind: Kind, facts: Sequence[Fact], verdict: Verdict) -> str:
        """Return where a fact has what is asked for, in a word or two; empty where nothing is told by that."""
        best = facts[0]
        if kind == "who" and "claimant" not in self._question.flags:
            return self._standing_of_persons(best, verdict)
        if kind == "where":
            return _IN_A_SLOT if self._named(_PLACE_SLOTS, best, verdict) else _NOWHERE
        if kind == "when":
            return "its own day" if best.when and len(best.when) >= len("2024-10-01") else ""
        if kind == "yes-no":
            return self._yes_or_no(best, verdict)
        if kind == "how-many":
            return "a number" if self.brief(kind, facts, verdict) else "no number"
        if kind in ("which", "what") and self._question.hole >= 0:
            asked = self._question.mentions[self._question.hole]
            fits = any(self._fitting.fits_any(asked, ids) for ids in verdict.view.slots.values())
            return _IN_A_SLOT if fits else _NOWHERE
        return "whoever claims it" if kind == "who" else ""

    def _standing_of_persons(self, best: Fact, verdict: Verdict) -> str:
        named = self._named(self._persons_in(verdict), best, verdict)
        if not named:
            return "only the claimant"
        if not any(map(self._base.entity, named)):
            return "nobody by name"
        return "the claimant, in a slot" if best.by in named else _IN_A_SLOT

    def _persons_in(self, verdict: Verdict | None) -> tuple[str, ...]:
        """Return the slots of a frame in which those are who are asked for: who died are in that of who is killed."""
        verb = self._question.mentions[0] if verdict is not None and self._question.mentions else None
        if verb is None or verdict is None or not _asks_who_did(self._question):
            return self._persons
        told = [m for m in verb.meanings if m.part == "actions" and m.id in verdict.view.actions]
        undergone = bool(told) and all(m.reading == "inverse" for m in told)
        return ("whom", "of", "to") if undergone else self._persons

    def _when(self, best: Fact) -> str:
        flags = self._question.flags
        if flags & {"confirming", "denying"} or (best.figure is not None and "saying" in flags):
            return best.reported
        return best.when or best.reported

    def _quantity(self, best: Fact) -> str:
        """Return a number that the frames have with the thing that is counted."""
        for mention in self._question.mentions:
            if mention.kind not in ("thing", "name"):
                continue
            for frame in best.events:
                for slot in _COUNTED_SLOTS:
                    for filler in frame.fillers(slot):
                        quantity, id_ = quantity_and_id(filler)
                        if quantity and self._fitting.fits(mention, id_):
                            return quantity
        return ""

    def _named(self, slots: Sequence[str], best: Fact, verdict: Verdict | None) -> tuple[str, ...]:
        """Return what fills the first of some slots that has a filler which the question does not name."""
        for slot in slots:
            named = []
            for id_ in self._fillers(slot, best, verdict):
                if not self.names(id_) and id_ not in named:
                    named.append(id_)
            if named:
                return tuple(named)
        return ()

    def names(self, id_: str) -> bool:
        """Say whether the question has a word of the name of what fills a slot, and so does not ask for it."""
        return not self._words.isdisjoint(self._name(id_).lower().split())

    def _fillers(self, slot: str, best: Fact, verdict: Verdict | None) -> Sequence[str]:
        """Return what fills a slot; of a fact that counts, by its own frames: its figure may count in many places."""
        if verdict is None:
            return ()
        if "of" not in verdict.view.slots or slot not in _PLACE_SLOTS:
            return verdict.view.slots.get(slot, ())
        verbs = (m for m in self._question.mentions if is_verb(m, self._question.tokens))
        done = {meaning.id for verb in verbs for meaning in verb.meanings}
        views = views_kept(best, self._lexicon)
        told = [view for view in views if not done.isdisjoint(view.actions)] or views[-1:]
        own = [id_ for view in told for id_ in view.slots.get(slot, ())]
        return own or ((best.place,) if slot == "where" and best.place else ())

    def _listed(self, ids: Sequence[str]) -> str:
        return "; ".join(map(self._name, ids))

    def _name(self, id_: str) -> str:
        entity = self._base.entity(id_)
        return entity.name if entity is not None else id_.replace("-", " ")

    @staticmethod
    def _asks_negatively(verdict: Verdict | None) -> bool:
        """Say whether the deed that is borne out is asked for by a word for not doing it: did China abstain."""
        done = [mention for mention, _, by in verdict.borne if by == "did"] if verdict else []
        return any(meanings and all(m.reading == "negative" for m in meanings) for meanings in _actions_of(done))

    def _yes_or_no(self, best: Fact, verdict: Verdict | None) -> str:
        return reached(self._question, best, self._as_told(best, verdict))

    def _as_told(self, best: Fact, verdict: Verdict | None) -> str:
        """Return whether a fact says that it is so: yes, no, not confirmed or planned."""
        view = verdict.view if verdict else None
        asks_denial = "denying" in self._question.flags
        if self._asks_for_a_comment_of(best):
            return "yes"
        if best.status == "denied":
            return "yes" if asks_denial else "no"
        if view is not None and view.negated:
            return "yes" if self._asks_negatively(verdict) or self._asks_for_its_end(view) else "no"
        if view is not None and view.open:
            return "not confirmed"
        if view is not None and view.tried and TRYING.isdisjoint(token.word for token in self._question.tokens):
            return ""
        if best.status == "planned" or (view is not None and view.planned and best.figure is None):
            return "planned"
        if view is not None and self._asks_for_its_end(view):
            return "no"
        return "" if asks_denial else "yes"

    def _asks_for_a_comment_of(self, best: Fact) -> bool:
        """Say whether it is asked if whoever claims a fact said anything of it: did China comment."""
        if COMMENTING.isdisjoint(token.word for token in self._question.tokens):
            return False
        who = [mention for mention in self._question.mentions if mention.role == "subject"]
        return any(self._fitting.fits_any(mention, (best.by, *best.via)) for mention in who)

    def _asks_for_its_end(self, view: View) -> bool:
        """Say whether it is asked if what a frame tells has ended: have they stopped fighting."""
        meanings = (m.id for mention in self._question.mentions for m in mention.meanings if m.part == "actions")
        return any(self._lexicon.actions.undone_by(id_, view.actions) for id_ in meanings)
