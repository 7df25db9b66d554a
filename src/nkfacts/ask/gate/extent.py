"""How far a question of yes or no reaches: to all of them, to none, or to more or fewer than a number."""

from itertools import pairwise

from nkfacts.ask.understanding.question import LEAST, OVER, UNDER, Mention, Question
from nkfacts.model.meaning import SLOTS, quantity_and_id
from nkfacts.model.records import Fact
from nkfacts.text import fold

_ALL = frozenset(("all", "every", "everyone", "everybody", "entire", "whole"))
"""Words by which it is asked of all."""

_NOT_OF_ALL = frozenset(("at", "after", "in", "above", "that", "thats"))
"""Words before "all" by which it tells of no whole: at all, after all, was that all."""

_NONE = frozenset(("no", "none", "nobody"))
"""Words by which it is asked of none."""

_NOT_OF_NONE = frozenset(("more", "longer", "one", "way", "matter", "doubt"))
"""Words behind "no" by which it tells of something else than none."""


def reached(question: Question, best: Fact, told: str) -> str:
    """Return yes or no where the question asks of how many it is so, as far as a fact tells it.

    Args:
        question: the question, of yes or no.
        best: the fact that answers.
        told: what the fact says of its deed: yes, no, planned or not confirmed.

    Returns:
        What is answered; empty where the fact tells it of some, and the question asks for all, none or a number.
    """
    if told != "yes":
        return told
    if _asks_of_none(question) or (_asks_of_all(question) and _ALL.isdisjoint(fold(best.statement).split())):
        return ""
    compared = next(filter(is_compared, question.mentions), None)
    return told if compared is None else _by_number(compared.role, compared.value or 0.0, best)


def is_compared(mention: Mention) -> bool:
    """Say whether a mention is of a number that is compared with what is asked of: more than 1,000."""
    return mention.value is not None and mention.role in (OVER, LEAST, UNDER)


def _by_number(role: str, number: float, best: Fact) -> str:
    """Return whether the amount of a fact is more or fewer than a number; empty where it may be either.

    What has no amount bears the number out in words, if at all, and as what it was more than.
    """
    ends = best.bounds
    if ends is None or best.figure is None:
        return "" if role == UNDER or _counts_just(number, best) else "yes"
    least, most = ends
    if best.qualifier == "about" and number in ends:
        return ""
    if role == UNDER:
        return "yes" if most < number else "no" if least >= number else ""
    or_as_many = role == LEAST or best.qualifier == "more-than"
    if least > number or (or_as_many and least == number):
        return "yes"
    return "no" if most < number or (role == OVER and most == number) else ""


def _counts_just(number: float, best: Fact) -> bool:
    """Say whether a frame of a fact counts just so many of something: the two, which are not more than two."""
    fillers = (filler for frame in best.events for slot in SLOTS for filler in frame.fillers(slot))
    return any(quantity is not None and float(quantity) == number for quantity, _ in map(quantity_and_id, fillers))


def _asks_of_all(question: Question) -> bool:
    return any(word in _ALL and before not in _NOT_OF_ALL for before, word in pairwise(["", *_own_words(question)]))


def _asks_of_none(question: Question) -> bool:
    return any(word in _NONE and behind not in _NOT_OF_NONE for word, behind in pairwise([*_own_words(question), ""]))


def _own_words(question: Question) -> list[str]:
    """Return the words of a question; for those of a name an empty one: No Kwang Chol is somebody."""
    named = {place for m in question.mentions if m.kind == "name" for place in range(m.start, m.end)}
    return ["" if place in named else token.word for place, token in enumerate(question.tokens)]


def compares(question: Question) -> bool:
    """Say whether a question of yes or no compares a number with what it asks of."""
    return question.kind == "yes-no" and any(map(is_compared, question.mentions))
