"""Whether a question asks for what a figure counts in just the terms in which it does."""

from collections.abc import Sequence

from nkfacts.ask.gate.sameness import is_phrase
from nkfacts.ask.gate.verdict import BY_MEANING
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.verbs import is_verb
from nkfacts.ask.understanding.words import BE, COUNTING, MEASURES, RATES
from nkfacts.ask.weighing.evidence import BY_WORDS, borne_exactly
from nkfacts.ask.weighing.scoring import Found
from nkfacts.model.meaning import Counts

_COUNTING = ("how-many", "change")
"""Kinds of question for a number, or for how it moved."""

_SINGLE = ("one", "single")
"""Words by which the price of one thing is asked for."""

_Borne = Sequence[tuple[Mention, str]]


def asks_in_its_terms(question: Question, found: Found, lexicon: Lexicon) -> bool:
    """Say whether a question has nothing but the terms in which a figure counts, each meaning just what it counts.

    A place beside, and a nation in no role, may be of other people than those who are counted. What is not counted
    for the overview has to be asked for with nothing beside at all but whom the base is about.

    Args:
        question: the question.
        found: a candidate as it was scored; no fact is asked for so.
        lexicon: the names and words of the base.
    """
    figure, verdict = found.figure, found.verdict
    if figure is None or figure.counts is None or verdict.missing or verdict.against:
        return False
    borne = [(mention, by) for mention, _, by in verdict.borne if mention.text not in COUNTING]
    if not _may_ask_for(question, figure.counts) or not _names_what_is_counted(question, borne, main=bool(figure.main)):
        return False
    exact = _with_wider_words(borne_exactly(found), borne, lexicon)
    # A nation in no role may be of others, unless a note of a few words says nothing else: NK casualties.
    subjects = {m for m, _ in borne if (m.role or is_phrase(question)) and is_a_subject(m, lexicon)}
    beside = [(m, by) for m, by in borne if m not in subjects or (by == "where" and m not in exact)]
    if not figure.main:
        return question.kind in _COUNTING and all(
            (mention in exact and by in BY_MEANING) or (mention.kind == "word" and by == "names")
            for mention, by in beside
        )
    if any(token.word in RATES for token in question.tokens):
        return False
    needed = {way for need in figure.counts.needs for way in need.split("/")}
    return all(
        mention in exact
        and (by in (*BY_MEANING, "fact") or by in needed or (mention.role and by not in ("where", *BY_WORDS)))
        for mention, by in beside
    )


def _may_ask_for(question: Question, counts: Counts) -> bool:
    """Say whether a question asks for a number of the measure: how many, whether, or what are the casualties.

    What one shell costs is not what all arms are worth.
    """
    if counts.measure == "money" and counts.per is None and any(token.word in _SINGLE for token in question.tokens):
        return False
    asked = question.kind in (*_COUNTING, "yes-no")
    is_what = question.kind == "what" and any(token.word in BE for token in question.tokens[1:2])
    return (asked or is_what or is_phrase(question)) and question.measure in ("", counts.measure)


def _names_what_is_counted(question: Question, borne: _Borne, *, main: bool) -> bool:
    """Say whether a question names what is counted, and not only a deed.

    How many ships carried them has two words for carrying, and none for what was counted; nor has what it cost.
    A share needs a word for it, or whose the whole is.
    """
    named = any(by != "did" or not is_verb(mention, question.tokens) for mention, by in borne)
    if (len(borne) > 1 and all(by == "did" for _, by in borne)) or not (named or main):
        return False
    shares = MEASURES["share"]
    return question.measure != "share" or any(m.text in shares or m.nation is not None for m, _ in borne)


def _with_wider_words(exact: Sequence[Mention], borne: _Borne, lexicon: Lexicon) -> list[Mention]:
    """Return what is borne out exactly, with wider words for the same: troops of the first wave, Koksan guns."""
    narrower = {kind for m in exact for meaning in m.meanings for kind in lexicon.isa(meaning.id)}
    return [*exact, *(m for m, by in borne if by == "of" and any(meaning.id in narrower for meaning in m.meanings))]


def is_a_subject(mention: Mention, lexicon: Lexicon) -> bool:
    """Say whether a mention is a country that the whole base is about, or who leads it."""
    named = {lexicon.leads(meaning.id) or meaning.id for meaning in mention.meanings}
    return named <= lexicon.subjects
