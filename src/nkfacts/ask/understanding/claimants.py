"""Who is said, in a question, to claim what it asks about."""

from collections.abc import Sequence
from itertools import takewhile

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.terms.matter import ASKED_ABOUT
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import SPEAKER, Mention, Token

GIVING = w.words("give gives gave given put puts putting count counts counted see saw add added call called mean meant")
"""Words of saying that are deeds too: they are of saying only beside a noun that asks for a number."""

_FINITE_SAYING = w.words(
    "says said claims claimed told reported reports estimated estimates put reckoned reckons believes believed "
    "thinks thought announced announces confirmed confirms admitted admits acknowledged acknowledges denied "
    "denies gave gives counted counts assessed assesses stated states revealed warned predicted expected "
    "expects foresaw foresee foresees puts place places placed expecting saw sees judge judged"
)
"""Words of saying that follow whoever says it; others do behind an auxiliary: did Kyiv say, which reports say."""

_MADE_BY = w.ESTIMATES | {"said", "told", "reported", "estimated", "claimed", "given", "put"}
_BETWEEN = w.HAVE | w.DO | {"ever", "first", "also", "publicly", "officially"}
"""Words that may stand between who says something and the word of saying."""

_AUXILIARIES = w.HAVE | w.DO | w.MODALS
NATIONAL = ("an", "ish", "ese", "ch")
"""How names end of nations whose something is: the Ukrainian count."""

_BEFORE_A_CLAIMANT = w.NEWS | w.DETERMINERS | {"from", "by"}
_BEHIND_A_DEED = w.PREPOSITIONS | w.AUXILIARIES

_GUESSES = w.words("estimate estimates assessment figure figures report reports claim claims count")
"""What stands behind a deed as somebody's estimate of it: the British casualty estimate, but not the British toll."""


