"""A question without some: who apart from the NIS gives a number is told by all others, and never by the NIS."""

from nkfacts.ask.both.phrases import Phrase
from nkfacts.ask.gate.claiming import Claiming
from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.gate.timing import time_fit
from nkfacts.ask.one.single import answer_one, known_for
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.reading import read_by
from nkfacts.ask.weighing.choosing import MOST_CLOSEST
from nkfacts.query.base import Base
from nkfacts.query.claims import last_words

_EXCLUDING = (
    *(("apart", "from"), ("aside", "from"), ("other", "than"), ("except", "for"), ("not", "counting")),
    *(("except",), ("besides",), ("excluding",)),
)


def answered(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return what all others say, where somebody is left out by name; None where nobody is.

    Args:
        phrase: the question.
        base: the base.
        lexicon: the names and words of the base.
    """
    question = read_by(phrase.text, base, lexicon)
    read = Phrase(tuple(token.typed for token in question.tokens), tuple(token.word for token in question.tokens))
    span = read.find(*_EXCLUDING)
    if span is None:
        return None
    left_out = next((mention for mention in question.mentions if mention.start >= span[1]), None)
    if left_out is None or left_out.start > span[1] + 1:
        return None
    whole = answer_one(phrase.text, base, lexicon)
    if whole.facts and not _answers_with(left_out, whole, lexicon):
        # What a fact tells besides something may be just what it says.
        return whole
    found = answer_one(read.without(range(span[0], left_out.end)).text, base, lexicon)
    return _of_others(found, left_out, question, base, lexicon) or _refused(found, left_out.text, question)


def _answers_with(left_out: Mention, whole: Answer, lexicon: Lexicon) -> bool:
    """Say whether what is left out is just what would answer: who claims it, or all that fills its slot."""
    verdict, fitting = whole.choice.verdict, Fitting(lexicon)
    slots = [by for mention, _, by in verdict.borne if mention.start == left_out.start] if verdict is not None else []
    fillers = [verdict.view.slots.get(slot, ()) for slot in slots] if verdict is not None else []
    alone = any(ids and all(fitting.fits(left_out, id_) for id_ in ids) for ids in fillers)
    claims = any(Claiming(whole.question, fitting).claimant(left_out, fact) for fact in whole.facts[:1])
    return alone or claims


def _of_others(found: Answer, left_out: Mention, question: Question, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return the last word of every other claimant on the figure that is asked for; None where none is."""
    figure = found.choice.figure
    if figure is None or found.question.kind != "who" or "claimant" not in found.question.flags:
        return None
    known, claiming = known_for(question, base), Claiming(question, Fitting(lexicon))
    said = [fact for fact in known.candidates(figure.id) if time_fit(fact, question.times)]
    named = left_out._replace(claims=True)
    others = [fact for fact in last_words(said, known.entity).values() if not claiming.claimant(named, fact)]
    if not others:
        return None
    facts = tuple(sorted(others, key=lambda fact: fact.reported, reverse=True))
    brief = "; ".join(f"{known.name_of(fact.by)} {fact.amount}" for fact in facts)
    choice = found.choice._replace(facts=facts, figure=None)
    return Answer(question, choice, "list", known, brief, facts[0].when or facts[0].reported)


def _refused(found: Answer, left_out: str, question: Question) -> Answer:
    """Return that there is no answer: what tells of something does not tell what else there is."""
    closest = tuple({fact.id: fact for fact in (*found.facts, *found.choice.closest)}.values())[:MOST_CLOSEST]
    failing = f"nothing tells what there is besides “{left_out}”"
    choice = found.choice._replace(facts=(), figure=None, closest=closest, missing=(), failing=failing)
    return Answer(question, choice, found.question.kind, found.base, reason="no fact on that as asked")
