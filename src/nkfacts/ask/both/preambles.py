"""A statement beside a question, that tells what it is about or why it is asked: I read of a museum; is it open?"""

from nkfacts.ask.both.joining import part_of
from nkfacts.ask.both.phrases import Phrase, joined
from nkfacts.ask.both.sharing import Before
from nkfacts.ask.one.single import answer_one
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.understanding import words as w
from nkfacts.query.base import Base

_SPEAKING = frozenset(("i", "we", "my", "our", "someone", "somebody"))
"""Words with which whoever asks begins to tell of what he heard."""

_HEARD = frozenset(("heard", "hear", "read", "saw", "seen", "thought", "think", "believe", "know", "remember"))

_OF_WHAT = frozenset(("that", "about", "something", "of", "somewhere", "it"))
"""Words between what is heard and that it was: I read somewhere that."""

_POINTING = frozenset(("it", "they", "them", "that", "this", "he", "she", "him", "her"))
_IS_IT_SO = _POINTING | frozenset(("is", "was", "are", "true", "real", "right", "correct", "so", "really", "or", "not"))


def answered(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return the answer to the one question beside a statement; None where there is no statement.

    Args:
        phrase: what is typed.
        base: the base.
        lexicon: the names and words of the base.
    """
    asked = _asked(phrase, base, lexicon)
    if asked is None:
        return None
    whole = answer_one(phrase.text, base, lexicon)
    return whole if whole.facts else part_of(answer_one(asked.text, base, lexicon), phrase.text)


def _asked(phrase: Phrase, base: Base, lexicon: Lexicon) -> Phrase | None:
    """Return the question beside a statement, with what its pronouns stand for; None where there is no statement."""
    for at in range(1, len(phrase.words)):
        if not phrase.pauses(at - 1):
            continue
        first, second = phrase.part(0, at), phrase.part(at).without_marks_before()
        if not first.asks and second.words and _IS_IT_SO.issuperset(second.words):
            return Phrase.of(joined("is it true that", first.part(_behind_what_is_heard(first))))
        if _tells(first) and second.asks:
            named = Before(first, base, lexicon).named_in(second)
            return None if named == second and not _POINTING.isdisjoint(second.words) else named
        if first.asks and _is_heard(second) and phrase.ends_a_sentence(at - 1):
            return first
    return None


def _behind_what_is_heard(first: Phrase) -> int:
    """Return where behind "I heard that" a statement begins."""
    heard = next((at for at, word in enumerate(first.words[:3]) if word in _HEARD), None)
    if heard is None:
        return 0
    return next((at for at in range(heard + 1, len(first.words)) if first.words[at] not in _OF_WHAT), heard + 1)


def _tells(first: Phrase) -> bool:
    """Say whether words state something, and ask nothing: not "in Kursk", and not "could you tell me"."""
    if first.asks or len(first.words) < len(("it", "was", "so")):
        return False
    return first.words[0] in _SPEAKING or not (w.BE | w.HAVE).isdisjoint(first.words[1:])


def _is_heard(second: Phrase) -> bool:
    return second.words[:1] == ("i",) and not _HEARD.isdisjoint(second.words[1:3])
