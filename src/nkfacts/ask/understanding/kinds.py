"""What a question asks for: how many, when, who, where, which, what, yes or no; in what order, measure and rate."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Flag, Kind, Measure, Period
from nkfacts.text import fold

_PHRASES: tuple[tuple[Kind, tuple[tuple[str, ...], ...]], ...] = (
    ("how-many", w.HOW_MANY),
    ("when", w.WHEN),
    ("where", w.WHERE),
    ("who", w.WHO),
    ("which", w.WHICH),
    ("what", w.WHAT),
)
"""The phrases that ask for each kind."""

_ORDERS: tuple[tuple[Flag, frozenset[str]], ...] = (
    ("highest", w.HIGHEST),
    ("lowest", w.LOWEST),
    ("earliest", w.EARLIEST),
    ("latest", w.LATEST),
)
_NO_END = (("at", "least"), ("at", "most"), ("most", "recent"), ("most", "of"))
"""Phrases with a word for the highest or lowest that ask for neither."""

_FLAGS: tuple[tuple[Flag, frozenset[str]], ...] = (
    *_ORDERS,
    ("confirming", w.CONFIRMING),
    ("denying", w.DENYING),
    ("will", w.WILL),
    ("ahead", w.AHEAD),
    ("judging", w.JUDGING),
    ("saying", w.SAYING),
    ("planned", w.PLANNED),
    ("much", w.PAID | {"much"}),
)
"""The words of which one is enough for a flag."""

_GREETING = ("and", "so", "but", "well", "hello", "hi", "please")
_POLITE = ("could", "can", "would", "do")
"""Auxiliaries with which a request begins as often as a question of yes or no: could you tell me who."""

_PAST = frozenset(("did", "was", "were", "has", "had"))
_PRESENT = frozenset(("is", "are", "does", "do", "should"))
"""Auxiliaries by which when asks for what has been or is still to come."""

_COMPARING = frozenset(("versus", "vs", "compare"))
_ANYTHING = frozenset(("anything", "something"))
_DATING = frozenset(("date", "dates"))


def kind_of(words: Sequence[str]) -> tuple[Kind, set[int]]:
    """Return the kind of a question, and the places of the words that ask."""
    asking = _first_asking(words)
    if _asks_how_a_number_moved(words):
        # Nothing was moved, or changed over, but the number.
        return "change", {place for place, word in enumerate(words) if word in w.MOVING}
    if _asks_for_whatever_is_said(words):
        return "what", {0}
    if _is_yes_or_no(words, asking) or (asking is None and _ends_by_asking(words)):
        return "yes-no", set()
    if asking is None:
        return _kind_without_asking(words), set()
    at, length, kind = asking
    return _kind_by_nouns(words, kind), set(range(at, at + length))


def _asks_how_a_number_moved(words: Sequence[str]) -> bool:
    """Say whether it is asked how, or if at all, a number that somebody gives has changed: has the estimate risen."""
    begins = words[0] in w.HAVE | w.DO | w.BE or list(words[:2]) in (["how", "has"], ["how", "have"], ["how", "did"])
    return begins and not w.COUNTING.isdisjoint(words[1:6]) and not w.MOVING.isdisjoint(words[2:])


def _asks_for_whatever_is_said(words: Sequence[str]) -> bool:
    """Say whether it is asked if somebody said anything, and so what: did NATO say anything about the troops."""
    said = any(word in w.SAYING and behind in _ANYTHING for word, behind in pairwise(words))
    return said and words[0] in w.DO | w.HAVE


def _first_asking(words: Sequence[str]) -> tuple[int, int, Kind] | None:
    """Return the place, length and kind of the phrase that asks: the first, and of several there the longest."""
    found = []
    for kind, phrases in _PHRASES:
        for phrase in phrases:
            at = _find(words, phrase)
            if at >= 0:
                found.append((at, -len(phrase), kind))
                break
    if not found:
        return None
    at, length, kind = min(found)
    return at, -length, kind


def _is_yes_or_no(words: Sequence[str], asking: tuple[int, int, Kind] | None) -> bool:
    opening = next((word for word in words if word not in _GREETING), "")
    if words[0] == "any" and not w.COUNTING.isdisjoint(words[1:2]):
        return False
    if opening in _POLITE or words[0] in ("any", "anyone", "anybody"):
        return asking is None or (opening in w.AUXILIARIES and opening not in _POLITE and asking[0] > 0)
    if asking is None and any(before.isdecimal() and word in w.AUXILIARIES for before, word in pairwise(words)):
        # In November 2024 was it still so: the time before the auxiliary opens the question.
        return True
    return opening in w.AUXILIARIES and (asking is None or asking[0] > 0)


def _ends_by_asking(words: Sequence[str]) -> bool:
    """Say whether a statement is put as a question at its end: he does, isn't it, right?"""
    return words[-1] in ("right", "correct") or (
        len(words) > 2 and words[-2] in w.AUXILIARIES and words[-1] in w.PRONOUNS
    )


