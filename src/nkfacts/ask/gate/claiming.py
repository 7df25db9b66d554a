"""Whether a fact is claimed, passed on or announced by whom a question names as saying it."""

from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.terms.matter import WISHED
from nkfacts.ask.understanding.question import SPEAKER, Mention, Question
from nkfacts.model.records import Fact

_PEOPLE = ("ns", "rs", "ese")
"""How the names of peoples end: what Russians do is not what Russia says."""


class Claiming:
    """Holds the mentions of one question against the claimants of facts.

    Args:
        question: the question.
        fitting: what compares them with who claims.
    """

    def __init__(self, question: Question, fitting: Fitting) -> None:
        self._question, self._fitting = question, fitting

    def claimant(self, mention: Mention, fact: Fact) -> str:
        """Return ``by`` where a mention is of who claims a fact, ``via`` of who passes it on; empty for neither."""
        if not mention.claims and mention.text.endswith(_PEOPLE) and self._fitting.is_nation(mention):
            return ""
        if mention.claims and self._fitting.is_nation(mention):
            # A newspaper of a country does not speak for it.
            if self._fitting.speaks_for(mention, fact.by):
                return "by"
            return "via" if any(self._fitting.speaks_for(mention, each) for each in fact.via) else ""
        if self._fitting.fits(mention, fact.by):
            return "by"
        if mention.role == SPEAKER and self._fitting.nation_of(fact.by) == mention.nation:
            return "by"
        return "via" if self._fitting.fits_any(mention, fact.via) else ""

    def says_beforehand(self, mention: Mention, fact: Fact) -> bool:
        """Say whether a mention is who promised or proposed what a fact tells as planned: its claimant did."""
        if fact.status != "planned" or mention.role != "subject" or mention.verb < 0:
            return False
        said = any(meaning.id in WISHED for meaning in self._question.mentions[mention.verb].meanings)
        return said and self._fitting.fits_any(mention, (fact.by, *fact.via))

    def is_where_said(self, mention: Mention, fact: Fact) -> bool:
        """Say whether a place is in the country of who claims a fact: who in Washington said it."""
        nation = self._fitting.nation_of(fact.by)
        return nation is not None and any(
            m.part == "entities" and self._fitting.nation_of(m.id) == nation for m in mention.meanings
        )
