"""Who is set beside whom in a question, and of what: Seoul's and Kyiv's figures for killed, the NIS versus Zelensky."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nkfacts.ask.both.differences import FEWER, MORE
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.claimants import GIVING, may_claim
from nkfacts.ask.understanding.question import SPEAKER, Mention, Question, Token
from nkfacts.hints import NamedTuple

AGREEING = w.words("agree agrees agreed same match matches matching equal")
DIFFERING = w.DISPUTING | w.words("differ differs differed differing different difference diverge gap apart")
_SET_BESIDE = w.words("compare compares compared comparing comparison versus vs against")
_COMPARING = AGREEING | DIFFERING | _SET_BESIDE | MORE | FEWER
"""Words by which one is set beside another: that they agree, that they differ, which of them says more."""

SHARES = w.words("share percentage percent proportion rate")
"""Words that ask for another measure than a number, and are part of what is compared."""

_ADJOINING = w.words("and versus vs against with from than to")
_APART = w.words("versus vs against with from than to")
"""Words that join two who stand side by side, and those before the second where what is compared stands between."""

_ATTRIBUTING = w.words("according by per of as that those")
_SAYING = w.SAYING - GIVING
_OF_A_STATE = w.words("official officials government side authorities")
"""Nouns for those who speak for their state: its papers and experts do not."""

_ASKED_WITH = w.words("how what which who whose whom is there do you tell me please ones one sides side")
_UNTOLD = (
    (_COMPARING | w.SAYING | w.ESTIMATES | w.COUNTING | w.AUXILIARIES | _ATTRIBUTING | _ASKED_WITH | w.DETERMINERS)
    | w.words("much many far on about number numbers amount between")
) - SHARES
"""Words that tell of the comparison, and nothing of what is compared."""


_SIGNS = _COMPARING | w.SAYING | w.ESTIMATES | frozenset(("according", "on", "about"))
"""Words of which a question has one that sets claimants side by side."""


class Side(NamedTuple):
    """One who is set beside others: as typed, and the ids of whom it may mean."""

    text: str
    ids: tuple[str, ...]


class Sides(NamedTuple):
    """Who are set beside each other, and of what.

    Attributes:
        sides: who, in the order of the question.
        about: what is compared, in the words of the question.
        compared: whether the question has a word for comparing them, and does not only name both.
        either: whether one of them is asked for: the NIS or HUR.
    """

    sides: tuple[Side, ...]
    about: str
    compared: bool
    either: bool = False


class Asked(NamedTuple):
    """A question that sets claimants side by side, as it was read, and who they are."""

    question: Question
    sides: Sides
    words: frozenset[str]

    @property
    def affirming(self) -> bool:
        """Whether it asks for a yes or no: do they agree on how many were killed."""
        opening = self.question.tokens[0].word
        return not self.sides.either and (self.question.kind == "yes-no" or opening in w.AUXILIARIES)

    @property
    def more(self) -> int:
        """Which it asks for: 1 the one who says more, -1 the one who says less, 0 neither."""
        return 1 if self.words & MORE else -1 if self.words & FEWER else 0


def may_set_beside(words: Sequence[str]) -> bool:
    """Say whether some words of a question may set claimants side by side, before it is read."""
    return not _SIGNS.isdisjoint(words)


def sides_of(question: Question, lexicon: Lexicon) -> Sides | None:
    """Return who are set beside each other as claimants; None where the question does no such thing.

    Args:
        question: the question as read.
        lexicon: the names and words of the base.
    """
    words = {token.word for token in question.tokens}
    compared = not words.isdisjoint(_COMPARING)
    joined = _joined(question, lexicon, compared=compared)
    if not joined or not _is_of_claims(joined, question.tokens):
        return None
    sides = tuple(Side(_typed(question.tokens[m.start : m.end]), _meant(m, lexicon)) for m in joined)
    about = topic(question, joined)
    ends = {mention.end for mention in joined}
    # What each is held to have said is a question for each: Zelensky 4,000 killed vs the NIS 300.
    numbered = any(mention.kind == "number" and mention.start in ends for mention in question.mentions)
    if not about or numbered or len({side.ids for side in sides}) < len(sides):
        return None
    either = any(token.word == "or" for token in question.tokens[joined[0].end : joined[-1].start])
    return Sides(sides, about, compared, either)


def topic(question: Question, beside: Sequence[Mention] = ()) -> str:
    """Return what a comparison is of, in the words of the question: no one who is compared, and no word for comparing.

    Args:
        question: the question as read.
        beside: the mentions of those who are compared.
    """
    tokens = question.tokens
    left_out = {place for mention in beside for place in range(mention.start, mention.end)}
    kept: set[int] = set()
    for mention in question.mentions:
        places = range(mention.start, mention.end)
        if mention.kind != "light" and not _UNTOLD.issuperset(tokens[place].word for place in places):
            kept.update(left_out.symmetric_difference(places) - left_out)
    kept.update(place for place, token in enumerate(tokens) if token.word in SHARES)
    first = min(kept, default=0)
    kept.update(place for time in question.times for place in range(time.start, time.end))
    for place in sorted(kept, reverse=True):
        at = place - 1
        while at > first and at not in kept and tokens[at].word in w.DETERMINERS:
            at -= 1
        if at > first and at not in kept | left_out and tokens[at].word in w.PREPOSITIONS - {"than", "between"}:
            kept.add(at)
    return _typed([tokens[place] for place in sorted(kept)])


def _joined(question: Question, lexicon: Lexicon, *, compared: bool) -> tuple[Mention, ...]:
    """Return those of a question who stand side by side, or of whom the last stands behind what is compared."""
    able = [mention for mention in question.mentions if _meant(mention, lexicon)]
    row: list[Mention] = []
    for one, other in pairwise(able):
        if _stand_together(one, other, question, compared=compared):
            row = [*row, other] if row[-1:] == [one] else row or [one, other]
    if row or not compared:
        return tuple(row)
    pairs = ((one, other) for one, other in pairwise(able) if _stand_apart(one, other, question))
    return next(pairs, ())


def _stand_together(one: Mention, other: Mention, question: Question, *, compared: bool) -> bool:
    tokens = question.tokens
    between = [token.word for token in tokens[one.end : other.start]]
    if not between:
        return tokens[one.end - 1].stop
    # Whether it was this one or that is another question than which of the two says more.
    joining = (_ADJOINING | {"or"} if _says_which(question) else _ADJOINING) if compared else {"and"}
    light = joining | w.DETERMINERS | _ATTRIBUTING | w.ESTIMATES | {"in", "to", "does", "do", "did", "compared"} | MORE
    return light.issuperset(between) and not joining.isdisjoint(between)


def _says_which(question: Question) -> bool:
    words = {token.word for token in question.tokens}
    return question.kind != "yes-no" or not (words.isdisjoint(MORE | FEWER) or words.isdisjoint(w.COUNTING))


def _stand_apart(one: Mention, other: Mention, question: Question) -> bool:
    """Say whether what is compared stands between two: HUR's number of shells compared with Seoul's."""
    tokens = question.tokens
    before = [token.word for token in tokens[one.end : other.start]]
    while before and before[-1] in w.DETERMINERS | _ATTRIBUTING:
        before.pop()
    behind = {token.word for token in tokens[other.end :]} - _UNTOLD
    timed = {tokens[place].word for time in question.times for place in range(time.start, time.end)}
    return before[-1:] != [] and before[-1] in _APART and behind <= timed | w.PREPOSITIONS | {"right", "true", "it"}


def _is_of_claims(joined: Sequence[Mention], tokens: Sequence[Token]) -> bool:
    """Say whether two are set beside each other by what they say, and not by what they have or do."""
    words = {token.word for token in tokens}
    if any(mention.claims for mention in joined) or not words.isdisjoint(_SAYING | DIFFERING):
        return True
    over = tokens[joined[-1].end : joined[-1].end + 1]
    if not joined[0].start and over and over[0].word in ("on", "about"):
        # As in a headline: Kyiv and Seoul on workers.
        return True
    counting = not words.isdisjoint(w.COUNTING | {"many"})
    return counting and not words.isdisjoint(w.SAYING | AGREEING | w.ESTIMATES)


def _meant(mention: Mention, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the ids of whom a mention may mean as a claimant: of a capital the state; none where it is nobody."""
    if mention.role == SPEAKER and mention.nation and mention.text.split()[-1] in _OF_A_STATE:
        return (mention.nation,)
    states = tuple(m.id for m in mention.meanings if m.reading == "capital")
    named = states or tuple(dict.fromkeys(m.id for m in mention.meanings if m.part == "entities"))
    said = mention.claims or may_claim(mention, lexicon) or any(id_ in lexicon.countries for id_ in named)
    return named if mention.kind == "name" and said else ()


def _typed(tokens: Sequence[Token]) -> str:
    return " ".join(_spelt(tokens))


def _spelt(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens[:-1]:
        yield f"{token.typed}'s" if token.possessive else token.typed
    yield from (token.typed for token in tokens[-1:])
