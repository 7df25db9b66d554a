"""What a single record must satisfy beyond the types of its keys.

Each rule yields the key at fault (``key/1`` for the second item of its list), what is wrong,
and the mend. To add one, write the function and put its name into ``RECORD_RULES``; those
about meaning stand in meaning_rules.py.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from nkfacts.model import dates
from nkfacts.model.records import Fact, Figure, Record, Topic
from nkfacts.reading.meaning_rules import MEANING_RULES
from nkfacts.text import fold

RecordFinding = tuple[str, str, str]
RecordRule = Callable[[Record], Iterator[RecordFinding]]

EARLIEST_REPORT = "1990-01-01"

RESERVED_COMMANDS = frozenset(
    [
        "add",
        "ask",
        "cache",
        "changes",
        "chart",
        "check",
        "cite",
        "columns",
        "compare",
        "conflicts",
        "diff",
        "entities",
        "export",
        "figures",
        "get",
        "help",
        "list",
        "mcp",
        "open",
        "report",
        "revise",
        "schema",
        "search",
        "show",
        "since",
        "sources",
        "sql",
        "timeline",
        "topics",
        "trace",
        "verify",
        "why",
        "data",
        "completion",
    ]
)
"""Names a topic may not have: the commands there are, and those with a place in the plan."""


def one_amount(record: Record) -> Iterator[RecordFinding]:
    """A figure fact has exactly one of ``value``, ``low``/``high`` and ``words``."""
    if not isinstance(record, Fact) or record.figure is None:
        return
    forms = [
        name
        for name, there in (
            ("value", record.value is not None),
            ("low/high", record.low is not None or record.high is not None),
            ("words", record.words is not None),
        )
        if there
    ]
    if not forms:
        yield "figure", "a figure fact without an amount", "write value, low and high, or words"
    if len(forms) > 1:
        yield forms[1].partition("/")[0], f"more than one amount: {' and '.join(forms)}", "keep one of them"
    if record.low is not None and record.high is not None and record.low > record.high:
        yield "low", f"low ({record.low}) is above high ({record.high})", "exchange the two"
    if record.qualifier == "between" and (record.low is None or record.high is None):
        yield "qualifier", "'between' without low and high", "write low and high, or another qualifier"
    if record.title is not None or record.topic is not None:
        key = "title" if record.title is not None else "topic"
        yield key, f"a figure fact with a {key}", f"remove the {key} (or the figure, for an event)"


def whole_event(record: Record) -> Iterator[RecordFinding]:
    """An event has ``topic``, ``title`` and ``when``, and no amount."""
    if not isinstance(record, Fact) or record.figure is not None:
        return
    for name in ("topic", "title", "when"):
        if getattr(record, name) is None:
            yield "id", f"an event (a fact without figure) lacks its {name}", f"write {name}, or name the figure"
    for name in ("value", "low", "high", "words", "qualifier"):
        if getattr(record, name) is not None:
            yield name, f"an event with {name!r}", "name the figure it belongs to, or remove it"


def possible_days(record: Record) -> Iterator[RecordFinding]:
    """``reported`` is no day before 1990, and not before ``when`` begins unless planned."""
    if not isinstance(record, Fact):
        return
    if record.reported < EARLIEST_REPORT:
        yield "reported", f"reported on {record.reported}", f"write a day from {EARLIEST_REPORT} to tomorrow"
    elif record.when is not None and record.status != "planned":
        first = dates.parse(record.when).first
        if record.reported < first:
            yield (
                "reported",
                f"reported on {record.reported}, before its time begins ({first})",
                "mend one of the two, or write 'status: planned'",
            )


def said_by(record: Record, today: str) -> Iterator[RecordFinding]:
    """``reported`` is no day after tomorrow."""
    if isinstance(record, Fact) and today < dates.LAST_DAY and record.reported > _day_after(today):
        yield "reported", f"reported on {record.reported}", f"write a day from {EARLIEST_REPORT} to tomorrow"


@lru_cache(maxsize=1)
def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def some_evidence(record: Record) -> Iterator[RecordFinding]:
    """A fact has evidence, at least one piece of it with the words as printed, each source once."""
    if not isinstance(record, Fact):
        return
    if not record.evidence:
        yield "evidence", "no evidence", "name at least one source"
        return
    if not any(piece.as_printed for piece in record.evidence):
        yield "evidence", "no evidence with 'as_printed'", "write the figure or key words as printed"
    sources = [piece.source for piece in record.evidence]
    twice = sorted({source for source in sources if sources.count(source) > 1})
    if twice:
        yield "evidence", f"the source {twice[0]!r} stands twice in the evidence", "keep one of the two"


_MARKS = {'"': '"', "'": "'", "“": "”", "„": "“”", "‘": "’", "‚": "‘’", "«": "»", "‹": "›", "「": "」"}  # noqa: RUF001 - each is meant
"""What may close a quotation, by what opens it."""


def bare_quotations(record: Record) -> Iterator[RecordFinding]:
    """Words as printed have no quotation marks around them: whatever shows them puts them in marks."""
    for piece in record.evidence if isinstance(record, Fact) else ():
        words = piece.as_printed or ""
        opening = words[:1]
        if len(words) > 1 and words[-1] in _MARKS.get(opening, "") and opening not in words[1:-1]:
            yield "evidence", f"quotation marks around {words!r}", "leave them out: they are put where it is shown"


def reasoned_rank(record: Record) -> Iterator[RecordFinding]:
    """``preferred`` and ``deprecated`` carry their reason, and nothing else does."""
    if not isinstance(record, Fact):
        return
    if record.rank in ("preferred", "deprecated") and record.rank_reason is None:
        yield "rank", f"{record.rank} without a reason", "write rank_reason"
    if record.rank_reason is not None and record.rank not in ("preferred", "deprecated"):
        yield "rank_reason", "a rank_reason without a rank", "write 'rank: preferred' or 'rank: deprecated'"
    if record.rank == "preferred" and record.scope == "part":
        yield "rank", "a fact of 'scope: part' cannot be the headline", "remove the rank, or mend the scope"


def own_command(record: Record) -> Iterator[RecordFinding]:
    """A topic's names are free to be commands: none is the name of a built-in one."""
    if not isinstance(record, Topic):
        return
    for name in (record.id, *record.aliases):
        if name in RESERVED_COMMANDS:
            key = "id" if name == record.id else "aliases"
            yield key, f"the topic name {name!r} is a command of nkfacts", "choose another name"


