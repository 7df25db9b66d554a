"""The numbers of a sentence that count something: with their qualifier, range, scale and measure.

What is no amount is left out: dates, years, times of day, ages, ordinals, numbers of telephones, sections, models
and the like.
"""

import re
from collections.abc import Callable, Sequence

from nkfacts.ask.understanding.words import NUMBER_WORDS
from nkfacts.hints import NamedTuple
from nkfacts.model.amounts import LARGEST
from nkfacts.verifying.elliptic import is_one_of_them
from nkfacts.verifying.no_amounts import DASHES, is_a_size, names_something, numbers_an_item, value_of
from nkfacts.verifying.sentences import Word

_SIGNS = {"$": "dollars", "\u20ac": "euros", "\u00a3": "pounds", "\u20a9": "won"}
_CURRENCIES = frozenset(("dollars", "dollar", "usd", "euros", "euro", "eur", "won", "rubles", "roubles", "ruble",
                         "rouble", "pounds", "yuan", "yen"))  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "mln": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12,
    "dozen": 12,
}  # fmt: skip
_TEENS = {"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
_DIGITS = {"one": 1, **{word: value for word, value in NUMBER_WORDS.items() if word not in ("dozen", "zero")}, **_TEENS}
_VAGUE = ("dozens", "hundreds", "thousands", "millions", "billions")
MANY = "many"
"""An amount in words that any large number bears out, as in "with many others injured"."""

_FRACTIONS = {
    "half": 50.0,
    "third": 100 / 3,
    "thirds": 100 / 3,
    "quarter": 25.0,
    "quarters": 25.0,
    "fifth": 20.0,
    "tenth": 10.0,
}

_QUALIFIERS = {
    tuple(phrase.split()): qualifier
    for qualifier, phrases in {
        "about": "about, around, some, roughly, approximately, an estimated, estimated, circa, close to, more or less, "
        "in the region of, in the order of, approx",
        "nearly": "nearly, almost, just under, just short of",
        "more-than": "more than, over, above, upwards of, well over, in excess of, just over, greater than, exceeding",
        "at-least": "at least, no fewer than, no less than, not less than, a minimum of, not fewer than",
        "up-to": "up to, as many as, as much as, a maximum of, at most, no more than, not more than",
        "fewer-than": "fewer than, less than, under, below",
        "exactly": "exactly, precisely",
    }.items()
    for phrase in phrases.split(", ")
}
_SURPASSING = ("exceed", "exceeds", "exceeded", "topped", "tops", "surpassed", "surpasses")
"""Verbs that say of the number behind them that there are more."""

_BY_POINTS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
"""A number whose thousands points may part."""

_LONGEST_QUALIFIER = max(map(len, _QUALIFIERS))
_BEHIND = {("or", "more"): "at-least", ("or", "so"): "about", ("at", "least"): "at-least", ("at", "most"): "up-to"}


class Amount(NamedTuple):
    """A number of a sentence.

    Attributes:
        first: the place of the first word that belongs to it, its qualifier among them.
        last: the place behind the last.
        low: the number, or the lower end of a range; None where it is words.
        high: the number, or the upper end; None where it is words.
        qualifier: how it is meant, as in ``nkfacts.model.amounts``; empty for none.
        words: an amount in words such as "several million"; empty for a number.
        unit: percent, or the currency; empty for what is counted.
        core: the place of the first word of the number itself.
    """

    first: int
    last: int
    low: float | None
    high: float | None
    qualifier: str = ""
    words: str = ""
    unit: str = ""
    core: int = 0


def amounts_in(words: Sequence[Word], taken: set[int], is_people: Callable[[str], bool] | None = None) -> list[Amount]:
    """Return the amounts of a sentence, in their order.

    Args:
        words: its words.
        taken: the places of words that are times.
        is_people: says whether a word means people, of whom one is a number beside others; None for no word.
    """
    found: list[Amount] = []
    place = 0
    while place < len(words):
        amount = None if place in taken else _amount(words, place, taken)
        if amount is None and place not in taken and is_one_of_them(words, place, is_people if found else None):
            amount = _qualified(words, Amount(place, place + 1, 1.0, 1.0, core=place))
        if amount is None:
            place += 1
            continue
        found.append(amount)
        place = max(amount.last, place + 1)
    return found


def _amount(words: Sequence[Word], place: int, taken: set[int]) -> Amount | None:
    sign = _SIGNS.get(words[place].folded, "")
    at = place + bool(sign)
    if at == len(words):
        return None
    vague = _vague(words, at)
    if vague is not None:
        last, text = vague
        return _with_unit(words, Amount(place, last, None, None, "", text, sign, place))
    share = _fraction(words, at)
    if share is not None:
        return _qualified(words, share)
    number = _number(words, at, taken)
    if number is None or numbers_an_item(words, place):
        return None
    low, last = number
    if not sign and names_something(words, place, last, low):
        return None
    high, last, low = _upper_end(words, low, last, taken)
    amount = _with_unit(words, Amount(place, last, low, high, "", "", sign, place))
    if amount.unit == "" and is_a_size(words, amount.last):
        return None
    return _qualified(words, amount)


def _number(words: Sequence[Word], place: int, taken: set[int]) -> tuple[float, int] | None:
    """Return the number that begins at a place and the place behind it; None where none does."""
    if place >= len(words) or place in taken:
        return None
    word = words[place].folded
    value = value_of(word.replace(".", "") if _is_grouped(words, place) else word)
    last = place + 1
    if value is None:
        value = _DIGITS.get(word)
        if value is None:
            if word == "a" and last < len(words) and words[last].folded in _SCALES:
                value = 1
            else:
                return None
        elif value >= 20 and value % 10 == 0:
            tens = last + (last < len(words) and words[last].folded in DASHES)
            if tens < len(words) and 0 < _DIGITS.get(words[tens].folded, 0) < 10:
                value, last = value + _DIGITS[words[tens].folded], tens + 1
    scaled = False
    while last < len(words) and words[last].folded in _SCALES and not words[last - 1].stop:
        value, last, scaled = min(value * _SCALES[words[last].folded], 10.0 * LARGEST), last + 1, True
    # "Two" and "one" in words are of nothing that is claimed, unless something is counted by them.
    if (word in ("one", "a") and not scaled) or value > LARGEST:
        return None
    return float(value), last


def _is_grouped(words: Sequence[Word], place: int) -> bool:
    """Say whether points part the thousands of a number: 2.000, unless what it is a number of may be parted."""
    word, following = words[place].folded, words[place + 1].folded if place + 1 < len(words) else ""
    if not _BY_POINTS.fullmatch(word):
        return False
    measured = following in _SCALES or following in _CURRENCIES or following in ("%", "percent", "pct", "per")
    return word.count(".") > 1 or not (measured or (place > 0 and words[place - 1].folded in _SIGNS))


def _fraction(words: Sequence[Word], place: int) -> Amount | None:
    """Return the share of a whole that words name, in percent: a third of, two thirds of, half of."""
    many = {"a": 1, "one": 1, "two": 2, "three": 3}.get(words[place].folded, 0)
    at = place + bool(many)
    at += bool(many) and at < len(words) and words[at].folded in DASHES
    if at + 1 >= len(words) or words[at].folded not in _FRACTIONS or words[at + 1].folded not in ("of", "the"):
        return None
    part = _FRACTIONS[words[at].folded] * max(many, 1)
    return Amount(place, at + 1, part, part, "about", "", "percent", place) if part < 100 else None


def _vague(words: Sequence[Word], place: int) -> tuple[int, str] | None:
    """Return the end and the words of an amount without a number: several million, tens of thousands, dozens."""
    at = place
    if [word.folded for word in words[at : at + 2]] in (["many", "others"], ["many", "more"]):
        return at + 2, MANY
    if at < len(words) and words[at].folded in ("several", "a") and at + 1 < len(words):
        few = words[at].folded == "a" and words[at + 1].folded in ("few", "couple")
        if words[at].folded == "several" or few:
            at += 1 + few
            if at < len(words) and words[at].folded in _SCALES:
                return at + 1, f"several {words[at].folded}"
            return None
    if at < len(words) and words[at].folded in (*_VAGUE, "tens"):
        said = [words[at].folded]
        while at + 2 < len(words) and words[at + 1].folded == "of" and words[at + 2].folded in _VAGUE:
            said += ["of", words[at + 2].folded]
            at += 2
        return (at + 1, " ".join(said)) if said != ["tens"] else None
    return None


def _upper_end(words: Sequence[Word], low: float, last: int, taken: set[int]) -> tuple[float, int, float]:
    """Return the upper end of a range behind its lower one, the place behind it, and the lower end as scaled."""
    if last + 1 >= len(words) or words[last - 1].stop not in ("", "\u2014"):
        return low, last, low
    between = words[last].folded
    before = [word.folded for word in words[max(0, last - 6) : last]]
    joins = between in (*DASHES, "to", "or") or (between == "and" and "between" in before)
    if not joins:
        return low, last, low
    at = last + 1 + (words[last + 1].folded in _SIGNS)
    upper = _number(words, at, taken)
    if upper is None:
        return low, last, low
    high, end = upper
    scale = next((_SCALES[w.folded] for w in words[at:end] if w.folded in _SCALES and w.folded != "dozen"), 1)
    if low < high and scale > 1 and low * scale < high and low < 1000:
        low *= scale
    return (high, end, low) if low < high else (low, last, low)


def _with_unit(words: Sequence[Word], amount: Amount) -> Amount:
    last = amount.last
    following = words[last].folded if last < len(words) else ""
    if following in ("%", "percent", "pct"):
        return amount._replace(last=last + 1, unit="percent")
    if following == "per" and words[last + 1 : last + 2] and words[last + 1].folded == "cent":
        return amount._replace(last=last + 2, unit="percent")
    if following in ("us", "u s") and words[last + 1 : last + 2] and words[last + 1].folded in _CURRENCIES:
        return amount._replace(last=last + 2, unit=_currency(words[last + 1].folded))
    if following in _CURRENCIES:
        return amount._replace(last=last + 1, unit=_currency(following))
    return amount


def _currency(word: str) -> str:
    return {"dollar": "dollars", "usd": "dollars", "euro": "euros", "eur": "euros"}.get(word, word)


def _qualified(words: Sequence[Word], amount: Amount) -> Amount:
    """Return an amount with the words before and behind it that say how it is meant."""
    before = [word.folded for word in words[max(0, amount.first - _LONGEST_QUALIFIER) : amount.first]]
    for length in range(len(before), 0, -1):
        stopped = any(word.stop for word in words[amount.first - length : amount.first])
        qualifier = _QUALIFIERS.get(tuple(before[-length:]))
        if qualifier and not stopped:
            return amount._replace(first=amount.first - length, qualifier=qualifier)
    if before[-1:] and before[-1] in _SURPASSING:
        amount = amount._replace(qualifier="more-than")
    if before[-1:] == ["between"] or before[-1:] == ["from"]:
        amount = amount._replace(first=amount.first - 1) if amount.low != amount.high else amount
    behind = tuple(word.folded for word in words[amount.last : amount.last + 2])
    if behind in _BEHIND:
        return amount._replace(last=amount.last + 2, qualifier=_BEHIND[behind])
    if behind[:1] == ("+",):
        return amount._replace(last=amount.last + 1, qualifier="at-least")
    return amount
