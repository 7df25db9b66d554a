"""What a rule of the whole base finds, and where."""

import sqlite3
from collections.abc import Callable, Iterator

from nkfacts.hints import NamedTuple

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
