"""HTML written safely: every text of a fact file is escaped here, and only an address of the web becomes a link."""

from collections.abc import Iterable
from html import escape

from nkfacts.model import dates
from nkfacts.output.lines import checked_address
from nkfacts.text import visible


def text(words: object) -> str:
    """Return a text as it may stand between tags and in an attribute; what must not be seen as it is shows its code."""
    return escape(visible(str(words)))


def element(tag: str, content: str, **attributes: str | None) -> str:
    """Return an element around content that is HTML already; attributes are texts, None leaves one out.

    ``class_`` is the attribute class, ``data_by`` is data-by.
    """
    written = "".join(
        f' {name.strip("_").replace("_", "-")}="{text(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{content}</{tag}>"


def link(content: str, address: str | None, *, style: str | None = None) -> str:
    """Return a link around content that is HTML already; the content alone where the address is no page of the web."""
    checked = checked_address(address)
    return element("a", content, href=checked, rel="noopener noreferrer", class_=style) if checked else content


def within(content: str, id_: str, **attributes: str | None) -> str:
    """Return a link to a place in the page."""
    return element("a", content, href=f"#{id_}", **attributes)


def day(iso: str) -> str:
    """Return a full day as people write it, and as machines read it."""
    return element("time", text(dates.day_words(iso)), datetime=iso)


def joined(parts: Iterable[str], between: str = ", ") -> str:
    """Return pieces of HTML with a text between those that are not empty."""
    return between.join(part for part in parts if part)
