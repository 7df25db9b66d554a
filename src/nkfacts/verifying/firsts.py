"""What a text says was the first of its kind: first confirmed, for the first time, the first to visit."""

from collections.abc import Sequence
from itertools import pairwise

from nkfacts.hints import NamedTuple
from nkfacts.model.records import Fact
from nkfacts.text import fold
from nkfacts.verifying.moments import dates_of
from nkfacts.verifying.sentences import Word
from nkfacts.verifying.wording import AGAIN, SAYS

_FIRST = "first"
_REACH = 5
"""The words that may stand between first and the verb: the first Russian official publicly to confirm."""


class First(NamedTuple):
    """What is told as the first.

    Attributes:
        is_saying: whether to say it was the first, and not the deed that is told.
    """

    is_saying: bool

    def day(self, fact: Fact) -> str:
        """Return the day by which a fact stands before or behind others."""
        return fact.reported if self.is_saying else dates_of(fact)[0]


def first_in(words: Sequence[Word], deed: str) -> First | None:
    """Return what a sentence tells as the first; None where it tells nothing so, or something that was called first.

    Args:
        words: the words of the sentence.
        deed: the words for the deed that is told.
    """
    folded = [word.folded for word in words]
    done = deed.split(maxsplit=1)[0]
    for place, word in enumerate(folded):
        if word != _FIRST:
            continue
        if tuple(folded[max(0, place - 2) : place + 2]) == AGAIN:
            before = folded[:place]
            clause = before[len(before) - before[::-1].index("that") :] if "that" in before else before
            said = clause if done in clause or not SAYS.isdisjoint(clause) else folded[place:]
            return First(is_saying=not SAYS.isdisjoint(said))
        following = _verb_behind(folded, place)
        if following is not None and (folded[following] in SAYS or folded[following] == done):
            return First(folded[following] in SAYS)
    return None


def is_told_as_first(fact: Fact) -> bool:
    """Say whether a fact itself says that it was the first time."""
    told = fold(f"{fact.title or ''} {fact.statement}").split()
    return any(word == _FIRST and (behind == "time" or behind in SAYS) for word, behind in pairwise(told))


def _verb_behind(folded: Sequence[str], place: int) -> int | None:
    """Return the place of the verb that tells what was first: first publicly confirmed, the first official to say."""
    behind = place + 1
    while behind < len(folded) and folded[behind][-2:] == "ly":
        behind += 1
    if behind < len(folded) and folded[place - 1 : place] != ["the"]:
        return behind
    ends = range(place + 1, min(len(folded) - 1, place + _REACH + 1))
    return next((p + 1 for p in ends if folded[p] == "to"), None)