def figure_of_its_topic(record: Record) -> Iterator[RecordFinding]:
    """A figure's id begins with its topic."""
    if isinstance(record, Figure) and record.id.partition(".")[0] != record.topic:
        name = record.id.partition(".")[2]
        yield "topic", f"the figure stands under {record.topic!r}", f"name it {record.topic}.{name}, or mend the topic"


_WORDED = ("name", "label", "short", "publisher")
_NAMING = ("aliases", "capital")


def some_letter(record: Record) -> Iterator[RecordFinding]:
    """A name has a letter or digit, or nobody could ask for it; a thing may have a sign for a name, such as %."""
    for key in _WORDED:
        text = getattr(record, key, None)
        if text is not None and not fold(text):
            yield key, f"no letter in {text!r}", "write it in letters"
    for key in _NAMING:
        for number, text in enumerate(getattr(record, key, ())):
            if not fold(text):
                yield f"{key}/{number}", f"no letter in {text!r}", "write it in letters, or leave it out"


def near_others(record: Record) -> Iterator[RecordFinding]:
    """A figure is not easily confused with itself."""
    if isinstance(record, Figure) and record.id in record.near:
        yield f"near/{record.near.index(record.id)}", f"{record.id!r} is near itself", "name other figures"


def disputed_others(record: Record) -> Iterator[RecordFinding]:
    """A fact says nothing otherwise than itself."""
    if isinstance(record, Fact) and record.id in record.disputes:
        yield f"disputes/{record.disputes.index(record.id)}", f"{record.id!r} disputes itself", "name other facts"


RECORD_RULES: tuple[RecordRule, ...] = (
    one_amount,
    whole_event,
    possible_days,
    some_evidence,
    bare_quotations,
    reasoned_rank,
    own_command,
    figure_of_its_topic,
    some_letter,
    near_others,
    disputed_others,
    *MEANING_RULES,
)
