"""What a number of a sentence is about: the words around it as a question that asks for that number."""

from collections.abc import Callable, Sequence

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question, Token
from nkfacts.ask.understanding.reading import MOST_WORDS, read
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.hints import NamedTuple
from nkfacts.verifying.amounts import Amount
from nkfacts.verifying.as_written import as_verb
from nkfacts.verifying.giving import is_handing_over, with_givers
from nkfacts.verifying.helpers import helping
from nkfacts.verifying.passages import Passage, Row
from nkfacts.verifying.paying import done_to_money
from nkfacts.verifying.wording import NO_DEEDS, PARTS, WEEKDAYS

_MOST_BETWEEN = 4
"""The words, of its own, that may stand between a number and what it counts: 600 elite North Korean soldiers."""

_REACHED = ("reached", "reaches", "reaching")
"""Words that tell a deed only where a name stands right behind: arms reached Russia, where losses reached 4,700."""

_AT = frozenset(("at", "to", "as", "of", "by"))


class Piece(NamedTuple):
    """A number with the words that tell what it is.

    Attributes:
        question: those words, as a question for the number.
        counted: what is counted; None where no word says it.
        deed: the word for what was done; None where no word says it.
        plain: the word behind the number that the base does not know, where that stands for what is counted.
        whole: that of which the number is a share, which is counted too; None where no word says it.
    """

    question: Question
    counted: Mention | None
    deed: Mention | None
    plain: str = ""
    whole: Mention | None = None

    def typed(self, mention: Mention) -> str:
        """Return a mention as it was typed."""
        return " ".join(token.typed for token in self.question.tokens[mention.start : mention.end])

    @property
    def named(self) -> frozenset[str]:
        """The ids of the entities that it names."""
        return frozenset(m.id for each in self.question.mentions for m in each.meanings if m.part == "entities")

    @property
    def is_tenseless(self) -> bool:
        """Whether the form of the deed leaves open whether it is done: a deployment of, tasked with clearing."""
        if self.deed is None or self.deed is self.counted:
            return False
        noun = all(m.is_noun or m.shape == "noun" for m in self.deed.meanings)
        return noun or (self.deed.text.endswith("ing") and w.BE.isdisjoint(helping(self.deed, self.question.tokens)))


def as_question(passage: Passage, rows: Sequence[Row], asked: Amount | None, lexicon: Lexicon, today: str) -> Question:
    """Return rows of words as a question: the number asked for as "how many", other numbers and times left out.

    Args:
        passage: the sentence.
        rows: the rows of words.
        asked: the number that is asked for; None to ask for none.
        lexicon: the names and words of the base.
        today: the day from which times count.
    """
    typed: list[str] = []
    for row in rows:
        typed += _asked(passage, row, asked, lexicon)
        if typed and typed[-1][-1:] not in PARTS:
            typed[-1] += ","
    return _read(passage, typed, lexicon, today)


def as_one_question(passage: Passage, rows: Sequence[Row], asked: Amount, lexicon: Lexicon, today: str) -> Question:
    """Return rows of words as a question for a number, all of them one clause."""
    return _read(passage, [word for row in rows for word in _asked(passage, row, asked, lexicon)], lexicon, today)


def _asked(passage: Passage, row: Row, asked: Amount | None, lexicon: Lexicon) -> list[str]:
    dropped = _left_out(passage, passage.amounts if asked is not None else (), asked)
    typed: list[str] = []
    for place in range(*row):
        if asked is not None and asked.first <= place < asked.last:
            typed += [_asking(asked)] if place == asked.first else []
        elif place not in dropped:
            word = _typed(passage, place)
            typed += as_verb(word, lexicon) if asked is not None and asked.unit else [word]
        elif typed and passage.words[place].stop in PARTS and typed[-1][-1:] not in PARTS:
            # What is left out still ends what it stood in: by July 2025, the NIS said.
            typed[-1] += passage.words[place].stop
    return typed


def as_clause(passage: Passage, rows: Sequence[Row], lexicon: Lexicon, today: str) -> Question:
    """Return rows of words as one clause, as ``ask`` reads it, all numbers and times left out.

    Args:
        passage: the sentence.
        rows: the rows of words.
        lexicon: the names and words of the base.
        today: the day from which times count.
    """
    dropped = _left_out(passage, passage.amounts, None)
    places = [place for first, last in rows for place in range(first, last) if place not in dropped]
    return _read(passage, [_typed(passage, place) for place in places], lexicon, today)


def _typed(passage: Passage, place: int) -> str:
    word = passage.words[place]
    return word.typed + (word.stop if word.stop in PARTS else "")


