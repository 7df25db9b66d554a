"""A record whose values are made when they are asked for: who shows three columns makes three values."""

from collections.abc import Callable, ItemsView, Iterator, Mapping

from nkfacts.hints import Any, ClassVar


class LazyRecord(Mapping[str, Any]):
    """A mapping of which nothing is made before it is read, and nothing is kept: a base class.

    Args:
        more: keys behind those of the class, with their values.
    """

    __slots__ = ("_more",)

    makers: ClassVar[Mapping[str, Callable[[Any], Any]]] = {}
    """What makes the value of each key from the record itself, in the order of the keys: of every record of a class."""

    def __init__(self, more: Mapping[str, Any]) -> None:
        self._more = more

    def __getitem__(self, key: str) -> Any:
        make = self.makers.get(key)
        return make(self) if make is not None else self._more[key]

    def __iter__(self) -> Iterator[str]:
        yield from self.makers
        yield from self._more

    def __len__(self) -> int:
        return len(self.makers) + len(self._more)

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of a key, or another where there is none."""
        make = self.makers.get(key)
        return make(self) if make is not None else self._more.get(key, default)

    def items(self) -> ItemsView[str, Any]:
        """Return the keys with their values, each made once."""
        return {**{key: make(self) for key, make in self.makers.items()}, **self._more}.items()
