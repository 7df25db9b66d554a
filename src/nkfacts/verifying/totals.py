"""Whether a running total is of the time in which a text says that it was done, and of no more: killed in 2026."""

from collections.abc import Iterable

from nkfacts.ask.understanding.question import Mention
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.model import dates
from nkfacts.model.dates import FIRST_DAY
from nkfacts.model.records import Fact
from nkfacts.verifying.helpers import helping
from nkfacts.verifying.moments import Moment, dates_of, spans_of
from nkfacts.verifying.passages import Passage
from nkfacts.verifying.pieces import Piece
from nkfacts.verifying.wording import PARTS, SAYS

_SAYING = SAYS | {"according", "that"}
_REPORTING = SAYS | {"that"}
_BY_THEN = ("had", "hadnt")
"""Helping words of what was done by a time rather than in it, where nobody says it."""


def times_told(passage: Passage, number: int) -> list[Moment]:
    """Return the times of a sentence that are not of saying what a number of it counts."""
    return [m for m in passage.moments if not _is_of_saying(passage, number, m)]


def times_of_doing(passage: Passage, number: int, piece: Piece) -> list[Moment]:
    """Return the times in which what a number counts is said to have been done, and not by which it was."""
    own = passage.times_of(number)
    times = [m for m in times_told(passage, number) if m in own and not m.known]
    if passage.sources.named and _had_been(passage, number, piece):
        # In April 600 had died, the NIS said: so many by then. Behind "said that", had may stand for have.
        times = [m for m in times if m.first > passage.amounts[number].first]
    return times if _is_done(passage, piece) else [m for m in times if _is_beside_noun(passage, number, piece, m)]


def is_of_part(moment: Moment, fact: Fact) -> bool:
    """Say whether a time is no longer than that of a fact, so that a part of the whole may be told with it."""
    begin, end = dates_of(fact)
    return moment.known or any(begin <= first and last <= end for first, last in spans_of(moment))


def is_of_all(fact: Fact, moment: Moment, others: Iterable[Fact]) -> bool:
    """Say whether all the time over which a total was counted lies in a time.

    Args:
        fact: the total.
        moment: the time.
        others: all that was said of its figure, by which it is known when that began.
    """
    begin, end = _began(fact, others), dates_of(fact)[1]
    return any(first <= begin and end <= last for first, last in spans_of(moment))


def is_over(fact: Fact, moment: Moment) -> bool:
    """Say whether what a fact is about was over before a time, in which it was only told: sent in 2024."""
    return bool(fact.when) and all(dates_of(fact)[1] < first for first, _ in spans_of(moment))


def _began(fact: Fact, others: Iterable[Fact]) -> str:
    """Return the day from which a total is counted: its own, else the first of which anything like it was said."""
    when = dates.parse(fact.when) if fact.when else None
    if when is not None and fact.when and "/" in fact.when and when.first != FIRST_DAY:
        return when.first
    return min((dates_of(other)[0] for other in (fact, *others) if other.scope != "part"), default=fact.reported)


def _is_done(passage: Passage, piece: Piece) -> bool:
    """Say whether a verb tells what was done, and not what had been done by a time."""
    return bool(_verbs(piece)) and (bool(passage.sources.named) or _is_done_now(piece))


def _is_done_now(piece: Piece) -> bool:
    return any(helping(verb, piece.question.tokens).isdisjoint(_BY_THEN) for verb in _verbs(piece))


def _verbs(piece: Piece) -> list[Mention]:
    """Return the verbs that tell the deed of a piece."""
    if piece.deed is None:
        return []
    tokens, done = piece.question.tokens, _actions(piece.deed)
    return [m for m in piece.question.mentions if done & _actions(m) and is_verb(m, tokens)]


def _had_been(passage: Passage, number: int, piece: Piece) -> bool:
    """Say whether a verb tells what had been done, and no word of saying before it made that of what was done."""
    reported = passage.folded((0, passage.amounts[number].first))
    return reported.isdisjoint(_REPORTING) and not _is_done_now(piece)


def _is_beside_noun(passage: Passage, number: int, piece: Piece, moment: Moment) -> bool:
    """Say whether a time stands behind the noun for what was done: 600 deaths in 2024; who counts them does it then."""
    counts = not passage.folded((0, passage.amounts[number].first)).isdisjoint(SAYS)
    if piece.deed is None or not moment.first or counts:
        return False
    is_noun = not is_verb(piece.deed, piece.question.tokens)
    return is_noun and passage.words[moment.first - 1].folded == piece.deed.text.split()[-1]


def _actions(mention: Mention) -> set[str]:
    return {m.id for m in mention.meanings if m.part == "actions"}


def _is_of_saying(passage: Passage, number: int, moment: Moment) -> bool:
    """Say whether a time is that of saying: behind a word of saying, or with one beside the clause of the number."""
    words, amount = passage.words, passage.amounts[number]
    if moment.first and words[moment.first - 1].folded in SAYS:
        return True
    between = (moment.last, amount.first) if moment.last <= amount.first else (amount.last, moment.first)
    if not passage.folded(between).isdisjoint(_SAYING):
        return True
    begin, end = passage.piece(number)
    return not begin <= moment.first < end and not passage.folded(_stretch(passage, moment)).isdisjoint(_SAYING)


def _stretch(passage: Passage, moment: Moment) -> tuple[int, int]:
    """Return the words around a time that no mark parts."""
    words = passage.words
    first = next((p for p in range(moment.first, 0, -1) if words[p - 1].stop and words[p - 1].stop in PARTS), 0)
    ends = (p + 1 for p in range(moment.last - 1, len(words)) if words[p].stop and words[p].stop in PARTS)
    return first, next(ends, len(words))
