"""Those who come to others that are counted: 3,000 more soldiers are no 3,000 soldiers in all."""

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Question
from nkfacts.verifying.pieces import Piece

_BEHIND = ("more", "further", "additional", "extra")
_BEFORE = ("another", "additional", "further", "extra")


def with_additions(question: Question, piece: Piece, lexicon: Lexicon) -> Question:
    """Return a question in which those who are counted as more of them are what the base calls so: more troops.

    Args:
        question: the question for a number.
        piece: what it counts.
        lexicon: the names and words of the base.
    """
    counted, words = piece.counted, [token.word for token in question.tokens]
    if counted is None or counted.kind == "action":
        return question
    asked = next((p for p in range(counted.start) if words[p : p + 2] == ["how", "many"]), -1)
    if asked < 0:
        return question
    more = [word for word in words[asked + 2 : counted.start] if word in _BEHIND]
    more += [word for word in words[max(0, asked - 1) : asked] if word in _BEFORE]
    names = [f"{word} {counted.text.split()[-1]}" for word in (*more, *(("more",) if more else ()))]
    found = lexicon.meanings(names) if names else {}
    things = tuple(m for name in names for m in found.get(name, ()) if m.part == "things")
    if not things:
        return question
    changed = (m._replace(meanings=things) if m.start == counted.start else m for m in question.mentions)
    return question._replace(mentions=tuple(changed))
