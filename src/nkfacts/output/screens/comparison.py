"""What the claimants of a figure say, under each other, with bars to scale."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.output.bars import LESS, MORE, OPEN_ABOVE, OPEN_BELOW, bar
from nkfacts.output.lines import EMPTY, Block, Drawing, Field, Grid, Line, Row
from nkfacts.output.screens import hand
from nkfacts.output.screens.hand import Record, View
from nkfacts.output.wrapping import Bit, Bits
from nkfacts.query.base import Base
from nkfacts.query.comparison import DENIED, DEPRECATED, EARLIER, OVER, PART, Claim, Comparison
from nkfacts.text import plural

_CLAIMS = (
    *hand.FACT[:2],
    Field(least=12, most=24, sinks=1),  # the bar
    *hand.FACT[2:6],
    Field(least=8, most=30, sinks=2),  # words
    hand.FACT[7],
)
_CHAINS = (Field(gap=0), Field(gap=1, most=24, least=8), Field(least=20), Field(sinks=1))
_LEFT_OUT = {
    PART: "{} of one battle or unit",
    DENIED: "{} denied",
    DEPRECATED: "{} deprecated",
    OVER: "{} planned, and over",
}

_ENDS = {f"{MORE} or more": OPEN_ABOVE, f"{LESS} or fewer": OPEN_BELOW}

Records = Mapping[str, Record]


def comparisons(  # noqa: PLR0913
    base: Base, found: Sequence[Comparison], records: Records, view: View, *, times: str = "", everything: bool = False
) -> list[Block]:
    """Return what claimants say about some figures, one figure under the other.

    Args:
        base: the base they are from.
        found: the figures, each with what is said about it.
        records: the facts that are shown, by their ids.
        view: what to show of each fact.
        times: the times that were asked for, in words.
        everything: show what was said earlier, and what is not compared, fact by fact.
    """
    blocks: list[Block] = []
    for each in found:
        own = _figure(base, each, records, view, times, everything=everything)
        blocks += [*([EMPTY] if blocks else []), *own]
    marked = [each.headline for each in found if each.headline]
    drawn = [claim.fact for each in found for claim in each.compared]
    return [*blocks, *hand.legend(list(records.values()), marked, _ends(drawn))]


def _figure(  # noqa: PLR0913
    base: Base, found: Comparison, records: Records, view: View, times: str, *, everything: bool
) -> Iterator[Block]:
    figure = found.figure
    # Where nothing can be compared, what there is is shown all the same.
    everything = everything or not found.compared
    remark = "  ".join(filter(None, [times, "plans whose time is over" if found.are_plans_over else ""]))
    right = plural(found.claimants, "claimant") if found.claimants else "no total stands"
    yield hand.heading(figure.label, figure.id, figure.unit, remark)._replace(right=[Bit(right, "dim")])
    most = max((claim.fact.highest or 0 for claim in found.compared), default=0)
    yield Grid(_CLAIMS, [_row(records[claim.fact.id], claim, most, found.headline, view) for claim in found.compared])
    shown = len({claim.body for claim in found.compared})
    if shown < found.claimants:
        yield _more(f"+ {plural(found.claimants - shown, 'claimant')} before", f"nkfacts compare {figure.id}")
    chains = found.chains
    if chains:
        yield EMPTY
        yield Grid(_CHAINS, [_chain(_name(base, body, facts), facts, records) for body, facts in chains])
    if everything:
        yield from _everything(found, records, view)
    if found.reason or (found.left_out and not everything):
        yield EMPTY
    if found.reason:
        why = [Bit(f"{hand.HEADLINE} headline: ", "dim"), Bit(f"{found.reason}   ", "dim")]
        yield Line([*why, Bit(f"nkfacts why {figure.id}", "cyan", whole=True)], hang=2)
    if found.left_out and not everything:
        yield _more(f"left out: {_counted(found.left_out)}", "--all")


def _row(record: Record, claim: Claim, most: float, headline: str | None, view: View) -> Row:
    is_headline = record["id"] == headline
    cells, below = hand.fact_row(record, view, is_headline=is_headline)
    style = "green" if is_headline else hand.style_of(record)
    return Row((*cells[:2], Drawing(partial(_bar, claim.fact, most, style)), *cells[2:]), below)


def _bar(fact: Fact, most: float, style: str, width: int) -> Bits:
    return [Bit(bar(fact, most, width), style)]


def _name(base: Base, body: str, facts: Sequence[Fact]) -> tuple[str, str]:
    """Return the country and short name of who said all of some facts: of the body where several persons spoke."""
    speakers = {fact.by for fact in facts}
    entity = base.entity(speakers.pop() if len(speakers) == 1 else body)
    return (entity.country or "", entity.short or entity.name) if entity is not None else ("", body)


def _chain(name: tuple[str, str], facts: Sequence[Fact], records: Records) -> Row:
    """Return what a claimant said, one after the other, each amount a link to its page.

    What was said again is told once, with the days: the column beside tells those of the first and the last amount.
    """
    bits: list[Bit] = []
    for amount, group in groupby(facts, key=lambda fact: fact.amount):
        same = list(group)
        bits += [Bit(" → ", "dim")] if bits else []
        bits.append(Bit(amount, "", records[same[-1].id]["url"], whole=True))
        bits += _times(same)
    country, short = name
    return Row(([Bit(country, "dim")], [Bit(short)], bits, [Bit(_from_to(facts[0], facts[-1]), "dim", whole=True)]))


def _times(same: Sequence[Fact]) -> list[Bit]:
    """Return how often, and on which days, the same amount was said; nothing of one that was said once."""
    if len(same) == 1:
        return []
    days = list(dict.fromkeys(dates.day_words(fact.reported) for fact in same))
    told = f"{len(same)} times:" if len(days) == len(same) else f"{len(same)} times, on"
    return [Bit(f" ({told} ", "dim"), *(Bit(f"{day}{end}", "dim", whole=True) for day, end in _parted(days))]


def _parted(days: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield days, each with what stands behind it in brackets."""
    return zip(days, [*[", "] * (len(days) - 1), ")"], strict=True)


