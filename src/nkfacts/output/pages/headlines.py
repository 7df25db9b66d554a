"""The headline figures of a page: what is counted, how many, who said so, when, and where it can be read."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from nkfacts.model.amounts import readable_number
from nkfacts.output.mappings import Mapping
from nkfacts.output.pages.facts import Names, amount_words, claimant_words, support_mark
from nkfacts.output.pages.markup import day, element, joined, link, text, within
from nkfacts.output.screens.hand import is_disputed
from nkfacts.query.age import is_old
from nkfacts.query.base import Base

_REMARK = (
    "Each is what one claimant said on one day. One that was said half a year before the newest statement is old: "
    "do not add it to newer ones."
)


def section(base: Base, records: Sequence[Mapping], names: Names, charted: AbstractSet[str]) -> str:
    """Return the figures by topic, each a card.

    Args:
        base: the base they are from.
        records: figures with the fact that answers for each.
        names: the names of countries, and the facts in the page.
        charted: the ids of the figures that have a chart in the page.
    """
    order = list(base.names("topics"))
    ordered = sorted(records, key=lambda record: order.index(record["topic"]))
    parts = []
    for topic, group in groupby(ordered, key=lambda record: record["topic"]):
        cards = list(group)
        found = base.topic(topic)
        items = "".join(_card(record, names, charted) for record in cards)
        parts.append(f"{element('h3', text(found.label if found else topic))}{element('ul', items, class_='cards')}")
    inner = f"{element('h2', 'Headline figures')}{element('p', text(_REMARK), class_='remark')}{''.join(parts)}"
    return element("section", inner, id="Figures") + "\n" if parts else ""


def _card(record: Mapping, names: Names, charted: AbstractSet[str]) -> str:
    amount = amount_words(record)
    value = element("p", text(amount), class_="amount")
    if record["lapsed"]:
        value = element("p", text(f"no plan stands; last: {record['lapsed']}"), class_="amount lapsed")
    flags = [word for word, there in (
        ("old", is_old(record["age_days"])),
        (record["status"], record["status"] in ("planned", "denied")),
        ("disputed", is_disputed(record)),
    ) if there]  # fmt: skip
    marks = "".join(f" {element('span', text(word), class_='flag')}" for word in flags)
    low, high = record["lowest"], record["highest"]
    apart = not record["lapsed"] and low is not None and high > 1.5 * low
    claims = f"claims: {readable_number(low)} to {readable_number(high)}" if apart else ""
    links = (
        link("source", record["url"], style="page"),
        within("fact", record["id"]) if record["id"] in names.shown else "",
        within("chart", f"Chart-{record['figure']}") if record["figure"] in charted else "",
    )
    parts = (
        value,
        element("p", text(record["label"]) + marks, class_="label"),
        element("p", f"{text(claimant_words(record, names))}, {day(record['reported'])}", class_="who"),
        element("p", text(claims), class_="claims") if claims else "",
        element("p", support_mark(record), class_="who"),
        element("p", joined(links, " · "), class_="links"),
    )
    return element("li", "".join(parts), id=f"Figure-{record['figure']}")
