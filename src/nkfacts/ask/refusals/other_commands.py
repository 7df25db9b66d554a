"""Commands that do what a question asks for where it asks for no one fact: what changed, who says what, a name."""

from nkfacts.ask.one.refusing import NOTHING_ASKED
from nkfacts.ask.told.answers import Answer
from nkfacts.ask.understanding.question import Question
from nkfacts.ask.understanding.words import DISPUTING, NEWS
from nkfacts.model.dates import FIRST_DAY, LAST_DAY

_UNSAFE = frozenset('"$`\\!')
"""What a shell does not leave as it is between double quotes."""


def other_command(found: Answer) -> str:
    """Return the command that does what an unanswered question asks for; empty where there is none.

    Args:
        found: what was found.
    """
    question = found.question
    words = {token.word for token in question.tokens}
    if found.reason == NOTHING_ASKED:
        name = _name(question)
        return f"nkfacts show {name}" if name else ""
    if not DISPUTING.isdisjoint(words):
        return "nkfacts conflicts"
    compares = "compare" in (question.kind, found.kind)
    if (compares or question.kind == "change") and not found.choice.failing and (figure := _figure(found)):
        return f"nkfacts {'chart' if question.kind == 'change' else 'compare'} {figure}"
    asks_for_all = all(mention.kind == "light" or mention.text in NEWS for mention in question.mentions)
    if asks_for_all and (question.kind == "change" or not NEWS.isdisjoint(words)):
        since = _since(found)
        return f"nkfacts changes --since {since}" if since else ""
    return ""


def quoted(text: str) -> str:
    """Return a text as a word of a command line."""
    if _UNSAFE.isdisjoint(text):
        return f'"{text}"'
    from shlex import quote

    return quote(text)


def _since(found: Answer) -> str:
    """Return the time that a question is about as the command takes it; empty where nothing was said since."""
    times = [time for time in found.question.times if not time.known]
    if len(times) != 1 or not FIRST_DAY < times[0].first <= found.base.counted_to:
        return ""
    until = "" if times[0].last == LAST_DAY else f" --until {times[0].last}"
    return f"{times[0].first}{until}"


def _figure(found: Answer) -> str | None:
    """Return the figure of what comes nearest."""
    nearest = found.choice.weighed[0][0] if found.choice.weighed else ""
    if found.base.figure(nearest) is not None:
        return nearest
    return next((fact.figure for fact in found.choice.closest[:1]), None)


def _name(question: Question) -> str:
    """Return the id of the one name in a question."""
    meanings = (meaning for mention in question.mentions if mention.kind == "name" for meaning in mention.meanings)
    return next((meaning.id for meaning in meanings if meaning.part == "entities"), "")
