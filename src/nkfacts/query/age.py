"""Whether the newest word on a figure is old, and the remark that says so."""

from nkfacts.model import dates

_OLD = 183
"""The days after which the newest word on a figure is old."""


def is_old(days: int) -> bool:
    """Say whether the newest word on a figure is old, so many days before the day to which its age is counted."""
    return days > _OLD


def remark(reported: str, counted_to: str, as_of: str | None) -> str:
    """Return how old a statement is, in words; empty when it is not old.

    Args:
        reported: the day on which it was said.
        counted_to: the day to which its age is counted.
        as_of: the day asked for; None where the age is counted to the newest statement of the base.
    """
    days = dates.days_between(reported, counted_to)
    if not is_old(days):
        return ""
    newest = dates.day_words(as_of) if as_of else "the newest statement of the base"
    return f"said on {dates.day_words(reported)}, {days:,} days before {newest}"


def too_old(reported: str, as_of: str | None, most: int) -> tuple[str, str] | None:
    """Return that a statement is older than so many days, and with how many it is not; None when it is not older.

    Args:
        reported: the day on which it was said.
        as_of: the day asked for; None for today: that nothing was added to the base since makes no word newer.
        most: how many days old it may be.
    """
    days = dates.days_between(reported, as_of or dates.today())
    if days <= most:
        return None
    end = dates.day_words(as_of) if as_of else "today"
    return f"said on {dates.day_words(reported)}, {days:,} days before {end}", f"--max-age {days} takes it"
