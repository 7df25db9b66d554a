"""An answer as a person reads it: what is known, who says so and where, who says else; or the closest that is known."""

from collections.abc import Iterator

from nkfacts.ask.answers import Answer
from nkfacts.ask.times import days_of
from nkfacts.ask.timing import time_fit
from nkfacts.ask.wording import (
    MOST_LISTED,
    bare,
    identity_words,
    is_listed,
    lead_of,
    named_rightly,
    parts_shown,
    standing_words,
    told_parts,
)
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.output.lines import EMPTY, Block, Grid, Line
from nkfacts.output.mappings import by_readability, fact_record, fact_records
from nkfacts.output.screens import hand
from nkfacts.output.screens.facts import said
from nkfacts.output.screens.hand import Record, View
from nkfacts.output.screens.record import by_whom, page_bits
from nkfacts.output.wrapping import Bit, Bits
from nkfacts.text import listing, plural

_MOST_OTHERS = 3


def answer_screen(found: Answer) -> list[Block]:
    """Return an answer in lines: the answer itself with its page, what others say, and how the question was read."""
    if found.parts:
        return _parts(found)
    best = fact_record(found.base, found.facts[0])
    blocks = _list(found) if is_listed(found) else [*_answer(found, best), *_page(best)]
    if found.against:
        rows = [hand.told_row(each, View(), [_about(each)]) for each in fact_records(found.base, found.against)]
        blocks += [EMPTY, Line([Bit("against it", "dim")]), Grid(hand.TOLD, rows)]
    if others := _others(found):
        blocks += [EMPTY, Line([Bit("others say", "dim")]), others]
    figure = found.choice.figure
    more = f"nkfacts why {figure.id}" if figure else f"nkfacts show {best['id']}"
    return [*blocks, EMPTY, Line([Bit(f"read as  {_read_as(found)}", "dim"), *_command(more)], hang=2)]


def _parts(found: Answer) -> list[Block]:
    """Return an answer to two things: what they tell together, then each; without an answer what is known of one."""
    blocks: list[Block] = [Line([Bit(found.lead, "bold")], hang=2), EMPTY] if found.lead else []
    for part in told_parts(found) if found.facts else parts_shown(found):
        if found.kind == "both":
            blocks.append(Line([Bit(part.question.text, "dim")]))
        blocks += [*answer_screen(part), EMPTY]
    if found.beside:
        rows = [hand.fact_row(each, View()) for each in fact_records(found.base, found.beside)]
        blocks += [Line([Bit("one claimant alone", "dim")]), Grid(hand.FACT, rows), EMPTY]
    return blocks[:-1]


def closest_screen(found: Answer) -> list[Block]:
    """Return what comes nearest where there is no answer: each fact with its page; none where nothing is near."""
    records = fact_records(found.base, found.choice.closest)
    return [said(records, View(links=True)), *hand.legend(records)] if records else []


def _answer(found: Answer, best: Record) -> Iterator[Block]:
    origins = [Bit("   "), Bit(hand.dots(best), whole=True)]
    if found.entity is not None:
        told = "; ".join(identity_words(found.entity, found.brief))
        yield Line([Bit(f"{named_rightly(found.brief)}{found.entity.name}", "bold"), Bit(f"  {told}")], hang=2)
        yield Line([Bit(best["statement"])])
    elif bare(found):
        amount = [*hand.quantity_bits(best, "bold"), Bit(f" {best['label']}", "bold")]
        remarks = list(_remarks(found, best))
        yield Line([*amount, *([Bit(f"  ({', '.join(remarks)})")] if remarks else []), *origins], hang=2)
        origins = []
    else:
        lead = lead_of(found)
        yield Line([*([Bit(f"{lead}: ", "bold")] if lead else []), Bit(best["statement"])])
    yield Line([Bit(f"{standing_words(found.facts[0], found.base)} ", "dim"), *by_whom(best), *origins], hang=2)


def _remarks(found: Answer, best: Record) -> Iterator[str]:
    """Yield what a number is of: a part, all up to a day where a time is asked for, the time it was counted over."""
    when = best["when"] or best["reported"]
    figure = found.choice.figure
    if best["scope"] == "part":
        yield "a part of the whole"
    elif found.question.times and figure is not None and figure.cumulative and "/" not in when:
        yield f"in all by {dates.parse(when).words}"
        return
    if when != best["reported"]:
        yield dates.parse(when).words


