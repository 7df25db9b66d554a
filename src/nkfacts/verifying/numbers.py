"""A number of a text held against the facts of the figures that it can be a value of."""

from collections.abc import Callable, Iterable, Sequence

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Mention
from nkfacts.hints import NamedTuple
from nkfacts.model.dates import day_words
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.text import listing
from nkfacts.verifying import claims
from nkfacts.verifying.amounts import Amount
from nkfacts.verifying.claims import Finding
from nkfacts.verifying.elsewhere import told_elsewhere
from nkfacts.verifying.figures import Figures
from nkfacts.verifying.lasting import Lasting
from nkfacts.verifying.moments import Moment, is_of
from nkfacts.verifying.narrowing import Narrowed, borne_out, is_part_named
from nkfacts.verifying.sources import Sources, are_of
from nkfacts.verifying.then import Then
from nkfacts.verifying.totals import is_of_all, is_of_part, is_over
from nkfacts.verifying.weighing import EXACTLY, is_same, tells_number

PARTLY = "said of a part of the whole"
"""Why a number is not that of all of whom a text tells it."""

ANOTHER_NUMBER = "another number"


class Said(NamedTuple):
    """What a text says of a number beside what it counts.

    Attributes:
        amount: the number.
        sources: who is said to say it.
        moments: the times that it names.
        ahead: whether it may be of what is to come.
        only_ahead: whether it can only be of that.
        places: ids of the places that it names.
        mentions: what the words around it mean.
        told: the times of the sentence that are not of saying it.
        during: those of its times in which it is said to have been done.
        of_all: whether it says that there are no more: only nine, a total of nine.
        now: whether it tells what is so when it is written.
        lasting: whether it says that it is still so.
        narrowed: what narrows it; None for nothing.
    """

    amount: Amount
    sources: Sources
    moments: Sequence[Moment]
    ahead: bool
    only_ahead: bool
    places: frozenset[str]
    mentions: Sequence[Mention] = ()
    told: Sequence[Moment] = ()
    during: Sequence[Moment] = ()
    of_all: bool = False
    now: bool = False
    lasting: bool = False
    narrowed: Narrowed | None = None


