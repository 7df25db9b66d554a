"""The deed that a clause tells of those who are counted, where a second word for a deed stands beside them."""

from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.verifying.claims import UNREAD, Finding
from nkfacts.verifying.helpers import helping
from nkfacts.verifying.pieces import Piece, without

_PEOPLE = ("thing", "name")


def with_main_deed(question: Question) -> Question:
    """Return a question without the deeds beside the one that it tells of those who are counted.

    Soldiers deployed to Russia have been killed; North Korea has lost so many soldiers killed.
    """
    mentions = question.mentions
    left_out: set[int] = set()
    for i in range(1, len(mentions)):
        before, deed = mentions[i - 1], mentions[i]
        if before.kind not in _PEOPLE or before.end != deed.start or not _is_participle(deed):
            continue
        told = _told_behind(question, i)
        left_out |= {j for j in range(i, told) if mentions[j].kind in ("action", "light")}
        if told < 0 and (verb := _lost(question, before, deed)) >= 0:
            left_out.add(verb)
    return without(question, lambda mention: mentions.index(mention) in left_out) if left_out else question


def _is_participle(mention: Mention) -> bool:
    return mention.kind == "action" and any(m.shape == "participle" for m in mention.meanings)


def _told_behind(question: Question, i: int) -> int:
    """Return the place of the deed that is told behind another, with what helps it, before any mark: have been killed.

    Returns:
        Its place among the mentions; -1 for none.
    """
    tokens, mentions, deed = question.tokens, question.mentions, question.mentions[i]
    for j in range(i + 1, len(mentions)):
        other = mentions[j]
        if any(token.stop for token in tokens[deed.end - 1 : other.start]):
            return -1
        is_deed = any(m.part == "actions" for m in other.meanings)
        if is_deed and not w.BE.isdisjoint(helping(other, tokens)):
            return j if tokens[deed.end].word not in w.CONJUNCTIONS else -1
    return -1


def _lost(question: Question, counted: Mention, deed: Mention) -> int:
    """Return the place of the verb by which people were lost, where a word behind them tells how; -1 for none."""
    if counted.role != "object" or not any(m.id == "lose" for m in question.mentions[counted.verb].meanings):
        return -1
    ends = deed.end == len(question.tokens) or question.tokens[deed.end - 1].stop
    return counted.verb if ends or question.tokens[deed.end].word in w.PREPOSITIONS | w.CONJUNCTIONS else -1


def as_lost(finding: Finding, piece: Piece) -> Finding:
    """Return a finding as it is of those who were lost, where so many killed are told of."""
    deed = piece.deed
    if finding.neighbour is None or deed is None or deed.kind != "action" or piece.counted is deed:
        return finding
    if not any(m.id == "lose" and not m.is_noun for m in deed.meanings):
        return finding
    return Finding(UNREAD, finding.neighbour, reason="it is not clear what became of those who were lost; said is")
