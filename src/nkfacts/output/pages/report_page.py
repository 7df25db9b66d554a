"""The whole base, or some of its topics, as one page: headline figures, charts, and every fact in the order of time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from nkfacts.drawing.plot import Series
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Figure
from nkfacts.output.mappings import Mapping, fact_records, headline_record
from nkfacts.output.pages import headlines
from nkfacts.output.pages.charts import figure
from nkfacts.output.pages.document import document
from nkfacts.output.pages.facts import Names, article, line_of
from nkfacts.output.pages.markup import day, element, joined, text, within
from nkfacts.output.plots import Chart, chart_of, countries_of
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter
from nkfacts.query.verdict import RULE
from nkfacts.text import listing, plural

LEAST_POINTS = 3
"""A figure with fewer has no chart."""
_READING = (
    "● is an independent origin, at most four shown; ○ says that only unverified pages have it. A number is what "
    "somebody said on a day: sums and differences are never made. What is denied, planned, of one part or deprecated "
    "says so."
)


class ReportPage(NamedTuple):
    """A report: the page as HTML, and how many facts it tells."""

    html: str
    facts: int


def report_page(base: Base, topics: Sequence[str] = ()) -> ReportPage:
    """Return the page of a base.

    Args:
        base: the base, as it was known on its day.
        topics: the topics to tell of, by id or name; all where there are none.

    Raises:
        UnknownName: no topic has a name.
    """
    wanted = [base.resolve("topics", topic) for topic in topics]
    records = fact_records(base, base.facts(Filter(topic=wanted)))
    figures = [counted.record for counted in base.figures() if not wanted or counted.record.topic in wanted]
    main = figures if wanted else [each for each in figures if each.main] or figures
    countries = countries_of(base)
    charts = list(_charts(base, main, countries))
    first = (base.headline(each.id) for each in figures)
    names = Names(
        countries,
        frozenset(record["id"] for record in records),
        frozenset(fact.id for fact in first if fact is not None),
    )
    title = base.header["title"]
    if wanted:
        title += f": {listing(_label(base, topic) for topic in wanted)}"
    sections = (
        _head(base, title, records),
        headlines.section(base, [record for each in main if (record := headline_record(base, each))], names,
                          {found.figure.id for found in charts}),
        _over_time(charts),
        _timeline(base, records, names),
    )  # fmt: skip
    body = (
        f'<a class="skip" href="#Facts">Skip to the facts</a>\n{sections[0]}\n<main>\n'
        f"{''.join(sections[1:])}</main>\n{_foot(base)}"
    )
    description = f"{len(records):,} attributed, dated facts, {_known(base)}"
    return ReportPage(document(title, description, body, script=True), len(records))


def _charts(base: Base, figures: Sequence[Figure], countries: dict[str, Series]) -> Iterator[Chart]:
    for each in figures:
        found = chart_of(base, each.id, countries=countries)
        if len(found.records) >= LEAST_POINTS:
            yield found


def _label(base: Base, topic: str) -> str:
    found = base.topic(topic)
    return found.label if found else topic


def _known(base: Base) -> str:
    if base.as_of:
        return f"as known on {dates.day_words(base.as_of)}"
    return f"as of {dates.day_words(base.header['updated'])}"


def _head(base: Base, title: str, records: Sequence[Mapping]) -> str:
    claimants = len({record["by"] for record in records})
    pages = len({piece["source"] for record in records for piece in record["evidence"]})
    newest = max((record["reported"] for record in records), default="")
    counts = (
        f"{plural(len(records), 'fact')}, said by {plural(claimants, 'claimant')}, read in {plural(pages, 'document')}"
    )
    said = f" The newest statement is of {day(newest)}." if newest else ""
    lede = f"What is known, by whom and since when: {text(counts)}, {text(_known(base))}.{said}"
    links = joined((within(words, id_) for words, id_ in (
        ("Headline figures", "Figures"), ("Over time", "Charts"), ("Every fact", "Facts"),
    )), " ")  # fmt: skip
    nav = element("nav", links, aria_label="contents")
    return element("header", f"{element('h1', text(title))}{element('p', lede, class_='lede')}{nav}")


def _over_time(charts: Sequence[Chart]) -> str:
    if not charts:
        return ""
    drawn = "\n".join(figure(found, found.plot, to_page=True) for found in charts if found.plot)
    remark = element("p", "Each sign leads to its fact. Its letter is the country of who says it.", class_="remark")
    return element("section", f"{element('h2', 'Over time')}{remark}{drawn}", id="Charts") + "\n"


# Every fact


def _timeline(base: Base, records: Sequence[Mapping], names: Names) -> str:
    ordered = sorted(records, key=lambda record: (*_place(record), record["reported"], record["id"]))
    spans = [(span, list(group)) for span, group in groupby(ordered, key=lambda record: _place(record)[0])]
    parts = []
    for span, group in spans:
        facts = "\n".join(article(base, record, names) for record in group)
        heading = element("h3", text(dates.parse(span).words))
        parts.append(element("section", f"{heading}\n{facts}", class_="span", id=_anchor(span)))
    years = groupby((span for span, _ in spans), key=lambda span: span[:4])
    links = "".join(element("p", _year(year, list(group))) for year, group in years)
    remark = "In the order of the time that each is about."
    return element(
        "section",
        f"{element('h2', 'Every fact')}{element('p', remark, class_='remark')}"
        f"{element('nav', links, class_='spans', aria_label='months')}\n{_filter(base, records)}\n" + "\n".join(parts),
        id="Facts",
    )


def _place(record: Mapping) -> tuple[str, str]:
    """Return where a fact stands in the timeline: under which month, or year if it names no month, and by which day.

    That is the first day it is about; of what has no beginning the last.
    """
    when = dates.parse(record["when"] or record["reported"])
    first = when.first if when.first != dates.FIRST_DAY else min(when.last, record["reported"])
    begin, _, end = when.text.partition("/")
    told = end if begin == ".." else begin
    is_of_a_month = len(told.rstrip("~?%")) >= 7 and "X" not in told[:7] and first[:7] == told[:7]
    return (first[:7] if is_of_a_month else first[:4]), first


def _anchor(span: str) -> str:
    return f"Time-{span}"


def _year(year: str, spans: Sequence[str]) -> str:
    name = element("b", within(text(year), _anchor(year)) if year in spans else text(year))
    months = (within(text(dates.parse(span).words.split(" ")[0]), _anchor(span)) for span in spans if span != year)
    return f"{name} {joined(months, ' ')}"


def _filter(base: Base, records: Sequence[Mapping]) -> str:
    """Return the filter, which the script shows: without one all facts stand there."""
    counts = Counter(record["topic"] for record in records)
    topics = [(topic, _label(base, topic)) for topic in base.names("topics") if topic in counts]
    claims = Counter(id_ for record in records for id_ in line_of(base, record["by"]))
    claimants = sorted(((id_, base.name_of(id_)) for id_ in claims), key=lambda each: each[1].casefold())
    fields = (
        _select("Topic", "Topic", "every topic", topics, counts),
        _select("By", "Claimant", "every claimant", claimants, claims),
        element("label", f'{element("span", "Words")}<input id="Words" type="search" autocomplete="off">'),
    )
    reset = element("button", "Show all", type="reset")
    shown = element("output", text(plural(len(records), "fact")), id="Shown", for_="Topic By Words")
    help_ = element("span", "/ goes to the words, Esc shows all", class_="keys")
    return element(
        "form", f"{''.join(fields)}{reset}{element('p', f'{shown} {help_}')}", id="Filter", role="search",
        aria_label="Filter the facts", hidden="",
    )  # fmt: skip


def _select(id_: str, label: str, none: str, choices: Sequence[tuple[str, str]], counts: Counter[str]) -> str:
    options = [element("option", text(none), value="")]
    options += [element("option", text(f"{name} ({counts[value]:,})"), value=value) for value, name in choices]
    return element("label", element("span", text(label)) + element("select", "".join(options), id=id_))


def _foot(base: Base) -> str:
    rules = "".join(element("li", text(line)) for line in RULE)
    licence = base.header.get("licence")
    parts = (
        element("h2", "How to read this"),
        element("p", _READING),
        element("details", element("summary", "How a headline is chosen") + element("ol", rules)),
        element("p", text(f"Facts: {licence}")) if licence else "",
    )
    return element("footer", "".join(parts)) + "\n"
