"""A whole base as one fact file, in YAML or in JSON, which YAML takes in: read again, it is the same base.

Comments, layout and the division into files are the author's and are not kept. As of a day, what was said later is left
out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

import yaml

from nkfacts.exporting.records import records
from nkfacts.hints import Any
from nkfacts.model.amounts import plain_number
from nkfacts.model.record import Declared
from nkfacts.model.records import OPTIONAL_PARTS, PARTS, Header
from nkfacts.model.types import Whole
from nkfacts.query.base import Base


def tree(base: Base) -> dict[str, Any]:
    """Return a base as the mappings, lists, texts and numbers of its fact file."""
    header = base.header
    keys = Header.declared_keys.values()
    document: dict[str, Any] = {
        key.name: int(header[key.name]) if isinstance(key.type, Whole) else header[key.name]
        for key in keys
        if key.name in header
    }
    for part in PARTS:
        found = [_mapping(record) for record in records(base, part)]
        if part == "facts":
            document[part] = found
        elif found or part not in OPTIONAL_PARTS:
            document[part] = {record.pop("id"): record for record in found}
    return document


def _mapping(record: Declared) -> dict[str, Any]:
    # A list that was left out and an empty one are not the same: nowhere is not somewhere.
    return {name: _plain(value) for name, value in record.given.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return _mapping(value) if isinstance(value, Declared) else value


def as_json(base: Base) -> str:
    """Return a base as one JSON document."""
    return "".join(_json(tree(base), "\n")) + "\n"


def as_yaml(base: Base) -> str:
    """Return a base as one YAML document."""
    text: str = yaml.dump(tree(base), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return text


def _json(value: Any, line: str) -> Iterator[str]:
    """Yield a value in pieces, like ``json.dumps`` with an indent, but for numbers, which have no exponent."""
    deeper = f"{line}  "
    if isinstance(value, Mapping) and value:
        for number, (key, each) in enumerate(value.items()):
            yield f"{',' if number else '{'}{deeper}{json.dumps(key)}: "
            yield from _json(each, deeper)
        yield f"{line}}}"
    elif isinstance(value, Sequence) and not isinstance(value, str) and value:
        for number, each in enumerate(value):
            yield f"{',' if number else '['}{deeper}"
            yield from _json(each, deeper)
        yield f"{line}]"
    else:
        yield _number(value) if isinstance(value, float) else json.dumps(value, ensure_ascii=False)


def _number(value: float) -> str:
    """Return a fraction as the reader of fact files takes it: with a point, without an exponent."""
    text = plain_number(value)
    return text if "." in text else f"{text}.0"


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Writes YAML with libyaml where it is built in, numbers without an exponent."""


_Dumper.add_representer(float, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:float", _number(value)))
