"""The words of a text that may narrow what a number of it counts: young, seriously, by drones, in one battle."""

from collections.abc import Iterator, Sequence

from nkfacts.ask.gate.slots import AT
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Token
from nkfacts.hints import NamedTuple
from nkfacts.verifying.pieces import Piece
from nkfacts.verifying.sentences import Word
from nkfacts.verifying.wording import NO_DEEDS

BY = frozenset(("by", "subject"))
TOWARDS = frozenset(("to", "into", "onto"))
PLACES = TOWARDS | {*AT, "from"}
NARROWING = frozenset(("in", "at", "on", "near", "of", "from", "with", "during", "under", "through", "for", "inside"))
"""Prepositions behind which stands where, how or of what; behind the others stands what came about beside it."""

ONE = frozenset(("one", "single", "same"))
_SPANS = w.words("hour hours day days night week weeks month months fortnight weekend morning")
LOOSE = w.words(
    """war fighting combat battle battles battlefield battlefields conflict invasion action service operation operations
    campaign clash clashes hostilities deployment offensive offensives counteroffensive front frontline frontlines line
    lines military army armed area region zone theatre theater soil territory territories support aid help behalf effort
    efforts course addition average recent past far ranks duty ground western neighbouring neighboring ongoing"""
)
"""Words that tell no more than that it is the war."""

LOOSE_ACTIONS = ("fight", "help", "serve", "join", "reinforce")
"""What those who were sent to the war were sent for."""

_COLOURING = w.words(
    """reportedly allegedly probably presumably likely highly nearly roughly approximately recently newly officially
    previously currently already publicly originally initially collectively jointly apparently actually certainly
    secretly effectively truly merely only early estimated record staggering whopping further additional fellow
    supposedly purportedly believed known confirmed combined cumulative communist regime own dead deployed"""
)
"""Words that say how something is told, and narrow nothing."""

_TELLING_NOTHING = NO_DEEDS | _COLOURING | w.LIGHT | w.GRAMMAR

_ENDING = w.words(
    "since after before while as than because which who whom that when where although though but if despite"
)

_WITHIN = ("in", "within", "during", "on")
_AND = ("and", "or")
_WHILE = "while"
_EACH = w.words("all both each every")
_OF_THEM = w.words("of them whom these one were was are is being been")


class Phrase(NamedTuple):
    """Words of a text that narrow what a number of it counts.

    Attributes:
        role: how: attribute, manner, and, subject, purpose, or the preposition.
        mention: what they mean; None where only a span of time is named.
        first: the place of the first of them among the tokens of the piece.
        last: the place behind the last.
        one: whether they say that it is a single one.
    """

    role: str
    mention: Mention | None
    first: int
    last: int
    one: bool = False


def phrases_of(piece: Piece) -> Iterator[Phrase]:
    """Yield what narrows a number: before what it counts, beside its deed, and behind that up to another clause."""
    tokens, mentions = piece.question.tokens, piece.question.mentions
    place = next((p for p in range(len(tokens) - 1) if [t.word for t in tokens[p : p + 2]] == ["how", "many"]), -1)
    if place < 0:
        return
    end = _end_of_clause(tokens, place)
    deed, counted = piece.deed, piece.counted
    by_place = {p: m for m in mentions for p in range(m.start, m.end)}
    head = counted.start if counted is not None and counted.start > place else place
    for at in range(place + 2, head):
        mention = by_place.get(at)
        if mention is not None and mention.kind == "word" and mention.text not in _COLOURING:
            yield Phrase("attribute", mention, at, at + 1)
    if deed is not None:
        yield from _beside(deed, tokens, by_place)
        index = mentions.index(deed)
        if deed.start < place:
            doing = (m for m in mentions if m.end <= deed.start and m.role in ("", "subject") and m.verb == index)
            subjects = (m for m in doing if not m.claims)
            yield from (Phrase("subject", m, m.start, m.end) for m in subjects)
        elif counted is not None and place < counted.start < deed.start:
            yield from _behind(counted.end, deed.start, tokens, by_place)
    behind = max(place + 2, *(m.end for m in (deed, counted) if m is not None), 0)
    if behind <= end:
        yield from _behind(behind, end, tokens, by_place)


