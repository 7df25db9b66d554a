"""The facts that were known on a day: the one place where ``--as-of`` is applied.

A query reads the facts from ``known``, and never from the table of all facts.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_KNOWN = "WITH known AS (SELECT * FROM fact WHERE reported <= ?) "


class Known:
    """An index as it was known on a day.

    Args:
        connection: an open index.
        last_day: facts reported after it do not exist.
    """

    def __init__(self, connection: "sqlite3.Connection", last_day: str) -> None:
        self.connection, self.last_day = connection, last_day

    def on(self, last_day: str) -> "Known":
        """Return the same index as it was known on another day."""
        return Known(self.connection, last_day)

    def rows(self, query: str, values: "Sequence[object]" = ()) -> "sqlite3.Cursor":
        """Run a query, which finds the facts of the day under the name ``known``."""
        return self.connection.execute(_KNOWN + query, (self.last_day, *values))
