"""The facts that were known on a day: the one place where ``--as-of`` is applied.

A query reads the facts from ``known``, and never from the table of all facts.
"""

from nkfacts.index.binding import sqlite

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

# Since 3.35 SQLite copies what is named twice, every fact whole, unless it is told not to; before, it never did.
_HOW = "NOT MATERIALIZED" if tuple(map(int, sqlite.sqlite_version.split("."))) >= (3, 35) else ""
_KNOWN = f"WITH known AS {_HOW} (SELECT * FROM fact WHERE reported <= ?) "
NO_DAY = "9999-12-31"
"""The last day of an index that is not asked as it was known on a day."""


class Known:
    """An index as it was known on a day.

    Args:
        connection: an open index.
        last_day: facts reported after it do not exist.

    Attributes:
        made: what other packages made of all that was known, by name, for the next time that they are asked.
    """

    def __init__(self, connection: "sqlite3.Connection", last_day: str = NO_DAY) -> None:
        self.connection, self.last_day = connection, last_day
        self._counted_to: str | None = None
        self.made: dict[str, object] = {}

    @property
    def as_of(self) -> str | None:
        """The day that is asked for; None where it is the newest day of the base."""
        return None if self.last_day == NO_DAY else self.last_day

    @property
    def counted_to(self) -> str:
        """The day to which the age of a fact is counted: the one asked for, else that of the newest statement."""
        if self._counted_to is None:
            self._counted_to = self.as_of or self.connection.execute("SELECT statement FROM newest").fetchone()[0]
        return self._counted_to

    def on(self, last_day: str) -> "Known":
        """Return the same index as it was known on another day."""
        return Known(self.connection, last_day)

    def rows(self, query: str, values: "Sequence[object]" = ()) -> "sqlite3.Cursor":
        """Run a query, which finds the facts of the day under the name ``known``."""
        return self.connection.execute(_KNOWN + query, (self.last_day, *values))

    def ranked(self, query: str, values: "Sequence[object]" = ()) -> "list[sqlite3.Row]":
        """Run a query that ranks full text, and return all its rows.

        In one transaction: the length of each hit is looked up by a statement of SQLite's own, which would else begin
        and end one, a tenth of the time where many texts match.
        """
        if self.connection.in_transaction:
            return self.rows(query, values).fetchall()
        self.connection.execute("BEGIN")
        try:
            return self.rows(query, values).fetchall()
        finally:
            self.connection.execute("COMMIT")
