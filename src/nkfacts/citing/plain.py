"""A reference as a line of text, and a fact as one sentence to paste: with claimant, day, publisher and link."""

from collections.abc import Sequence

from nkfacts.citing.reference import Reference
from nkfacts.model import dates
from nkfacts.model.records import Fact, Source
from nkfacts.output.mappings import by_readability, plain_record
from nkfacts.query.base import Base
from nkfacts.query.pages import read_of
from nkfacts.text import within_quotes


def render(references: Sequence[Reference]) -> str:
    """Return references as text, one a line."""
    return "".join(f"{_line(each)}\n" for each in references)


def _line(reference: Reference) -> str:
    title = reference.title if reference.title.startswith("[") else f"“{within_quotes(reference.title)}”"
    publisher = _publisher(reference.publisher, reference.site)
    foreign = reference.language not in (None, "en")
    words = [
        f"{publisher}: {title}" if publisher else title,
        dates.parse(reference.published).words if reference.published else "undated",
        *([f"[{reference.language}]"] if foreign else []),
        *([reference.url] if reference.url else []),
    ]
    return f"{', '.join(words)} ({reference.note})"


def sentence(base: Base, fact: Fact, limits: str = "") -> str:
    """Return a fact as one sentence: its statement, with claimant, day, publisher and link in brackets.

    Args:
        base: the base that it is from.
        fact: the fact.
        limits: what it must not be read without, which stands first in the brackets.
    """
    sources = {source.id: source for source in read_of(base, fact.id).sources}
    ordered = by_readability(map(plain_record, sources.values()))
    best = next((page for page in ordered if page["url"] or page["archived"]), ordered[0])
    said = f"{base.name_of(fact.by)}, {dates.day_words(fact.reported)}"
    told = "; ".join(filter(None, (limits, said, _page(sources[best["id"]]))))
    return f"{fact.statement.removesuffix('.')} ({told})."


def _page(source: Source) -> str:
    words = [_publisher(source.publisher, source.via_site)]
    words += [dates.parse(source.published).words] if source.published else []
    words += [source.url or source.archived or ""]
    return ", ".join(filter(None, words))


def _publisher(publisher: str | None, site: str | None) -> str:
    return f"{publisher}, on {site}" if publisher and site else publisher or ""