def _from_to(first: Fact, last: Fact) -> str:
    """Return when something was said first and last, in months."""
    begin, end = (dates.parse(fact.reported[:7]).words for fact in (first, last))
    return begin if begin == end else f"{begin} to {end}"


def _everything(found: Comparison, records: Records, view: View) -> Iterator[Block]:
    earlier = [claim for claim in found.claims if claim.role == EARLIER and claim.fact.id != found.headline]
    for words, claims in (("Said before", earlier), ("Not compared", found.left_out)):
        if claims:
            over = {claim.fact.id for claim in claims if claim.role == OVER}
            yield EMPTY
            yield Line([Bit(words, "bold")])
            yield Grid(_CLAIMS, [_plain(records[claim.fact.id], claim.fact.id in over, view) for claim in claims])


def _plain(record: Record, is_over: bool, view: View) -> Row:
    cells, below = hand.fact_row(record, view, more="its time is over" if is_over else "")
    return Row((*cells[:2], [], *cells[2:]), below)


def _counted(left: Sequence[Claim]) -> str:
    roles = [claim.role for claim in left]
    return ", ".join(words.format(roles.count(role)) for role, words in _LEFT_OUT.items() if role in roles)


def _more(words: str, command: str) -> Line:
    return Line([Bit(words, "dim"), Bit("  "), Bit(command, "cyan", whole=True)], indent=2, hang=2)


def _ends(facts: Iterable[Fact]) -> list[str]:
    """Return what the ends of the bars that are drawn mean."""
    qualifiers = {fact.qualifier for fact in facts}
    return [words for words, these in _ENDS.items() if not qualifiers.isdisjoint(these)]
