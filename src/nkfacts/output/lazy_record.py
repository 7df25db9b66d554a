"""A record whose values are made when they are asked for: who shows three columns makes three values."""

from collections.abc import Callable, ItemsView, Iterator, Mapping

from nkfacts.hints import Any


class LazyRecord(Mapping[str, Any]):
    """A mapping of which nothing is made before it is read, and nothing is kept: a base class.

    Args:
        make: what makes the value of each key from the record itself, in the order of the keys.
        more: keys behind those, with their values.
    """

    __slots__ = ("_make", "_more")

    def __init__(self, make: Mapping[str, Callable[[Any], Any]], more: Mapping[str, Any]) -> None:
        self._make, self._more = make, more

    def __getitem__(self, key: str) -> Any:
        make = self._make.get(key)
        return make(self) if make is not None else self._more[key]

    def __iter__(self) -> Iterator[str]:
        yield from self._make
        yield from self._more

    def __len__(self) -> int:
        return len(self._make) + len(self._more)

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of a key, or another where there is none."""
        make = self._make.get(key)
        return make(self) if make is not None else self._more.get(key, default)

    def items(self) -> ItemsView[str, Any]:
        """Return the keys with their values, each made once."""
        return {**{key: make(self) for key, make in self._make.items()}, **self._more}.items()
