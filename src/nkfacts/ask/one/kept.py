"""What the fact file answers by itself: a question in the very words it keeps, or nothing but the name of a figure."""

from itertools import dropwhile

from nkfacts.ask.common.common import kept_as, kept_question
from nkfacts.ask.common.commonly import answer_commonly, is_decided
from nkfacts.ask.gate.demands import Demands
from nkfacts.ask.gate.figure_gate import FigureGate
from nkfacts.ask.gate.telling import Telling
from nkfacts.ask.one.single import known_for
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer, answer_from
from nkfacts.ask.understanding.reading import read_by
from nkfacts.ask.understanding.words import DETERMINERS, words
from nkfacts.ask.weighing.choosing import Choice
from nkfacts.query.base import Base
from nkfacts.text import fold

_OPENING = DETERMINERS | words("and so but what how about")
"""Words before the name of a figure by which nothing else is asked: and the wounded, what about the dead."""


def answer_as_kept(text: str, base: Base, lexicon: Lexicon) -> Answer | None:
    """Answer what the fact file has in just these words: by what it names for them, or the figure called so.

    Args:
        text: the question.
        base: the base.
        lexicon: the names and words of the base.

    Returns:
        The answer; None for any other question.
    """
    id_ = kept_as(text, base)
    return _by_name(text, base, lexicon) if id_ is None else _by_words(id_, text, base, lexicon)


def _by_words(id_: str, text: str, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return the answer to a common question that is asked in words in which it is kept."""
    question = read_by(text, base, lexicon)
    known = known_for(question, base)
    common = kept_question(id_, question, known, lexicon)
    if not common.facts:
        return None
    if question.kind == "yes-no" and not is_decided(common, Telling(question, known, lexicon)):
        # Whoever keeps the file says what answers it, and not whether that is a yes.
        question = question._replace(kind="what")
    return answer_commonly(common, question, Choice(), known, lexicon)


def _by_name(text: str, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return the headline of a figure whose name is all that is asked, as `get` does."""
    whole = fold(text)
    bare = " ".join(dropwhile(_OPENING.__contains__, whole.split()))
    name = next((name for name in (whole, bare) if name and base.has_name("figures", name)), None)
    if name is None:
        return None
    figure = base.figure(base.resolve("figures", name))
    facts = base.candidates(figure.id) if figure is not None else []
    if figure is None or not facts:
        return None
    question = read_by(text, base, lexicon)._replace(kind="how-many")
    verdict = FigureGate(question, lexicon, Demands(question, lexicon)).judge(figure)
    return answer_from(question, Choice(tuple(facts), figure, verdict=verdict), base, lexicon)
