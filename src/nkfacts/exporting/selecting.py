"""A query in SQL, asked of the tables and views of an export: it reads, and can do nothing else.

Nothing of the user's own is within its reach: the tables are made in memory, only those that the query reads.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from time import monotonic

from nkfacts.errors import UsageProblem
from nkfacts.exporting.database import create, fill
from nkfacts.exporting.tables import TABLES
from nkfacts.exporting.views import VIEWS
from nkfacts.hints import Any, NamedTuple
from nkfacts.query.base import Base
from nkfacts.text import did_you_mean, nearest, visible, well_formed

MOST_SECONDS = 10.0
"""The time that a query may take unless another is given."""
MOST_CELLS = 2_000_000
"""The cells that an answer may have: some hundred thousand rows."""
_LONGEST_VALUE = 10_000_000
_STEPS = 10_000
"""The steps of SQLite's machine between two looks at the clock."""
_LISTED = "nkfacts sql lists the views and columns"

_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_FORBIDDEN_FUNCTIONS = {"load_extension", "fts3_tokenizer"}

_ONE_SELECT = "write one SELECT"
_MEANINGS = (
    ("not authorized", "the query wants to do more than read", _ONE_SELECT),
    ("authorization denied", "the query wants to do more than read", _ONE_SELECT),
    ("prohibited", "the query wants to do more than read", _ONE_SELECT),
    ("one statement", "there is more than one statement", _ONE_SELECT),
    ("incomplete input", "the query is not complete", _LISTED),
    ("bindings supplied", "the query has a parameter", "write the value in its place"),
    ("too big", f"a value is longer than {_LONGEST_VALUE:,} bytes", "ask for less"),
    ("ambiguous column name", "several tables have a column of that name", "write the table before it: facts.id"),
)
"""What SQLite says, what it means here, and the mend."""


class Selected(NamedTuple):
    """What a query answered: the names of its columns, each once, and its rows."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def select(base: Base, query: str, *, seconds: float = MOST_SECONDS) -> Selected:
    """Return what one query answers from the tables and views of a base, as it was known on its day.

    Of two columns with one name the second is called ``name_2``; a blob becomes its digits, ``x'00ff'``.

    Args:
        base: the base.
        query: one SELECT, VALUES or EXPLAIN, in the SQL of SQLite.
        seconds: the time that it may take.

    Raises:
        UsageProblem: it is no query, wants to do more than read, names what is not there, or takes or answers too much.
    """
    query = well_formed(query).rstrip().rstrip(";")
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as target:
        create(target)
        target.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        watch = _Watch(target, seconds)
        # A second statement is a Warning in Python 3.11, which is no Error.
        try:
            wanted = watch.tables_read(query)
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise _refusal(target, error, watch, seconds) from None
        fill(target, base, wanted)
        target.execute("PRAGMA query_only = ON")
        watch.begin()
        try:
            return _fetched(target.execute(query))
        except sqlite3.Error as error:
            raise _refusal(target, error, watch, seconds) from None


class _Watch:
    """What a query may do, what it reads, and how long it may take."""

    def __init__(self, target: sqlite3.Connection, seconds: float) -> None:
        self._target, self._seconds = target, seconds
        self._deadline = 0.0
        self._read: set[str] = set()

    def tables_read(self, query: str) -> set[str]:
        """Return the tables that a query would read."""
        self._target.set_authorizer(self._judge)
        explain = "" if re.match(r"\s*explain\b", query, re.IGNORECASE) else "EXPLAIN "
        self._target.execute(explain + query).close()
        self._target.set_authorizer(None)
        return self._read

    def begin(self) -> None:
        """Hold what runs from now on to what it may do, and to its time."""
        self._target.set_authorizer(self._judge)
        self._deadline = monotonic() + self._seconds
        self._target.set_progress_handler(lambda: self.is_over, _STEPS)

    @property
    def is_over(self) -> bool:
        """Whether the time has run out."""
        return bool(self._deadline) and monotonic() > self._deadline

    def _judge(self, action: int, first: str | None, second: str | None, *_: str | None) -> int:
        if action not in _ALLOWED or (action == sqlite3.SQLITE_FUNCTION and second in _FORBIDDEN_FUNCTIONS):
            return sqlite3.SQLITE_DENY
        if action == sqlite3.SQLITE_READ and first:
            self._read.add(first)
        return sqlite3.SQLITE_OK


def _fetched(cursor: sqlite3.Cursor) -> Selected:
    if cursor.description is None:
        raise UsageProblem("the query selects nothing", _LISTED)
    names = tuple(_each_once(visible(name) or "?" for name, *_ in cursor.description))
    rows = []
    for row in cursor:
        rows.append(tuple(map(_plain, row)))
        if len(rows) * len(names) > MOST_CELLS:
            raise UsageProblem(
                f"the query answers with more than {len(rows) - 1:,} rows", "ask for fewer: LIMIT, or count(*)"
            )
    return Selected(names, rows)


def _each_once(names: Iterator[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        here, number = name, 2
        while here in seen:
            here, number = f"{name}_{number}", number + 1
        seen.add(here)
        yield here


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    return str(value) if value in (float("inf"), float("-inf")) else value


def _refusal(target: sqlite3.Connection, error: Exception, watch: _Watch, seconds: float) -> UsageProblem:
    """Return what is wrong with a query, and how to mend it."""
    message = str(error)
    if watch.is_over:
        return UsageProblem(f"the query took longer than {seconds:g} s", "ask for less, or give it --seconds")
    for said, meaning, mend in _MEANINGS:
        if said in message:
            return UsageProblem(meaning, mend)
    found = re.match(r"no such (column|table|function): \"?(?:\w+\.)?([^\s\"]+)", message)
    mend = _LISTED
    if found:
        kind, name = found.groups()
        message = f"no such {kind}: {name}"
        mend = did_you_mean(nearest(name.lower(), _names(target, kind))) or _LISTED
    return UsageProblem(f"SQLite refuses the query: {visible(message)}", mend)


def _names(target: sqlite3.Connection, kind: str) -> Sequence[str]:
    known = (*VIEWS, *TABLES)
    if kind == "table":
        return [each.name for each in known]
    if kind == "function":
        target.set_authorizer(None)
        return [name for (name,) in target.execute("SELECT DISTINCT name FROM pragma_function_list")]
    return list(dict.fromkeys(column.name for each in known for column in each.columns))
