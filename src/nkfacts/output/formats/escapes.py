"""JSON of values and texts of YAML, with escapes for what must not reach a terminal."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from nkfacts.hints import Any
from nkfacts.quick_json import encoded
from nkfacts.text import first_unsafe, is_unsafe


def json_line(value: Any) -> str:
    """Return a value as JSON on one line, what is unsafe as an escape (RFC 8259, section 7), the rest as it is."""
    return _escaped(encoded(value), _json_escape)


def json_text(value: Any, line: str = "\n") -> str:
    """Return a value as JSON over many lines, with the same escapes; each begins with ``line``, and goes in by two."""
    # The library's own way with an indent hands every sign on from one level to the next: it takes three times as long.
    deeper = f"{line}  "
    if isinstance(value, list | tuple):
        signs, parts = "[]", [_quoted(each) if type(each) is str else json_text(each, deeper) for each in value]
    elif isinstance(value, Mapping):
        signs, parts = (
            "{}",
            [
                f"{_quoted(key)}: "
                f"{_quoted(each) if type(each) is str else 'null' if each is None else json_text(each, deeper)}"
                for key, each in value.items()
            ],
        )
    else:
        return json_line(value)
    return f"{signs[0]}{deeper}{f',{deeper}'.join(parts)}{line}{signs[1]}" if parts else signs


@lru_cache(maxsize=4096)
def _quoted(text: str) -> str:
    # Of many records the keys, ids and names are the same.
    return json_line(text)


def yaml_escaped(text: str) -> str:
    """Return a text of YAML, what is unsafe in double quotes, with that as escapes (YAML 1.2, section 5.7)."""
    return _escaped(text, lambda character: f"\\U{ord(character):08X}")


def _escaped(text: str, escape: Callable[[str], str]) -> str:
    if not first_unsafe(text):
        return text
    # Line ends are the form's own: those of the texts are escapes already.
    lines = text.split("\n")
    return "\n".join(
        "".join(escape(c) if is_unsafe(c) else c for c in line) if first_unsafe(line) else line for line in lines
    )


def _json_escape(character: str) -> str:
    from json import dumps

    return dumps(character)[1:-1]
