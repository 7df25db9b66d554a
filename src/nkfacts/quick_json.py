"""JSON on one line, as the module ``json`` reads and writes it, without what that module imports and compiles.

``quoted`` returns a text as JSON, with the letters as they are.
"""

from nkfacts.hints import Any

_decode: Any
_encode: Any
try:
    from _json import encode_basestring as quoted
    from _json import make_encoder, make_scanner
except ImportError:
    # Another Python than CPython may have none.
    from json import JSONDecoder, JSONEncoder
    from json.encoder import py_encode_basestring as quoted

    _decode = JSONDecoder().raw_decode
    _encode = JSONEncoder(ensure_ascii=False, allow_nan=False, default=dict).iterencode
else:

    class _Usual:
        """What the module ``json`` reads with unless it is told otherwise."""

        strict = True
        object_hook = object_pairs_hook = parse_constant = None
        parse_float, parse_int = float, int

    _decode = make_scanner(_Usual())  # type: ignore[arg-type]  # as the library's own decoder, any that has these
    _encode = make_encoder(None, dict, quoted, None, ": ", ", ", False, False, False)

__all__ = ["decoded", "encoded", "quoted"]


def decoded(text: str) -> Any:
    """Return the value of a JSON text of our own: nothing stands before it, and nothing behind it is looked at."""
    return _decode(text, 0)[0]


def encoded(value: Any) -> str:
    """Return a value as JSON with the letters as they are; what is no value of JSON is written as a mapping.

    Raises:
        ValueError: a number is not finite.
    """
    return "".join(_encode(value, 0))
