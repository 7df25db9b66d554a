"""Whether a word that may tell that somebody says something tells that he gives somebody something."""

from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question

_GIVING = w.words("give gives gave given giving")


def is_handing_over(mention: Mention, question: Question) -> bool:
    """Say whether a verb tells that something is given to somebody, and not as a number: gave North Korea shells.

    Args:
        mention: the verb.
        question: the words that it stands in.
    """
    tokens = question.tokens
    if mention.text not in _GIVING or mention.end >= len(tokens) or tokens[mention.end - 1].stop:
        return False
    return _has_receiver(mention.end, question) or _is_given_it(mention, question)


def with_givers(question: Question) -> Question:
    """Return a question in which whoever gives somebody something does that, and says nothing."""
    mentions = list(question.mentions)
    for i, deed in enumerate(mentions):
        before = mentions[i - 1] if i else None
        if before is None or not before.claims or not is_handing_over(deed, question):
            continue
        if all(token.word in w.AUXILIARIES for token in question.tokens[before.end : deed.start]):
            mentions[i - 1] = before._replace(claims=False, role="subject", verb=i)
    return question._replace(mentions=tuple(mentions))


def _has_receiver(place: int, question: Question) -> bool:
    """Say whether a name stands at a place, and right behind it something: gave North Korea shells, or 600 shells."""
    tokens = question.tokens
    receiver = next((m for m in question.mentions if m.start == place), None)
    if receiver is None or receiver.kind != "name" or receiver.end >= len(tokens):
        return False
    last, behind = tokens[receiver.end - 1], tokens[receiver.end].word
    return not (last.possessive or last.stop) and behind not in w.PREPOSITIONS | w.CONJUNCTIONS


def _is_given_it(mention: Mention, question: Question) -> bool:
    """Say whether somebody named is given so many: Russia was given 600 shells."""
    before = [m for m in question.mentions if m.end < mention.start][-1:]
    between = question.tokens[before[0].end : mention.start] if before else ()
    passive = bool(between) and all(token.word in w.AUXILIARIES for token in between)
    counts = [token.word for token in question.tokens[mention.end : mention.end + 2]] == ["how", "many"]
    return passive and counts and before[0].kind == "name" and between[-1].word in w.BE
