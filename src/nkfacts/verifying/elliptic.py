"""Small numbers in words that stand for some of those who were counted before: three escaped, one of whom died."""

from collections.abc import Callable, Sequence

from nkfacts.ask.understanding import words as w
from nkfacts.verifying.sentences import Word
from nkfacts.verifying.wording import JOINERS, PARTS, ROLES, SAYS

_KNOWN = (w.DETERMINERS - {"other", "another"}) | w.words("no as than for which")
"""Words before a number of those who are known already, or before one that is none: the two, no one."""

_THEM = w.words("them whom those these")
_BESIDE = w.words("more others other later also then")
"""Words that may stand between such a number and its verb."""

_MOST_BETWEEN = 3
"""The words behind one among which stands whom it counts: one North Korean soldier."""


def is_one_of_them(words: Sequence[Word], place: int, is_people: Callable[[str], bool] | None) -> bool:
    """Say whether "one" at a place counts: one died, one of whom died; and where it is said who are people, one spy.

    Args:
        words: the words of a sentence.
        place: the place of the word.
        is_people: says whether a word means people; None where nobody was counted before it.
    """
    if words[place].folded != "one" or not _is_new(words, place) or words[place].stop:
        return False
    behind = _behind(words, place + 1)
    if _is_verb(behind) or (behind[:1] == ["of"] and not _THEM.isdisjoint(behind[1:2])):
        return True
    if is_people is None:
        return False
    noun = next((word for word in behind[:_MOST_BETWEEN] if is_people(word)), "")
    return bool(noun) and noun not in ROLES and SAYS.isdisjoint(behind[: _MOST_BETWEEN + 1])


def stands_alone(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether no noun stands behind a number that is what it counts: three escaped, four others fled."""
    if not _is_new(words, first):
        return False
    behind = _behind(words, last)
    if words[last - 1].stop or not behind or _is_verb(behind):
        return True
    if behind[0] == "of":
        return not _THEM.isdisjoint(behind[1:2])
    row = [word for word in behind if word not in _BESIDE]
    end = next((p for p, word in enumerate(row) if word in w.GRAMMAR or word in JOINERS), len(row))
    return not any(word.endswith("s") for word in row[:end])


def _is_new(words: Sequence[Word], place: int) -> bool:
    return not place or bool(words[place - 1].stop) or words[place - 1].folded not in _KNOWN


def _behind(words: Sequence[Word], place: int) -> list[str]:
    """Return the words from a place to the next mark."""
    if place and words[place - 1].stop and words[place - 1].stop in PARTS:
        return []
    found: list[str] = []
    for word in words[place:]:
        found.append(word.folded)
        if word.stop:
            break
    return found


def _is_verb(behind: Sequence[str]) -> bool:
    """Say whether a verb stands first among some words, as its form tells: was, died."""
    first = next((word for word in behind if word not in _BESIDE), "")
    return first in w.AUXILIARIES or first.endswith("ed")
