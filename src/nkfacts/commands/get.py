"""``nkfacts get FIGURE``: one number."""

from typing import Annotated

import typer

from nkfacts.commands.options import ByName, FigureName, one_of
from nkfacts.errors import UsageProblem
from nkfacts.model.amounts import plain_number
from nkfacts.output.layouts import FACTS
from nkfacts.output.mappings import fact_record, plan_words
from nkfacts.output.report import Report
from nkfacts.query import age
from nkfacts.query.base import Base
from nkfacts.text import listing

EXAMPLES = ("nkfacts get casualties.killed", "nkfacts get casualties.killed --by nis --as-of 2025-01-31")


def run(
    base: Base,
    figure: FigureName,
    by: ByName = None,
    low: Annotated[bool, typer.Option("--low", help="The lower end of a range.")] = False,
    high: Annotated[bool, typer.Option("--high", help="The upper end of a range.")] = False,
) -> Report:
    """Print one figure, bare: the headline, on one line and nothing else.

    A range prints as LOW-HIGH, an amount in words as those words. With --format or
    --columns the whole fact comes, with its claimant, date and source. When no fact answers,
    nothing is printed, the status is 1, and stderr names the nearest figures, or the last plan
    where all plans are over. At a terminal, stderr also says when the newest word is old.
    """
    if low and high:
        raise UsageProblem("--low and --high exclude each other", "give one of them")
    id_ = base.resolve("figures", figure)
    claimant = one_of("--by", by)
    fact = base.headline(id_, by=claimant)
    if fact is None:
        return Report(figure, FACTS, [], single=True, plain="", nothing=_nothing(base, id_, claimant))
    end = fact.lowest if low else fact.highest if high else None
    if (low or high) and end is None:
        raise UsageProblem(f"{fact.bare_amount!r} is words, with no end to pick", "leave --low and --high out")
    bare = plain_number(end) if end is not None else fact.bare_amount
    remark = age.remark(fact.reported, base.counted_to, base.as_of)
    records = [fact_record(base, fact)]
    return Report(id_, FACTS, records, single=True, plain=f"{bare}\n", hints=[remark] if remark else [])


def _nothing(base: Base, figure: str, by: str | None) -> tuple[str, str]:
    """Say that there is no fact, and name what comes nearest without giving it for an answer."""
    plan = base.lapsed(figure, by=by)
    if plan is not None:
        return f"no plan stands; last: {plan_words(base, plan)} (lapsed)", ""
    claimant = f" by {base.name_of(base.resolve('entities', by, claimant=True))}" if by else ""
    known = f" known on {base.as_of}" if base.as_of else ""
    offers = []
    for near in base.neighbours(figure):
        found = base.headline(near.id, by=by)
        if found is not None:
            option = f" --by {by}" if by else ""
            day = f" --as-of {base.as_of}" if base.as_of else ""
            offers.append(f"nkfacts get {near.id}{option}{day} ({near.label})")
    if by and base.headline(figure) is not None:
        offers.append(f"nkfacts get {figure} (other claimants)")
    mend = f"near it, but not the same: {listing(offers[:3], 'or')}" if offers else ""
    return f"no fact on {figure}{claimant}{known}", mend
