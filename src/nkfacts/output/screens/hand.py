"""The one hand in which every screen is written: marks, amounts, claimants, days, and words beside them."""

from collections.abc import Iterable, Sequence

from nkfacts.hints import Any, NamedTuple
from nkfacts.model import dates
from nkfacts.output.lines import EMPTY, Field, Line, Row
from nkfacts.output.mappings import unit_words
from nkfacts.output.wrapping import Bit, Bits
from nkfacts.query.age import is_old
from nkfacts.text import within_quotes

Record = Any

HEADLINE, ORIGIN, UNVERIFIED, AGAINST = "▸", "●", "○", "≠"
_MOST_DOTS = 4
OLD = "old: said half a year before the newest statement"
"""What the word means on every screen."""

FACT = (
    Field(gap=0),  # the mark of a headline
    Field(gap=1, least=14, most=21, right=True),  # the amount
    Field(),  # the country
    Field(gap=1, least=14),  # the claimant
    Field(right=True),  # the day of saying
    Field(),  # the origins
    Field(least=12, most=30, sinks=1),  # words
    Field(optional=True),  # the id
)
"""The columns of a figure's facts."""

TOLD = (
    Field(gap=0, right=True),  # the day of saying
    # A title in strips of two words is not read: who says it goes under it sooner, and the words with it, which alone
    # would read as the end of the title.
    Field(least=27),  # what
    Field(sinks=1),  # the country
    Field(gap=1, least=10, most=24, sinks=1),  # the claimant
    Field(),  # the origins
    Field(least=8, most=24, sinks=1),  # words
    Field(optional=True),  # the id
)
"""The columns of facts of every kind under each other."""

HAPPENED = (
    Field(gap=0, least=19, most=19),  # the time that it is about: of two ends each on a line of its own
    *TOLD[1:4],
    Field(right=True, optional=True),  # the day of saying, where it is another
    *TOLD[4:],
)
"""The columns of the timeline."""


class View(NamedTuple):
    """What a person asked to see of each fact: its id, its address, each on a line of its own."""

    ids: bool = False
    links: bool = False


def typed(text: str) -> Bit:
    """Return what can be typed as it stands."""
    return Bit(text, "cyan")


def id_bit(id_: str) -> Bit:
    """Return an id, never broken."""
    return Bit(id_, "cyan", whole=True)


def day_bit(day: str, style: str = "") -> Bit:
    """Return a day as people write it."""
    return Bit(dates.day_words(day), style, whole=True)


def time_bits(when: str) -> list[Bit]:
    """Return a time as people write it, which may be broken between its ends only."""
    first, to, last = dates.parse(when).words.partition(" to ")
    return [Bit(first, whole=True), *([Bit(" to "), Bit(last, whole=True)] if to else [])]


def url_bit(url: str) -> Bit:
    """Return the address of a page, never broken, and a link where there are links."""
    return Bit(url, "cyan", url, whole=True)


def quote_bits(piece: Record) -> list[Bit]:
    """Return the words that a page printed, in quotation marks and with room behind them."""
    return [Bit(f"“{within_quotes(piece['as_printed'])}”  ")] if piece["as_printed"] else []


def title(text: str, remark: str = "", right: str = "") -> list[Line]:
    """Return how a screen begins: its title with a remark, what stands at the right, an empty line."""
    bits = [Bit(text, "bold"), *([Bit(f"   {remark}", "dim")] if remark else [])]
    return [Line(bits, [Bit(right, "dim")] if right else ()), EMPTY]


def heading(label: str, id_: str = "", unit: str = "", remark: str = "") -> Line:
    """Return the heading of a figure, which says once what its facts count."""
    bits = [Bit(label, "bold")]
    bits += [Bit("  "), id_bit(id_)] if id_ else []
    bits += [Bit(f"  {words}", "dim") for words in (unit, remark) if words]
    return Line(bits, hang=2)


def name_bits(record: Record, style: str = "") -> Bits:
    """Return the claimant's short name, a link to the page where the terminal has links."""
    return [Bit(record["short"] or "", style, record["url"])]


def country_bits(record: Record, style: str = "") -> Bits:
    """Return the code of the claimant's country."""
    return [Bit(record["country"] or "", style)]


def is_unverified(record: Record) -> bool:
    """Say whether a fact rests on unverified pages only."""
    return bool(record["support"]["kinds"] == ["unverified"])


def is_disputed(record: Record) -> bool:
    """Say whether a fact and one of somebody else exclude each other, where no other word of its line says so.

    A slip is no longer held against anything, what a denial denies it does not leave open, and a plan whose time is
    over answers for nothing.
    """
    if record.get("lapsed"):
        return False
    against = record["disputed_by"] or (record["disputes"] and record["status"] != "denied")
    return bool(against) and record["rank"] != "deprecated"


