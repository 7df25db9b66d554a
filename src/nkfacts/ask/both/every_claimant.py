"""What all claimants say of one figure: who gives the highest number of it, or the lowest, and what each side says."""

from collections.abc import Sequence

from nkfacts.ask.both.phrases import Phrase
from nkfacts.ask.both.sides import topic
from nkfacts.ask.both.two_claimants import counted
from nkfacts.ask.gate.timing import time_fit
from nkfacts.ask.one.single import known_for
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.understanding.reading import read_by
from nkfacts.ask.weighing.choosing import MOST_CLOSEST, Choice
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.query.claims import last_words

_EACH = (("each", "side"), ("both", "sides"), ("either", "side"), ("all", "sides"), ("different", "sides"))


def answered(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return who of all claimants says the most or the least, or what each says; None where that is not asked.

    Args:
        phrase: the question.
        base: the base.
        lexicon: the names and words of the base.
    """
    question = read_by(phrase.text, base, lexicon)
    ordered = question.kind == "who" and "claimant" in question.flags and bool(question.flags & {"highest", "lowest"})
    named = any(mention.claims for mention in question.mentions)
    about = topic(question) if (ordered or phrase.find(*_EACH) is not None) and not named else ""
    known = known_for(question, base)
    figure = counted(about, known, lexicon) if about else None
    if figure is None:
        return None
    said = [fact for fact in known.candidates(figure.id) if time_fit(fact, question.times)]
    numbers = [fact for fact in said if fact.bounds is not None]
    if ordered and "lowest" in question.flags and len(numbers) < len(said):
        # Hundreds may be fewer than any number.
        near = (*(fact for fact in said if fact not in numbers), *_in_order(numbers, question))[:MOST_CLOSEST]
        reason = "no fact on that as asked: an amount is told in words only"
        return Answer(question, Choice(closest=near), "who", known, reason=reason)
    # Who ever gave the lowest number did so, whatever he said since; each side is told by its last word.
    facts = _in_order(numbers if ordered else list(last_words(said, known.entity).values()), question)
    if not facts:
        return None
    best = facts[0]
    if ordered:
        choice = Choice(facts=facts, figure=figure)
        return Answer(question, choice, "who", known, known.name_of(best.by), best.when or best.reported)
    brief = "; ".join(f"{known.name_of(fact.by)} {fact.amount}" for fact in facts)
    return Answer(question, Choice(facts=facts), "compare", known, brief, best.when or best.reported)


def _in_order(facts: Sequence[Fact], question: Question) -> tuple[Fact, ...]:
    """Return facts with the highest number first, or the lowest where that is asked for; else the last said first."""
    if "highest" in question.flags:
        return tuple(sorted(facts, key=lambda fact: fact.bounds or (), reverse=True))
    if "lowest" in question.flags:
        return tuple(sorted(facts, key=lambda fact: (fact.lowest or 0, fact.highest or 0)))
    return tuple(sorted(facts, key=lambda fact: fact.reported, reverse=True))
