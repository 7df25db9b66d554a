"""Numbers in a fact: whether it has the one that a question names, and which it tells of what is counted."""

from collections.abc import Iterator
from functools import lru_cache

from nkfacts.ask.gate.candidates import Candidate
from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.understanding.question import LEAST, OVER, Mention, Question
from nkfacts.ask.understanding.words import DETERMINERS, NUMBER_WORDS, SCALES
from nkfacts.english import stem
from nkfacts.model.meaning import SLOTS, Frame, quantity_and_id
from nkfacts.model.records import Fact
from nkfacts.text import fold

_NUMBERS = frozenset(
    (*NUMBER_WORDS, *SCALES, "one", "half", "third", "quarter", "most", "none", "no", "several", "dozens", "hundreds")
)
_DAYS = (
    r"(?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?"
    r"|\b(?:19|20)\d\d\b"
)
"""How statements name days, months and years."""

_REACH = 4
"""How many words before that for a thing may tell its number."""


def number_borne(mention: Mention, candidate: Candidate) -> str:
    """Return by what a number is borne out: value, or words; empty for nothing."""
    fact, value = candidate.fact, mention.value
    if value is not None:
        if value in (fact.value, fact.low, fact.high):
            return "value"
        if mention.role in (OVER, LEAST) and fact.highest is not None and value <= fact.highest <= 2 * value:
            return "value"
    quantities = (quantity for frame in fact.events for slot in SLOTS for quantity, _ in _fillers(frame, slot))
    if any(quantity and float(quantity) == value for quantity in quantities):
        return "value"
    whole = value is not None and value == int(value)
    spellings = {mention.text, *((f"{int(value)}", f"{int(value):,}") if value is not None and whole else ())}
    text = f" {fact.statement} {fact.title or ''} "
    told = any(f" {each}" in text for each in spellings)
    return "words" if told or stem(mention.text) in candidate.words.own else ""


def counts_people(mention: Mention, question: Question, fitting: Fitting) -> bool:
    """Say whether a question of yes or no counts people in a word, and not some that are known: three soldiers."""
    if mention.kind != "count" or question.kind != "yes-no" or mention.role:
        # More than two are compared.
        return False
    known = mention.start > 0 and question.tokens[mention.start - 1].word in DETERMINERS
    counted = (each for each in question.mentions if each.start == mention.end)
    return not known and any(fitting.is_nation(each) or fitting.is_population(each) for each in counted)


def _fillers(frame: Frame, slot: str) -> Iterator[tuple[str | None, str]]:
    return map(quantity_and_id, frame.fillers(slot))


def tells_number(fact: Fact, question: Question, fitting: Fitting) -> bool:
    """Say whether a fact tells a number of what is counted: by its figure, in a frame, or before the word for it."""
    if fact.figure is not None:
        return True
    if question.hole < 0 or "much" in question.flags:
        return _has_number(fact.statement)
    counted = question.mentions[question.hole]
    if _has_quantity(fact, counted, fitting):
        return True
    words = fold(fact.statement.replace(",", "")).split()
    last = stem(counted.text.split()[-1])
    return any(
        stem(word) == last
        and any(before.isdecimal() or before in _NUMBERS for before in words[max(0, place - _REACH) : place])
        for place, word in enumerate(words)
    )


@lru_cache(maxsize=1 << 12)
def _has_number(statement: str) -> bool:
    """Say whether a statement has a number that is no day, month or year."""
    from re import search, sub

    return search(r"\d", sub(_DAYS, " ", statement)) is not None


def _has_quantity(fact: Fact, mention: Mention, fitting: Fitting) -> bool:
    """Say whether the frames of a fact have a number with what a mention means."""
    return any(
        quantity and (fitting.fits(mention, id_) or stem(mention.text) == stem(id_))
        for frame in fact.events
        for slot in SLOTS
        for quantity, id_ in _fillers(frame, slot)
    )
