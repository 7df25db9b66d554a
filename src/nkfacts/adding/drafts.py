"""Records in the making: values given as texts, checked by the types and rules of the model as a file's are."""

from collections.abc import Mapping as Texts
from collections.abc import Sequence as Items
from typing import Any, NamedTuple

from nkfacts.model.record import Nested, keys_of
from nkfacts.model.records import Record
from nkfacts.model.types import Flag, ListOf, Number, Type
from nkfacts.reading.record_reader import read_record, read_value
from nkfacts.reading.rules import RECORD_RULES
from nkfacts.reading.tree import Mapping, Node, Place, Scalar, Sequence
from nkfacts.text import code_point, first_unsafe

_NOWHERE = Place(0, 0)


class Fault(NamedTuple):
    """What is wrong with the value of a key, and the mend."""

    key: str
    message: str
    mend: str


def scalar_node(type_: Type, text: str) -> Scalar:
    """Return the text a person gave for a value of a type, as if it stood in a file."""
    # A text in quotes is never taken for null; a number and a flag have to stand without.
    return Scalar(_NOWHERE, text, isinstance(type_, Number | Flag))


def nodes_of(record: type[Any], given: Texts[str, Any]) -> dict[str, Node]:
    """Return the values given for the keys of a record class, as nodes.

    Args:
        record: the class.
        given: texts and lists of texts by key; a list of records is given as one list for each of its keys.
    """
    nodes: dict[str, Node] = {}
    for name, key in keys_of(record).items():
        if isinstance(key.type, ListOf) and isinstance(key.type.item, Nested):
            pieces = _pieces(key.type.item.record, given)
            if pieces:
                nodes[name] = Sequence(_NOWHERE, pieces)
        elif isinstance(key.type, ListOf):
            if given.get(name):
                item = key.type.item
                nodes[name] = Sequence(_NOWHERE, [scalar_node(item, text) for text in given[name]])
        elif given.get(name) is not None:
            nodes[name] = scalar_node(key.type, given[name])
    return nodes


def _pieces(record: type[Any], given: Texts[str, Any]) -> list[Node]:
    """Pair the lists given for the keys of a nested record: the first of each, the second of each."""
    lists: dict[str, Items[str]] = {name: given.get(name) or () for name in keys_of(record)}
    return [
        mapping_of({
            name: scalar_node(keys_of(record)[name].type, texts[number])
            for name, texts in lists.items()
            if number < len(texts) and texts[number]
        })
        for number in range(max(map(len, lists.values())))
    ]  # fmt: skip


def mapping_of(nodes: dict[str, Node]) -> Mapping:
    """Return values by key as the mapping that a file would hold."""
    return Mapping(_NOWHERE, {name: (_NOWHERE, node) for name, node in nodes.items()})


def checked(record: type[Any], nodes: dict[str, Node], *, whole: bool = True) -> tuple[Record | None, list[Fault]]:
    """Return the record that the values make, or None and what is wrong with each key.

    Args:
        record: the class.
        nodes: the values by key.
        whole: apply the rules of a single record too, once every value is of its type.
    """
    faults: list[Fault] = []
    for name, key in keys_of(record).items():
        if name in nodes:
            faults += value_faults(name, key.type, nodes[name])
        elif key.required:
            faults.append(Fault(name, f"the key {name!r} is missing", key.doc))
    if faults:
        return None, faults
    made = read_record(record, mapping_of(nodes), lambda *_: None)
    if whole:
        faults = [Fault(*finding) for rule in RECORD_RULES for finding in rule(made)]
    return (None, faults) if faults else (made, [])


def value_faults(name: str, type_: Type, node: Node) -> list[Fault]:
    """Return what is wrong with one value by its type alone, and the characters a fact file may not hold."""
    faults = [
        Fault(name, f"the value holds {code_point(unsafe)}, a control or invisible character", "write it without")
        for text in _texts(node)
        if (unsafe := first_unsafe(text))
    ]
    if not faults:
        read_value(type_, node, lambda _place, message, mend: faults.append(Fault(name, message, mend)))
    return faults


def _texts(node: Node) -> list[str]:
    if isinstance(node, Scalar):
        return [node.text]
    if isinstance(node, Sequence):
        return [text for item in node.items for text in _texts(item)]
    return [text for _, item in node.items.values() for text in _texts(item)]
