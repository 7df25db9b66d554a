"""Which of several times of a sentence is that of which deed: signed in June, and in force since December."""

from nkfacts.ask.understanding.question import Question
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.verifying.lists import places_of
from nkfacts.verifying.moments import Moment
from nkfacts.verifying.passages import Passage

_SEVERAL = 2


def dated_deeds(passage: Passage, question: Question) -> dict[int, list[Moment]]:
    """Return the places of the verbs of a sentence, each with the times behind it; the first with those before it too.

    Args:
        passage: the sentence.
        question: it, as ``ask`` reads it.

    Returns:
        The verbs; none where there are not several of them, or of the times.
    """
    places = places_of(question, passage.words)
    verbs = [m for m in question.mentions if m.kind == "action" and is_verb(m, question.tokens)]
    deeds: dict[int, list[Moment]] = {places[m.start]: [] for m in verbs}
    if len(passage.moments) < _SEVERAL or len(deeds) < _SEVERAL:
        return {}
    for moment in passage.moments:
        deeds[max((place for place in deeds if place < moment.first), default=min(deeds))].append(moment)
    return deeds