def claims(mention: Mention, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether a mention is of whoever the question says, or asks, to claim something."""
    named = [m.id for m in mention.meanings if m.part in ("entities", "things")]
    if mention.kind not in ("name", "thing") or all(_says_nothing(id_, lexicon) for id_ in named):
        return False
    words = [token.word for token in tokens]
    before, behind = words[: mention.start], words[mention.end :]
    while before and before[-1] in w.DETERMINERS:
        before.pop()
    return (
        _is_source(mention, before)
        or _has_estimate(mention, tokens[mention.end - 1], behind)
        # A name with a mark behind it opens the question as who is asked: Seoul: how many?
        or (mention.start == 0 and tokens[mention.end - 1].stop and len(behind) > 1)
        or (before[-1:] == ["by"] and (tokens[mention.end - 1].possessive or not _MADE_BY.isdisjoint(before[-4:])))
        or _says(words, before, behind)
    )


def _says_nothing(id_: str, lexicon: Lexicon) -> bool:
    """Say whether an id is of a place that is no state: Belgorod confirms nothing."""
    return lexicon.is_place(id_) and id_ not in lexicon.countries


def stands_over(mention: Mention, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether a claimant stands over what is asked of, as in a headline: HUR on shells, latest from Seoul."""
    words = [token.word for token in tokens]
    opens = _BEFORE_A_CLAIMANT.issuperset(words[: mention.start])
    over = stands_before_a_subject(mention, tokens) and len(words) > mention.end + 1
    return opens and over and w.AUXILIARIES.isdisjoint(words) and may_claim(mention, lexicon)


def stands_before_a_subject(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether what a claimant speaks of follows: HUR on, Seoul about."""
    return any(token.word in ("on", "about") for token in tokens[mention.end : mention.end + 1])


def with_speakers(mentions: Sequence[Mention], tokens: Sequence[Token], lexicon: Lexicon) -> list[Mention]:
    """Join a nation to the noun behind it for whoever of it says things: a Japanese broadcaster, Seoul's ministry."""
    found: list[Mention] = []
    for mention in mentions:
        if found and found[-1].role == SPEAKER and mention.start < found[-1].end:
            continue
        country = lexicon.country(mention.meanings)
        if mention.nation is not None and tokens[mention.end - 1].word in w.SPEAKERS:
            found.append(mention._replace(role=SPEAKER))
        elif country is not None and _is_of_speaker(mention, tokens):
            noun = tokens[mention.end].word
            found.append(
                mention._replace(end=mention.end + 1, text=f"{mention.text} {noun}", nation=country, role=SPEAKER)
            )
        else:
            found.append(mention)
    return found


def without_owners(mentions: Sequence[Mention], tokens: Sequence[Token], lexicon: Lexicon) -> list[Mention]:
    """Join whose somebody is to the claimant who is named behind it: NATO's Rutte says no more than Rutte."""
    found: list[Mention] = []
    for mention in mentions:
        owner = found[-1] if found else None
        if owner is not None and _owns(owner, mention, tokens, lexicon):
            found[-1] = mention._replace(start=owner.start)
        else:
            found.append(mention)
    return found


def _owns(owner: Mention, mention: Mention, tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    adjacent = owner.end == mention.start and owner.kind == "name" and tokens[owner.end - 1].possessive
    named = [m.id for m in mention.meanings if m.part == "entities"]
    return adjacent and mention.claims and bool(named) and not any(map(lexicon.is_place, named))


def _is_of_speaker(mention: Mention, tokens: Sequence[Token]) -> bool:
    return says_whose(mention, tokens) and mention.end < len(tokens) and tokens[mention.end].word in w.SPEAKERS


def says_whose(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether a name stands as whose the next word is: Ukraine's, or Ukrainian."""
    last = tokens[mention.end - 1]
    return not last.stop and (last.possessive or mention.text.endswith(NATIONAL))


def may_claim(mention: Mention, lexicon: Lexicon) -> bool:
    """Say whether a name may be of a claimant: a person, a body, or a state that the base is not about."""
    ids = [m.id for m in mention.meanings if m.part == "entities"]
    states = lexicon.countries - lexicon.subjects
    return mention.kind == "name" and any(id_ in states or not lexicon.is_place(id_) for id_ in ids)


def _is_source(mention: Mention, before: Sequence[str]) -> bool:
    """Say whether words of attribution stand before a mention: per the NIS, not so much per soldier."""
    if not any(tuple(before[-len(phrase) :]) == phrase for phrase in w.ACCORDING):
        return False
    return before[-1] != "per" or (mention.kind == "name" and _may_estimate(mention))


def _has_estimate(mention: Mention, last: Token, behind: Sequence[str]) -> bool:
    """Say whether an estimate stands behind a mention as its own: Seoul's latest count, the Ukrainian figure."""
    # A total of something is an estimate; total casualties are none.
    estimates = w.ESTIMATES.intersection(behind[:4]) - ({"total"} if _tells_of_the_next("total", behind) else set())
    if last.possessive and estimates:
        return True
    if mention.kind != "name" or not _may_estimate(mention):
        return False
    near = list(takewhile(lambda word: word not in _BEHIND_A_DEED, behind[:3]))
    return near[:1] != [] and (near[0] in w.COUNTING or (mention.text.endswith(NATIONAL) and near[-1] in _GUESSES))


def _tells_of_the_next(word: str, words: Sequence[str]) -> bool:
    """Say whether a word stands before one that is no word of grammar, as an adjective does."""
    at = words.index(word) if word in words else len(words)
    return at + 1 < len(words) and words[at + 1] not in w.GRAMMAR


def _may_estimate(mention: Mention) -> bool:
    """Say whether a name before an estimate is of who makes it: a person, a body, or a nation as an adjective."""
    if mention.text.endswith(NATIONAL):
        return True
    return mention.text not in ASKED_ABOUT and not any(m.reading == "capital" for m in mention.meanings)


def _says(words: Sequence[str], before: Sequence[str], behind: Sequence[str]) -> bool:
    """Say whether a word of saying follows as what somebody does."""
    skipped = len(list(takewhile(_BETWEEN.__contains__, behind[:4])))
    saying = behind[skipped] if skipped < len(behind) else ""
    if saying not in w.SAYING or (saying in GIVING and w.COUNTING.isdisjoint(words)):
        return False
    opens = not before or before[-1] in w.CONJUNCTIONS | w.PRONOUNS
    asks = opens or not _AUXILIARIES.isdisjoint(before)
    return asks or saying in _FINITE_SAYING or skipped > 0
