"""What helps whoever asked a question that has no answer: why, and what to type instead; looked for only then."""

from collections.abc import Sequence

from nkfacts.ask.answering import answer
from nkfacts.ask.gate.timing import time_fit
from nkfacts.ask.refusals.dropping import droppable, is_by_somebody, joined, without_times
from nkfacts.ask.refusals.other_commands import other_command, quoted
from nkfacts.ask.terms.lexicon import Lexicon
from nkfacts.ask.told.answers import Advice, Answer
from nkfacts.ask.understanding.near_words import is_common
from nkfacts.ask.understanding.question import Mention, Question
from nkfacts.ask.understanding.times import Time
from nkfacts.model import dates
from nkfacts.model.records import Fact
from nkfacts.query.base import Base
from nkfacts.text import listing

ENGLISH = "questions are read in English, names in any script"
"""What is said of a question in another language."""

_MOST_OTHERS = 3

_NEAR = 0.1
"""The chance from which on what is nearest fails by something else than its time."""

_BEYOND_LATIN = "\u0370"
"""The first letter of another script: what is Latin and has an accent was folded."""

_FEWEST_FOREIGN = 3
"""The unknown words that make a question one in another language, if no fewer are known: two are names or slips."""


def advice(found: Answer, base: Base, lexicon: Lexicon) -> Advice:
    """Return what helps whoever asked one question that has no answer.

    Args:
        found: what was found.
        base: the base that was asked.
        lexicon: the names and words of the base.
    """
    question = found.question
    if _is_of_another_language(question, lexicon):
        return Advice(why=ENGLISH)
    command = other_command(found)
    if command or not found.reason.startswith("no fact"):
        return Advice(command=command)
    missing = [mention for mention in question.mentions if mention.text in found.choice.missing]
    timely = _is_near(found) and all(mention.kind not in ("number", "action") for mention in missing)
    if question.times and not timely and (of_time := _of_other_times(question, base, lexicon)):
        return of_time
    if missing and all(is_by_somebody(mention, question) for mention in missing):
        return Advice(_of_other_claimants(missing, found))
    rest = droppable(missing[0], question, lexicon) if len(missing) == len(found.choice.missing) == 1 else ""
    if rest and answer(rest, base, lexicon).facts:
        return Advice("", missing[0].text, f"nkfacts ask {quoted(rest)}")
    return Advice()


def _is_near(found: Answer) -> bool:
    """Say whether what is nearest, and of the time that is asked for, is so near that the time is not what fails."""
    weighed, failing = found.choice.weighed, found.choice.failing
    return bool(weighed) and weighed[0][2] >= _NEAR and not failing


def _is_of_another_language(question: Question, lexicon: Lexicon) -> bool:
    """Say whether words are in another script and no name of the base, or hardly any is a word of English or of it."""
    unread = {place for each in question.mentions if each.kind == "word" for place in range(each.start, each.end)}
    words = [token.word for place, token in enumerate(question.tokens) if place in unread]
    if any(letter >= _BEYOND_LATIN and letter.isalpha() for word in words for letter in word):
        return True
    strange = [word for word in words if word.isalpha() and not is_common(word)]
    if len(strange) < _FEWEST_FOREIGN:
        return False
    foreign = len(strange) - len(lexicon.known_words(strange))
    return foreign >= _FEWEST_FOREIGN and foreign * 2 >= len(question.tokens)


def _of_other_times(question: Question, base: Base, lexicon: Lexicon) -> Advice | None:
    """Return that nothing is told of the time that is asked for, and of which it is; None where something is."""
    rest = without_times(question)
    again = answer(rest, base, lexicon)
    facts = again.facts
    times = question.times
    asked = joined([token for time in times for token in question.tokens[time.start : time.end]], question)
    about = next((time for time in times if not time.known), None)
    if not facts:
        return None
    if about is not None:
        if any(time_fit(fact, times) for fact in facts):
            return None
        why = f"nothing “{asked}”; nearest: {listing(_nearest_times(_all_told(again), about))}"
    else:
        first = min(fact.reported for fact in facts)
        if first <= times[0].last:
            return None
        why = f"nothing said “{asked}”; first: {dates.day_words(first)}"
    return Advice(why, asked, f"nkfacts ask {quoted(rest)}")


def _all_told(again: Answer) -> list[Fact]:
    """Return the facts that an answer could be of: where all is asked that its figure counts, all facts of that."""
    figure, verdict = again.choice.figure, again.choice.verdict
    is_whole = figure is not None and verdict is not None and all(by != "fact" for _, _, by in verdict.borne)
    if figure is None or not is_whole or any(mention.claims for mention in again.question.mentions):
        return list(again.facts)
    return [each for each in again.base.facts_of(figure.id) if not each.is_deprecated and each.status != "planned"]


def _nearest_times(facts: Sequence[Fact], about: Time) -> list[str]:
    """Return the last time before one and the first behind it that facts are about."""
    times = dict.fromkeys(dates.parse(fact.when or fact.reported) for fact in facts)
    before = max((time for time in times if time.last < about.first), key=lambda time: time.last, default=None)
    behind = min((time for time in times if time.last >= about.first), key=lambda time: time.last, default=None)
    return [time.words for time in (before, behind) if time is not None]


def _of_other_claimants(missing: Sequence[Mention], found: Answer) -> str:
    """Return that who is named said nothing on that, and who did if the nearest bears out all else."""
    base, question = found.base, found.question
    named = listing([joined(question.tokens[each.start : each.end], question) for each in missing])
    nothing = f"nothing by {named}"
    nearest = found.choice.weighed[0][0] if found.choice.weighed and not found.choice.failing else ""
    fact = base.fact(nearest)
    facts = [fact] if fact is not None else base.candidates(nearest) if nearest else []
    others = list(dict.fromkeys(each.by for each in facts if time_fit(each, question.times)))[:_MOST_OTHERS]
    return f"{nothing}; others: {listing([base.word_for(each) for each in others])}" if others else nothing
