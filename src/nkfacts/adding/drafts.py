"""Records in the making: texts that a person gave, checked by the types and rules of the model as a file's are."""

import io
from itertools import zip_longest

from nkfacts.adding.typed_days import as_filed
from nkfacts.hints import Any, NamedTuple
from nkfacts.model.record import Key, Nested, is_plain, keys_of
from nkfacts.model.types import Flag, ListOf, Number, Type
from nkfacts.reading.record_reader import read_value
from nkfacts.reading.rules import RECORD_RULES
from nkfacts.reading.tree import Mapping, Node, Place, Scalar, Sequence
from nkfacts.reading.yaml_events import UnreadableYaml, read_tree
from nkfacts.text import code_point, first_unsafe

Given = dict[str, Any]
"""What is given for a record, by key: a text, a list of texts, or a list of such dictionaries for nested records."""

_NOWHERE = Place(0, 0)


class Mistake(NamedTuple):
    """What is wrong with the value of a key, and the mend."""

    key: str
    message: str
    mend: str


def given_by(record: type[Any], options: dict[str, Any]) -> Given:
    """Return what options give for a record, days as the file has them.

    Args:
        record: the class.
        options: texts and lists of texts by key; nested records are given as one list for each of
            their keys, of which the first ones belong together, then the second ones.
    """
    given: Given = {}
    for name, key in keys_of(record).items():
        value = options.get(name)
        if (nested := listed_record(key.type)) and is_plain(key.type):
            own = keys_of(nested)
            rows = zip_longest(*(options.get(one) or () for one in own))
            value = [{one: text for one, text in zip(own, row, strict=True) if text} for row in rows]
        if value:
            given[name] = as_filed(key.type, value)
    return given


def listed_record(type_: Type) -> type[Any] | None:
    """Return the class of the records that the type is a list of, as that of evidence; None for any other type."""
    return type_.item.record if isinstance(type_, ListOf) and isinstance(type_.item, Nested) else None


def given_in(line: str, key: Key) -> tuple[Given | None, list[Mistake]]:
    """Return what a line in braces gives for a record of the list that a key holds, and what is wrong with it.

    Args:
        line: the record in the form of the file, such as ``{who: [north-korea], did: send, what: [soldiers]}``.
        key: the key, its type a list of records.
    """
    mistakes: list[Mistake] = []

    def fault(_: Place, message: str, mend: str) -> None:
        mistakes.append(Mistake(key.name, message, mend))

    assert isinstance(key.type, ListOf)
    try:
        node = read_tree(io.BytesIO(line.encode("utf-8", "surrogateescape")), fault)
    except UnreadableYaml:
        return None, [Mistake(key.name, "the line is no record", "write it in braces: {key: value, key: [one, two]}")]
    read_value(key.type.item, node, fault)
    return (None, mistakes) if mistakes else (_texts_of(node), [])


def _texts_of(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_texts_of(item) for item in node.items]
    return {
        name: _texts_of(value)
        for name, (_, value) in node.items.items()
        if not (isinstance(value, Scalar) and value.is_null)
    }


def checked(record: type[Any], given: Given) -> tuple[Any, list[Mistake]]:
    """Return the record that the texts make; None, and what is wrong with each key, where they make none."""
    values: dict[str, Any] = {}
    mistakes: list[Mistake] = []
    for name, key in keys_of(record).items():
        if name in given:
            values[name], wrong = checked_value(key, given[name])
            mistakes += wrong
        elif key.required:
            mistakes.append(Mistake(name, f"the key {name!r} is missing", key.doc))
    if mistakes:
        return None, mistakes
    made = record(**values)
    mistakes = [Mistake(*finding) for rule in RECORD_RULES for finding in rule(made)]
    return (None if mistakes else made), mistakes


def checked_value(key: Key, given: Any) -> tuple[Any, list[Mistake]]:
    """Return the value of one key, and what is wrong with it by itself: its type, and what no file may hold."""
    mistakes = [
        Mistake(key.name, f"the value holds {code_point(unsafe)}, a control or invisible character", "write it without")
        for text in _texts(given)
        if (unsafe := first_unsafe(text))
    ]
    if mistakes:
        return None, mistakes

    def fault(_: Place, message: str, mend: str) -> None:
        mistakes.append(Mistake(key.name, message, mend))

    return read_value(key.type, _node(key.type, given), fault), mistakes


def _texts(given: Any) -> list[str]:
    if isinstance(given, str):
        return [given]
    return [text for one in (given.values() if isinstance(given, dict) else given) for text in _texts(one)]


def _node(type_: Type, given: Any) -> Node:
    """Return what is given as the reader of records takes it."""
    if isinstance(type_, ListOf):
        return Sequence(_NOWHERE, [_node(type_.item, one) for one in given])
    if isinstance(type_, Nested):
        keys = keys_of(type_.record)
        return Mapping(_NOWHERE, {name: (_NOWHERE, _node(keys[name].type, one)) for name, one in given.items()})
    # As in quotes, in which the word null is a text; a number and a flag have to stand without.
    return Scalar(_NOWHERE, given, plain=isinstance(type_, Number | Flag))
