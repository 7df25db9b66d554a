"""The facts of a figure as points of a chart: which are drawn, what is left out, and who revised itself most."""

from collections import Counter
from collections.abc import Iterator, Sequence

from nkfacts.drawing.plot import DOWN, UP, Plot, Point, Series
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure
from nkfacts.output.mappings import Mapping, fact_records, support_words, unit_words
from nkfacts.query.base import Base
from nkfacts.query.filters import EVERYTHING, Filter, each
from nkfacts.text import listing

NO_COUNTRY = "X"
"""The letter of claimants that belong to no one country."""
IN_WORDS = "in words"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWYZ"
_ON_THE_LINE = 0.03
"""How far from a line a point may be to look as if it lay on it, as a share of the largest number."""
_STATUSES = ("planned", "denied")


class Chart(NamedTuple):
    """A chart of a figure.

    Args:
        figure: what is counted.
        records: the facts that are drawn, in the order in which they were said.
        left_out: how many facts are not drawn, by why.
        headline: the id of the headline, where it is drawn.
        countries: the series of each country of the base, by its code.
        plot: what is drawn.
    """

    figure: Figure
    records: Sequence[Mapping]
    left_out: dict[str, int]
    headline: str | None
    countries: dict[str, Series]
    plot: Plot | None


def chart_of(
    base: Base,
    figure: str,
    wanted: Filter = EVERYTHING,
    *,
    everything: bool = False,
    countries: dict[str, Series] | None = None,
) -> Chart:
    """Return the chart of a figure.

    Amounts in words have no place on a scale. Deprecated facts and denials are left out, and so are facts of one
    battle or unit where there are totals, unless ``everything`` or the filter asks for them; they are drawn hollow.

    Args:
        base: the base they are from.
        figure: the id of the figure, or a name of it.
        wanted: what the facts must satisfy.
        everything: draw all that has a number.
        countries: what ``countries_of`` says of the base, where several charts are drawn.

    Raises:
        UnknownName: no figure has the name, or a name in the filter leads to nothing.
    """
    id_ = base.resolve("figures", figure)
    found = base.figure(id_)
    assert found is not None
    facts = base.facts(wanted._replace(figure=id_), oldest_first=True)
    has_totals = any(fact.scope != "part" and fact.bounds is not None for fact in facts)
    reasons = [(fact, _why_not(fact, wanted, everything=everything, has_totals=has_totals)) for fact in facts]
    records = fact_records(base, [fact for fact, reason in reasons if not reason])
    first = base.headline(id_)
    headline = next((record["id"] for record in records if first is not None and record["id"] == first.id), None)
    left_out = dict(Counter(reason for _, reason in reasons if reason))
    known = countries_of(base) if countries is None else countries
    chart = Chart(found, records, left_out, headline, known, None)
    return chart._replace(plot=_plot(base, chart)) if records else chart


def _why_not(fact: Fact, wanted: Filter, *, everything: bool, has_totals: bool) -> str:
    """Return why a fact is not drawn; empty where it is."""
    if fact.bounds is None:
        return IN_WORDS
    if everything:
        return ""
    if fact.rank == "deprecated" and "deprecated" not in each(wanted.rank):
        return "deprecated"
    if fact.status == "denied" and "denied" not in each(wanted.status):
        return "denied"
    if fact.scope == "part" and has_totals and "part" not in each(wanted.scope):
        return "of one battle or unit"
    return ""


def left_out_words(left_out: dict[str, int]) -> str:
    """Return what is left out in words, with its numbers: ``7 of one battle or unit, 2 in words``."""
    return ", ".join(f"{count:,} {reason}" for reason, count in left_out.items())


def countries_of(base: Base) -> dict[str, Series]:
    """Return the series of every country that the base names, under its code.

    The country whose bodies say most in the whole base comes first, on whatever day it is looked at, so that a country
    keeps its letter and colour from one chart to the next. A letter is one of the country's code, where that is not
    taken.
    """
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for counted in base.on(None).entities():
        entity = counted.record
        if entity.country:
            counts[entity.country] += counted.facts
            if entity.kind == "place" and not entity.part_of:
                names[entity.country] = entity.name
    found: dict[str, Series] = {}
    taken = {NO_COUNTRY}
    for code in sorted(counts, key=lambda each: (-counts[each], each)):
        letter = next((sign for sign in (*code, *_LETTERS) if sign not in taken), NO_COUNTRY)
        taken.add(letter)
        found[code] = Series(code, letter, names.get(code, code), len(found))
    return found


