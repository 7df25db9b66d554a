"""The keys of a record: declared once in its class, read from the file, and described as JSON Schema."""

from typing import Any, ClassVar, Self, dataclass_transform

from nkfacts.model.types import Link, ListOf, Schema, Type
from nkfacts.reading.tree import Fault, Mapping, Node, Place, Scalar
from nkfacts.text import did_you_mean, nearest


class Nested(Type):
    """A mapping that is a record of its own, such as a piece of evidence."""

    def __init__(self, record: type[Any]) -> None:
        self.record = record
        self.noun = f"a mapping ({record.__name__})"
        self.has_links = bool(record.linking_keys)

    def read(self, node: Node, fault: Fault) -> Any:
        return read_record(self.record, node, fault)

    def schema(self) -> Schema:
        return record_schema(self.record)

    def references(self, key: str, node: Node) -> list[Link]:  # noqa: ARG002
        return record_references(self.record, node)


class Key:
    """One key of a record: its name, type, whether it must be there, and what it means."""

    __slots__ = ("doc", "name", "required", "type")

    def __init__(self, type_: Type, doc: str, *, required: bool) -> None:
        self.name, self.type, self.doc, self.required = "", type_, doc, required


def key(type_: Type, doc: str, *, required: bool = False) -> Any:
    """Declare a key of a record: its type, what it means, and whether it must be there."""
    return Key(type_, doc, required=required)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(key,))
class Declared:
    """An immutable value whose class declares its keys: ``name: type = key(...)``.

    A dataclass would write the same methods as text for each class and compile them at every
    start, a tenth of the time of a short command. A key that is left out is None, or an
    empty tuple when it is a list.
    """

    declared_keys: ClassVar[dict[str, Key]] = {}
    required_keys: ClassVar[frozenset[str]] = frozenset()
    linking_keys: ClassVar[dict[str, Type]] = {}

    def __init_subclass__(cls) -> None:
        cls.declared_keys = {name: value for name, value in vars(cls).items() if isinstance(value, Key)}
        cls.required_keys = frozenset(name for name, value in cls.declared_keys.items() if value.required)
        cls.linking_keys = {name: value.type for name, value in cls.declared_keys.items() if value.type.has_links}
        for name, value in cls.declared_keys.items():
            value.name = name
            if value.required:
                delattr(cls, name)
            else:
                setattr(cls, name, () if isinstance(value.type, ListOf) else None)

    def __init__(self, **values: Any) -> None:
        if not (self.required_keys <= values.keys() <= self.declared_keys.keys()):
            wrong = ", ".join(
                sorted((self.required_keys - values.keys()) | (values.keys() - self.declared_keys.keys()))
            )
            raise TypeError(f"{type(self).__name__} lacks or does not know: {wrong}")
        self.__dict__.update(values)

    @classmethod
    def trusted(cls, values: dict[str, Any]) -> Self:
        """Return the value with these keys, which were checked when they were written to the index."""
        made = object.__new__(cls)
        made.__dict__.update(values)
        return made

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed: {name}")

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.declared_keys)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.declared_keys if name in self.__dict__)
        return f"{type(self).__name__}({given})"


def keys_of(record: type[Any]) -> dict[str, Key]:
    """Return the keys of a record class, in the order of its fields."""
    keys: dict[str, Key] = record.declared_keys
    return keys


def read_record(
    record: type[Any],
    node: Node,
    fault: Fault,
    identity: Scalar | None = None,
    *,
    optional: frozenset[str] = frozenset(),
) -> Any:
    """Read a mapping as a record; None after reporting what is wrong with it.

    Args:
        record: the class, its fields declared with ``key``.
        node: the value in the file.
        fault: called for every mistake.
        identity: the key under which the record stands, when that is its id.
        optional: required keys that may be left out here.
    """
    keys = record.declared_keys
    if not isinstance(node, Mapping):
        names = _names(record, identity)
        more = ", …" if len(names) > 4 else ""
        fault(node.place, "expected a mapping", f"write the keys {', '.join(names[:4])}{more}")
        return None
    mistakes = 0

    def note(place: Place, message: str, mend: str) -> None:
        nonlocal mistakes
        mistakes += 1
        fault(place, message, mend)

    values: dict[str, Any] = {}
    if identity is not None:
        values["id"] = keys["id"].type.read(identity, note)
    seen = set(values)
    for name, (place, value) in node.items.items():
        if name not in keys or (name == "id" and identity is not None):
            note(place, f"unknown key {name!r}", _nearest_key(name, _names(record, identity), node))
        elif not (type(value) is Scalar and value.is_null):
            seen.add(name)
            found = keys[name].type.read(value, note)
            if found is not None:
                values[name] = found
    place = identity.place if identity is not None else node.place
    missing = record.required_keys - seen - optional
    for name in missing and filter(missing.__contains__, keys):
        note(place, f"the key {name!r} is missing", keys[name].doc)
    return None if mistakes else record.trusted(values)


def _names(record: type[Any], identity: Scalar | None) -> list[str]:
    return [name for name in record.declared_keys if name != "id" or identity is None]


def _nearest_key(name: str, names: list[str], node: Mapping) -> str:
    offered = [known for known in names if known not in node.items]
    return did_you_mean(nearest(name, offered, 1)) or f"known keys: {', '.join(names)}"


def record_references(record: type[Any], node: Node) -> list[Link]:
    """Return the references that stand in a record, also in one that is faulty elsewhere."""
    if not isinstance(node, Mapping):
        return []
    items = node.items
    return [
        link
        for name, type_ in record.linking_keys.items()
        if name in items
        for link in type_.references(name, items[name][1])
    ]


def record_schema(record: type[Any], *, with_id: bool = True) -> Schema:
    """Return the JSON Schema of a record."""
    keys = {name: k for name, k in keys_of(record).items() if with_id or name != "id"}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, k in keys.items() if k.required],
        "properties": {name: {**k.type.schema(), "description": k.doc} for name, k in keys.items()},
    }
