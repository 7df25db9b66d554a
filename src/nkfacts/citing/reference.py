"""What is cited: a page with what the base knows of it, and nothing that it does not know.

The publisher, whose text it is, answers for a page, as no writer is recorded; a site that reprints it is what holds it.
Who claims a fact, who passed it on and whom the page cites are notes. No day of access is recorded, so none is given. A
title that the base lacks is described in square brackets, as libraries do with what has none.
"""

from collections.abc import Iterator

from nkfacts._version import __version__
from nkfacts.hints import NamedTuple
from nkfacts.model import dates
from nkfacts.model.records import Fact, Source
from nkfacts.output.mappings import by_readability, plain_record
from nkfacts.query.base import Base
from nkfacts.query.pages import read_of
from nkfacts.text import listing


class Reference(NamedTuple):
    """A page, or the base itself, as it is cited.

    Args:
        key: by what a text refers to it; letters, digits, hyphens and a colon.
        title: its title; in square brackets where it is a description of ours.
        publisher: whose text it is; None for the base.
        site: the site that reprints it.
        published: when (EDTF).
        url: where it stands.
        archived: a kept copy.
        language: its language (ISO 639-1).
        kind: that of the source; ``base`` for the base itself.
        printed: the words as printed that bear the fact out.
        version: that of the base.
        notes: what else a reader must know, a phrase each.
    """

    key: str
    title: str
    publisher: str | None = None
    site: str | None = None
    published: str | None = None
    url: str | None = None
    archived: str | None = None
    language: str | None = None
    kind: str = "base"
    printed: str | None = None
    version: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """The notes as one text."""
        return "; ".join(self.notes)


def references(base: Base, name: str, *, every: bool = False) -> list[Reference]:
    """Return references to the page on which a fact, or the headline of a figure, was read; or to a source.

    Args:
        base: the base.
        name: the id of a fact or source; the id or name of a figure.
        every: all pages of a fact, not only the one that most readers can read.

    Returns:
        The references, the most readable page first; none for a figure without a headline.

    Raises:
        UnknownName: nothing has the name, or what has it is not read anywhere.
    """
    id_, fact, sources, _ = read_of(base, name)
    known = {source.id: source for source in sources}
    ordered = [known[page["id"]] for page in by_readability(map(plain_record, sources))]
    pages = [source for source in ordered if source.url or source.archived] or ordered
    chosen = ordered if every else pages[:1]
    return [_reference(base, source, fact, f"{id_}:{source.id}" if fact and every else id_) for source in chosen]


def base_reference(base: Base) -> Reference:
    """Return the reference to the base itself, as it was known on its day."""
    header = base.header
    as_of = [f"as known on {dates.day_words(base.as_of)}"] if base.as_of else []
    return Reference(
        f"nkfacts-{header['updated']}",
        header["title"],
        published=header["updated"],
        version=header["updated"],
        notes=(*as_of, f"fact base of {dates.day_words(header['updated'])}, nkfacts {__version__}"),
    )


def _reference(base: Base, source: Source, fact: Fact | None, key: str) -> Reference:
    printed = [piece.as_printed for piece in fact.evidence if piece.source == source.id] if fact else []
    return Reference(
        key,
        source.title or (f"[{_description(base, fact)}]" if fact else "[title not recorded]"),
        source.publisher,
        source.via_site,
        source.published,
        source.url or source.archived,
        source.archived,
        source.language,
        source.kind,
        next(filter(None, printed), None),
        notes=tuple(_notes(base, source, fact)),
    )


def _description(base: Base, fact: Fact) -> str:
    figure = base.figure(fact.figure) if fact.figure else None
    return f"{figure.label}: {fact.amount}" if figure else str(fact.title)


def _notes(base: Base, source: Source, fact: Fact | None) -> Iterator[str]:
    if fact:
        relays = f", passed on by {listing(map(base.name_of, fact.via))}" if fact.via else ""
        yield f"claim of {base.name_of(fact.by)}, {dates.day_words(fact.reported)}{relays}"
    if source.citing:
        yield f"the page cites {source.citing}"
    if source.kind == "unverified":
        yield "unverified page"
    if source.archived and source.url:
        yield f"kept copy: {source.archived}"
    yield f"nkfacts {fact.id if fact else source.id}, facts of {dates.day_words(base.header['updated'])}"
