"""How well a fact is supported: who published it, of what kinds, from how many origins, and where it is read best."""

from collections.abc import Iterable

from nkfacts.hints import NamedTuple
from nkfacts.model.records import SOURCE_KINDS


class Page(NamedTuple):
    """What counts of a source: whose text it is, its kind, and whose report it repeats."""

    publisher: str
    kind: str
    citing: str | None


class Support(NamedTuple):
    """The support of a fact.

    ``publishers`` are distinct, in the order of the evidence; ``kinds`` likewise, firmest
    first; ``origins`` counts those that did not take the text or the report from another:
    one agency text on five sites is one origin.
    """

    publishers: tuple[str, ...]
    kinds: tuple[str, ...]
    origins: int

    @property
    def verified(self) -> bool:
        """Whether any page is by a publisher that is known to answer for it."""
        return any(kind != "unverified" for kind in self.kinds)


def of(pages: Iterable[Page]) -> Support:
    """Return the support that the pages of a fact's evidence give it."""
    pages = list(pages)
    kinds = {page.kind for page in pages}
    return Support(
        tuple(dict.fromkeys(page.publisher for page in pages)),
        tuple(kind for kind in SOURCE_KINDS if kind in kinds),
        len({page.citing or page.publisher for page in pages}),
    )


def unreadability(language: str | None, kind: str | None) -> tuple[bool, bool]:
    """Return by what pages are ordered, those that most readers can read first: English, then known publishers."""
    return language != "en", kind == "unverified"
