"""What a table or view of an export is, and the columns that a record of the model becomes."""

from collections.abc import Callable, Iterable, Sequence

from nkfacts.hints import Any, NamedTuple
from nkfacts.model.record import Nested, keys_of
from nkfacts.model.types import Day, Flag, ListOf, Number, Type, Whole
from nkfacts.query.base import Base

Row = tuple[Any, ...]

KINDS = {"text": "TEXT", "day": "TEXT", "whole": "INTEGER", "number": "NUMERIC", "flag": "INTEGER"}
"""The kinds of column, each with its type in SQLite."""

_KIND_OF: dict[type[Type], str] = {Day: "day", Whole: "whole", Number: "number", Flag: "flag"}


class Column(NamedTuple):
    """A column: its name, its kind (a key of ``KINDS``), what it means, and the table of whose rows it has the key."""

    name: str
    kind: str
    doc: str
    leads_to: str = ""


class Table(NamedTuple):
    """A table of an export.

    Args:
        name: what it is called.
        doc: what a row of it is.
        columns: what it holds.
        key: the columns that no two rows share.
        rows: returns its rows as the base was known on its day, in a fixed order.
    """

    name: str
    doc: str
    columns: Sequence[Column]
    key: Sequence[str]
    rows: Callable[[Base], Iterable[Row]]


class View(NamedTuple):
    """A view over the tables: its name, what a row of it is, its columns, its key, the query and how files order it."""

    name: str
    doc: str
    columns: Sequence[Column]
    key: Sequence[str]
    query: str
    order: str


def column_of(record: type[Any], key: str, name: str = "") -> Column:
    """Return the column that a single value of a record becomes, under its own name or another."""
    declared = keys_of(record)[key]
    return Column(name or key, _KIND_OF.get(type(declared.type), "text"), declared.doc, declared.type.links_to)


def single_columns(record: type[Any]) -> list[Column]:
    """Return a column for each key of a record that holds one value: no list, no record of its own."""
    keys = keys_of(record).values()
    return [column_of(record, key.name) for key in keys if not isinstance(key.type, ListOf | Nested)]


def values_of(record: Any, columns: Iterable[Column]) -> Row:
    """Return the values of a record that some columns hold."""
    return tuple(getattr(record, column.name) for column in columns)
