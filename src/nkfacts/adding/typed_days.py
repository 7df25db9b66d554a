"""Days as people type them, as screens print them too, in the form in which a fact file has them."""

from nkfacts.hints import Any
from nkfacts.model.dates import DateProblem
from nkfacts.model.record import Nested, keys_of
from nkfacts.model.relative_days import asked_for
from nkfacts.model.types import Day, Edtf, ListOf, Type
from nkfacts.reading.tree import Mapping, Node, Scalar, Sequence


def as_filed(type_: Type, given: Any) -> Any:
    """Return what is given for a key with its days as a fact file has them; what is no day is left to its type.

    Args:
        type_: the type of the key.
        given: a text, a list of them, or a list of such by key.
    """
    if isinstance(given, str):
        return _filed(type_, given)
    if isinstance(type_, ListOf):
        return [as_filed(type_.item, one) for one in given]
    if isinstance(type_, Nested):
        keys = keys_of(type_.record)
        return {name: as_filed(keys[name].type, one) for name, one in given.items()}
    return given


def node_as_filed(record: type[Any], node: Node) -> Node:
    """Return a record of a fragment with its days as a fact file has them.

    Args:
        record: the class of the record.
        node: what the fragment has of it.
    """
    if not isinstance(node, Mapping):
        return node
    keys = keys_of(record)
    items = {
        name: (place, _node_as_filed(keys[name].type, own) if name in keys else own)
        for name, (place, own) in node.items.items()
    }
    return Mapping(node.place, items)


def _node_as_filed(type_: Type, node: Node) -> Node:
    if isinstance(node, Scalar):
        text = _filed(type_, node.text)
        return node if text == node.text else Scalar(node.place, text, plain=False)
    if isinstance(node, Sequence) and isinstance(type_, ListOf):
        return Sequence(node.place, [_node_as_filed(type_.item, one) for one in node.items])
    return node_as_filed(type_.record, node) if isinstance(type_, Nested) else node


def _filed(type_: Type, text: str) -> str:
    if not isinstance(type_, Day | Edtf):
        return text
    try:
        return asked_for(text).text
    except DateProblem:
        return text
