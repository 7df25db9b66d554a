"""A question read: words split, respelt, looked up, and joined to what they say of each other."""

from collections.abc import Iterable, Sequence

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding import times
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.kinds import flags_of, kind_of, measure_of, rate_of
from nkfacts.ask.understanding.mentions import mentions_in
from nkfacts.ask.understanding.naming import asks_for_a_name
from nkfacts.ask.understanding.numbers import numbers_in
from nkfacts.ask.understanding.question import Flag, Kind, Mention, Period, Question, Token
from nkfacts.ask.understanding.respelling import respelt
from nkfacts.ask.understanding.roles import with_roles
from nkfacts.ask.understanding.times import Time
from nkfacts.hints import NamedTuple
from nkfacts.query.base import Base
from nkfacts.text import fold

MOST_WORDS = 60
"""Words of a question that are read; the rest is left out, and said to be."""

_LIGHT_BESIDE_NO = w.LIGHT | {"never"}
"""Did they never, did they not: as English has it, both ask for the deed."""

_STOPS = ",;:?!.()\u2014\u2013"


def read(text: str, lexicon: Lexicon, today: str) -> Question:
    """Read a question.

    Args:
        text: the question as typed.
        lexicon: the names and words of the base.
        today: the day from which "last winter" and a month without a year count back.
    """
    tokens = _tokens(text)
    if not tokens:
        return Question(text, (), "what", refusal="there is no word in it")
    tokens, changed = respelt(tokens, lexicon)
    words = [token.word for token in tokens]
    # 2,000 counts something; no year is written so.
    named_times = times.find(["" if "," in token.typed else token.word for token in tokens], today)
    kind, asking = kind_of(words)
    rate = _rate(tokens, _places(named_times), lexicon)
    taken = _places(named_times) | rate.places
    numbers = numbers_in(tokens, taken)
    taken |= _places(numbers)
    mentions = mentions_in(tokens, taken | asking if kind == "change" else taken, lexicon)
    taken |= _places(mentions)
    light = _LIGHT_BESIDE_NO if kind == "yes-no" else w.LIGHT
    plain = [
        Mention(place, place + 1, token.word, "word")
        for place, token in enumerate(tokens)
        if place not in taken | asking and token.word not in light and len(token.word) > 1
    ]
    question = Question(
        text,
        tuple(tokens),
        kind,
        mentions=tuple(sorted([*mentions, *numbers, *plain])),
        light=tuple(token.word for place, token in enumerate(tokens) if place not in taken and token.word in light),
        times=tuple(named_times),
        measure=measure_of(words),
        per=rate.per,
        # The first half of a year puts nothing in order.
        flags=flags_of(words, kind, _in_names(mentions) | _places(named_times)) | _asking_for_a_name(kind, tokens),
        respelt=changed,
        refusal="" if rate.is_only_one else "it asks for two rates at once",
    )
    return with_roles(question, lexicon)


def _asking_for_a_name(kind: Kind, tokens: Sequence[Token]) -> set[Flag]:
    return {"name"} if asks_for_a_name(kind, tokens) else set()


class _Rate(NamedTuple):
    """Per what time a question asks, the places of the words that say so, and whether it asks per no other."""

    per: Period
    places: set[int]
    is_only_one: bool


def _rate(tokens: Sequence[Token], taken: set[int], lexicon: Lexicon) -> _Rate:
    """Return the rate that a question asks for, among the words that are not taken and are no part of a name."""
    words = [token.word for token in tokens]
    per, places = rate_of(words, taken)
    if per:
        # The Daily Mail tells no rate.
        named = [mention for mention in mentions_in(tokens, taken, lexicon) if mention.kind == "name"]
        per, places = rate_of(words, taken | _places(name for name in named if name.end - name.start > 1))
    other = rate_of(words, taken | places)[0] if per else ""
    return _Rate(per, places, other in ("", per))


def read_by(text: str, base: Base, lexicon: Lexicon) -> Question:
    """Read a question whose times count from the day of a base, or else from that on which its file was updated.

    Args:
        text: the question as typed.
        base: the base.
        lexicon: the names and words of the base.
    """
    return read(text, lexicon, base.as_of or base.header["updated"])


def _in_names(mentions: Iterable[Mention]) -> set[int]:
    """Return the places of words that are part of what something is called, as the first of "first wave"."""
    return {place for each in mentions if each.kind in ("name", "thing") for place in range(each.start, each.end - 1)}


def _places(found: Iterable[Time | Mention]) -> set[int]:
    """Return the places of the words of what was found."""
    return {place for each in found for place in range(each.start, each.end)}


def _tokens(text: str) -> list[Token]:
    """Return the words of a question, as far as it is read: a number is one, what a hyphen joins are several."""
    tokens: list[Token] = []
    for piece in text.replace("\u2019", "'").replace("\u2018", "'").split():
        bare = piece.strip("\"'()[]{}\u00ab\u00bb\u201c\u201d,;:?!.\u2014\u2013")
        stop = piece[-1:] in _STOPS or piece.rstrip("\"')")[-1:] in _STOPS
        possessive = bare[-2:].lower() == "'s" or bare[-2:] == "s'"
        if possessive:
            bare = bare[:-2] if bare[-2:].lower() == "'s" else bare[:-1]
        if bare.replace(",", "").replace(".", "", 1).isdecimal() and bare[-1:] != ".":
            parts = [bare.replace(",", "")]
        else:
            parts = fold(bare.replace("/", " ")).split()
        for number, part in enumerate(parts):
            last = number == len(parts) - 1
            tokens.append(Token(part, bare if len(parts) == 1 else part, possessive and last, stop and last))
            if len(tokens) == MOST_WORDS:
                return tokens
    return tokens