def _plot(base: Base, chart: Chart) -> Plot:
    known = chart.countries
    keys = {record["country"] or "" for record in chart.records}
    series = [each for code, each in known.items() if code in keys]
    if "" in keys:
        series.append(Series("", NO_COUNTRY, "no one country", len(known)))
    names = {each.key: each.name for each in series}
    last = {record["by"]: record["id"] for record in chart.records}
    points = {
        record["id"]: _point(chart, record, names, ends=last[record["by"]] == record["id"]) for record in chart.records
    }
    revised = _most_revised(chart)
    unit = chart.figure.unit
    known_on = f", as known on {dates.day_words(base.as_of)}" if base.as_of else ""
    left = f"Left out: {left_out_words(chart.left_out)}. " if chart.left_out else ""
    return Plot(
        chart.figure.label,
        f"{unit}, by the day of saying{known_on}",
        series,
        list(points.values()),
        [points[record["id"]] for record in revised],
        revised[0]["short"] if revised else "",
        _held_to(chart, revised, points),
        f"{left}{base.header['title']}: facts of {dates.day_words(base.header['updated'])}.",
    )


def _held_to(chart: Chart, revised: Sequence[Mapping], points: Mapping) -> str:
    """Return the day to which the last number of the steps is held; empty where a line to it would lead to another's.

    Whoever says the same later is not the one whose steps they are: a line that ends in its sign, of the same letter
    too, reads as if it had said so once more.
    """
    if revised:
        room = max(point.high for point in points.values()) * _ON_THE_LINE
        last = points[revised[-1]["id"]]
        later = (points[each["id"]] for each in chart.records if each["reported"] >= last.day and each not in revised)
        if any(abs(point.middle - last.middle) <= room for point in later):
            return ""
    return str(chart.records[-1]["reported"])


def _most_revised(chart: Chart) -> list[Mapping]:
    """Return the facts of the claimant that said most numbers for the whole, oldest first; none where nobody said two.

    Of several it is the one of the headline, else the one that spoke last.
    """
    said: dict[str, list[Mapping]] = {}
    for record in chart.records:
        if not hollow_word(record):
            said.setdefault(record["by"], []).append(record)
    revised = [facts for facts in said.values() if len({fact["reported"] for fact in facts}) > 1]
    return max(
        revised,
        key=lambda facts: (
            len(facts), chart.headline in {fact["id"] for fact in facts}, facts[-1]["reported"], facts[-1]["by"],
        ),
        default=[],
    )  # fmt: skip


def hollow_word(record: Mapping) -> str:
    """Return the word that a fact must not be read without in a chart; empty for an ordinary one."""
    if record["rank"] == "deprecated":
        return "deprecated"
    if record["status"] in _STATUSES:
        return str(record["status"])
    if record["scope"] == "part":
        return "part"
    return "unverified" if record["support"]["kinds"] == ["unverified"] else ""


def open_end(record: Mapping) -> str:
    """Return what the amount of a fact leaves open: ``up`` for at least so much, ``down`` for at most; else empty."""
    if record["qualifier"] in ("at-least", "more-than") or (record["value"], record["high"]) == (None, None):
        return UP
    if record["qualifier"] in ("at-most", "up-to", "fewer-than", "nearly") or (record["value"], record["low"]) == (
        None, None,
    ):  # fmt: skip
        return DOWN
    return ""


def numbers(record: Mapping) -> list[int | float]:
    """Return the numbers of a fact's amount."""
    return [record[key] for key in ("value", "low", "high") if record[key] is not None]


def point_record(chart: Chart, record: Mapping) -> Mapping:
    """Return a fact that is drawn, with how: its ends, what they leave open, its letter, whether it is the headline."""
    letters_ = {each.key: each.letter for each in chart.plot.series} if chart.plot else {}
    return {
        **record,
        "lowest": min(numbers(record)),
        "highest": max(numbers(record)),
        "open": open_end(record) or None,
        "letter": letters_.get(record["country"] or ""),
        "headline": record["id"] == chart.headline,
    }


def _point(chart: Chart, record: Mapping, names: dict[str, str], *, ends: bool) -> Point:
    is_headline = record["id"] == chart.headline
    return Point(
        record["reported"],
        min(numbers(record)),
        max(numbers(record)),
        record["country"] or "",
        open_end(record),
        f"{record['amount']}, {record['short']}",
        "; ".join(_told(record, names, is_headline=is_headline)),
        hollow_word(record),
        is_headline,
        record["url"],
        ends,
    )


def _told(record: Mapping, names: dict[str, str], *, is_headline: bool) -> Iterator[str]:
    unit = unit_words(record["unit"], record["label"])
    yield f"{record['amount']}{f' {unit}' if unit else ''}"
    country = names.get(record["country"] or "", "")
    relays = f", via {listing(record['relays'])}" if record["relays"] else ""
    of_country = f" ({country})" if record["country"] else ""
    yield f"{record['claimant']}{of_country}, {dates.day_words(record['reported'])}{relays}"
    yield from filter(None, (record["status"], hollow_word(record) if hollow_word(record) != record["status"] else ""))
    if is_headline:
        yield "headline"
    yield support_words(record["support"])
