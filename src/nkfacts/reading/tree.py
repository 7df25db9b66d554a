"""The values of a YAML file with the line and column where they stand."""

from collections.abc import Callable

from nkfacts.hints import NamedTuple

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))

Fault = Callable[["Place", str, str], None]
"""Takes a place, what is wrong there, and the mend."""


class Place(NamedTuple):
    """A line and a column of the file, both counted from 1."""

    line: int
    column: int


class Scalar(NamedTuple):
    """A single value as written; ``plain`` when it stands without quotes."""

    place: Place
    text: str
    plain: bool

    @property
    def is_null(self) -> bool:
        """Whether it says that nothing is there: ``null``, ``~`` or nothing at all, unquoted."""
        return self.plain and self.text in _NULLS


class Sequence(NamedTuple):
    """A list of values."""

    place: Place
    items: "list[Node]"


class Mapping(NamedTuple):
    """Keys and their values, in the order of the file, each key once."""

    place: Place
    items: "dict[str, tuple[Place, Node]]"


Node = Scalar | Sequence | Mapping
