"""The day of publication as other fields write it: year, month and day as far as they are known."""

from nkfacts.model import dates


def parts_of(published: str | None) -> tuple[int, ...] | None:
    """Return year, month and day of a date (EDTF), or the first of them; None for no date, and for one of another form.

    Whether it is approximate or uncertain is said by ``is_circa``.
    """
    groups = (published or "").rstrip("~?%").split("-")
    if not all(group.isdigit() for group in groups) or (len(groups) > 1 and int(groups[1]) > 12):
        return None
    return tuple(map(int, groups))


def is_circa(published: str) -> bool:
    """Say whether a date is approximate or uncertain."""
    return published[-1] in "~?%"


def year_of(published: str) -> str | None:
    """Return the year in which all days of a date lie; None where there are several."""
    when = dates.parse(published)
    return when.first[:4] if when.first[:4] == when.last[:4] else None
