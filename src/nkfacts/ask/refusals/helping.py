"""The answer to a question, or where there is none what helps whoever asked."""

from nkfacts.ask.answering import answer
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.query.base import Base


def answer_or_help(text: str, base: Base, lexicon: Lexicon) -> Answer:
    """Return the answer to a question; where it has no facts, with what helps whoever asked.

    Args:
        text: the question, in any wording.
        base: the base.
        lexicon: the names and words of the base.
    """
    found = answer(text, base, lexicon)
    if found.facts or (found.parts and found.kind != "compare"):
        return found
    # No answer needs it.
    from nkfacts.ask.refusals.advising import advice

    return found._replace(advice=advice(found, base, lexicon))
