"""The word by which somebody confirms or denies a deed that everybody knows: confirmed the deployment."""

from nkfacts.ask.understanding import words as w
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.verifying.wording import AGAIN, DENIES

_ITSELF = w.CONFIRMING | w.words("deny denies denied")
"""Words that stand right before what is confirmed or denied; who rejected the deployment did not deny it."""

_TELLING = w.ESTIMATES | {"of", "about", "on", "off", "the"}
"""Words by which the deed is told of behind such a word: reports of, claims about the."""


def meant_by(question: Question, deed: Mention) -> str:
    """Return the word by which somebody confirmed or denied a deed of which no more is said; empty for none.

    They confirmed the deployment, or rejected reports of it.

    Args:
        question: the sentence.
        deed: the deed.
    """
    tokens = question.tokens
    # Dismissed reports of the deployment as fake.
    behind = tuple(token.word for token in tokens[deed.end : deed.end + len(AGAIN)])
    ends = not behind or tokens[deed.end - 1].stop or behind[0] == "as" or behind == AGAIN
    if not deed.start or tokens[deed.start - 1].word != "the" or not ends or is_verb(deed, tokens):
        return ""
    words = [token.word for token in tokens[max(0, deed.start - 5) : deed.start - 1]]
    before = list(words)
    while before and before[-1] in _TELLING:
        before.pop()
    wanted = _ITSELF if w.ESTIMATES.isdisjoint(words[len(before) :]) else _ITSELF | DENIES
    return before[-1] if before and before[-1] in wanted else ""
