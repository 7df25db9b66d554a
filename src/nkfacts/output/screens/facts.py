"""Facts in lines: those of a topic by figure, a list, the timeline."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from nkfacts.model import dates
from nkfacts.output.lines import EMPTY, Block, Grid, Line
from nkfacts.output.screens import hand
from nkfacts.output.screens.hand import Record, View
from nkfacts.output.wrapping import Bit, Bits
from nkfacts.query.base import Base
from nkfacts.query.results import Candidate
from nkfacts.text import plural

_MOST_LINES = 6
"""The lines of a figure where a topic is looked at as a whole."""
_STANDING = {1: "no named body", 2: "by a medium"}


def by_figure(  # noqa: PLR0913
    base: Base, title: str, records: Sequence[Record], view: View, *, events: str = "", is_folded: bool = False
) -> list[Block]:
    """Return facts under the headings of their figures, the headline first, then the latest said; events last.

    Args:
        base: the base they are from.
        title: the title of the screen.
        records: the facts, those of one figure behind each other.
        view: what to show of each.
        events: the command that shows the events, which are counted only; without it they are shown.
        is_folded: show at most so many facts of a figure, no part and none that was revised, and count the rest.
    """
    figures = [record for record in records if record["figure"]]
    happenings = [record for record in records if not record["figure"]]
    newest = max((record["reported"] for record in records), default="")
    order = "by figure, ▸ first, then the latest" if figures else "latest first"
    blocks: list[Block] = [*hand.title(title, order, f"newest {dates.day_words(newest)}" if newest else "")]
    headlines: list[str] = []
    shown: list[Record] = []
    for figure, group in groupby(figures, key=lambda record: record["figure"]):
        own, kept, headline = _figure(base, figure, list(group), view, is_folded=is_folded)
        blocks += [*own, EMPTY]
        headlines.append(headline)
        shown += kept
    if happenings and figures and events:
        count = f"{plural(len(happenings), 'event')} without a number: "
        blocks.append(Line([Bit(count), hand.typed(events)], hang=2))
    elif happenings:
        blocks += [hand.heading("Events")] if figures else []
        blocks.append(said(happenings, view))
        shown += happenings
    elif blocks[-1] is EMPTY:
        blocks.pop()
    return [*blocks, *hand.legend(shown, [each["id"] for each in shown if each["id"] in headlines])]


def _figure(
    base: Base, figure: str, facts: list[Record], view: View, *, is_folded: bool
) -> tuple[list[Block], list[Record], str]:
    """Return the facts of a figure in lines under its heading, those that are shown, and the id of its headline."""
    competing = {each.fact.id: each for each in base.ranking(figure)}
    headline = next(iter(competing), "")
    facts.sort(key=lambda record: record["id"] != headline)
    kept = _kept(facts) if is_folded else facts
    rows = []
    for record in kept:
        reason = _why_not(competing.get(record["id"]), competing.get(headline))
        rows.append(hand.fact_row(record, view, is_headline=record["id"] == headline, more=reason))
    over = "" if headline or not base.lapsed(figure) else "no plan stands"
    heading = hand.heading(facts[0]["label"], figure, facts[0]["unit"], over)
    return [heading, Grid(hand.FACT, rows), *_rest(facts, kept)], kept, headline


def told(base: Base, title: str, remark: str, records: Sequence[Record], view: View) -> list[Block]:
    """Return facts in the order in which they were said; under its heading where they are of one figure."""
    if records and records[0]["figure"] and len({record["figure"] for record in records}) == 1:
        heading = hand.heading(records[0]["label"], records[0]["figure"], records[0]["unit"])
        return [*hand.title(title, remark, _count(records)), heading, *of_one(base, records, view)]
    return [*hand.title(title, remark, _count(records)), said(records, view), *hand.legend(records)]


def said(records: Sequence[Record], view: View = View()) -> Grid:  # noqa: B008 - it never changes
    """Return facts of every kind under each other, each behind the day on which it was said."""
    return Grid(hand.TOLD, [hand.told_row(each, view, [hand.day_bit(each["reported"])]) for each in records])


def of_one(base: Base, records: Sequence[Record], view: View) -> list[Block]:
    """Return facts of one figure in their order, the headline marked."""
    headline = next((each.fact.id for each in base.ranking(records[0]["figure"])), "")
    rows = [hand.fact_row(record, view, is_headline=record["id"] == headline) for record in records]
    marked = [headline] if any(record["id"] == headline for record in records) else []
    return [Grid(hand.FACT, rows), *hand.legend(records, marked)]


def timeline(title: str, records: Sequence[Record], view: View, *, within: int) -> list[Block]:
    """Return facts in the order of the time they are about, each with the day of saying where that is another.

    So many of the first lie within the time asked for; the others, of a longer one, have a heading.
    """
    rows = [
        hand.told_row(each, view, hand.time_bits(each["when"] or each["reported"]), said=[_said(each)])
        for each in records
    ]
    remark = "by the time that each is about"
    longer = rows[within:]
    parts: list[Block] = [Grid(hand.HAPPENED, rows[:within])]
    parts += [EMPTY] if within and longer else []
    parts += [hand.heading("Of a longer time", remark=plural(len(longer), "fact"))] if longer else []
    parts.append(Grid(hand.HAPPENED, longer))
    count = f"{_count(records[:within])}, {len(longer):,} of a longer time" if within and longer else _count(records)
    return [*hand.title(title, remark, count), *parts, *hand.legend(records)]


def _said(record: Record) -> Bits:
    if record["when"] in (None, record["reported"]):
        return []
    return [Bit("said ", "dim"), hand.day_bit(record["reported"], "dim")]


def _count(records: Sequence[Record]) -> str:
    return plural(len(records), "fact")


def _kept(facts: Sequence[Record]) -> list[Record]:
    """Return what is shown of a figure at a glance: the last word of each claimant before any other."""
    wholes = [record for record in facts if record["scope"] != "part" and not record["superseded_by"]]
    return (wholes or list(facts))[:_MOST_LINES]


def _rest(facts: Sequence[Record], kept: Sequence[Record]) -> Iterator[Line]:
    """Yield the line that counts the facts that are not shown."""
    shown = {record["id"] for record in kept}
    left = [record for record in facts if record["id"] not in shown]
    if left:
        parts = sum(record["scope"] == "part" for record in left)
        earlier = len(left) - parts
        words = [f"{earlier} earlier"] * (earlier > 0) + [f"{parts} of one battle or unit"] * (parts > 0)
        command = f"nkfacts compare {facts[0]['figure']} --all"
        yield Line([Bit(f"+ {', '.join(words)}", "dim"), Bit("  "), Bit(command, "cyan", whole=True)], indent=2, hang=2)


def _why_not(candidate: Candidate | None, headline: Candidate | None) -> str:
    """Return in a word or two why a fact said as late as the headline is not it; empty for all others."""
    if candidate is None or headline is None or candidate is headline:
        return ""
    if candidate.fact.reported < headline.fact.reported or headline.fact.rank == "preferred":
        return ""
    if headline.verified and not candidate.verified:
        return ""  # Its sign says so.
    if candidate.standing > headline.standing:
        return _STANDING[candidate.standing]
    return "a lower bound" if candidate.gives_way_to else ""
