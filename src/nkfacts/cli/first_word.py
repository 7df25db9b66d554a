"""The first word where it is no command: a topic, a figure, or what the person may have meant by it."""

from collections.abc import Sequence

from nkfacts.commands.registry import COMMANDS
from nkfacts.errors import UnknownName, UsageProblem
from nkfacts.query.base import Base
from nkfacts.text import did_you_mean, nearest, visible

_SENTENCE = 3
"""The words from which on what was typed is more likely a question than a slip."""
_ALIKE = 0.8
"""How like a command the first word of a sentence must be to be a slip of the keyboard."""

_ASKING = frozenset(
    "how who whom whose what when where which why did do does is are was were has have had can could will".split()  # noqa: SIM905
)


def subject(words: Sequence[str], base: Base) -> str:
    """Return the name of the topic or figure that words behind the program's name lead to.

    Raises:
        UsageProblem: they lead to none; the error offers what comes nearest, or to ask.
    """
    name = " ".join(words)
    words = name.split() or [""]
    if not _asks(words) and any(base.has_name(part, name) for part in ("topics", "figures")):
        return name
    first, *rest = words
    for part in ("topics", "figures"):
        if base.has_name(part, first):
            mend = question(words) if len(words) >= _SENTENCE else f"see: nkfacts {first} --help"
            raise UsageProblem(f"{first} takes options only, not {visible(' '.join(rest))!r}", mend)
    raise UsageProblem(f"no command, topic or figure is called {visible(first)!r}", _mend(words, base))


def question(words: Sequence[str]) -> str:
    """Return the offer to ask what was typed, quoted where a shell would take a sign for its own."""
    import shlex

    text = " ".join(words)
    is_plain = all(shlex.quote(word) == word for word in text.split())
    return f"did you mean: nkfacts ask {visible(text if is_plain else shlex.quote(text))}"


def is_sentence(words: Sequence[str]) -> bool:
    """Say whether words read like a question rather than a name."""
    return len(words) >= _SENTENCE or _asks(words)


def _asks(words: Sequence[str]) -> bool:
    """Say whether words begin as a question does."""
    return len(words) > 1 and words[0].lower() in _ASKING


def _mend(words: Sequence[str], base: Base) -> str:
    name, first = " ".join(words), words[0]
    if _asks(words):
        return question(words)
    near = nearest(first, [*COMMANDS, *base.names("topics"), *_aliases(base)])
    if is_sentence(words):
        meant = did_you_mean(word for word in near if _is_slip(first, word)).removesuffix("?")
        return f"{meant}, or: {question(words).partition(': ')[2]}" if meant else question(words)
    if base.has_name("entities", name):
        return f"see: nkfacts show {visible(name if len(words) == 1 else repr(name))}"
    figures = _figures_like(name, base)
    if len(words) > 1:
        return figures or question(words)
    if _is_asked_in_sql(first):
        return f"it is asked in SQL: nkfacts sql {first}"
    return did_you_mean(near) or figures or "see: nkfacts --help"


def _is_asked_in_sql(word: str) -> bool:
    """Say whether a word is the name of a view or table."""
    from nkfacts.exporting.tables import TABLES
    from nkfacts.exporting.views import VIEWS

    return word in {each.name for each in (*VIEWS, *TABLES)}


def _is_slip(typed: str, word: str) -> bool:
    from difflib import SequenceMatcher

    return SequenceMatcher(None, typed, word).ratio() >= _ALIKE


def _figures_like(name: str, base: Base) -> str:
    try:
        base.resolve("figures", name)
    except UnknownName as unknown:
        return unknown.mend if unknown.mend.startswith("did you mean") else ""
    return ""


def _aliases(base: Base) -> list[str]:
    return [alias for counted in base.topics() for alias in counted.record.aliases]
