"""The arguments and options that commands share, each defined once with what completes it, and what was given."""

import contextlib
import sys
from collections.abc import Callable, Sequence
from functools import lru_cache

from nkfacts.commands.declaring import Argument, Option, Parameter
from nkfacts.commands.registry import COMMANDS
from nkfacts.errors import NkfactsError, UsageProblem
from nkfacts.hints import IO, Annotated, Any, NamedTuple
from nkfacts.model.records import RANKS, SCOPES, STATUSES
from nkfacts.model.types import Choice
from nkfacts.query.base import Base
from nkfacts.query.completion import CLAIMANT, KINDS
from nkfacts.query.filters import Filter
from nkfacts.text import listing

_Complete = Callable[[str], Sequence[str | tuple[str, str]]]


def _ids(*kinds: str) -> _Complete:
    def complete(incomplete: str) -> Sequence[str | tuple[str, str]]:
        import nkfacts

        try:
            with contextlib.closing(nkfacts.load()) as base:
                found = base.completions(kinds, incomplete)
        except NkfactsError:
            return []
        return [(id_, label) if label else id_ for id_, label in found]

    return complete


def words(*known: str) -> _Complete:
    """Return what completes a word of a closed set."""
    return lambda incomplete: [word for word in known if word.startswith(incomplete)]


fact_names = _ids("fact")
claim_names = _ids("fact", "figure")
figure_names = _ids("figure")
claimant_names = _ids(CLAIMANT)
entity_names = _ids("entity")
topic_names = _ids("topic")
source_names = _ids("source")
page_names = _ids("fact", "figure", "source")
all_names = _ids(*KINDS)


def command_names(incomplete: str) -> list[tuple[str, str]]:
    """Return the commands, and the topics of the fact file in use, that begin so, each with what it is."""
    return first_words(incomplete, None)


def first_words(start: str, data: str | None) -> list[tuple[str, str]]:
    """Return the commands and the topics of a fact file that begin so, each with what it is."""
    import nkfacts

    found = [(name, command.summary) for name, command in COMMANDS.items()]
    with contextlib.suppress(NkfactsError), contextlib.closing(nkfacts.load(data)) as base:
        found += [(each.record.id, each.record.label) for each in base.topics()]
    return [(name, label) for name, label in found if name.startswith(start)]


class Setting(NamedTuple):
    """What the options that every command has were set to."""

    data: str | None = None
    as_of: str | None = None
    format: str | None = None
    columns: str | None = None
    no_header: bool = False
    ok_empty: bool = False
    no_cache: bool = False
    no_pager: bool = False

    def overridden_by(self, given: dict[str, Any]) -> "Setting":
        """Return the options given before a command, overridden by those behind it."""
        return self._replace(**{name: given[name] for name in self._fields if given.get(name)})


def _texts(name: str, *, metavar: str, help_: str, complete: Any = None) -> Parameter:
    return Parameter(name, list[str] | None, Option(metavar=metavar, help=help_, complete=complete), None)


_entity = entity_names
_meaning = _ids("entity", "thing")
_action = _ids("action")
_AT_LEAST = Option(metavar="N", least=1, help="With at least N publishers.")
_FILTERS = (
    _texts("topic", metavar="NAME", help_="Of this topic.", complete=topic_names),
    _texts("figure", metavar="NAME", help_="Of this figure.", complete=figure_names),
    _texts("by", metavar="NAME", help_="Asserted by it, or by who speaks for it.", complete=claimant_names),
    _texts("via", metavar="NAME", help_="Passed on by it.", complete=_entity),
    _texts("source", metavar="NAME", help_="Read there: a source or publisher.", complete=source_names),
    _texts("place", metavar="NAME", help_="There, or within.", complete=_entity),
    _texts("about", metavar="NAME", help_="Naming it besides.", complete=_entity),
    _texts("who", metavar="NAME", help_="Saying that it, or who belongs to it, did so.", complete=_meaning),
    _texts("did", metavar="WORD", help_="Saying that so was done: visit, supplied.", complete=_action),
    _texts("to", metavar="NAME", help_="Saying that it was done to it, with it or there.", complete=_meaning),
    _texts("status", metavar="WORD", help_=f"One of {', '.join(STATUSES)}.", complete=words(*STATUSES)),
    _texts("since", metavar="DATE", help_="About a time that reaches this date."),
    _texts("until", metavar="DATE", help_="About a time that begins by this date."),
    _texts("said_since", metavar="DATE", help_="Said on this date or later."),
    _texts("said_until", metavar="DATE", help_="Said on this date or earlier."),
    _texts("tag", metavar="TAG", help_="With this tag."),
    _texts("scope", metavar="WORD", help_=f"One of {', '.join(SCOPES)}.", complete=words(*SCOPES)),
    _texts("rank", metavar="WORD", help_=f"One of {', '.join(RANKS)}.", complete=words(*RANKS)),
    Parameter("min_publishers", list[int] | None, _AT_LEAST, None),
    Parameter("disputed", bool, Option(help="Saying otherwise than a fact of somebody else."), False),
)
FILTERS = {option.name: option for option in _FILTERS}
"""The options of the commands that list facts, one for each key of ``Filter``; all but flags are given as lists."""


