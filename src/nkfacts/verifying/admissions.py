"""What somebody confirmed or denied that everybody knows, with no more said of it: Moscow admitted the deployment."""

from collections import Counter
from collections.abc import Iterable, Sequence

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.verifying import claims
from nkfacts.verifying.claims import Finding
from nkfacts.verifying.deeds import Core
from nkfacts.verifying.moments import Moment, is_said_in
from nkfacts.verifying.sources import Sources, are_of
from nkfacts.verifying.wording import DENIES

_ADMITTED = ("acknowledged", "confirmed")
"""What the status of a fact is in which somebody confirms something."""
_DENIED = ("denied",)


class Admissions:
    """Holds what somebody confirmed or denied against facts.

    Args:
        base: the base.
        lexicon: its names and words.
        fitting: what compares mentions with what fills a slot.
    """

    def __init__(self, base: Base, lexicon: Lexicon, fitting: Fitting) -> None:
        self._base, self._lexicon, self._fitting = base, lexicon, fitting

    def judge(self, core: Core, facts: Iterable[Fact], sources: Sources, moments: Sequence[Moment]) -> Finding | None:
        """Judge that somebody confirmed or denied a deed then; None where nothing like it is known of them.

        Args:
            core: the deed, with nothing bound to it.
            facts: those in which it is done.
            sources: who confirms or denies it.
            moments: when.
        """
        denies = core.meant in DENIES
        wanted, opposite = (_DENIED, _ADMITTED) if denies else (_ADMITTED, _DENIED)
        own = [fact for fact in self._of_the_known(core, facts) if are_of(sources, fact, self._base, self._fitting)]
        # What was first said is what is told of; main facts have it where there are such.
        own.sort(key=lambda fact: (not fact.main, fact.reported, fact.id))
        then = [fact for fact in own if all(is_said_in(fact, moment, late=bool(fact.main)) for moment in moments)]
        if said := next((fact for fact in then if fact.status in wanted), None):
            return Finding(claims.SAID, said)
        if other := next((fact for fact in then if fact.status in opposite), None):
            reason = "it is said to be so" if denies else "it is said not to be so"
            return Finding(claims.OTHERWISE, other, reason=reason)
        other = next((fact for fact in own if fact.status in wanted), None)
        return Finding(claims.OTHERWISE, other, reason="at another time") if other is not None else None

    def alike(self, core: Core, facts: Iterable[Fact]) -> list[Fact]:
        """Return the facts by which somebody confirms a deed that everybody knows, or denies it where that is told."""
        wanted = _DENIED if core.meant in DENIES else _ADMITTED
        return [fact for fact in self._of_the_known(core, facts) if fact.status in wanted]

    def _of_the_known(self, core: Core, facts: Iterable[Fact]) -> list[Fact]:
        """Return the facts in which a deed is done to that to which it is done in most of the main ones."""
        told = [(fact, self._done_to(core, fact)) for fact in facts]
        main = Counter(id_ for fact, ids in told if fact.main and fact.status in _ADMITTED for id_ in ids)
        meant = {id_ for id_, _ in main.most_common(1)}
        return [fact for fact, ids in told if meant & ids]

    def _done_to(self, core: Core, fact: Fact) -> set[str]:
        done = {m.id for m in core.deed.meanings if m.part == "actions"}
        frames = [frame for frame in fact.events if done & self._lexicon.isa(frame.did) and not frame.planned]
        return {id_ for frame in frames for slot in ("what", "whom") for id_ in frame.fillers(slot)}
