"""JSON of values and texts of YAML, with escapes for what must not reach a terminal."""

from collections.abc import Callable, Mapping

from nkfacts.hints import Any
from nkfacts.quick_json import encoded, quoted
from nkfacts.text import first_unsafe, is_unsafe


def json_line(value: Any) -> str:
    """Return a value as JSON on one line, what is unsafe as an escape (RFC 8259, section 7), the rest as it is."""
    return _safe_json(encoded(value))


def json_text(value: Any, line: str = "\n") -> str:
    """Return a value as JSON over many lines, with the same escapes; each begins with ``line``, and goes in by two."""
    return _safe_json(_laid_out(value, line))


def _laid_out(value: Any, line: str) -> str:
    # The library's own way with an indent hands every sign on from one level to the next: it takes three times as long.
    # Most values are texts or nothing: that they are looked at here, and not in a call, is a quarter of the time.
    deeper = f"{line}  "
    if isinstance(value, _LISTS):
        signs, parts = "[]", [quoted(each) if type(each) is str else _laid_out(each, deeper) for each in value]
    elif isinstance(value, dict) or isinstance(value, Mapping):  # noqa: SIM101 - the second takes its time
        signs, parts = (
            "{}",
            [
                f"{_KEYS[key]}"
                f"{quoted(each) if type(each) is str else 'null' if each is None else _laid_out(each, deeper)}"
                for key, each in value.items()
            ],
        )
    else:
        return encoded(value)
    return f"{signs[0]}{deeper}{f',{deeper}'.join(parts)}{line}{signs[1]}" if parts else signs


_LISTS = (list, tuple)


class _Keys(dict[str, str]):
    """How keys are written: those of all records are the same."""

    def __missing__(self, key: str) -> str:
        text = self[key] = f"{quoted(key)}: "
        return text


_KEYS = _Keys()


def _safe_json(text: str) -> str:
    # What is unsafe of ASCII but the last is an escape already, as JSON has it.
    if _is_safe_ascii(text):
        return text
    lines = text.split("\n")
    return "\n".join([line if _is_safe_ascii(line) else _escaped(line, _json_escape) for line in lines])


def _is_safe_ascii(json: str) -> bool:
    return json.isascii() and "\x7f" not in json


def yaml_escaped(text: str) -> str:
    """Return a text of YAML, what is unsafe in double quotes, with that as escapes (YAML 1.2, section 5.7)."""
    # Line ends are the form's own: those of the texts are escapes already.
    return "\n".join(_escaped(line, lambda character: f"\\U{ord(character):08X}") for line in text.split("\n"))


def _escaped(line: str, escape: Callable[[str], str]) -> str:
    return "".join(escape(c) if is_unsafe(c) else c for c in line) if first_unsafe(line) else line


def _json_escape(character: str) -> str:
    from json import dumps

    return dumps(character)[1:-1]
