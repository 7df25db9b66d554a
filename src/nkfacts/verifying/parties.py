"""Whether a sentence tells of somebody or something unknown to the base, as who does a deed or as what is done."""

from collections.abc import Sequence

from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.claimants import NATIONAL
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.verifying.wording import NO_DEEDS

_MOST_BETWEEN = 4
"""The words between a preposition and who stands before a verb: of a whole regiment."""

_BESIDE = (
    w.AUXILIARIES
    | w.PLANNED
    | w.words(
        "also first later then not never to jointly reportedly already again and continues continued began helped"
    )
)
"""Words that may stand between who does something and the verb."""


def has_unknown_parties(question: Question, deed: Mention, told: Sequence[Mention] = ()) -> bool:
    """Say whether a word that the base does not know stands before a verb as who acts, or behind it as what is done.

    What is read of such a sentence is not what it says: Somebody sent soldiers to Kursk, North Korea sent tanks.

    Args:
        question: the sentence.
        deed: the verb.
        told: mentions that are looked at by themselves, whether the base knows their words or not.
    """
    tokens = question.tokens
    if not is_verb(deed, tokens):
        return False
    known = {p for m in question.mentions if m.kind != "word" or m in told for p in range(m.start, m.end)}
    place = deed.start - 1
    while place >= 0 and not tokens[place].stop and (tokens[place].word in _BESIDE or tokens[place].word[-2:] == "ly"):
        place -= 1
    if place >= 0 and not tokens[place].stop and _is_unknown(tokens[place].word, place, known):
        # The soldiers of a regiment died: what stands behind a preposition did not do it.
        before = [token.word for token in tokens[max(0, place - _MOST_BETWEEN - 1) : place]]
        if w.PREPOSITIONS.isdisjoint(before):
            return True
    if _is_joined_by_unknown(question, place, known):
        return True
    unknown = False
    adjectives = {m.start for m in question.mentions if m.kind == "name" and m.text.endswith(NATIONAL)}
    for at in range(deed.end, len(tokens)):
        if at in adjectives and not tokens[at].stop and _is_unknown_noun(question, at + 1, known):
            # The Chinese embassy is no China.
            return True
        if at in known or tokens[at].word in w.PREPOSITIONS | w.CONJUNCTIONS or tokens[at - 1].stop:
            return unknown and at not in known
        unknown |= _is_unknown(tokens[at].word, at, known)
    return unknown


def _is_joined_by_unknown(question: Question, place: int, known: set[int]) -> bool:
    """Say whether somebody whom the base does not know acts too, with who stands before a verb: Xi and Kim signed."""
    tokens, joined = question.tokens, False
    while True:
        own = next((m for m in question.mentions if m.start <= place < m.end and m.kind != "word"), None)
        if own is None:
            return False
        place = own.start - 1
        while place >= 0 and tokens[place].word in w.DETERMINERS and not tokens[place].stop:
            place -= 1
        if place < 0 or not (tokens[place].word in ("and", "or") or (joined and tokens[place].stop)):
            return False
        place -= tokens[place].word in ("and", "or")
        joined = True
        if place >= 0 and _is_unknown(tokens[place].word, place, known):
            return True


def _is_unknown_noun(question: Question, place: int, known: set[int]) -> bool:
    tokens = question.tokens
    return place < len(tokens) and _is_unknown(tokens[place].word, place, known)


def _is_unknown(word: str, place: int, known: set[int]) -> bool:
    return place not in known and word not in w.LIGHT and word not in NO_DEEDS and word.isalpha()