class Numbers:
    """Holds numbers against facts.

    Args:
        base: the base.
        figures: its figures.
        lexicon: its names and words.
        today: the day on which a text tells what is so.
    """

    def __init__(self, base: Base, figures: Figures, lexicon: Lexicon, today: str) -> None:
        self._base, self._figures, self._lexicon = base, figures, lexicon
        self._fitting = Fitting(lexicon)
        self._then = Then(base)
        self._lasting = Lasting(base, self._fitting, today)

    def judge(self, said: Said, figures: Sequence[Figure]) -> Finding | None:
        """Judge a number as a value of one of some figures; None where none of them has any fact to judge by."""
        facts = [
            fact for figure in figures for fact in self._figures.facts(figure.id) if self.is_measured(said, figure)
        ]
        if not facts:
            return None
        same = [fact for fact in facts if is_same(said.amount, fact)]
        found = [fact for fact in same if self.is_by(said, fact) and self.is_then(said, fact)]
        firm = [fact for fact in found if self.is_as_firm(said, fact) and self.is_whole(said, fact)]
        if firm:
            return self.so_said(said, self.best(borne_out(firm, said.narrowed), said.amount))
        if found:
            nearest = self.best(found, said.amount)
            return Finding(claims.OTHERWISE, nearest, reason=self._how(said, nearest))
        if same:
            return self._then_another(said, facts, same) or self._of_others(said, facts, same)
        return self._other_number(said, facts)

    def said_by(self, said: Said, figures: Sequence[Figure]) -> Finding | None:
        """Return that a number was said so, as a value of one of some figures; None where it was not."""
        found = self.judge(said, figures)
        return found if found is not None and found.verdict in (claims.SAID, claims.OUTDATED) else None

    def is_measured(self, said: Said, figure: Figure) -> bool:
        """Say whether the unit of a number is that of a figure: dollars are no euros, a share is no number."""
        unit, own = said.amount.unit, figure.unit.casefold()
        if unit == "percent":
            return "percent" in own
        if unit:
            return unit == "dollars" and "usd" in own
        return "percent" not in own and "usd" not in own

    def is_by(self, said: Said, fact: Fact) -> bool:
        return are_of(said.sources, fact, self._base, self._fitting)

    def is_then(self, said: Said, fact: Fact) -> bool:
        if not all(is_of(fact, moment) for moment in said.moments) or any(is_over(fact, m) for m in said.during):
            return False
        return not self._is_of_more(said, fact) and not self._is_overtaken(said, fact)

    def _is_of_more(self, said: Said, fact: Fact) -> bool:
        """Say whether a fact is a running total, of more than the time in which the text says that it was done."""
        if not self._figures.is_running(fact) or fact.status == "planned":
            return False
        others = self._figures.facts(fact.figure or "")
        return not all(is_of_all(fact, moment, others) for moment in said.during)

    def is_as_firm(self, said: Said, fact: Fact) -> bool:
        """Say whether a fact tells of what was done where the text does, and of what is to come where that does."""
        planned = fact.status == "planned"
        return said.ahead if planned else not said.only_ahead

    def is_whole(self, said: Said, fact: Fact) -> bool:
        """Say whether a fact of a part, as of one battle, tells of the part that the text names.

        Of what is counted up, or told in the overview, who says it names no part, unless that is the number of the
        whole too.
        """
        if told_elsewhere(said.mentions, fact, self._lexicon):
            return False
        if fact.scope != "part":
            return True
        if self._figures.is_named_part(said.mentions, fact) or is_part_named(fact, said.narrowed):
            return True
        there = fact.place is not None and fact.place in said.places - said.sources.ids
        alike = [other for other in self._figures.facts(fact.figure or "") if other.scope != "part"]
        if not self._figures.is_of_whole(fact):
            return there or bool(said.sources.named or said.moments) or not (alike or said.of_all)
        if not said.of_all and (there or any(is_of_part(moment, fact) for moment in said.told)):
            return True
        return any((fact.lowest, fact.highest) == (other.lowest, other.highest) for other in alike)

    def best(self, facts: Iterable[Fact], amount: Amount) -> Fact:
        """Return of facts that say the same the one that stands: just that number, no later word, best supported."""
        return min(
            facts,
            key=lambda fact: (
                amount.low not in (None, fact.lowest),
                self._base.revision_of(fact) is not None,
                fact.scope == "part",
                -self._base.support(fact).origins,
                fact.reported,
            ),
        )

    def so_said(self, said: Said, fact: Fact) -> Finding:
        later = self._since(said, fact)
        pinned = any(moment.bounded or moment.known for moment in said.moments)
        if said.now and not pinned and (past := self._no_longer(said, fact)) is not None:
            return past
        if later is None or pinned:
            return Finding(claims.SAID, fact, later, "a part of the whole" if fact.scope == "part" else "")
        return Finding(claims.OUTDATED, fact, later)

    def _no_longer(self, said: Said, fact: Fact) -> Finding | None:
        """Return why a fact does not tell what a text has as being so now; None where it does, or was revised."""
        if (gone := self._lasting.gone(fact, said.mentions)) is not None:
            return Finding(claims.OUTDATED, fact, gone)
        headline = self._base.headline(fact.figure) if self._figures.is_running(fact) and fact.figure else None
        if headline is not None and headline.reported < fact.reported and not is_same(said.amount, headline):
            return Finding(claims.UNREAD, fact, reason="so many were counted up; how many there are is not said")
        doubt = self._lasting.doubt(fact) if said.lasting and self._since(said, fact) is None else ""
        return Finding(claims.UNREAD, fact, reason=doubt) if doubt else None

    def _since(self, said: Said, fact: Fact) -> Fact | None:
        """Return what is said since: by the same claimant, else as the headline; None where that is no other number."""
        if fact.scope == "part" or fact.figure is None:
            return None
        by = fact.by if said.sources.named else None
        newest = self._base.headline(fact.figure, by=by)
        latest = self._last_revision(fact)
        for later in (latest, newest):
            if later is None or later.id == fact.id or later.reported <= fact.reported:
                continue
            if not is_same(said.amount, later):
                return later
        return None

    def _last_revision(self, fact: Fact) -> Fact | None:
        seen, later = {fact.id}, self._base.superseded_by(fact)
        while later is not None and later.id not in seen:
            seen.add(later.id)
            following = self._base.superseded_by(later)
            if following is None:
                return later
            later = following
        return None

    def _is_overtaken(self, said: Said, fact: Fact) -> bool:
        """Say whether a total is none any more of the time by which the text tells it."""
        if fact.figure is None or not self._figures.is_running(fact):
            return False
        return self._then.is_overtaken(fact, self._figures.facts(fact.figure), said.moments, said.amount)

    def _then_another(self, said: Said, facts: Sequence[Fact], same: Sequence[Fact]) -> Finding | None:
        """Return what was said then in place of a number that was said at another time; None where it was not so."""
        by_them = [fact for fact in same if self.is_by(said, fact)]
        if not by_them or any(self._is_of_more(said, fact) and not self._comes_later(said, fact) for fact in by_them):
            return None
        known = [
            fact for fact in facts
            if self.is_by(said, fact) and self.is_as_firm(said, fact) and fact.scope != "part"
            and self._is_of_or_up_to(said, fact) and not self._is_overtaken(said, fact)
        ]  # fmt: skip
        found = self._then.standing(known, said.moments) if known and said.moments else None
        if found is None or found in same:
            return None
        day = day_words(min(fact.reported for fact in by_them))
        return Finding(claims.OTHERWISE, found, reason=f"that number was said on {day}; then it was")

    def _is_of_or_up_to(self, said: Said, fact: Fact) -> bool:
        """Say whether a fact is of the times that a text names, or a total that was known by then."""
        if all(is_of(fact, moment) for moment in said.moments):
            return True
        return self._figures.is_running(fact) and all(fact.reported <= moment.end for moment in said.moments)

    def _comes_later(self, said: Said, fact: Fact) -> bool:
        """Say whether a fact was said after all the times that the text names, and is about none of them."""
        return all(moment.end < fact.reported and not is_of(fact, moment) for moment in said.moments)

    def _of_others(self, said: Said, facts: Sequence[Fact], same: Sequence[Fact]) -> Finding:
        """Return what was said in place of a number that another said, or that was said at another time."""
        own = [fact for fact in facts if self.is_by(said, fact) and self.is_then(said, fact)]
        instead = self._then.standing(own, said.moments) if said.sources.named and own else None
        return Finding(claims.OTHERWISE, instead or self.best(same, said.amount), reason=self._whose(said, facts, same))

    def _whose(self, said: Said, facts: Sequence[Fact], same: Sequence[Fact]) -> str:
        by_them = [fact for fact in same if self.is_by(said, fact)]
        if not by_them:
            others = listing(dict.fromkeys(self._base.name_of(fact.by) for fact in same[:3]))
            return "; ".join(filter(None, (self._no_word(said, facts), f"that number is of {others}")))
        if any(self._is_of_more(said, fact) for fact in by_them):
            return "a total up to then, not of that time alone"
        return "said of or at another time"

    def _how(self, said: Said, fact: Fact) -> str:
        if not self.is_as_firm(said, fact):
            return "said of what was planned" if fact.status == "planned" else "said of what was done"
        return told_elsewhere(said.mentions, fact, self._lexicon) or PARTLY

    def _other_number(self, said: Said, facts: Sequence[Fact]) -> Finding:
        tests: tuple[Callable[[Fact], bool], ...] = (
            lambda fact: self.is_by(said, fact) and self.is_then(said, fact),
            lambda fact: self.is_by(said, fact),
        )
        firm = [fact for fact in facts if self.is_as_firm(said, fact)]
        if not firm:
            return Finding(claims.ABSENT, reason="nothing of that is said as planned" if said.only_ahead else "")
        whole = [fact for fact in firm if fact.scope != "part"] or firm
        if said.sources.unknown and not any(self.is_by(said, fact) for fact in facts):
            return Finding(claims.ABSENT, reason=self._no_word(said, facts))
        for test in tests:
            own = [fact for fact in whole if test(fact)]
            if own:
                exact = [fact for fact in own if tells_number(said.amount, fact)]
                if exact:
                    is_bound = said.amount.qualifier != EXACTLY
                    how = "said as another kind of bound" if is_bound else "not said to be exactly so"
                    return Finding(
                        claims.OTHERWISE, exact[0] if is_bound else self._then.standing(exact, said.moments), reason=how
                    )
                return Finding(claims.OTHERWISE, self._then.standing(own, said.moments), reason=ANOTHER_NUMBER)
        if said.sources.named:
            reason = f"{self._no_word(said, ())}; others say"
            return Finding(claims.ABSENT, self._then.standing(whole, said.moments), reason=reason)
        return Finding(claims.OTHERWISE, self._then.standing(whole, said.moments), reason=ANOTHER_NUMBER)

    def _no_word(self, said: Said, facts: Sequence[Fact]) -> str:
        """Return that no fact is a word on it of somebody named; empty where there is one of each."""
        each = [Sources((mention,)) for mention in said.sources.named]
        silent = [one for one in each if not any(are_of(one, fact, self._base, self._fitting) for fact in facts)]
        who = [said.sources.unknown] if said.sources.unknown else [self._name(one.named[0]) for one in silent]
        return f"no word of {listing(dict.fromkeys(who))} on it" if who else ""

    def _name(self, mention: Mention) -> str:
        """Return the name of whom a mention means; its words where the base has no one name for them."""
        ids = [m.id for m in mention.meanings if m.part == "entities"]
        return self._base.name_of(ids[0]) if ids else mention.text
