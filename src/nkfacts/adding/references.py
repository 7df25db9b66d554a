"""The records that a draft of a fact names and a base lacks, told beside what else is wrong with it."""

from collections.abc import Iterator

from nkfacts.adding.drafts import Given, Mistake, listed_record
from nkfacts.hints import Any
from nkfacts.model.record import keys_of
from nkfacts.model.records import SINGULAR, Fact
from nkfacts.model.types import ListOf
from nkfacts.query.base import Base
from nkfacts.text import did_you_mean, nearest


def unknown_in(base: Base, given: Given, record: type[Any] = Fact) -> Iterator[Mistake]:
    """Yield a mistake for each id among the texts for a record, or those within it, that leads to nothing in a base."""
    for name, key in keys_of(record).items():
        values = given.get(name) or []
        if nested := listed_record(key.type):
            for own in values:
                yield from unknown_in(base, own, nested)
            continue
        part = (key.type.item if isinstance(key.type, ListOf) else key.type).links_to
        known = list(base.names(part)) if part in SINGULAR and values else []
        for value in [values] if isinstance(values, str) else values:
            if part in SINGULAR and value not in known:
                near = did_you_mean(nearest(value, known, 1)) or f"add it to the part '{part}', or mend the id"
                mend = _mend_of_address(base, value) if part == "sources" and is_address(value) else near
                yield Mistake(name, f"unknown {SINGULAR[part]} {value!r}", mend)


def is_address(text: str) -> bool:
    """Say whether a text is the address of a page."""
    return text.startswith(("http://", "https://"))


def _mend_of_address(base: Base, address: str) -> str:
    """Return which source has a page, or how it comes to be one: a fact names its pages by their ids."""
    for source in (counted.record for counted in base.sources()):
        if address.rstrip("/") in [kept.rstrip("/") for kept in (source.url, source.archived) if kept]:
            return f"its id is {source.id}"
    return "a page is named by its id: write it under 'sources' of a fragment, as in nkfacts add --template"