def _kind_without_asking(words: Sequence[str]) -> Kind:
    bag = set(words)
    if w.LISTING & bag:
        return "list"
    if _COMPARING & bag:
        return "compare"
    if any(word in _DATING and before != "to" for before, word in pairwise(words)):
        # Shoigu visit dates: asked for as in a note, by the noun at its end.
        return "when"
    return "how-many" if w.COUNTING & bag else "what"


def _kind_by_nouns(words: Sequence[str], kind: Kind) -> Kind:
    """Return the kind that a phrase that asks has with the nouns beside it: what change, which number, what list."""
    bag = set(words) - _shared(words)
    if _COMPARING & bag:
        return "compare"
    if kind in ("what", "which", "how-many") and w.CHANGING & bag and words[0] in ("how", "what", "by", "has"):
        by_how_much = words[0] == "by" or (words[0] == "how" and list(words[1:2]) in (["did"], ["has"], ["have"]))
        # What grew out of it is something that was done, and no count.
        of_a_count = words[0] != "what" or not w.CHANGE.isdisjoint(bag)
        kind = "change" if (kind == "what" and of_a_count) or by_how_much else kind
    if kind in ("what", "which"):
        return "list" if w.LISTING & bag else "how-many" if w.COUNTING & bag else kind
    return kind


def _shared(words: Sequence[str]) -> set[str]:
    """Return the word for a share where it is a verb, and asks for none: what did Russia share with them."""
    at = words.index("share") if "share" in words else 0
    done = not w.DO.isdisjoint(words[:at]) and list(words[at + 1 : at + 2]) == ["with"]
    return {"share"} if done else set()


def _find(words: Sequence[str], phrase: tuple[str, ...]) -> int:
    """Return the place of a phrase among words; -1 where it is none."""
    if phrase[0] not in words:
        return -1
    for at in range(len(words) - len(phrase) + 1):
        if words[at] == phrase[0] and tuple(words[at : at + len(phrase)]) == phrase:
            return at
    return -1


def flags_of(words: Sequence[str], kind: Kind, named: Collection[int] = ()) -> frozenset[Flag]:
    """Return by what order or standing the question chooses.

    Args:
        words: the words of the question.
        kind: its kind.
        named: the places of words that are part of a name, and put nothing in order.
    """
    bag = set(words)
    found = {flag for flag, table in _FLAGS if bag & table}
    ordering = {word for place, word in enumerate(words) if place not in named}
    found -= {flag for flag, table in _ORDERS if not ordering & table}
    if any(_find(words, phrase) >= 0 for phrase in _NO_END):
        found -= {"highest", "lowest"}
    still = kind == "when" and bag & _PRESENT
    if (bag & _PAST or ("when" in bag and not still)) and not bag & w.WILL:
        found.add("past")
    if "past" in found and bag & w.PLANNED <= w.MORE:
        # More that were sent are no plan.
        found.discard("planned")
    if kind == "who" and bag & (w.SAYING | {"source", "according", "says", "claim", "claims", "estimate", "whose"}):
        found.add("claimant")
    if _asks_why(words, kind):
        found.add("reason")
    if _calls_untrue(words):
        found.add("denying")
    if any(_find(words, phrase) >= 0 for phrase in w.RIGHTLY):
        found.add("judging")
    return frozenset(found)


def _calls_untrue(words: Sequence[str]) -> bool:
    """Say whether somebody is asked to have called something untrue, or said that it was: did he call it fake news."""
    for place, word in enumerate(words):
        if word not in w.UNTRUE:
            continue
        before = words[:place]
        # That it was a lie ends there: a fake passport is one.
        article = word == words[-1] and before[-1:] in (["a"], ["an"])
        is_so = not w.BE.isdisjoint(before[-2:-1] if article else before[-1:])
        if not w.CALLING.isdisjoint(before) or (is_so and not w.SAYING.isdisjoint(before)):
            return True
    return False


def asks_why(text: str) -> bool:
    """Say whether a question asks for a reason: why, what for."""
    words = fold(text).split()
    return _asks_why(words, kind_of(words)[0])


def _asks_why(words: Sequence[str], kind: Kind) -> bool:
    ends_in_for = words[-1] == "for" and kind in ("what", "when")
    return ends_in_for or any(_find(words, phrase) >= 0 for phrase in w.REASONS)


def measure_of(words: Sequence[str]) -> Measure:
    """Return another measure than a number that the question asks for; empty for none."""
    shared = _shared(words)
    text = f" {' '.join(word for word in words if word not in shared)} "
    for measure, phrases in w.MEASURES.items():
        if any(f" {phrase} " in text for phrase in phrases):
            return measure
    return ""


def rate_of(words: Sequence[str], taken: set[int]) -> tuple[Period, set[int]]:
    """Return per what time the question asks, and the places of the words that say so."""
    for place, word in enumerate(words):
        if place in taken:
            continue
        for period, adverbs in w.RATES.items():
            if word in adverbs.split():
                return period, {place}
            if word == period and place and place - 1 not in taken and _is_per(words, place - 1):
                return period, {place - 1, place}
    return "", set()


def _is_per(words: Sequence[str], place: int) -> bool:
    """Say whether a word before that for a time means each: a week does, but not in a week."""
    if words[place] == "a":
        return not (place and words[place - 1] in ("within", "in", "for", "over", "about"))
    return words[place] in ("per", "each", "every")
