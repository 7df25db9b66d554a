"""The common question that a question is: one that the fact file has, with what answers it."""

from nkfacts.ask.common.by_words import questions_by_words
from nkfacts.ask.common.common_evidence import Common, Comparing
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.weighing.alike import Alike
from nkfacts.index.asked_words import key_of
from nkfacts.index.tables import record_from_row
from nkfacts.model.records import CommonQuestion
from nkfacts.query.base import Base
from nkfacts.text import fold, fold_all

_BY_WORDS = 0.1
"""How much of two common questions the words of their wordings tell beside their chances, as a power."""

_ALONE = 0.9
"""The share that a likely question has by words from which on no other is looked at."""

_MOST_READ, _WORDINGS_READ = 2, 3
"""How many common questions are read, the likeliest by their words, and how many wordings of each, the nearest."""


def kept_as(text: str, base: Base) -> str | None:
    """Return the id of the common question that is kept in just these words, whatever their case and marks.

    Args:
        text: the question as typed.
        base: the base.
    """
    folded = fold(text)
    rows = base.known.connection.execute(
        """SELECT record.id FROM asked_as JOIN record ON record.number = question
           WHERE "key" = ? ORDER BY question""",
        (key_of(folded),),
    )
    return next((id_ for (id_,) in rows if folded in fold_all(_record(id_, base).asked)), None)


def kept_question(id_: str, question: Question, base: Base, lexicon: Lexicon) -> Common:
    """Return a common question that is asked in the very words in which it is kept; without facts where none was known.

    Args:
        id_: the id of the common question.
        question: the question as read.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.
    """
    common = Comparing(question, base, lexicon).to(_record(id_, base), [question.text])
    if common.facts:
        return common
    # What it names may be called otherwise, and of another time than the question says: the treaty of 2000.
    named = filter(None, map(base.fact, common.record.facts))
    return common._replace(facts=tuple(base.candidates(common.figure.id) if common.figure is not None else named))


def common_questions(question: Question, base: Base, lexicon: Lexicon) -> list[Common]:
    """Return the common questions that a question may be, the likeliest first.

    Args:
        question: the question as read.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.
    """
    alike = Alike(question, base, lexicon)
    likeliest = questions_by_words([token.word for token in question.tokens], _MOST_READ, base, lexicon)
    found = [(_record(id_, base), share) for id_, share in likeliest]
    near = [
        sorted(((alike.likeness(words), words) for words in record.asked), reverse=True)[:_WORDINGS_READ]
        for record, _ in found
    ]
    compared = Comparing(question, base, lexicon)
    told = []
    for (record, share), wordings in zip(found, near, strict=True):
        # One that is answered alike is no other.
        others = [
            likest
            for (other, _), ((likest, _), *_) in zip(found, near, strict=True)
            if (other.figure, other.facts) != (record.figure, record.facts)
        ]
        evidence = {"by words": share, "lead": wordings[0][0] - max(others, default=0.0)}
        told.append(compared.to(record, [words for _, words in wordings], evidence))
        if share >= _ALONE and told[-1].is_likely_enough:
            break
    return sorted(told, key=_place)


def _place(common: Common) -> tuple[bool, float, bool]:
    """Return by what common questions stand before each other: of two that are as likely, one for a main figure."""
    likely = round(common.chance * common.told["by words"] ** _BY_WORDS, 2)
    return common.is_ruled_out, -likely, not (common.figure is not None and common.figure.main)


def _record(id_: str, base: Base) -> CommonQuestion:
    (row,) = base.known.connection.execute("SELECT * FROM question WHERE id = ?", (id_,))
    found: CommonQuestion = record_from_row(CommonQuestion, row)
    return found
