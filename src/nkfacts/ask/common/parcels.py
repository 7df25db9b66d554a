"""Answers on their way to another process with the same base: its records and the base itself go by their names."""

from pickle import Pickler, Unpickler, UnpicklingError

from nkfacts.hints import IO, Any
from nkfacts.model.records import Entity, Fact, Figure
from nkfacts.query.base import Base

__all__ = ["Packer", "Unpacker", "UnpicklingError"]

_PARTS = {Base: "bases", Fact: "facts", Figure: "figures", Entity: "entities"}


class Packer(Pickler):
    """Writes answers to a stream."""

    def persistent_id(self, value: Any) -> tuple[str, str | None] | None:
        """Return the part and id of a record, or the day of a base."""
        part = _PARTS.get(type(value))
        return (part, value.as_of if part == "bases" else value.id) if part else None


class Unpacker(Unpickler):
    """Reads answers from a stream that ``Packer`` wrote.

    Args:
        stream: the stream, from another process of this program.
        base: the base from which they were answered.
    """

    def __init__(self, stream: IO[bytes], base: Base) -> None:
        super().__init__(stream)
        self._base, self._bases = base, {base.as_of: base}

    def persistent_load(self, name: Any) -> Any:
        """Return the record or base that a name stands for."""
        part, id_ = name
        if part != "bases":
            read = {"facts": self._base.fact, "figures": self._base.figure, "entities": self._base.entity}
            return read[part](id_)
        if id_ not in self._bases:
            self._bases[id_] = self._base.on(id_)
        return self._bases[id_]
