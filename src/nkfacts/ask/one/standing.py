"""Whether a number still stands: one that its claimant has revised, or that newer ones have replaced, does not."""

from nkfacts.ask.gate.claiming import Claiming
from nkfacts.ask.gate.fits import Fitting
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.told.caveats import revised_to
from nkfacts.ask.understanding.words import words
from nkfacts.model.records import Fact

_STILL = words("still remain remains")
"""Words by which it is asked whether something has stayed so."""


def as_it_stands(found: Answer, lexicon: Lexicon) -> Answer:
    """Return the answer to whether a number is still so, by the newest that is told, where a fact that bears it is not.

    Args:
        found: an answer of yes or no.
        lexicon: the names and words of the base.
    """
    question, best = found.question, found.facts[0]
    numbers = [mention.value for mention in question.mentions if mention.kind == "number"]
    asked = not _STILL.isdisjoint(token.word for token in question.tokens)
    if not asked or found.brief != "yes" or len(numbers) != 1 or best.figure is None or question.times:
        return found
    newest = _newest(found, best, lexicon)
    if not newest or best in newest:
        return found
    telling = next((fact for fact in newest if numbers[0] in (fact.value, fact.low, fact.high)), None)
    told = telling or newest[0]
    choice = found.choice._replace(facts=(told,), figure=None)
    brief, against = ("yes", ()) if telling else ("no", (best,))
    return found._replace(choice=choice, brief=brief, date=told.when or told.reported, against=against)


def _newest(found: Answer, best: Fact, lexicon: Lexicon) -> list[Fact]:
    """Return the last word of who is named to say so; else the headline of the figure, and how far others range."""
    claiming, base = Claiming(found.question, Fitting(lexicon)), found.base
    if any(claiming.claimant(mention, best) for mention in found.question.mentions):
        return [revised_to(base, best) or best]
    figure = best.figure or ""
    range_ = base.spread(figure)
    return [fact for fact in (*base.candidates(figure)[:1], range_.lowest, range_.highest) if fact is not None]
