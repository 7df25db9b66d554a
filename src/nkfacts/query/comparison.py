"""A figure by its claimants: the last word of each, what each said before, and what is no total that stands."""

from collections.abc import Sequence

from nkfacts.hints import NamedTuple, cast
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.query.claims import body_of, last_words
from nkfacts.query.filters import EVERYTHING, Filter, each
from nkfacts.query.results import Candidate
from nkfacts.query.verdict import why_it_leads

LATEST, EARLIER, OVER, PART, DENIED, DEPRECATED = ROLES = (
    "latest", "earlier", "over", "part", "denied", "deprecated",
)  # fmt: skip
"""What a fact is among those of its figure: the last word of its claimant, or one before it; a plan whose time is over,
a count of a part, a denial, a slip. The last four are not compared with totals."""


class Claim(NamedTuple):
    """A fact of a figure, the id of the claimant that it counts for, and its role: one of ``ROLES``."""

    fact: Fact
    body: str
    role: str


class Comparison(NamedTuple):
    """What is said about a figure, by claimant.

    Args:
        figure: the figure.
        headline: the id of the fact that answers for it; None when none does, or a filter leaves it out.
        reason: why that one, in words.
        claims: the facts: last words, newest first; then what was said before them; then what is not compared.
        claimants: the number of those who say something, before any limit.
        are_plans_over: no plan stands any longer, so that those which are over are compared.
    """

    figure: Figure
    headline: str | None
    reason: str
    claims: tuple[Claim, ...]
    claimants: int
    are_plans_over: bool

    @property
    def compared(self) -> list[Claim]:
        """The last word of each claimant, newest first, and the headline where its claimant has a later word."""
        return [each for each in self.claims if each.role == LATEST or each.fact.id == self.headline]

    @property
    def chains(self) -> list[tuple[str, list[Fact]]]:
        """Each claimant that said more than one thing, with all it said, in the order in which it said it."""
        said: dict[str, list[Fact]] = {claim.body: [] for claim in self.claims if claim.role == LATEST}
        for claim in reversed(self.claims):
            if claim.role in (LATEST, EARLIER):
                said[claim.body].append(claim.fact)
        ordered = ((body, sorted(facts, key=lambda fact: fact.reported)) for body, facts in said.items())
        return [(body, facts) for body, facts in ordered if len(facts) > 1]

    @property
    def left_out(self) -> list[Claim]:
        """The facts that are not compared."""
        return [claim for claim in self.claims if claim.role not in (LATEST, EARLIER)]


def compare(base: Base, figure: str, wanted: Filter = EVERYTHING, *, limit: int | None = None) -> Comparison:
    """Compare what the claimants say about a figure.

    Of each claimant the last word counts; of one day that which comes first by the rule of the headline. Persons who
    speak for an organisation or unit are one claimant with it. Parts, denials, deprecated facts and plans that are
    over are not compared; where no plan stands any longer, those that are over are.

    Args:
        base: the facts, as they were known on a day.
        figure: an id or name of a figure.
        wanted: what the facts must satisfy.
        limit: keep to the claimants who spoke last, at most so many.

    Raises:
        UnknownName: the figure, or a name in the filter, is unknown.
    """
    id_ = base.resolve("figures", figure)
    own = cast("Figure", base.figure(id_))
    facts = _passing(base, id_, wanted)
    ranking, over = base.ranking(id_), base.ranking(id_, lapsed=True)
    shown = {fact.id for fact in facts}
    competing = _of(ranking, shown) or _of(over, shown)
    latest = last_words(competing, base.entity)
    newest_first = sorted(latest, key=lambda body: latest[body].reported, reverse=True)
    kept = set(newest_first[:limit])
    competes = {fact.id for fact in competing}
    last = {fact.id for fact in latest.values()}
    claims = []
    for fact in facts:
        body = body_of(fact.by, base.entity)
        role = LATEST if fact.id in last else EARLIER if fact.id in competes else _unfit(fact)
        if role not in (LATEST, EARLIER) or body in kept:
            claims.append(Claim(fact, body, role))
    claims.sort(key=lambda claim: ROLES.index(claim.role) if claim.role in (LATEST, EARLIER) else len(ROLES))
    headline = ranking[0].fact.id if ranking and ranking[0].fact.id in shown else None
    return Comparison(
        own,
        headline,
        why_it_leads(ranking[0], ranking[1:]) if headline else "",
        tuple(claims),
        len(latest),
        are_plans_over=bool(competing) and not _of(ranking, shown),
    )


def _passing(base: Base, figure: str, wanted: Filter) -> list[Fact]:
    """Return the facts of a figure that pass a filter, the last said first."""
    if not each(wanted.figure):
        return base.facts(wanted._replace(figure=figure))
    return [fact for fact in base.facts(wanted) if fact.figure == figure]


def _of(candidates: Sequence[Candidate], shown: set[str]) -> list[Fact]:
    return [candidate.fact for candidate in candidates if candidate.fact.id in shown]


def _unfit(fact: Fact) -> str:
    if fact.is_deprecated:
        return DEPRECATED
    if fact.scope == "part":
        return PART
    return DENIED if fact.status == "denied" else OVER
