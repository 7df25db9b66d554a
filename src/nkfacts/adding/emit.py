"""A record written as the YAML of a fact file, in the layout of the shipped one.

Block style, the keys in the order of the model; dates in quotes, other texts only where YAML
needs it; lists in brackets, a nested record in braces, and lists of them one a line.
"""

import json
from decimal import Decimal

import yaml

from nkfacts.hints import Any
from nkfacts.model.record import Nested, keys_of
from nkfacts.model.types import Day, Edtf, Filler, ListOf, Reference, Text, Type

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_STEP = "  "


def record_lines(record: Any, *, listed: bool, indent: str = _STEP, step: str = _STEP) -> list[str]:
    """Return the lines of a record, without line ends.

    Args:
        record: the record.
        listed: it is a member of a list (``- id: …``), not of a mapping (``id:``).
        indent: the white space in front of its first line.
        step: the white space by which its keys stand further in.
    """
    # What was given, an empty list too: events: [] says that there is no frame to write.
    keys = {name: keys_of(type(record))[name].type for name, value in record.given.items() if value is not None}
    inner = indent + step
    lines = []
    if not listed:
        own = keys.pop("id")
        lines.append(f"{indent}{scalar(own, record.id)}:")
    for name, type_ in keys.items():
        lines += _key_lines(name, type_, getattr(record, name), inner)
    if listed:
        lines[0] = f"{indent}-{lines[0][len(indent) + 1 :]}"
    return lines


def _key_lines(name: str, type_: Type, value: Any, indent: str) -> list[str]:
    if isinstance(type_, ListOf) and isinstance(type_.item, Nested) and value:
        return [f"{indent}{name}:", *(f"{indent}{_STEP}- {_flow(type_.item, item)}" for item in value)]
    is_single = not isinstance(type_, ListOf | Nested)
    return [f"{indent}{name}: {scalar(type_, value) if is_single else _flow(type_, value)}"]


def _flow(type_: Type, value: Any) -> str:
    """Return a value as it stands in brackets or braces."""
    if isinstance(type_, ListOf):
        return f"[{', '.join(_flow(type_.item, item) for item in value)}]"
    if isinstance(type_, Nested):
        # What was given, an empty list too: where: [] says nowhere, which is not the same as nothing said.
        given = {name: each for name, each in value.given.items() if each is not None}
        pairs = (f"{name}: {_flow(keys_of(type_.record)[name].type, each)}" for name, each in given.items())
        return f"{{{', '.join(pairs)}}}"
    return scalar(type_, value, flow=True)


def scalar(type_: Type, value: Any, *, flow: bool = False) -> str:
    """Return a single value as YAML; ``flow`` when it stands in brackets or braces."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        # Neither an exponent nor a rounded digit: the number reads back as it is.
        return format(Decimal(repr(value)), "f")
    dated = isinstance(type_, Day | Edtf)
    counted = isinstance(type_, Text | Filler | Reference) and value[0].isdigit()
    return _quoted(value) if dated or counted or not _reads_plain(value, flow=flow) else str(value)


def _reads_plain(text: str, *, flow: bool) -> bool:
    """Say whether a text reads as itself without quotes, for this program and for any other reader of YAML."""
    if not text or text != text.strip() or text[0] in _INDICATORS or text.startswith("...") or not text.isprintable():
        return False
    if ": " in text or " #" in text or text.endswith(":"):
        return False
    if flow and not {*",[]{}:?"}.isdisjoint(text):
        return False
    # Words such as NO, null or 1e3 are no texts for those who read by the rules of YAML 1.1.
    resolver = yaml.SafeLoader.yaml_implicit_resolvers
    return not any(pattern.match(text) for _, pattern in (*resolver.get(text[0], ()), *resolver.get(None, ())))


def _quoted(text: str) -> str:
    # What JSON writes is a double-quoted scalar of YAML; two characters that JSON allows, YAML does not.
    return json.dumps(text, ensure_ascii=False).replace("\ufffe", "\\uFFFE").replace("\uffff", "\\uFFFF")
