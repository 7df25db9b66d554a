"""What the words of a question are to each other: who does what to whom, where, and what is asked for."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.claimants import (
    NATIONAL,
    claims,
    may_claim,
    says_whose,
    stands_over,
    with_speakers,
    without_owners,
)
from nkfacts.ask.understanding.nations import as_city_or_state, with_nations
from nkfacts.ask.understanding.question import WHOSE, Kind, Mention, Question, Token
from nkfacts.ask.understanding.verbs import is_bare_participle, is_passive, verbs_in

_GOING_ABOUT = w.TRYING | w.words(
    "decide decides decided manage manages managed begin begins began start starts started"
)
"""Verbs that before "to" and another tell that it was done, or that somebody was about to."""

_ONLY_SAYING = w.SAYING - w.CONFIRMING - w.DENYING


def with_roles(question: Question, lexicon: Lexicon) -> Question:
    """Return the question with the roles of its mentions, the claimants among them, and the mention it asks for.

    Args:
        question: the question with its mentions.
        lexicon: the names and words of the base.
    """
    tokens = question.tokens
    mentions = with_nations(list(question.mentions), tokens, lexicon)
    mentions = with_speakers(mentions, tokens, lexicon)
    comparing, open_ = question.kind == "compare", question.kind == "what"
    mentions = [
        m._replace(
            claims=claims(m, tokens, lexicon)
            or (comparing and may_claim(m, lexicon))
            or (open_ and stands_over(m, tokens, lexicon))
        )
        for m in mentions
    ]
    mentions = [m for i, m in enumerate(mentions) if not (i and _only_says(m, mentions[i - 1]))]
    mentions = [m._replace(kind="light") if _only_begins(m, mentions, tokens) else m for m in mentions]
    mentions = without_owners(mentions, tokens, lexicon)
    verbs = verbs_in(mentions, tokens)
    nominals = [i for i, m in enumerate(mentions) if i not in verbs and m.kind in ("name", "thing") and not m.claims]
    for i in nominals:
        if mentions[i].role:
            continue
        role, verb = _prepositional(i, mentions, tokens, verbs)
        if role:
            mentions[i] = mentions[i]._replace(role=role, verb=verb)
    for i in nominals:
        if _is_whose(i, mentions, tokens, verbs, lexicon):
            mentions[i] = mentions[i]._replace(role=WHOSE, verb=i + 1)
    plain = [i for i in nominals if not mentions[i].role and not _describes(i, mentions, tokens)]
    _bind_to_verbs(verbs, plain, mentions, tokens)
    _join_to_neighbours(plain, mentions, tokens)
    mentions = [m._replace(role="subject") if _stands_as_subject(m, tokens) else m for m in mentions]
    mentions = [as_city_or_state(m, mentions, tokens) for m in mentions]
    return question._replace(mentions=tuple(mentions), hole=next(_asked_for(question.kind, mentions, tokens), -1))


def _is_whose(
    i: int, mentions: Sequence[Mention], tokens: Sequence[Token], verbs: Sequence[int], lexicon: Lexicon
) -> bool:
    """Say whether a nation stands before the noun of a deed as whose it is: Ukrainian losses, Russia's imports."""
    one = mentions[i]
    other = mentions[i + 1] if i + 1 < len(mentions) else None
    if other is None or i + 1 in verbs or one.end != other.start or other.kind != "action":
        return False
    return says_whose(one, tokens) and lexicon.country(one.meanings) is not None


def _describes(i: int, mentions: Sequence[Mention], tokens: Sequence[Token]) -> bool:
    """Say whether a mention only tells whose or what the noun behind it is.

    So do nations before a name (the North Korean 528th Regiment), whoever reports (the MSMT report), and what
    somebody is (the prisoner Ri).
    """
    one = mentions[i]
    behind = tokens[one.end].word if one.end < len(tokens) else ""
    if one.kind == "name" and behind in w.ESTIMATES and not tokens[one.end - 1].stop:
        return True
    other = mentions[i + 1] if i + 1 < len(mentions) else None
    if other is None or one.end != other.start:
        return False
    if one.kind == "name" and tokens[one.end - 1].possessive:
        return True
    if one.kind == "thing":
        return other.kind == "name"
    return one.kind == "name" and other.kind in ("name", "thing", "word") and one.text.endswith(NATIONAL)


def _only_says(mention: Mention, before: Mention) -> bool:
    """Say whether a verb behind a claimant tells that he says something, whatever else it may tell: MSMT concludes."""
    says = mention.kind == "action" and mention.text in _ONLY_SAYING
    return says and before.claims and before.end == mention.start


def _only_begins(mention: Mention, mentions: Sequence[Mention], tokens: Sequence[Token]) -> bool:
    """Say whether a verb tells only that the deed behind it was gone about: decide to send, try to escape.

    What was done was decided before, and what is planned is told as planned.
    """
    if mention.text not in _GOING_ABOUT or [token.word for token in tokens[mention.end : mention.end + 1]] != ["to"]:
        return False
    return any(m.start == mention.end + 1 and m.kind in ("action", "light") for m in mentions)


