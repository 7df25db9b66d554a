"""CSL-JSON, which citation processors and Zotero, Pandoc and Wikipedia's Citoid read (CSL 1.0.2, csl-data.json)."""

import json
from collections.abc import Sequence

from nkfacts.citing.day import is_circa, parts_of
from nkfacts.citing.reference import Reference
from nkfacts.hints import Any
from nkfacts.model import dates

_TYPES = {
    "base": "dataset", "research": "report", "news": "article-newspaper", "agency": "article-newspaper",
    "syndication": "article-newspaper",
}  # fmt: skip


def render(references: Sequence[Reference]) -> str:
    """Return references as one document, a list of items."""
    return json.dumps(list(map(item, references)), ensure_ascii=False, indent=2) + "\n"


def item(reference: Reference) -> dict[str, Any]:
    """Return a reference as an item."""
    found = {
        "id": reference.key,
        "type": _TYPES.get(reference.kind, "webpage"),
        "title": reference.title,
        "author": [{"literal": reference.publisher}] if reference.publisher else None,
        "container-title": reference.site,
        "issued": _issued(reference.published) if reference.published else None,
        "version": reference.version,
        "language": reference.language,
        "URL": reference.url,
        "note": reference.note,
    }
    return {name: value for name, value in found.items() if value is not None}


def _issued(published: str) -> dict[str, Any]:
    parts = parts_of(published)
    if parts is None:
        return {"literal": dates.parse(published).words}
    return {"date-parts": [list(parts)], **({"circa": True} if is_circa(published) else {})}
