"""The common questions for which the words of a question tell the most.

Each is a model of the questions that ask the same: how often a word stands in its wordings, and as often as in those
of all to a small part, as no list of wordings is complete (a query likelihood smoothed by a Dirichlet prior: Zhai and
Lafferty, A study of smoothing methods for language models, 2004).
"""

from collections import defaultdict
from collections.abc import Sequence
from math import exp, log

from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.index.asked_words import EACH, meanings, telling
from nkfacts.query.base import Base
from nkfacts.quick_json import decoded

_OTHERS = 20
"""How many wordings those of all questions together count as, beside those of one."""


def questions_by_words(words: Sequence[str], most: int, base: Base, lexicon: Lexicon) -> list[tuple[str, float]]:
    """Return the ids of the likeliest common questions by the words of a question, each with its share of the chance.

    Args:
        words: the words of the question, folded.
        most: how many.
        base: the base.
        lexicon: the names and words of the base.
    """
    wordings, *tells = _tells(_asked(words, base), base, lexicon)
    much: dict[int, float] = defaultdict(float)
    for told in tells:
        for question, more in told.items():
            much[question] += more
    lengths = _lengths(wordings, lexicon)
    for question in much:
        much[question] -= len(tells) * lengths[question]
    # Of those of which it tells as much the first of the file stands first.
    ranked = sorted(sorted(much), key=much.__getitem__, reverse=True)[:most]
    ids = _ids(ranked, base)
    # Beside the likeliest, which has 1, before all are shared out.
    likeliest = max(much.values(), default=0.0)
    total = sum(map(exp, [each - likeliest for each in much.values()]))
    return [(ids[question], exp(much[question] - likeliest) / total) for question in ranked]


def _lengths(wordings: dict[int, float], lexicon: Lexicon) -> dict[int, float]:
    """Return how much less each word tells for a common question, as it has so many wordings."""
    kept: dict[str, dict[int, float]] = lexicon.kept("lengths of wordings")
    if not kept:
        kept[EACH] = {question: log(1 + number / _OTHERS) for question, number in wordings.items()}
    return kept[EACH]


def _asked(words: Sequence[str], base: Base) -> list[str]:
    """Return by what the words of a question tell, each once; first the word for each."""
    meaning = meanings(base.known.connection, words)
    return list(dict.fromkeys((EACH, *(told for word in words for told in telling(word, meaning)))))


def _ids(numbers: Sequence[int], base: Base) -> dict[int, str]:
    marks = ", ".join("?" * len(numbers))
    rows = base.known.connection.execute(f"SELECT number, id FROM record WHERE number IN ({marks})", numbers)
    return dict(map(tuple, rows))


def _tells(words: Sequence[str], base: Base, lexicon: Lexicon) -> list[dict[int, float]]:
    """Return how much each of some words tells for the common questions that have it; of ``EACH`` their wordings."""
    kept: dict[str, dict[int, float]] = lexicon.kept("asked words")
    unread = [word for word in words if word not in kept]
    marks = ", ".join("?" * len(unread))
    # The word for each comes first, and the others count by it.
    for word, times in base.known.connection.execute(
        f"SELECT word, times FROM asked_word WHERE word IN ({marks}) ORDER BY word", unread
    ):
        counted = decoded(times)
        kept[word] = dict(zip(counted[::2], counted[1::2], strict=True))
        if word != EACH:
            share = _OTHERS * sum(kept[word].values()) / sum(kept[EACH].values())
            kept[word] = {question: log(1 + number / share) for question, number in kept[word].items()}
    return [kept.get(word, {}) for word in words]