def _asked_for(kind: Kind, mentions: Sequence[Mention], tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the places of mentions that may be what a question of a kind asks for."""
    for i, mention in enumerate(mentions):
        counted = mention.kind in ("thing", "name", "word") and not mention.claims
        chosen = mention.kind == "thing" and mention.role in ("", "subject", "object", "patient", "in")
        named = counted and mention.start > 0 and tokens[mention.start - 1].word == "what"
        if (kind == "how-many" and counted) or (kind == "which" and chosen) or (kind == "what" and named):
            yield i


def _stands_as_subject(mention: Mention, tokens: Sequence[Token]) -> bool:
    """Say whether a name without a role stands behind an auxiliary, as who does it."""
    if mention.kind != "name" or mention.role or mention.claims or not mention.start:
        return False
    return tokens[mention.start - 1].word in w.DO | w.HAVE


def _prepositional(
    i: int, mentions: Sequence[Mention], tokens: Sequence[Token], verbs: Sequence[int]
) -> tuple[str, int]:
    """Return the preposition before a mention, and the action it belongs to."""
    place = mentions[i].start - 1
    while (
        place >= 0
        and (tokens[place].word in w.DETERMINERS or _is_number(tokens[place].word))
        and not tokens[place].stop
    ):
        place -= 1
    if place < 0 or tokens[place].word not in w.PREPOSITIONS or tokens[place].stop:
        return "", -1
    if place + 1 < mentions[i].start and _measures(place, tokens):
        return "", -1
    if tokens[place].word == "of" and place and tokens[place - 1].word in _KIND_NOUNS:
        # What kind of weapons they are is asked of the weapons.
        return "", -1
    before = [j for j, m in enumerate(mentions[:i]) if any(meaning.part == "actions" for meaning in m.meanings)]
    behind = [j for j in verbs if j > i]
    verb = before[-1] if before else behind[0] if behind else -1
    return tokens[place].word, verb


def _measures(place: int, tokens: Sequence[Token]) -> bool:
    """Say whether a preposition only tells of what size a number is: over 600 soldiers, up to 100,000, 5 to 20 men."""
    number = next((token.word for token in tokens[place + 1 :] if token.word not in w.DETERMINERS), "")
    if not _is_number(number):
        return False
    word, before = tokens[place].word, tokens[place - 1].word if place else ""
    return word in _MEASURING or (word == "to" and (before in ("up", "close") or _is_number(before)))


_KIND_NOUNS = w.words("kind kinds type types sort sorts")
_MEASURING = frozenset(("about", "around", "over", "under", "near"))


def _is_number(word: str) -> bool:
    return word.replace(".", "", 1).replace(",", "").isdecimal()


def _bind_to_verbs(
    verbs: Sequence[int], plain: Sequence[int], mentions: list[Mention], tokens: Sequence[Token]
) -> None:
    """Give the mentions without a preposition their roles by the verbs beside them."""
    start = 0
    for v, following in pairwise([*verbs, len(mentions)]):
        _bind_before(v, [i for i in plain if start <= i < v and not mentions[i].role], mentions, tokens)
        behind = [i for i in plain if v < i < following and _directly_behind(mentions[v], mentions[i], tokens)]
        # Who is there stands behind the verb: are there soldiers on Ukrainian soil.
        role = "subject" if "there" in mentions[v].text.split() else "object"
        for i in behind[:2]:
            if not mentions[i].role:
                mentions[i] = mentions[i]._replace(role=role, verb=v)
        start = v + 1


def _bind_before(v: int, free: Sequence[int], mentions: list[Mention], tokens: Sequence[Token]) -> None:
    """Give the mentions before a verb their roles."""
    if not free:
        return
    *others, last = free
    if is_passive(mentions[v], tokens):
        mentions[last] = mentions[last]._replace(role="patient", verb=v)
        return
    if mentions[last].kind != "name" and is_bare_participle(mentions[v], tokens):
        # "shells shipped", "troops sent": who does it is not said.
        mentions[last] = mentions[last]._replace(verb=v)
        return
    mentions[last] = mentions[last]._replace(role="subject", verb=v)
    # What stands before the auxiliary and the subject is what the question asks for: which ships did Russia use.
    between = tokens[mentions[free[0]].end : mentions[last].start]
    asked = any(token.word in w.ACTIVE for token in between)
    for i in others:
        if asked:
            mentions[i] = mentions[i]._replace(role="object", verb=v)
        elif _joined(mentions[i], mentions[last], tokens):
            mentions[i] = mentions[i]._replace(role="subject", verb=v)


def _join_to_neighbours(plain: Sequence[int], mentions: list[Mention], tokens: Sequence[Token]) -> None:
    """Give a mention without a role that of the one before it, where "and" or "or" joins the two."""
    for i in plain:
        one, other = mentions[i - 1], mentions[i]
        if i - 1 in plain and one.role and not other.role and _joined(one, other, tokens):
            mentions[i] = other._replace(role=one.role, verb=one.verb)


def _directly_behind(verb: Mention, mention: Mention, tokens: Sequence[Token]) -> bool:
    between = [token.word for token in tokens[verb.end : mention.start]]
    return not any(word in w.PREPOSITIONS - {"than", "about", "around"} for word in between)


def _joined(one: Mention, other: Mention, tokens: Sequence[Token]) -> bool:
    between = [token.word for token in tokens[one.end : other.start] if token.word not in w.DETERMINERS]
    return between in (["and"], ["or"], []) and (between != [] or tokens[one.end - 1].stop)
