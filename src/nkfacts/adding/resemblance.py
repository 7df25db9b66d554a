"""Facts that a new one may only repeat: looked for more widely than ``check`` does, as nothing is written yet."""

from datetime import date
from difflib import SequenceMatcher

from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter
from nkfacts.text import fold

_DAYS = 7
_ALIKE = 0.6


def resembling(base: Base, new: Fact) -> list[Fact]:
    """Return the claimant's facts of the same week that give the same amount, or that are told in like words."""
    if not base.has_name("entities", new.by):
        return []
    day = date.fromisoformat(new.reported)
    return [
        old
        for old in base.facts(Filter(by=new.by))
        if old.by == new.by
        and old.id != new.id
        and (old.figure, old.topic) == (new.figure, new.topic)
        and old.id != new.supersedes
        and abs((date.fromisoformat(old.reported) - day).days) <= _DAYS
        and _is_alike(old, new)
    ]


def _is_alike(old: Fact, new: Fact) -> bool:
    if new.figure is not None:
        return (old.lowest, old.highest, old.words) == (new.lowest, new.highest, new.words)
    old_words, new_words = (fold(f"{fact.title} {fact.statement}") for fact in (old, new))
    return SequenceMatcher(None, old_words, new_words).ratio() >= _ALIKE