def _end_of_clause(tokens: Sequence[Token], place: int) -> int:
    for at in range(place + 2, len(tokens)):
        if tokens[at].word in _ENDING and not _goes_on(tokens, at):
            return at
        if tokens[at].stop:
            return at + 1
    return len(tokens)


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Say whether what a word opens is told of those who are counted: because of drones, while surrendering."""
    word, behind = tokens[place].word, tokens[place + 1].word if place + 1 < len(tokens) else ""
    return (word, behind) == ("because", "of") or (word == _WHILE and behind.endswith("ing"))


def _beside(deed: Mention, tokens: Sequence[Token], by_place: dict[int, Mention]) -> Iterator[Phrase]:
    """Yield the adverbs beside a deed: seriously wounded."""
    before = deed.start - 1
    while (
        before >= 0 and not tokens[before].stop and (tokens[before].word in w.AUXILIARIES or _is_adverb(tokens, before))
    ):
        if _is_adverb(tokens, before) and before in by_place:
            yield Phrase("manner", by_place[before], before, before + 1)
        before -= 1
    if (
        deed.end < len(tokens)
        and not tokens[deed.end - 1].stop
        and _is_adverb(tokens, deed.end)
        and deed.end in by_place
    ):
        yield Phrase("manner", by_place[deed.end], deed.end, deed.end + 1)


def _is_adverb(tokens: Sequence[Token], place: int) -> bool:
    word = tokens[place].word
    return word[-2:] == "ly" and word not in _COLOURING | w.LIGHT


def _behind(first: int, end: int, tokens: Sequence[Token], by_place: dict[int, Mention]) -> Iterator[Phrase]:
    """Yield what stands behind a deed: with a preposition before it, joined by and, or as what it was done for."""
    role, begin, one = "", first, False
    at = first
    while at < end:
        word, mention = tokens[at].word, by_place.get(at)
        if word in _SPANS and role in _WITHIN and tokens[at - 1].word != "recent":
            yield Phrase(role, None, begin, at + 1)
        if mention is None:
            opened = _opened(tokens, at, role, by_place)
            if opened is not None:
                role, begin, one = opened, at, False
            one = one or word in ONE
            at += 1
            continue
        one = one or mention.text in ONE
        if mention.kind == "word" and _is_adverb(tokens, at):
            yield Phrase("manner", mention, at, at + 1)
        elif mention.text not in ONE and _narrows(mention, role, one=one):
            yield Phrase(role, mention, begin, mention.end, one)
        at = max(mention.end, at + 1)
        # Behind a name only what is joined to it is told of with it.
        ends = mention.kind == "name" and not (at < end and tokens[at].word in _AND)
        if ends or (mention.kind in ("action", "light") and role in ("and", "purpose")):
            role = ""


def _opened(tokens: Sequence[Token], place: int, role: str, by_place: dict[int, Mention]) -> str | None:
    """Return the role of what a word opens, empty for none that narrows; None where the word opens nothing."""
    word, before = tokens[place].word, by_place.get(place - 1)
    if word in _AND and not role:
        return "and"
    if word == "to" and _is_deed(by_place.get(place + 1)):
        return "purpose"
    if word in w.PREPOSITIONS - {_WHILE}:
        # The Kursk region of western Russia: a place is told of no more by that in which it lies.
        return "" if word == "of" and before is not None and before.kind == "name" else word
    if word == _WHILE:
        return "purpose"
    return "" if word in w.AUXILIARIES and role != "and" else None


def _narrows(mention: Mention, role: str, *, one: bool) -> bool:
    """Say whether a mention with such a word before it narrows what is told."""
    if mention.claims or mention.kind in ("number", "count", "figure") or set(mention.text.split()) <= _TELLING_NOTHING:
        return False
    if role == "and":
        return mention.kind == "action" or (mention.kind == "word" and mention.text.endswith(("ed", "en")))
    if role in BY | TOWARDS:
        return True
    if role == "purpose":
        return mention.kind == "action" or (mention.kind == "word" and mention.text.endswith("ing"))
    if role not in NARROWING:
        return False
    if mention.kind == "name" or one:
        return True
    return not set(mention.text.split()) <= LOOSE and not any(
        m.id in ("war", "front", "fight") for m in mention.meanings
    )


def _is_deed(mention: Mention | None) -> bool:
    return (
        mention is not None and mention.kind in ("action", "light") and any(m.shape == "base" for m in mention.meanings)
    )


def aside_of(words: Sequence[Word], place: int) -> tuple[int, int]:
    """Return the words behind a mark in which something is said of all who were counted: 600, all of them conscripts.

    Args:
        words: the words of a sentence.
        place: the place behind the number.

    Returns:
        The places of the first of them and behind the last; the same two for none.
    """
    for at in range(place - 1, len(words) - 1):
        if words[at].stop and words[at + 1].folded in _EACH:
            first = at + 2
            while first < len(words) and words[first].folded in _OF_THEM and not words[first - 1].stop:
                first += 1
            return first, next((p + 1 for p in range(first, len(words)) if words[p].stop), len(words))
    return place, place
