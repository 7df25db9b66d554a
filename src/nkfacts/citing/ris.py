"""RIS, the tagged format of reference managers (EndNote, Zotero, Mendeley): one tag a line."""

from collections.abc import Iterator, Sequence

from nkfacts.citing.day import parts_of, year_of
from nkfacts.citing.reference import Reference

_TYPES = {"base": "DATA", "research": "RPRT", "news": "NEWS", "agency": "NEWS", "syndication": "NEWS"}


def render(references: Sequence[Reference]) -> str:
    """Return references as records of RIS."""
    return "\n".join("".join(f"{tag}  - {value}\n" for tag, value in _tags(each)) for each in references)


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(reference.kind, "ELEC")
    yield "ID", reference.key
    yield "TI", reference.title
    if reference.publisher:
        # The comma says that it is a body, whose name has no first and last part; a comma inside would part it.
        if "," not in reference.publisher:
            yield "AU", f"{reference.publisher},"
        yield "PB", reference.publisher
    if reference.site:
        yield "T2", reference.site
    if reference.published and (year := year_of(reference.published)):
        yield "PY", year
        parts = parts_of(reference.published) or ()
        if len(parts) > 1:
            yield "DA", "/".join([*(f"{part:02}" for part in parts), *([""] * (4 - len(parts)))])
    if reference.version:
        yield "ET", reference.version
    if reference.language:
        yield "LA", reference.language
    if reference.url:
        yield "UR", reference.url
    yield "N1", reference.note
    yield "ER", ""
