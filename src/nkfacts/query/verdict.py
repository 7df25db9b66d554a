"""Why a fact answers for its figure, or why it does not: the rule of headline.py, in words."""

from collections.abc import Sequence

from nkfacts.model import dates
from nkfacts.model.records import STATUSES, Fact
from nkfacts.query.results import Candidate

_BY = ("a named body", "an unnamed group, a company or a private person", "an independent medium")
"""Who a claimant of each standing is."""

RULE = (
    "facts that compete: of scope total, not deprecated, no denials, said by the day asked for, no plans that are over",
    "a plan is over when its time ended before that day; half a year after it was said, where it names no time",
    "a preferred fact wins, for the reason it states",
    "else a fact with a page by a known publisher comes before one that rests on unverified pages only",
    f"else {_BY[0]}, or who speaks for one, comes before {_BY[1]}, and these before {_BY[2]}",
    "else a lower bound of a cumulative figure gives way to a higher total before it, unless a count came between",
    "else the one said last wins",
    "said on the same day: a number comes before words",
    f"else the firmer status wins ({', '.join(STATUSES)})",
    "of the same status too: the one with more independent origins wins",
    "of as many origins: the id decides, so that the answer never depends on chance",
)
"""The steps of the rule, in their order."""


def verdict(candidate: Candidate, winner: Candidate, *, is_revised: bool = False) -> str:
    """Return which step of the rule decided between a fact that competed and the headline, or that it is that.

    Args:
        candidate: the fact that competed.
        winner: the headline.
        is_revised: a later word of its claimant, the headline or another, takes the place of the fact.
    """
    fact, best = candidate.fact, winner.fact
    if fact.id == best.id:
        return "the headline"
    if best.rank == "preferred":
        return f"another is preferred: {best.rank_reason}"
    if winner.verified and not candidate.verified:
        return "rests on unverified pages only"
    if candidate.standing != winner.standing:
        return f"by {_BY[candidate.standing]}; the headline is by {_BY[winner.standing]}"
    if candidate.gives_way_to and not winner.gives_way_to:
        return f"a lower bound, below what was said before it ({candidate.gives_way_to})"
    if fact.reported < best.reported:
        return f"said earlier than the headline{', and revised since' if is_revised else ''}"
    return f"said on the same day{_tie(candidate, winner)}"


def _tie(candidate: Candidate, winner: Candidate) -> str:
    """Return, behind a comma or at once, what decided between two facts of one day."""
    fact, best = candidate.fact, winner.fact
    if fact.lowest is None and best.lowest is not None:
        return ", in words; the headline is a number"
    if fact.status != best.status:
        return f", {fact.status}; the headline is {best.status}"
    if candidate.origins < winner.origins:
        return " with the same status, from fewer independent origins"
    return " with the same status, from as many origins; the id decides"


def why_it_leads(winner: Candidate, others: Sequence[Candidate]) -> str:
    """Return in a few words why a fact is the headline, and not another of those that competed."""
    if winner.fact.rank == "preferred":
        return f"preferred: {winner.fact.rank_reason}"
    said = f"said by {_BY[winner.standing]}" + ("" if winner.verified else ", on unverified pages only")
    peers = [each for each in others if (each.verified, each.standing) == (winner.verified, winner.standing)]
    if any(each.fact.reported > winner.fact.reported for each in peers):
        return f"{said}, and higher than the lower bounds said since"
    return f"{said}, and last" if peers else said


def unfit(fact: Fact) -> str:
    """Return why a fact does not compete at all; empty when it does."""
    if fact.is_deprecated:
        return f"deprecated: {fact.rank_reason}"
    if fact.scope == "part":
        return "counts a part: one period, place, unit or incident"
    if fact.status == "denied":
        return "a denial"
    return ""


def lapsed(candidate: Candidate) -> str:
    """Return why a plan does not compete any longer."""
    return f"a plan that is over: it stood until {dates.day_words(candidate.lapses_on or candidate.fact.reported)}"
