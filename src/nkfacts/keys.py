"""The keys of a record: declared once in its class, read from the file, and described as JSON Schema."""

from dataclasses import MISSING, field, fields
from typing import Any, NamedTuple

from nkfacts.fields import Link, ListOf, Schema, Type
from nkfacts.nodes import Fault, Mapping, Node, Place, Scalar
from nkfacts.text import did_you_mean, nearest


class Nested(Type):
    """A mapping that is a record of its own, such as a piece of evidence."""

    def __init__(self, record: type[Any]) -> None:
        self.record = record
        self.noun = f"a mapping ({record.__name__})"

    def read(self, node: Node, fault: Fault) -> Any:
        return read_record(self.record, node, fault)

    def schema(self) -> Schema:
        return record_schema(self.record)

    def references(self, key: str, node: Node) -> list[Link]:  # noqa: ARG002
        return record_references(self.record, node)


class Key(NamedTuple):
    """One key of a record: its name, type, whether it must be there, and what it means."""

    name: str
    type: Type
    required: bool
    doc: str


def key(type_: Type, doc: str, *, required: bool = False) -> Any:
    """Declare a key of a record: a dataclass field that carries its type and meaning."""
    metadata = {"type": type_, "doc": doc}
    if required:
        return field(metadata=metadata)
    return field(default=() if isinstance(type_, ListOf) else None, metadata=metadata)


_KEYS: dict[type[Any], dict[str, Key]] = {}


def keys_of(record: type[Any]) -> dict[str, Key]:
    """Return the keys of a record class, in the order of its fields."""
    if record not in _KEYS:
        _KEYS[record] = {
            f.name: Key(f.name, f.metadata["type"], f.default is MISSING, f.metadata["doc"]) for f in fields(record)
        }
    return _KEYS[record]


def read_record(record: type[Any], node: Node, fault: Fault, identity: Scalar | None = None) -> Any:
    """Read a mapping as a record; None after reporting what is wrong with it.

    Args:
        record: the class, its fields declared with ``key``.
        node: the value in the file.
        fault: called for every mistake.
        identity: the key under which the record stands, when that is its id.
    """
    keys = keys_of(record)
    names = [name for name in keys if name != "id" or identity is None]
    if not isinstance(node, Mapping):
        more = ", …" if len(names) > 4 else ""
        fault(node.place, "expected a mapping", f"write the keys {', '.join(names[:4])}{more}")
        return None
    clean = True

    def note(place: Place, message: str, mend: str) -> None:
        nonlocal clean
        clean = False
        fault(place, message, mend)

    values: dict[str, Any] = {}
    if identity is not None:
        values["id"] = keys["id"].type.read(identity, note)
    for name, (place, value) in node.items.items():
        if name not in names:
            offered = [known for known in names if known not in node.items]
            mend = did_you_mean(nearest(name, offered, 1)) or f"known keys: {', '.join(names)}"
            note(place, f"unknown key {name!r}", mend)
        elif not (isinstance(value, Scalar) and value.is_null):
            values[name] = keys[name].type.read(value, note)
    place = identity.place if identity is not None else node.place
    for name, wanted in keys.items():
        if wanted.required and name not in values:
            note(place, f"the key {name!r} is missing", wanted.doc)
    return record(**{k: v for k, v in values.items() if v is not None}) if clean else None


def record_references(record: type[Any], node: Node) -> list[Link]:
    """Return the references that stand in a record, also in one that is faulty elsewhere."""
    if not isinstance(node, Mapping):
        return []
    keys = keys_of(record)
    return [
        link
        for name, (_, value) in node.items.items()
        if name in keys
        for link in keys[name].type.references(name, value)
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
