"""What several claimants say of one thing, side by side: each is asked for by itself, and none is told for another."""

from nkfacts.ask.both.joining import Whole, unanswered
from nkfacts.ask.both.phrases import Phrase
from nkfacts.ask.both.sides import SHARES, Asked, Side, may_set_beside, sides_of
from nkfacts.ask.broad.about import About
from nkfacts.ask.gate.timing import time_fit
from nkfacts.ask.one.single import answer_one, known_for
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.understanding.reading import read_by
from nkfacts.ask.understanding.words import COUNTING, DO, SAYING, UNEQUAL
from nkfacts.ask.weighing.choosing import Choice
from nkfacts.model.records import Fact, Figure
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter
from nkfacts.text import listing

_OPEN = ("what", "compare")
_COMPARED_KINDS = (*_OPEN, "how-many", "yes-no", "which", "who", "list")
_NOT_SO = ("planned", "denied")


def answered(phrase: Phrase, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return what each of several claimants says of one thing; None where a question asks for no such thing.

    Args:
        phrase: the question.
        base: the base.
        lexicon: the names and words of the base.
    """
    if not may_set_beside(phrase.words):
        return None
    phrase = _as_choice(phrase)
    question = read_by(phrase.text, base, lexicon)
    sides = sides_of(question, lexicon) if question.kind in _COMPARED_KINDS else None
    if sides is None:
        return None
    asked = Asked(question, sides, frozenset(token.word for token in question.tokens))
    if asked.affirming and not sides.compared:
        # That both confirmed it is no question of how many each counts.
        return None
    known = known_for(question, base)
    figure = counted(sides.about, known, lexicon)
    facts = [_said(figure, side, question, known) for side in sides.sides] if figure is not None else []
    whole = all(fact is not None and fact.scope != "part" for fact in facts)
    if figure is None or not any(facts) or (question.kind in _OPEN and not whole and not sides.compared):
        return _statements(asked, base, lexicon)
    parts = tuple(_part(asked, side, fact, known) for side, fact in zip(sides.sides, facts, strict=True))
    told = Whole(question, "compare", parts, known)
    found = [fact for fact in facts if fact is not None]
    if len(found) < len(facts):
        return _refused(told, asked)
    # Few questions set claimants beside each other, and no other needs what finds contradictions.
    from nkfacts.ask.both.side_by_side import told_beside

    return told_beside(told, asked, figure, found)


def _as_choice(phrase: Phrase) -> Phrase:
    """Return the question which of two says more for whether this or that one does; any other as it is."""
    words = phrase.words
    saying = next((place for place, word in enumerate(words) if word in SAYING), 0)
    if words[0] not in DO or "or" not in words[1:saying] or UNEQUAL.isdisjoint(words[saying:]):
        return phrase
    return Phrase.of(f"who says {' '.join(phrase.typed[saying + 1 :])}, {' '.join(phrase.typed[1:saying])}")


def counted(about: str, base: Base, lexicon: Lexicon) -> Figure | None:
    """Return the figure that counts something; None where none does.

    Args:
        about: what is counted, in words.
        base: the base as it was known on the day that the question names.
        lexicon: the names and words of the base.
    """
    # The share and the rate say themselves what is asked for.
    named = not SHARES.isdisjoint(about.lower().split())
    found = answer_one(f"what was the {about}" if named else f"what was the number of {about}", base, lexicon)
    told = {fact.figure for fact in found.choice.facts}
    figure = base.figure(found.facts[0].figure) if len(told) == 1 and found.facts[0].figure is not None else None
    if figure is not None and (figure.main or not found.common or found.question.times):
        return figure
    of_it = About(found.question, base, lexicon)
    figures = [each.record for each in base.figures() if of_it.named and of_it.is_counted_by(each.record)]
    # Of one word alone the main figure is meant, before a part of it that is asked for by the same word.
    main = next((each for each in figures if each.main), None) if len(of_it.named) == 1 else None
    return main or figure or next(iter(figures), None)


def _said(figure: Figure, side: Side, question: Question, base: Base) -> Fact | None:
    """Return the number by which a claimant stands, of the time that is asked for if any is; None for none.

    A part of what is counted, as of one year or place, is told where there is no other.
    """
    for id_ in side.ids:
        said = [fact for fact in base.candidates(figure.id, by=id_) if time_fit(fact, question.times)]
        said = said or [
            fact
            for fact in base.facts(Filter(figure=figure.id, by=id_, scope="part"))
            if time_fit(fact, question.times) and not fact.is_deprecated and fact.status not in _NOT_SO
        ]
        if said:
            return max(said, key=lambda fact: time_fit(fact, question.times))
    return None


def _part(asked: Asked, side: Side, fact: Fact | None, base: Base) -> Answer:
    question = asked.question._replace(text=f"{side.text} on {asked.sides.about}")
    if fact is None:
        return Answer(question, Choice(), "how-many", base, reason="no fact on that")
    # Without the figure, what others say does not stand under what this one says.
    choice = Choice(facts=(fact,), verdict=None)
    return Answer(question, choice, "how-many", base, fact.bare_amount, fact.when or fact.reported)


def _refused(whole: Whole, asked: Asked) -> Answer:
    """Return that some of the claimants said nothing of it, with what the others did as what comes closest."""
    silent = [
        whole.base.name_of(side.ids[0])
        for side, part in zip(asked.sides.sides, whole.parts, strict=True)
        if not part.facts
    ]
    said = [part.facts[0] for part in whole.parts if part.facts]
    return whole.refused(f"no fact on that by {listing(silent)}", said)


def _statements(asked: Asked, base: Base, lexicon: Lexicon) -> Answer | None:
    """Return what each says of it, in other words than one number; None where that is not asked, or nobody did."""
    sides = asked.sides
    if asked.question.kind not in _OPEN or not asked.words.isdisjoint(COUNTING):
        return None
    parts = tuple(_said_of_it(side, sides.about, base, lexicon) for side in sides.sides)
    missing = unanswered(parts)
    if len(missing) == len(parts):
        return None
    whole = Whole(asked.question, "both", parts, base)
    return _refused(whole, asked) if missing else whole.told("\n".join(part.brief for part in parts))


def _said_of_it(side: Side, about: str, base: Base, lexicon: Lexicon) -> Answer:
    """Return what one says of something; without an answer where what is found is said by somebody else."""
    found = answer_one(f"what does {side.text} say about {about}", base, lexicon)
    by_it = all(any(base.lies_within(fact.by, id_) for id_ in side.ids) for fact in found.facts)
    return found if by_it else found._replace(choice=found.choice._replace(facts=()), beside=())
