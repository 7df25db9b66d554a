"""Why a fact answers for its figure, or why it does not: the rule of headline.py, in words."""

from nkfacts.model.records import STATUSES, Fact
from nkfacts.model.support import Support

RULE = (
    "facts that compete: of scope total, neither deprecated nor a denial, said by the day asked for",
    "a preferred fact wins, for the reason it states",
    "else a fact with a page by a known publisher comes before one that rests on unverified pages only",
    "else the one said last wins",
    f"said on the same day: the firmer status wins ({', '.join(STATUSES)})",
    "of the same status too: the id decides, so that the answer never depends on chance",
)
"""The steps of the rule, in their order."""


def verdict(fact: Fact, support: Support, winner: Fact | None, winners_support: Support | None) -> str:
    """Return why a fact lost to the headline of its figure, or that it is the headline.

    Args:
        fact: any fact of the figure that was known on the day.
        support: its support.
        winner: the headline of the figure on that day; None when no fact competes.
        winners_support: the support of the headline.
    """
    if winner is not None and fact.id == winner.id:
        return "the headline"
    own = _unfit(fact)
    if own or winner is None or winners_support is None:
        return own
    if winner.rank == "preferred":
        return f"another is preferred: {winner.rank_reason}"
    if winners_support.verified and not support.verified:
        return "rests on unverified pages only"
    if fact.reported < winner.reported:
        revised = ", and revised since" if winner.supersedes == fact.id else ""
        return f"said earlier than the headline{revised}"
    if fact.status != winner.status:
        return f"said on the same day, {fact.status}; the headline is {winner.status}"
    return "said on the same day with the same status; the id decides"


def _unfit(fact: Fact) -> str:
    """Return why a fact does not compete at all; empty when it does."""
    if fact.is_deprecated:
        return f"deprecated: {fact.rank_reason}"
    if fact.scope == "part":
        return "counts a part: one period, place, unit or incident"
    if fact.status == "denied":
        return "a denial"
    return ""
