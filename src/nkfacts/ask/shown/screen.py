"""An answer as a person reads it: what is known, who says so and where, who says else; or the closest that is known."""

from collections.abc import Iterator, Sequence

from nkfacts.ask.gate.timing import time_fit
from nkfacts.ask.shown.marks import is_old_word, mark_bits, mark_lines
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.told.caveats import number_remarks
from nkfacts.ask.told.wording import (
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
from nkfacts.ask.understanding.times import days_of
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.output.lines import EMPTY, Block, Grid, Line
from nkfacts.output.mappings import by_readability, fact_record, fact_records
from nkfacts.output.screens import hand
from nkfacts.output.screens.facts import said
from nkfacts.output.screens.hand import Record, View
from nkfacts.output.screens.record import by_whom, page_bits
from nkfacts.output.wrapping import Bit, Bits
from nkfacts.text import listing, plural, within_quotes

_MOST_OTHERS = 3


def answer_screen(found: Answer) -> list[Block]:
    """Return an answer in lines: the answer itself with its page, what others say, and how the question was read."""
    return _told(found, _Marked([], []))


class _Marked(NamedTuple):
    """What the marks of several answers stand beside: all records that are shown, and the answers that are old."""

    records: list[Record]
    old: list[Record]

    def legend(self) -> list[Line]:
        return hand.legend(self.records, more=[hand.OLD] if self.old else [])


def _told(found: Answer, marked: _Marked, *, is_last: bool = True) -> list[Block]:
    """Return an answer, or one of several, in lines; the last explains the marks of all.

    Args:
        found: the answer.
        marked: what those before it show, to which its own is added.
        is_last: none comes behind it.
    """
    if found.parts:
        return _parts(found, marked, is_last=is_last)
    best = fact_record(found.base, found.facts[0])
    shown = fact_records(found.base, found.facts[:MOST_LISTED]) if is_listed(found) else [best]
    is_old = not is_listed(found) and is_old_word(found)
    blocks = _list(found, shown) if is_listed(found) else [*_answer(found, best, is_old=is_old), *_page(best)]
    against, others = fact_records(found.base, found.against), _others(found)
    if against:
        blocks += [EMPTY, Line([Bit("against it", "dim")]), _any_facts(against)]
    if others:
        grid = _of_one_figure if _counts_one(found) else _any_facts
        blocks += [EMPTY, Line([Bit("others say", "dim")]), grid(others)]
    marked.records.extend([*shown, *against, *others])
    marked.old.extend([best] if is_old else [])
    figure = found.choice.figure
    more = f"nkfacts why {figure.id}" if figure else f"nkfacts show {best['id']}"
    read_as = Line([Bit(f"read as  {_read_as(found)}", "dim"), *_command(more)], hang=2)
    return [*blocks, *(marked.legend() if is_last else []), EMPTY, read_as]


def _parts(found: Answer, marked: _Marked, *, is_last: bool) -> list[Block]:
    """Return an answer to two things: what they tell together, then each; without an answer what is known of one."""
    blocks: list[Block] = [Line([Bit(found.lead, "bold")], hang=2), EMPTY] if found.lead else []
    told = told_parts(found) if found.facts else parts_shown(found)
    # What is kept of an answer, as in a file, says itself that half of it is missing.
    for part in found.parts if told and not found.facts else told:
        if not part.facts:
            blocks += [Line([Bit(f"no fact on “{within_quotes(part.question.text)}” as asked")], hang=2), EMPTY]
            continue
        if found.kind == "both":
            blocks.append(Line([Bit(part.question.text, "dim")]))
        blocks += [*_told(part, marked, is_last=is_last and part is told[-1]), EMPTY]
    if found.beside:
        beside = _of_one_figure(fact_records(found.base, found.beside))
        blocks += [Line([Bit("one claimant alone", "dim")]), beside, EMPTY]
    return blocks[:-1]


def closest_screen(found: Answer) -> list[Block]:
    """Return what comes nearest where there is no answer: each fact with its page; none where nothing is near."""
    records = fact_records(found.base, found.choice.closest)
    return [said(records, View(links=True)), *hand.legend(records)] if records else []


def _answer(found: Answer, best: Record, *, is_old: bool) -> Iterator[Block]:
    origins = [Bit("   "), Bit(hand.dots(best), whole=True), *mark_bits(found, best, is_old=is_old)]
    if found.entity is not None:
        told = "; ".join(identity_words(found.entity, found.brief))
        yield Line([Bit(f"{named_rightly(found.brief)}{found.entity.name}", "bold"), Bit(f"  {told}")], hang=2)
        yield Line([Bit(best["statement"])])
    elif bare(found):
        amount = [*hand.quantity_bits(best, "bold"), Bit(f" {best['label']}", "bold")]
        remarks = number_remarks(found, found.facts[0])
        yield Line([*amount, *([Bit(f"  ({', '.join(remarks)})")] if remarks else []), *origins], hang=2)
        origins = []
    else:
        lead = lead_of(found)
        yield Line([*([Bit(f"{lead}: ", "bold")] if lead else []), Bit(best["statement"])])
    yield Line([Bit(f"{standing_words(found.facts[0], found.base)} ", "dim"), *by_whom(best), *origins], hang=2)
    yield from mark_lines(found, best)


def _page(best: Record) -> Iterator[Block]:
    """Yield the page that most readers can read, with its words and its address."""
    pages = by_readability(best["evidence"])
    piece = next((page for page in pages if page.get("url")), pages[0])
    yield Line([*hand.quote_bits(piece), *page_bits(piece)], hang=2)
    if piece.get("url"):
        yield Line([hand.url_bit(piece["url"])])


def _any_facts(records: Sequence[Record]) -> Grid:
    return Grid(hand.TOLD, [hand.told_row(each, View(), [_about(each)]) for each in records])


def _of_one_figure(records: Sequence[Record]) -> Grid:
    return Grid(hand.FACT, [hand.fact_row(each, View()) for each in records])


def _list(found: Answer, shown: Sequence[Record]) -> list[Block]:
    rest = len(found.facts) - len(shown)
    more: list[Block] = [Line([Bit(f"and {plural(rest, 'more fact')}", "dim")])] if rest else []
    lead: list[Block] = [Line([Bit(found.lead, "bold")], hang=2)] if found.lead else []
    if len({each["figure"] for each in shown}) == 1 and shown[0]["figure"]:
        # What is counted is told once, over its numbers.
        return [*lead, hand.heading(shown[0]["label"], shown[0]["figure"]), _of_one_figure(shown), *more]
    return [*lead, _any_facts(shown), *more]


def _about(record: Record) -> Bit:
    """Return the day a fact of a list is told by: of an event its own, of an amount that of saying it."""
    if record["figure"] or not record["when"]:
        return hand.day_bit(record["reported"])
    return Bit(dates.parse(record["when"]).words, whole=True)


def _counts_one(found: Answer) -> bool:
    return found.choice.figure is not None and found.kind == "how-many"


def _others(found: Answer) -> list[Record]:
    """Return what other claimants say: the last word of each on a figure, or what else answers a common question."""
    figure, best = found.choice.figure, found.facts[0]
    if is_listed(found):
        return []
    if figure is not None and _counts_one(found):
        said_last = sorted(_rivals(found, figure), key=lambda fact: fact.reported)
        latest = {fact.by: fact for fact in said_last if fact.by != best.by}
        others = sorted(latest.values(), key=lambda fact: fact.reported, reverse=True)
    else:
        beside = [fact for fact in found.facts if found.common and fact not in found.against]
        first = {fact.by: fact for fact in reversed(beside) if fact.by != best.by}
        others = [fact for fact in found.facts if first.get(fact.by) is fact]
    return fact_records(found.base, others[:_MOST_OTHERS])


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
