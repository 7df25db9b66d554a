"""Words beside a question that ask for nothing more: before they went to battle, or is that a rumour, in short."""

from nkfacts.ask.both.joining import part_of
from nkfacts.ask.both.phrases import Phrase
from nkfacts.ask.one.single import answer_one
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.understanding import words as w
from nkfacts.query.base import Base

_GOERS = frozenset(("they", "he", "she", "it", "going", "being", "leaving", "entering", "joining"))
_GOING = w.GOING | w.words(
    "sent deployed moved transferred dispatched left leaving entered entering joined joining marched"
)
"""Who goes, and that he does: what came before they went somewhere is of no other kind than what came before."""

_IT_IS = (("or", "is"), ("or", "was"), ("or", "are"))
_POINTING = frozenset(("that", "this", "it", "these", "those", "they"))
_LONGEST_TAG = 6

_SAYING_HOW = frozenset(("simple", "plain", "short", "brief", "few", "nutshell", "english"))
_OF_WORDS = _SAYING_HOW | frozenset(("in", "a", "words", "terms", "language", "sentence", "sentences"))
"""Words of asides by which an answer is to be short: in simple words, in a nutshell."""


def answered(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return the answer to a question without an aside, where it has none with it; None where it has no aside.

    Args:
        phrase: what is typed.
        base: the base.
        lexicon: the names and words of the base.
    """
    rest = _without_aside(phrase)
    if rest is None or not rest.words:
        return None
    whole = answer_one(phrase.text, base, lexicon)
    if whole.facts:
        return whole
    found = part_of(answer_one(rest.text, base, lexicon), phrase.text)
    return found if found.facts else whole


def _without_aside(phrase: Phrase) -> Phrase | None:
    """Return a question without what it says beside what is asked; None where it says nothing beside."""
    for at in range(2, len(phrase.words) - 1):
        if _is_aside(phrase.part(at)) or (_is_before_going(phrase.part(at)) and _asks_of_one_thing(phrase)):
            return phrase.part(0, at)
    return None


def _is_aside(tail: Phrase) -> bool:
    """Say whether the end of a question only doubts it, or says how it is to be answered."""
    if tail.words[:2] in _IT_IS:
        return len(tail.words) <= _LONGEST_TAG and not _POINTING.isdisjoint(tail.words[2:3])
    said = tail.words[0] == "in" and _OF_WORDS.issuperset(tail.words)
    return said and not _SAYING_HOW.isdisjoint(tail.words)


def _is_before_going(tail: Phrase) -> bool:
    """Say whether the end of a question tells that it is of the time before somebody went somewhere."""
    return (
        tail.words[0] == "before" and not _GOERS.isdisjoint(tail.words[1:2]) and not _GOING.isdisjoint(tail.words[1:4])
    )


def _asks_of_one_thing(phrase: Phrase) -> bool:
    """Say whether what is asked is where, when, who or what, and no number: of that the time before is another."""
    asking = phrase.asking
    return asking is not None and asking[0] in ("where", "who", "whom", "which", "what", "when")
