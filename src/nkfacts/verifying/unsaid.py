"""What a text says that somebody did not say: never said, has yet to confirm, refused to say; it is false that."""

from collections.abc import Iterator, Sequence

from nkfacts.ask.understanding import words as w
from nkfacts.hints import NamedTuple
from nkfacts.model.records import Fact
from nkfacts.verifying import claims
from nkfacts.verifying.claims import Finding
from nkfacts.verifying.sentences import Word
from nkfacts.verifying.wording import DEEDS_TOO, DENIES, NOUNS_TOO, PARTS, SAYS

_CONFIRMS = w.CONFIRMING | w.words(
    """confirming admitting acknowledging conceding verify verifies verified verifying prove proves proved proven
    corroborate corroborates corroborated substantiate substantiated acknowledgement acknowledgment evidence proof"""
)
_OTHER_FORMS = w.words(
    """announcing revealing disclosing disclose declare declaring assert asserts asserted asserting giving write writing
    mentioning speaking note add indicate conclude provide provides provided offer offers offered recognise recognises
    recognised recognize recognizes recognized"""
)
_VERBS = (
    (SAYS | w.SAYING | _CONFIRMS | _OTHER_FORMS) - DENIES - w.DENYING - w.words("citing quoting place see saw mean")
)
"""Words of saying in all their forms."""

_NOUNS = _CONFIRMS | w.ESTIMATES | w.words("announcement mention declaration")
"""Nouns of saying, of which there may be none: no confirmation, no word."""

_NOT = w.words("not never cannot hardly scarcely barely") | frozenset(
    word for word in w.AUXILIARIES if word.endswith("nt")
)
_NEVER = (("never",), ("nor",), ("nowhere",), ("no", "time"), ("no", "point"), ("no", "occasion"))
"""Words before a helping verb by which a clause is denied whose subject stands behind that: at no time did he say."""

_REFUSING = w.words(
    """refuse refuses refused refusing decline declines declined declining fail fails failed failing avoid avoids
    avoided avoiding unable unwilling reluctant hesitate hesitates hesitated short neglected omitted without stopped"""
)
_BETWEEN = w.AUXILIARIES | w.words("to of from yet ever even once so far still also itself himself herself themselves")
"""Words that may stand between what denies and the word of saying, beside those in -ly."""

_UNTRUE = w.UNTRUE | w.words("wrong incorrect inaccurate mistaken misleading fiction myth")
_TRUE = w.words("true correct case accurate right truth fact")
_LONGEST = 6
"""The words in which whoever it is stands between a helping verb and the word of saying; before "that" after false."""

_PARTING = w.words("but while whereas although though instead rather however until till")
_UNTIL = w.words("until till")
"""Words by which it was said later: did not confirm it until April."""

_ADMITTED = ("acknowledged", "confirmed")


class Unsaid(NamedTuple):
    """Words of a sentence that tell of what was not said.

    Attributes:
        begin: the place of what denies that it was said.
        first: the place behind the word of saying.
        last: the place behind what was not said.
        confirms: whether to confirm it is more than to say it.
        direct: whether what is told stands behind the word of saying, and so is just what was not said.
    """

    begin: int
    first: int
    last: int
    confirms: bool = False
    direct: bool = True


def unsaid_in(words: Sequence[Word]) -> list[Unsaid]:
    """Return what a sentence says that somebody did not say.

    Args:
        words: the words of the sentence.
    """
    folded = [word.folded for word in words]
    found: dict[int, Unsaid] = {}
    for begin, first in (*_not_said(words, folded), *_untrue(folded), *_not_of_them(folded)):
        last = _end(words, folded, first)
        if _UNTIL.isdisjoint(folded[first : last + 1]) and "until" not in folded[max(0, begin - 1) : first + 1]:
            found.setdefault(first, Unsaid(begin, first, last, not _CONFIRMS.isdisjoint(folded[begin:first])))
    return [*found.values(), *_called_untrue(folded)]


def is_refused(words: Sequence[Word], place: int) -> bool:
    """Say whether what the verb at a place tells is said not to have been done: refused to sign, failed to send."""
    at = place - 1
    while at > 0 and (words[at].folded == "to" or words[at].folded[-2:] == "ly") and not words[at].stop:
        at -= 1
    return 0 <= at < place - 1 and words[at].folded in _REFUSING and not words[at].stop


def unsaid_at(place: int, words: Sequence[Word]) -> Unsaid | None:
    """Return the words by which what stands at a place of a sentence is told as not said; None where it is not."""
    found = unsaid_in(words)
    if not found:
        return None
    for each in found:
        if each.first <= place < each.last:
            return each
    denied = {p for each in found for p in range(each.begin, each.first)}
    says = SAYS - NOUNS_TOO - DEEDS_TOO | {"according"}
    if any(word.folded in says and p not in denied for p, word in enumerate(words)):
        return None
    return next((each._replace(direct=False) for each in found if place < each.begin), None)