def _read(passage: Passage, typed: Sequence[str], lexicon: Lexicon, today: str) -> Question:
    question = with_givers(read(" ".join(typed[:MOST_WORDS]).rstrip(","), lexicon, today))
    is_cased = not passage.text[1:].islower()
    flags = question.flags - {"highest", "lowest", "earliest", "latest", "claimant", "reason", "judging"}
    question = without(question, lambda m: _tells_no_deed(m, question) or (is_cased and _is_no_name(m, question)))
    question = question._replace(times=(), hole=-1, flags=flags, refusal="")
    return said_by(question, passage.sources.ids)


def _left_out(passage: Passage, amounts: Sequence[Amount], asked: Amount | None) -> set[int]:
    """Return the places of the words that are not read: times, numbers but for one, the "how" of a question."""
    words = passage.words
    dropped = {p for moment in passage.moments for p in range(moment.first, moment.last)}
    dropped |= {p for p, word in enumerate(words) if word.folded in WEEKDAYS}
    dropped |= {p - 1 for p in dropped if p and words[p - 1].folded == "on"}
    dropped |= {p for p, word in enumerate(words) if word.folded == "how"}
    return dropped | {p for amount in amounts if amount is not asked for p in range(amount.first, amount.last)}


def said_by(question: Question, sources: frozenset[str]) -> Question:
    """Return a question in which those who are said to say it are not taken for who does what it tells."""
    mentions = [m._replace(claims=m.claims or _is_one_of(m, sources)) for m in question.mentions]
    for i, mention in enumerate(mentions[1:]):
        before = mentions[i]
        if mention.claims and before.end == mention.start and question.tokens[before.end - 1].possessive:
            # Ukraine's Vadym Skibitskyi.
            mentions[i] = before._replace(claims=True)
    return question._replace(mentions=tuple(mentions))


def _asking(amount: Amount) -> str:
    unit = {"percent": " percent", "": ""}.get(amount.unit, f" {amount.unit}")
    return f"how many{unit}"


def _has_name_behind(mention: Mention, question: Question) -> bool:
    return any(m.start == mention.end and m.kind == "name" and not m.claims for m in question.mentions)


def _tells_no_deed(mention: Mention, question: Question) -> bool:
    if (mention.text in _REACHED and _has_name_behind(mention, question)) or is_handing_over(mention, question):
        return False
    return mention.kind in ("action", "light", "word") and all(word in NO_DEEDS for word in mention.text.split())


def _is_one_of(mention: Mention, ids: frozenset[str]) -> bool:
    named = {m.id for m in mention.meanings if m.part == "entities"}
    return bool(named) and named <= ids


def piece_of(question: Question, unit: str) -> Piece:
    """Return a question for a number with what it counts and what was done, as the order of words tells it."""
    place = _place(question)
    counted, plain = _counted(question, place + (3 if unit else 2), is_share=unit == "percent")
    if counted is None and not plain:
        counted = _counted_before(question, place)
    whole = _whole(question, counted, place + 3) if unit == "percent" and counted is not None else None
    counted = whole or counted
    at = question.mentions.index(counted) if counted is not None else -1
    asked = question._replace(kind="how-many", hole=at)
    return Piece(asked, counted, _deed(asked, counted, place, whole), plain, whole)


def _whole(question: Question, counted: Mention, place: int) -> Mention | None:
    """Return that of which a share is one, as it stands behind it: half of the shells, of the Korean casualties."""
    between = [token.word for token in question.tokens[place : counted.start]]
    if "of" not in between and w.DETERMINERS.isdisjoint(between):
        return None
    behind = (m for m in question.mentions if m.start == counted.end and m.kind == "action")
    stopped = question.tokens[counted.end - 1].stop
    return next((m for m in behind if not stopped and _may_be_counted(m, question.tokens)), counted)


def _place(question: Question) -> int:
    words = [token.word for token in question.tokens]
    return next((p for p in range(len(words) - 1) if words[p : p + 2] == ["how", "many"]), 0)


def _counted(question: Question, place: int, *, is_share: bool) -> tuple[Mention | None, str]:
    """Return what stands behind the number as what it counts; else the unknown word that stands there."""
    tokens = question.tokens
    by_place = {p: m for m in question.mentions for p in range(m.start, m.end) if m.kind != "word"}
    plain = ""
    for at in range(place, min(len(tokens), place + _MOST_BETWEEN + 1)):
        mention, word = by_place.get(at), tokens[at].word
        if mention is not None and mention.kind not in ("number", "count"):
            return (mention, "") if _may_be_counted(mention, tokens) else (None, plain)
        if mention is not None or word == "of" or (word in w.DETERMINERS and at > place):
            continue
        if word in w.GRAMMAR and not (is_share and at == place):
            break
        plain = plain if word in w.LIGHT else word
        if tokens[at].stop:
            break
    return None, plain


