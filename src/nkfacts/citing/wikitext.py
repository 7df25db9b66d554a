"""Wikitext: the templates ``cite news`` and ``cite web`` of Wikipedia (CS1), ready to stand in a reference."""

import re
from collections.abc import Iterator, Sequence

from nkfacts.citing.day import is_circa, parts_of
from nkfacts.citing.reference import Reference
from nkfacts.model import dates

_NEWS = {"news", "agency", "syndication"}
_ENTITIES = {sign: f"&#{ord(sign)};" for sign in "|[]{}"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKUP = re.compile(r"''+|~~~+|__+|(?<=[A-Za-z]):(?=\S)")
"""Italics, signatures, magic words, and what makes a link of a word behind it."""
_STAMP = re.compile(r"/(\d{4})(\d{2})(\d{2})\d{0,6}[a-z_]*/")
"""The day on which a copy was kept, in an address of the Wayback Machine and its like."""


def render(references: Sequence[Reference]) -> str:
    """Return references, one a line: a template and a note behind it."""
    return "".join(f"{_template(each)} {escaped(each.note)}\n" for each in references)


def _template(reference: Reference) -> str:
    # Without an address the templates of the web report a mistake; the general one does not.
    name = "cite news" if reference.kind in _NEWS else "cite web" if reference.url else "citation"
    return f"{{{{{name} {' '.join(f'|{name}={value}' for name, value in _parameters(reference))}}}}}"


def _parameters(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "title", escaped(reference.title)
    if reference.site and reference.publisher:
        yield "agency", escaped(reference.publisher)
    if reference.site or reference.publisher:
        yield "work", escaped(reference.site or reference.publisher or "")
    if day := _day(reference.published):
        yield "date", day
    if reference.language and reference.language != "en":
        yield "language", reference.language
    if reference.url:
        yield "url", _address(reference.url)
    stamp = _STAMP.search(reference.archived or "")
    if reference.archived and stamp:
        yield "archive-url", _address(reference.archived)
        yield "archive-date", "-".join(stamp.groups())
    if reference.printed:
        yield "quote", escaped(reference.printed)


def _day(published: str | None) -> str | None:
    """Return a day as the templates read it; None for what they take for a mistake."""
    parts = parts_of(published)
    if published is None or parts is None:
        return None
    if not is_circa(published):
        return published if len(parts) == 3 else dates.parse(published).words
    return f"c. {parts[0]}" if len(parts) == 1 else None


def escaped(text: str) -> str:
    """Return a text without any markup, as the value of a parameter."""
    plain = "".join(_ENTITIES.get(sign, sign) for sign in text)
    return _MARKUP.sub(lambda found: "".join(f"&#{ord(sign)};" for sign in found[0]), plain)


def _address(url: str) -> str:
    return re.sub(r"[|\[\]{}']", lambda sign: f"%{ord(sign[0]):02X}", url)