def dots(record: Record) -> str:
    """Return a dot for each independent origin, at most four; an empty one where none is known to answer for it."""
    return UNVERIFIED if is_unverified(record) else ORIGIN * min(record["support"]["origins"], _MOST_DOTS)


def flags(record: Record, *, is_headline: bool = False, more: str = "") -> list[str]:
    """Return the words that a fact must not be read without; ``[ko]`` says that its page is in Korean."""
    found = {
        "deprecated": record["rank"] == "deprecated",
        "denied": record["status"] == "denied",
        "planned": record["status"] == "planned",
        "part": record["scope"] == "part" and record["figure"],
        "revised": record["superseded_by"],
        "disputed": is_disputed(record),
        "old": is_headline and is_old(record["age_days"]),
        more: more,
        f"[{record['url_language']}]": record["url_language"] not in (None, "en"),
    }
    return [word for word, there in found.items() if there]


def flag_words(words: Sequence[str]) -> str:
    """Return the words of flags parted by commas, as ``disputed by a medium`` would be another thing than both."""
    return ", ".join(words).replace(", [", " [")


def style_of(record: Record) -> str:
    """Return the style of a fact's line: dim where something newer, or nobody known, stands against it."""
    return "dim" if record["rank"] == "deprecated" or record["superseded_by"] or is_unverified(record) else ""


def below(record: Record, view: View) -> list[Bits]:
    """Return the lines under a fact: its id, its address."""
    lines: list[Bits] = [[id_bit(record["id"])]] if view.ids else []
    return [*lines, [url_bit(record["url"])]] if view.links and record["url"] else lines


def fact_row(record: Record, view: View, *, is_headline: bool = False, more: str = "") -> Row:
    """Return the line of a fact under the heading of its figure."""
    style = style_of(record)
    return Row(
        (
            [Bit(HEADLINE, "green")] if is_headline else [],
            amount_bits(record["amount"], "bold" if is_headline else style),
            country_bits(record, style),
            name_bits(record, style),
            [day_bit(record["reported"], style)],
            [Bit(dots(record), style)],
            [Bit(flag_words(flags(record, is_headline=is_headline, more=more)), style)],
            [] if view.ids else [id_bit(record["id"])],
        ),
        below(record, view),
    )


def told_row(record: Record, view: View, *first: Bits, said: Sequence[Bits] = ()) -> Row:
    """Return the line of a fact among others of every kind, behind its first cells."""
    style = style_of(record)
    return Row(
        (
            *first,
            what_bits(record, style),
            country_bits(record, style),
            name_bits(record, style),
            *said,
            [Bit(dots(record), style)],
            [Bit(flag_words(flags(record)), style)],
            [] if view.ids else [id_bit(record["id"])],
        ),
        below(record, view),
    )


def amount_bits(amount: str | None, style: str = "") -> list[Bit]:
    """Return an amount, which may be broken between its ends, and never between a number and its ``million``.

    A word that both ends have is said once: 4.2 to 5.8 million.
    """
    low, to, high = (amount or "").partition(" to ")
    number, _, large = low.rpartition(" ")
    if large.isalpha() and high.endswith(f" {large}"):
        low = number
    return [Bit(low, style, whole=True), *([Bit(" to ", style), Bit(high, style, whole=True)] if to else [])]


def what_bits(record: Record, style: str = "") -> list[Bit]:
    """Return what a fact says: the amount and what is counted, or the title of what happened."""
    if not record["amount"]:
        return [Bit(record["label"] or record["id"], style)]
    return [*quantity_bits(record, style or "bold"), Bit(f"  {record['label']}", style)]


def quantity_bits(record: Record, style: str = "") -> list[Bit]:
    """Return an amount with its unit, where the label does not say it."""
    unit = unit_words(record["unit"], record["label"])
    return [*amount_bits(record["amount"], style), *([Bit(f" {unit}", style)] if unit else [])]


def legend(records: Iterable[Record], headlines: Sequence[str] = (), more: Sequence[str] = ()) -> list[Line]:
    """Return the line that says what the marks of a screen mean."""
    shown = list(records)
    parts = []
    if headlines:
        parts.append(f"{HEADLINE} headline")
    if not all(is_unverified(record) for record in shown):
        parts.append(f"{ORIGIN} an independent origin, at most {_MOST_DOTS} shown")
    if any(is_unverified(record) for record in shown):
        parts.append(f"{UNVERIFIED} unverified pages only")
    if any(record["id"] in headlines and is_old(record["age_days"]) for record in shown):
        parts.append(OLD)
    return [EMPTY, meanings([*parts, *more])] if shown else []


def meanings(parts: Iterable[str]) -> Line:
    """Return the line of what marks mean, broken between two of them only."""
    return Line([bit for part in parts for bit in (Bit(part, "dim", whole=True), Bit("   ", "dim"))])
