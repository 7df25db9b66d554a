"""Who is named in a sentence as one who does not say what it says: unlike Zelensky; the NIS never confirmed."""

from collections.abc import Sequence

from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.words import DETERMINERS
from nkfacts.verifying import claims
from nkfacts.verifying.claims import Finding
from nkfacts.verifying.lists import places_of
from nkfacts.verifying.numbers import Numbers, Said
from nkfacts.verifying.sentences import Word
from nkfacts.verifying.sources import Sources
from nkfacts.verifying.unsaid import Unsaid, unsaid_in
from nkfacts.verifying.weighing import is_same

_CONTRARY = (("unlike",), ("contrast", "to"), ("contrast", "with"), ("contrary", "to"), ("opposed", "to"),
             ("rather", "than"), ("instead", "of"))  # fmt: skip
"""Words before whoever says something else."""

_CITING = frozenset(("citing", "quoting"))
_CITED_TOO = 2
"""Those who are named where one cites another."""

_REACH = 4
"""The words between whoever is named and what denies that they say it."""


def speaking(sources: Sources, question: Question, words: Sequence[Word]) -> Sources:
    """Return who says what a sentence says, without those who say something else, or who do not say it.

    Where nobody else is named, who does not say something is whoever it is about.

    Args:
        sources: who is said to say it.
        question: the sentence as ``ask`` reads it.
        words: its words.
    """
    others = [m for m in question.mentions if _is_contrary(m, question)]
    if others:
        left = tuple(m for m in sources.named if m.text not in {other.text for other in others})
        sources = sources._replace(named=left or _before(others[0], question))
    unsaid = unsaid_in(words)
    if not unsaid:
        return sources
    places = places_of(question, words)
    silent = [m for m in question.mentions if any(_is_silent(m, places, each, words) for each in unsaid)]
    if not sources.named and not sources.unknown:
        return Sources(tuple(silent[:1]))
    left = tuple(m for m in sources.named if m.text not in {other.text for other in silent})
    return sources._replace(named=left or sources.named)


def _is_contrary(mention: Mention, question: Question) -> bool:
    """Say whether a name stands behind a word that sets it against others."""
    if mention.kind != "name":
        return False
    before = [token.word for token in question.tokens[max(0, mention.start - 3) : mention.start]]
    while before and before[-1] in DETERMINERS:
        before.pop()
    return any(tuple(before[-len(phrase) :]) == phrase for phrase in _CONTRARY)


def _before(mention: Mention, question: Question) -> tuple[Mention, ...]:
    """Return the name that stands before the words that set another against it: the NIS, unlike Zelensky."""
    named = [m for m in question.mentions if m.kind == "name" and m.end < mention.start]
    ends = named[-1].end if named else 0
    return (named[-1],) if named and question.tokens[ends - 1].stop and mention.start - ends <= _REACH else ()


def _is_silent(mention: Mention, places: Sequence[int], unsaid: Unsaid, words: Sequence[Word]) -> bool:
    """Say whether a name stands before what denies that something was said, as whoever did not say it."""
    if mention.kind != "name":
        return False
    last = places[mention.end - 1]
    if last < unsaid.begin:
        near = unsaid.begin - last <= _REACH
        return near and not any(word.stop for word in words[last : unsaid.begin])
    # At no time did the NIS say.
    return last < unsaid.first


def as_cited(finding: Finding, said: Said, words: Sequence[Word], numbers: Numbers) -> Finding:
    """Return a finding as it is where one is said to cite another, and only the one is known to have said it.

    Args:
        finding: what is found of the number.
        said: the number, and what the text says of it.
        words: the words of the sentence.
        numbers: what holds numbers against facts.
    """
    fact = finding.fact
    if finding.verdict != claims.OTHERWISE or fact is None or not is_same(said.amount, fact):
        return finding
    if _CITING.isdisjoint(word.folded for word in words) or len(said.sources.named) < _CITED_TOO:
        return finding
    alone = (said._replace(sources=Sources((mention,))) for mention in said.sources.named)
    if any(numbers.is_by(each, fact) and numbers.is_then(each, fact) for each in alone):
        return Finding(claims.UNREAD, fact, reason="it is not said who was cited; said is")
    return finding