_CHOICES = {
    "status": Choice("a status", STATUSES), "scope": Choice("a scope", SCOPES), "rank": Choice("a rank", RANKS),
}  # fmt: skip
_BOUNDS = ("since", "until", "said_since", "said_until", "min_publishers")
"""The filters that are one bound; of every other any of several names is enough."""


def filter_of(given: dict[str, Any]) -> Filter:
    """Return the filter that the options ask for.

    Raises:
        UsageProblem: a word is none of those an option knows, or an option that bounds was given twice.
    """
    for name, choice in _CHOICES.items():
        for word in given.get(name) or ():
            choice.one(word)
    values: dict[str, Any] = {name: tuple(given.get(name) or ()) for name in Filter._fields if name != "disputed"}
    bounds = {name: one_of(f"--{name.replace('_', '-')}", values[name]) for name in _BOUNDS}
    return Filter(**{**values, **bounds}, disputed=bool(given.get("disputed")))


def one_of(option: str, given: Sequence[Any] | None) -> Any:
    """Return the value of an option that can be given once; None where it was not.

    Raises:
        UsageProblem: it was given more than once.
    """
    if given and len(given) > 1:
        raise UsageProblem(f"{option} was given {len(given)} times", "give it once")
    return given[0] if given else None


_MOST_GIVEN = 4_000_000
"""The bytes of names or questions that standard input may hold."""


@lru_cache(maxsize=1)
def _beginning(stream: IO[bytes]) -> bytes:
    """Return a little more of a stream than it may hold; also to a command that is run again with another index."""
    return stream.read(_MOST_GIVEN + 1)


def lines_of_stdin(setting: Setting, what: str) -> list[str]:
    """Return the lines of standard input that have something on them, without the space around it.

    Raises:
        UsageProblem: the facts come from there already, or there is no end of it.
    """
    return [line.strip() for line in text_of_stdin(setting, what).split("\n") if line.strip()]


def text_of_stdin(setting: Setting, what: str) -> str:
    """Return what standard input holds, with plain line ends.

    Raises:
        UsageProblem: the facts come from there already, or there is no end of it.
    """
    if setting.data == "-":
        raise UsageProblem(f"standard input cannot be both the {what} and the facts", "give one of them as a file")
    given = _beginning(sys.stdin.buffer)
    if len(given) > _MOST_GIVEN:
        raise UsageProblem(f"standard input has more than {_MOST_GIVEN:,} bytes of {what}", "give them in parts")
    # Whatever the locale, and with a mark in the place of what is no text: one bad byte costs no other line its answer.
    return given.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")


def is_one_name(base: Base, words: Sequence[str]) -> bool:
    """Say whether words are the name of one figure that was not quoted, as in get death toll."""
    return base.has_name("figures", " ".join(words)) and not all(base.has_name("figures", word) for word in words)


def figure_ids(base: Base, words: Sequence[str]) -> list[str]:
    """Return the ids of the figures that words name, each once, in their order.

    Raises:
        UnknownName: a word is the name of none; the error offers the nearest.
    """
    names = [" ".join(words)] if len(words) > 1 and is_one_name(base, words) else words
    return list(dict.fromkeys(base.resolve("figures", name) for name in names))


def widen(base: Base, wanted: Filter, other: str) -> str:
    """Return the mend where no fact passes a filter: another command, or the options of saying where they find some."""
    if (wanted.since or wanted.until) and not (wanted.said_since or wanted.said_until):
        said = wanted._replace(since=None, until=None, said_since=wanted.since, said_until=wanted.until)
        if base.facts(said, limit=1):
            given = (("--since", "--said-since", wanted.since), ("--until", "--said-until", wanted.until))
            about = listing([option for option, _, day in given if day])
            instead = listing([option for _, option, day in given if day])
            verb = "are" if wanted.since and wanted.until else "is"
            return f"{about} {verb} about the time told of; when it was said is {instead}, which would find some"
    return f"widen them, or see: {other}"


FigureName = Annotated[
    str,
    Argument(metavar="FIGURE", help="A figure: its id, or words people ask it by.", complete=figure_names),
]
FigureNames = Annotated[
    list[str],
    Argument(metavar="FIGURE...", help="Figures: their ids, or words people ask them by.", complete=figure_names),
]
ByName = Annotated[
    list[str] | None,
    Option("--by", metavar="NAME", help="By this claimant, or who speaks for it.", complete=claimant_names),
]
"""A claimant, as a list: ``one_of`` refuses several."""
OfTopics = Annotated[list[str] | None, Option("--topic", metavar="NAME", help="Of this topic.", complete=topic_names)]
OfFigures = Annotated[
    list[str] | None, Option("--figure", metavar="NAME", help="Of this figure.", complete=figure_names)
]
ByNames = ByName
"""The filters of commands that take no others: any of the names given is enough."""
Limit = Annotated[int | None, Option("--limit", "-n", metavar="N", least=1, help="At most N.")]