def _may_be_counted(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether a mention behind a number is what it counts: no verb, nor who says it."""
    if is_verb(mention, tokens) and tokens[mention.start - 1].word in w.BE | w.HAVE | w.MODALS:
        return False
    if mention.kind == "name":
        return not mention.claims
    nouns = all(m.is_noun or m.shape == "noun" for m in mention.meanings)
    return mention.kind in ("thing", "figure") or (mention.kind == "action" and nouns)


def _counted_before(question: Question, place: int) -> Mention | None:
    """Return what stands before a number as what it counts: the number of dead at 300, casualties reached 4,000."""
    before = [m for m in question.mentions if m.end <= place and m.kind != "word"]
    if not before or before[-1].claims:
        return None
    last = before[-1]
    # The number of shells delivered at 600.
    counted = before[-2] if len(before) > 1 and _is_done_to(last, before[-2], question.tokens) else last
    between = [token.word for token in question.tokens[last.end : place]]
    tells = bool(between) and all(word in _AT or word in NO_DEEDS or word in w.BE | w.HAVE for word in between)
    is_noun = counted.kind == "thing" or (counted.kind == "action" and any(m.is_noun for m in counted.meanings))
    return counted if tells and is_noun and not any(t.stop for t in question.tokens[last.end - 1 : place]) else None


def _is_done_to(deed: Mention, thing: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether a participle stands right behind that to which it was done: shells delivered."""
    done = any(m.part == "actions" and m.shape == "participle" for m in deed.meanings)
    return done and thing.kind == "thing" and thing.end == deed.start and not tokens[thing.end - 1].stop


def _deed(question: Question, counted: Mention | None, place: int, whole: Mention | None) -> Mention | None:
    """Return the word for what was done to what is counted, or by it; to a share of the losses not those."""
    mentions, tokens = question.mentions, question.tokens
    if whole is not None and whole.kind == "action":
        return next((m for m in mentions if m.start >= whole.end and _is_deed(m, tokens)), whole)
    if counted is not None:
        if counted.kind == "action":
            return counted
        if counted.verb >= 0 and _is_deed(mentions[counted.verb], tokens) and mentions[counted.verb].kind != "light":
            return mentions[counted.verb]
    before = [m for m in mentions if m.end <= place and _is_deed(m, tokens)]
    behind = [m for m in mentions if m.start >= place and m is not counted and _is_deed(m, tokens)]
    if counted is None and (paid := done_to_money(question, place)) is not None and _is_deed(paid, tokens):
        return paid
    if counted is None:
        return next(iter(behind), None) or (before[-1] if before else None)
    close = [m for m in before if not any(token.stop for token in question.tokens[m.end - 1 : place])]
    return close[-1] if close else next(iter(behind), None) or (before[-1] if before else None)


def _is_deed(mention: Mention, tokens: Sequence[Token]) -> bool:
    if not any(m.part == "actions" for m in mention.meanings):
        return False
    return mention.kind in ("action", "light") or (mention.kind == "thing" and is_verb(mention, tokens))


def without_deeds_of_speech(question: Question) -> Question:
    """Return a question without the words that tell nothing of what was done; what was bound to them is free."""
    return without(question, lambda mention: _tells_no_deed(mention, question))


def without(question: Question, is_left_out: Callable[[Mention], bool]) -> Question:
    """Return a question without some of its mentions; what was bound to them is free."""
    kept = [i for i, m in enumerate(question.mentions) if not is_left_out(m)]
    places = {old: new for new, old in enumerate(kept)}
    mentions = tuple(question.mentions[i]._replace(verb=places.get(question.mentions[i].verb, -1)) for i in kept)
    return question._replace(mentions=mentions)


def _is_no_name(mention: Mention, question: Question) -> bool:
    """Say whether a word that may be a name is written as other words are, in a text that knows capitals: the time.

    Two words are no other ones by chance: the memorial museum.
    """
    if mention.kind != "name" or mention.end - mention.start > 1:
        return False
    typed = [token.typed for token in question.tokens[mention.start : mention.end]]
    return all(word.isascii() and word.islower() for word in typed) and not any(
        m.part in ("things", "actions") for m in mention.meanings
    )