def _page(best: Record) -> Iterator[Block]:
    """Yield the page that most readers can read, with its words and its address."""
    pages = by_readability(best["evidence"])
    piece = next((page for page in pages if page.get("url")), pages[0])
    yield Line([*hand.quote_bits(piece), *page_bits(piece)], hang=2)
    if piece.get("url"):
        yield Line([hand.url_bit(piece["url"])])


def _list(found: Answer) -> list[Block]:
    records = fact_records(found.base, found.facts)
    shown = records[:MOST_LISTED]
    rest = len(records) - len(shown)
    more: list[Block] = [Line([Bit(f"and {plural(rest, 'more fact')}", "dim")])] if rest else []
    lead: list[Block] = [Line([Bit(found.lead, "bold")], hang=2)] if found.lead else []
    if len({each["figure"] for each in shown}) == 1 and shown[0]["figure"]:
        # What is counted is told once, over its numbers.
        label = [hand.heading(shown[0]["label"], shown[0]["figure"])]
        grid = Grid(hand.FACT, [hand.fact_row(each, View()) for each in shown])
    else:
        label = []
        grid = Grid(hand.TOLD, [hand.told_row(each, View(), [_about(each)]) for each in shown])
    return [*lead, *label, grid, *more, *hand.legend(shown)]


def _about(record: Record) -> Bit:
    """Return the day a fact of a list is told by: of an event its own, of an amount that of saying it."""
    if record["figure"] or not record["when"]:
        return hand.day_bit(record["reported"])
    return Bit(dates.parse(record["when"]).words, whole=True)


def _others(found: Answer) -> Grid | None:
    """Return what other claimants say: the last word of each on a figure, or what else answers a common question."""
    figure, best = found.choice.figure, found.facts[0]
    if is_listed(found):
        return None
    if figure is not None and found.kind == "how-many":
        said_last = sorted(_rivals(found, figure), key=lambda fact: fact.reported)
        latest = {fact.by: fact for fact in said_last if fact.by != best.by}
        others = sorted(latest.values(), key=lambda fact: fact.reported, reverse=True)[:_MOST_OTHERS]
        rows = [hand.fact_row(each, View()) for each in fact_records(found.base, others)]
        return Grid(hand.FACT, rows) if rows else None
    beside = [fact for fact in found.facts if found.common and fact not in found.against]
    first = {fact.by: fact for fact in reversed(beside) if fact.by != best.by}
    others = [fact for fact in found.facts if first.get(fact.by) is fact][:_MOST_OTHERS]
    rows = [hand.told_row(each, View(), [_about(each)]) for each in fact_records(found.base, others)]
    return Grid(hand.TOLD, rows) if rows else None


def _rivals(found: Answer, figure: Figure) -> list[Fact]:
    """Return the facts of a figure that compete for the answer; of a time that is asked for, all of its kind in it."""
    times = [time for time in found.question.times if not time.known]
    if not times:
        return [each.fact for each in found.base.ranking(figure.id)]

    def kind(fact: Fact) -> tuple[bool, str | None]:
        return fact.status == "planned", fact.scope

    best = kind(found.facts[0])
    told = (fact for fact in found.base.facts_of(figure.id) if not fact.is_deprecated and kind(fact) == best)
    return [fact for fact in told if time_fit(fact, times)]


def _read_as(found: Answer) -> str:
    """Return in a line how the question was read: what was asked of what, its times, its words read otherwise."""
    question = found.question
    parts = [found.kind.replace("-", " ")]
    parts += [found.choice.figure.id] if found.choice.figure else []
    since, until = days_of(question.times)
    known = [time.last for time in question.times if time.known]
    parts += [f"about {_period(since, until)}"] if since or until else []
    parts += [f"known by {dates.day_words(known[0])}"] if known else []
    parts += [f"“{typed}” as “{meant}”" for typed, meant in question.respelt]
    # What was asked in the very words in which it is kept was not read otherwise.
    parts += [f"as if “{found.common}”"] if found.common not in ("", question.text) else []
    if found.choice.missing:
        parts.append(f"not borne out: {listing(found.choice.missing)}")
    return " · ".join(parts)


def _period(since: str | None, until: str | None) -> str:
    ends = [dates.day_words(day) for day in (since, until) if day]
    open_end = "" if until else "the time since "
    return open_end + " to ".join(dict.fromkeys(ends))


def _command(text: str) -> Bits:
    return [Bit("   "), Bit(text, "cyan", whole=True)]
