"""Records read from the values of a fact file: every mistake in one of them is reported where it stands."""

from nkfacts.errors import UsageProblem
from nkfacts.hints import Any
from nkfacts.model.record import Nested
from nkfacts.model.types import ListOf, Single, Type
from nkfacts.reading.tree import Fault, Mapping, Node, Place, Scalar, Sequence
from nkfacts.text import did_you_mean, nearest

MOST_ITEMS = 200
"""The items of the longest list: names and questions stand in the full text of every fact that uses their record."""

Link = tuple[str, str, str, Place]
"""A reference to another record: the key, the part it points into, the id it names, where it stands."""


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
        values["id"] = read_value(keys["id"].type, identity, note)
    for name, (place, value) in node.items.items():
        key = keys.get(name)
        if key is None or (name == "id" and identity is not None):
            note(place, f"unknown key {name!r}", _nearest_key(name, _names(record, identity), node))
        elif not (type(value) is Scalar and value.is_null):
            found = read_value(key.type, value, note)
            if found is not None:
                values[name] = found
    place = identity.place if identity is not None else node.place
    without_value = record.required_keys - values.keys() - optional
    for name in without_value and filter(without_value.__contains__, keys):
        if _is_missing(name, node):
            note(place, f"the key {name!r} is missing", keys[name].doc)
    return None if mistakes else record.trusted(values)


def _is_missing(name: str, node: Mapping) -> bool:
    """Say whether a key is left out or has nothing for a value; a faulty value is there."""
    if name not in node.items:
        return True
    value = node.items[name][1]
    return isinstance(value, Scalar) and value.is_null


def read_value(type_: Type, node: Node, fault: Fault) -> Any:
    """Return the value of a key; None after reporting a mistake."""
    if isinstance(type_, Single):
        if type(node) is not Scalar:
            found = "list" if isinstance(node, Sequence) else "mapping"
            fault(node.place, f"expected {type_.noun}, found a {found}", "write a single value")
            return None
        try:
            return type_.parse(node.text, quoted=not node.plain)
        except UsageProblem as problem:
            fault(node.place, problem.message, problem.mend)
            return None
    if isinstance(type_, ListOf):
        return _read_list(type_, node, fault)
    assert isinstance(type_, Nested)
    return read_record(type_.record, node, fault)


def _read_list(type_: ListOf, node: Node, fault: Fault) -> tuple[Any, ...] | None:
    if not isinstance(node, Sequence):
        fault(node.place, "expected a list", "write [first, second] or one '- item' a line")
        return None
    if len(node.items) > MOST_ITEMS:
        fault(node.place, f"a list of {len(node.items):,} items", f"lists end at {MOST_ITEMS}")
        return None
    values: list[Any] = []
    for item in node.items:
        if isinstance(item, Scalar) and item.is_null:
            fault(
                item.place,
                "nothing stands for an item of the list",
                "write it, in quotes if it is a word, or remove it",
            )
            continue
        value = read_value(type_.item, item, fault)
        if value is not None and value in values:
            fault(item.place, f"{value!r} stands twice in the list", "keep one of the two")
        elif value is not None:
            values.append(value)
    return tuple(values)


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
        for link in _references(name, type_, items[name][1])
    ]


def _references(key: str, type_: Type, node: Node) -> list[Link]:
    if isinstance(type_, Nested):
        return record_references(type_.record, node)
    if isinstance(type_, ListOf):
        items = node.items if isinstance(node, Sequence) else ()
        return [link for item in items for link in _references(key, type_.item, item)]
    if not isinstance(node, Scalar) or node.is_null:
        return []
    assert isinstance(type_, Single)
    return [(key, type_.links_to, type_.target(node.text), node.place)]
