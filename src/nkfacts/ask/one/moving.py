"""Whether a number has risen or fallen: told by all that was said of it in turn, and by no single fact."""

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.understanding.verbs import rising_or_falling
from nkfacts.ask.weighing.choosing import choose
from nkfacts.query.base import Base


def as_moved(question: Question, base: Base, lexicon: Lexicon) -> Question:
    """Return a question for whether something rose or fell as one for how it changed, where a figure counts it.

    Args:
        question: the question as read.
        base: the base.
        lexicon: the names and words of the base.
    """
    if question.kind != "yes-no":
        return question
    moves = rising_or_falling(question.mentions, question.tokens)
    if not moves:
        return question
    rest = tuple(mention for mention in question.mentions if mention.start not in moves)
    asked = question._replace(kind="change", mentions=rest)
    choice = choose(asked, base, lexicon)
    return asked if choice.figure is not None and len(choice.facts) > 1 else question
