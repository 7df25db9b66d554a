"""What a rule of the whole base finds, and where."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence

from nkfacts.errors import Problem
from nkfacts.hints import NamedTuple
from nkfacts.reading.fact_file import MOST_MISTAKES
from nkfacts.text import QUOTED, clipped

LINES_OF_A_FILE = 2**32
"""A line of the file with the number n is kept as n times this and the line."""


class Finding(NamedTuple):
    """What a base rule found: the line and column, the record, what is wrong, the mend, and how bad it is."""

    line: int
    column: int
    id: str
    message: str
    mend: str
    severity: str = "error"


BaseRule = Callable[[sqlite3.Connection], Iterator[Finding]]


def found_by(base: sqlite3.Connection, files: Sequence[str], rules: Sequence[BaseRule]) -> list[Problem]:
    """Return what some rules find in the tables that files were read into, in the order of the rules.

    Args:
        base: the tables.
        files: the names of the files, in the order of their numbers.
        rules: the rules.
    """
    return [
        Problem(
            files[line // LINES_OF_A_FILE],
            line % LINES_OF_A_FILE,
            column,
            id_[:QUOTED],
            clipped(message),
            mend,
            severity,
        )
        for rule in rules
        for line, column, id_, message, mend, severity in _bounded(rule(base))
    ]


def _bounded(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield what a rule found, up to so many mistakes; warnings are not counted."""
    mistakes = 0
    for finding in findings:
        yield finding
        mistakes += finding.severity == "error"
        if mistakes == MOST_MISTAKES:
            message = f"looking for more of this kind stopped after {MOST_MISTAKES:,} mistakes"
            yield finding._replace(id="", message=message, mend="mend those above, then check it again")
            return