def as_unsaid(finding: Finding, unsaid: Unsaid, *, named: bool) -> Finding:
    """Return what is found of something that a text tells as not said, by what is found of it as said.

    Args:
        finding: what is found of it as said.
        unsaid: the words by which it is told as not said.
        named: whether it is told who did not say it.
    """
    if finding.fact is None or finding.verdict in (claims.ABSENT, claims.UNREAD):
        return finding
    if finding.verdict != claims.OTHERWISE and unsaid.direct and named and _is_told(finding.fact, unsaid):
        return Finding(claims.OTHERWISE, finding.fact, reason="the text says that it was not said; it was")
    return Finding(claims.UNREAD, finding.fact, reason="the text says that it was not said; said is")


def _is_told(fact: Fact, unsaid: Unsaid) -> bool:
    """Say whether a fact shows that what was not said was: an estimate confirms nothing."""
    return not unsaid.confirms or fact.status in _ADMITTED


def _not_said(words: Sequence[Word], folded: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of what denies a word of saying, each with that behind the word."""
    for place, word in enumerate(folded):
        if word in _VERBS:
            begin = _denying(words, folded, place)
            if begin >= 0:
                yield begin, place + 1
        if word in _NOUNS and "no" in folded[max(0, place - 2) : place]:
            yield folded.index("no", max(0, place - 2)), place + 1
        for phrase in _NEVER:
            helped = place + len(phrase)
            if (
                tuple(folded[place:helped]) == phrase
                and folded[helped : helped + 1]
                and folded[helped] in w.AUXILIARIES
            ):
                verb = next((p for p in range(helped + 1, _clause(words, helped)) if folded[p] in _VERBS), -1)
                if verb >= 0:
                    yield place, verb + 1


def _clause(words: Sequence[Word], place: int) -> int:
    """Return the place behind the words that follow one up to a mark, few at most."""
    last = min(len(words), place + _LONGEST + 1)
    return next((p + 1 for p in range(place, last) if words[p].stop), last)


def _denying(words: Sequence[Word], folded: Sequence[str], place: int) -> int:
    """Return the place of what denies the word of saying at a place; -1 where nothing does."""
    at = place - 1
    while at >= 0 and not words[at].stop:
        word, behind = folded[at], folded[at + 1]
        if word in _NOT:
            return at if behind not in ("only", "just", "merely") else -1
        if word == "yet" and behind == "to":
            return at
        if word in _REFUSING:
            return at if behind in ("to", "of", "from") or behind.endswith("ing") else -1
        if word not in _BETWEEN and word[-2:] != "ly":
            break
        at -= 1
    return _denying_before_aside(words, folded, place)


def _denying_before_aside(words: Sequence[Word], folded: Sequence[str], place: int) -> int:
    """Return the place of what denies a word of saying, where only when or where stands between: not at any point."""
    for at in range(max(0, place - _LONGEST - 1), place - 1):
        opens = words[at].stop == "," or folded[at + 1] in w.PREPOSITIONS
        between = folded[at + 1 : place]
        if folded[at] in _NOT and opens and _VERBS.isdisjoint(between) and _PARTING.isdisjoint(between):
            return at
    return -1


def _untrue(folded: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of words that call untrue what stands behind "that", each with that behind it."""
    for place, word in enumerate(folded):
        negated = not (_NOT | {"no"}).isdisjoint(folded[max(0, place - 3) : place])
        if (word in _UNTRUE and not negated) or (word in _TRUE and negated):
            that = next((p for p in range(place + 1, min(len(folded), place + _LONGEST)) if folded[p] == "that"), -1)
            if that >= 0:
                yield place, that + 1


def _not_of_them(folded: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of what denies that somebody said it, each with that behind: it was not the NIS that said."""
    for place in range(1, len(folded)):
        if folded[place] not in _NOT or "it" not in folded[max(0, place - 2) : place]:
            continue
        for at in range(place + 2, min(len(folded) - 1, place + _LONGEST)):
            if folded[at] in ("that", "who") and folded[at + 1] in _VERBS:
                yield place, at + 2
                break


def _called_untrue(folded: Sequence[str]) -> Iterator[Unsaid]:
    """Yield what is called untrue behind it: the claim that so many died is false."""
    for place in range(1, len(folded)):
        negated = folded[place - 1] in _NOT
        helped = folded[place - 1 - (negated and folded[place - 1] in ("not", "never"))] in w.BE
        if not helped or folded[place + 1 : place + 2] == ["that"]:
            continue
        if (folded[place] in _UNTRUE and not negated) or (folded[place] in _TRUE - {"right"} and negated):
            that = next((p for p in range(place) if folded[p] == "that"), -1)
            yield Unsaid(place, that + 1, place)


def _end(words: Sequence[Word], folded: Sequence[str], first: int) -> int:
    """Return the place behind what was not said: where something else is told, or said by somebody."""
    stop = len(words)
    for place in range(first, len(words)):
        if folded[place] in _PARTING or words[place - 1].stop == ";":
            return place
        if folded[place] in SAYS - NOUNS_TOO - DEEDS_TOO and place > first:
            marks = [p + 1 for p in range(first, place) if words[p].stop and words[p].stop in PARTS]
            stop = min(stop, marks[-1]) if marks else stop
    return stop
