"""Whether the newest word on a figure is old, and the remark that says so."""

from nkfacts.model import dates

OLD = 183
"""The days after which the newest word on a figure is old."""


def remark(reported: str, counted_to: str, as_of: str | None) -> str:
    """Return how old a statement is, in words; empty when it is not old.

    Args:
        reported: the day on which it was said.
        counted_to: the day to which its age is counted.
        as_of: the day asked for; None where the age is counted to the newest statement of the base.
    """
    days = dates.days_between(reported, counted_to)
    if days <= OLD:
        return ""
    newest = dates.day_words(as_of) if as_of else "the newest statement of the base"
    return f"said on {dates.day_words(reported)}, {days:,} days before {newest}"
