"""Texts as JSON and YAML write them where a character stands in them that a terminal obeys or shows as nothing."""

import json
from collections.abc import Callable
from typing import Any

from nkfacts.text import first_unsafe, is_unsafe


def json_text(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON; what is unsafe stands as an escape (RFC 8259, section 7), the rest as it is."""
    return _escaped(json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False), _json_escape)


def yaml_escaped(text: str) -> str:
    """Return a text of YAML, what is unsafe in double quotes, with that as escapes (YAML 1.2, section 5.7)."""
    return _escaped(text, lambda character: f"\\U{ord(character):08X}")


def _escaped(text: str, escape: Callable[[str], str]) -> str:
    # Line ends are the form's own: those of the texts are escapes already.
    lines = text.split("\n")
    return "\n".join(
        "".join(escape(c) if is_unsafe(c) else c for c in line) if first_unsafe(line) else line for line in lines
    )


def _json_escape(character: str) -> str:
    return json.dumps(character)[1:-1]
