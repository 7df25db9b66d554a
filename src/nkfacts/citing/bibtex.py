r"""BibTeX, in the fields of biblatex: ``@online``, ``@report``, ``@dataset``, with dates as ISO 8601-2.

What TeX would take for a command or join into another sign is escaped; letters of all scripts stay as they are (biber
reads UTF-8). A title stands in two braces, so that no style changes its capitals.
"""

import re
from collections.abc import Iterator, Sequence

from nkfacts.citing.reference import Reference

_TYPES = {"base": "dataset", "research": "report"}
_ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\lbrace{}", "}": r"\rbrace{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{sign: f"\\{sign}" for sign in "&%$#_"},
}  # fmt: skip
_JOINED = re.compile(r"([-`'<>,])(?=\1)|([!?])(?=`)")
"""Signs that TeX joins with the next into a dash, a quotation mark or a turned mark."""


def render(references: Sequence[Reference]) -> str:
    """Return references as entries of BibTeX."""
    return "\n".join(map(_entry, references))


def _entry(reference: Reference) -> str:
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(reference))
    return f"@{_TYPES.get(reference.kind, 'online')}{{{reference.key},\n{fields}\n}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.publisher:
        yield "author", f"{{{escaped(reference.publisher)}}}"
    yield "title", f"{{{escaped(reference.title)}}}"
    if reference.site:
        yield "organization", escaped(reference.site)
    if reference.published:
        yield "date", reference.published
    if reference.version:
        yield "version", reference.version
    if reference.language:
        yield "language", reference.language
    if reference.url:
        yield "url", _address(reference.url)
    yield "note", escaped(reference.note)


def escaped(text: str) -> str:
    """Return a text as TeX prints it."""
    apart = _JOINED.sub(r"\g<0>" + "\0", text)
    return "".join(_ESCAPES.get(sign, sign) for sign in apart).replace("\0", "{}")


def _address(url: str) -> str:
    """Return an address as biblatex takes it word for word, but for the signs that would end it."""
    return re.sub(r"[{}\\]", lambda sign: f"%{ord(sign[0]):02X}", url)
