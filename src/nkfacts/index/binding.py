"""SQLite as the standard library binds it.

The module ``sqlite3`` imports, for converters of dates that nobody uses here, what takes a twelfth of a plain ``get``.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3 as sqlite
else:
    try:
        import _sqlite3 as sqlite
    except ImportError:
        # Another Python than CPython may have none.
        import sqlite3 as sqlite

__all__ = ["sqlite"]
