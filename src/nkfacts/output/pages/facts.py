"""A fact in a page: what is said, by whom and when, what it must not be read without, and where it was read."""

import re
from collections.abc import Iterator

from nkfacts.drawing.plot import Series
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.output.mappings import Mapping, by_readability, origins_words, page_words, said_words, unit_words
from nkfacts.output.pages.markup import day, element, joined, link, text, within
from nkfacts.output.screens.hand import dots, flags
from nkfacts.query.base import Base
from nkfacts.text import listing, within_quotes

_ID = re.compile(r"(?<![\w&;-])[a-z0-9]+(?:-[a-z0-9]+)+")
"""What may be the id of a fact in a note."""


class Names(NamedTuple):
    """The names that a page needs beside the records.

    Args:
        countries: the series of each country, by its code.
        shown: the ids of the facts that stand in the page.
        headlines: the ids of the facts that answer for a figure.
    """

    countries: dict[str, Series]
    shown: frozenset[str] = frozenset()
    headlines: frozenset[str] = frozenset()


def amount_words(record: Mapping) -> str:
    """Return an amount with its unit, where the label does not say it; empty for an event."""
    unit = unit_words(record["unit"], record["label"])
    return f"{record['amount']} {unit}".strip() if record["amount"] else ""


def claimant_words(record: Mapping, names: Names) -> str:
    """Return who says a fact, with the country where there is one and the name does not say it."""
    known = names.countries.get(record["country"] or "")
    country = known.name if known else record["country"]
    return f"{record['claimant']} ({country})" if country and country not in record["claimant"] else record["claimant"]


def support_mark(record: Mapping) -> str:
    """Return the dots of a fact's origins, with the same in words beside them."""
    words = "unverified pages only" if dots(record) == "○" else origins_words(record["support"])
    return f"{element('span', text(dots(record)), class_='dots', aria_hidden='true')} {text(words)}"


def words_of_caution(record: Mapping) -> list[str]:
    """Return the words that a fact must not be read without: denied, planned, part, deprecated, revised."""
    return [word for word in flags(record) if not word.startswith("[")]


def line_of(base: Base, claimant: str) -> list[str]:
    """Return the ids of a claimant and of all for whom it speaks."""
    found: list[str] = []
    here = base.entity(claimant)
    while here is not None and here.id not in found:
        found.append(here.id)
        here = base.entity(here.part_of) if here.part_of else None
    return found or [claimant]


def article(base: Base, record: Mapping, names: Names) -> str:
    """Return a fact whole, under its id as an anchor."""
    amount = amount_words(record)
    label = f"{element('b', text(amount))} {text(record['label'])}" if amount else text(record["label"] or record["id"])
    words = [*(["headline"] if record["id"] in names.headlines else []), *words_of_caution(record)]
    marks = "".join(f" {element('span', text(word), class_='flag')}" for word in words)
    anchor = within("#", record["id"], class_="anchor", aria_label=f"link to {record['id']}")
    relays = f" via {text(listing(record['relays']))}" if record["relays"] else ""
    said = f"{text(record['status'])}: {element('b', text(claimant_words(record, names)))}{relays}"
    parts = [
        element("p", text(dates.parse(record["when"] or record["reported"]).words), class_="when"),
        element("h4", f"{label}{marks} {anchor}"),
        element("p", text(record["statement"]), class_="statement"),
        element("p", f"{said}, said {day(record['reported'])} · {support_mark(record)}", class_="who"),
        *(element("p", f"{text(key)} {value}", class_="more") for key, value in _more(base, record, names)),
        element("ul", "".join(map(_page, by_readability(record["evidence"]))), class_="pages"),
    ]
    return element(
        "article",
        "".join(parts),
        class_="fact",
        id=record["id"],
        data_topic=record["topic"],
        data_by=" ".join(line_of(base, record["by"])),
    )


def _more(base: Base, record: Mapping, names: Names) -> Iterator[tuple[str, str]]:
    """Yield what stands beside a fact: its claimant's other words, those against it, why it is ranked so, a note."""
    for key, id_ in (("revises", record["supersedes"]), ("revised by", record["superseded_by"])):
        other = base.fact(id_) if id_ else None
        if other is not None:
            yield key, _linked_words(other, "", names)
    for key, ids in (("says otherwise than", record["disputes"]), ("disputed by", record["disputed_by"])):
        for other in filter(None, map(base.fact, ids)):
            yield key, _linked_words(other, f"{base.name_of(other.by)}: ", names)
    if record["rank_reason"]:
        yield f"{record['rank']}:", text(record["rank_reason"])
    if record["note"]:
        yield "note:", _ID.sub(lambda found: _linked(found[0], names), text(record["note"]))


def _linked_words(fact: Fact, before: str, names: Names) -> str:
    words = text(f"{before}{said_words(fact)}")
    return within(words, fact.id) if fact.id in names.shown else words


def _linked(id_: str, names: Names) -> str:
    return within(id_, id_) if id_ in names.shown else id_


def _page(piece: Mapping) -> str:
    quote = f"{element('q', text(within_quotes(piece['as_printed'])))} " if piece["as_printed"] else ""
    foreign = f"[{piece['language']}]" if piece.get("language") not in (None, "en") else ""
    name = link(text(piece.get("publisher") or piece["source"]), piece.get("url"))
    return element(
        "li", quote + joined([name, *map(text, page_words(piece))]) + (f" {text(foreign)}" if foreign else "")
    )
