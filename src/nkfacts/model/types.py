"""The types a key of the fact file may have: each reads a value, and describes itself as JSON Schema.

One definition serves the checker, the JSON Schema, the index's columns and the documentation.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence as Words
from typing import Any

from nkfacts.errors import UsageProblem
from nkfacts.model import amounts, dates
from nkfacts.reading.tree import Fault, Node, Place, Scalar, Sequence
from nkfacts.text import did_you_mean, nearest

Schema = dict[str, Any]
Link = tuple[str, str, str, Place]
"""A reference found while reading: key, part it points into, id it names, where it stands."""

IDENTIFIER = r"[a-z0-9]+(-[a-z0-9]+)*"
_ID_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def is_identifier(text: str) -> bool:
    """Say whether a text is an id: lower-case letters and digits in groups joined by single hyphens."""
    return all(group and _ID_CHARACTERS.issuperset(group) for group in text.split("-"))


class Type(ABC):
    """How the value of a key is read, checked and described."""

    links_to: str = ""
    has_links: bool = False
    """Whether references to other records may stand in the value."""
    noun: str
    """What the value is called in problems and in the documentation."""

    @abstractmethod
    def read(self, node: Node, fault: Fault) -> Any:
        """Return the value; None after reporting a fault."""

    @abstractmethod
    def schema(self) -> Schema:
        """Return the JSON Schema (2020-12) of the value."""

    def references(self, key: str, node: Node) -> list[Link]:  # noqa: ARG002
        """Return the references to other records that stand in the value."""
        return []


class _ScalarType(Type):
    def read(self, node: Node, fault: Fault) -> Any:
        if not isinstance(node, Scalar):
            fault(
                node.place,
                f"expected {self.noun}, found a {'list' if isinstance(node, Sequence) else 'mapping'}",
                "write a single value",
            )
            return None
        try:
            return self.convert(node)
        except UsageProblem as problem:
            fault(node.place, problem.message, problem.mend)
            return None

    @abstractmethod
    def convert(self, scalar: Scalar) -> Any:
        """Return the value; raise UsageProblem when the text is none of the type."""


class Text(_ScalarType):
    """A text of one line, of at most ``limit`` characters or ``words`` words."""

    noun = "a text"

    def __init__(self, limit: int = 400, words: int = 0) -> None:
        self.limit = limit
        self.words = words

    def convert(self, scalar: Scalar) -> str:
        text = scalar.text.strip()
        if not text:
            raise UsageProblem("the text is empty", "write it, or leave the key out")
        if len(text) > self.limit:
            raise UsageProblem(f"the text has {len(text)} characters", f"keep it to {self.limit}")
        if self.words and len(text.split()) > self.words:
            raise UsageProblem(f"the text has {len(text.split())} words", f"keep it to {self.words}")
        return text

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "minLength": 1, "maxLength": self.limit}


class Identifier(_ScalarType):
    """An id: lower-case and hyphenated; with ``dotted``, two of them joined by a dot."""

    noun = "an id"

    def __init__(self, *, dotted: bool = False) -> None:
        self.dotted = dotted

    def convert(self, scalar: Scalar) -> str:
        groups = scalar.text.split(".")
        if len(groups) == 1 + self.dotted and all(map(is_identifier, groups)) and len(scalar.text) <= 100:
            return scalar.text
        form = "topic.name, such as casualties.killed" if self.dotted else "lower-case-with-hyphens"
        raise UsageProblem(f"{scalar.text!r} is not an id", f"write it {form}")

    def schema(self) -> Schema:
        pattern = rf"^{IDENTIFIER}\.{IDENTIFIER}$" if self.dotted else f"^{IDENTIFIER}$"
        return {"type": "string", "pattern": pattern, "maxLength": 100}


class Reference(_ScalarType):
    """The id of a record of another part."""

    def __init__(self, part: str) -> None:
        self.links_to = part
        self.has_links = True
        self.noun = f"an id of {part}"

    def convert(self, scalar: Scalar) -> str:
        return scalar.text

    def schema(self) -> Schema:
        return Identifier(dotted=self.links_to == "figures").schema()

    def references(self, key: str, node: Node) -> list[Link]:
        if isinstance(node, Scalar) and not node.is_null:
            return [(key, self.links_to, node.text, node.place)]
        return []


class Choice(_ScalarType):
    """One of a fixed list of words; ``noun`` says what they are, such as "a status"."""

    def __init__(self, noun: str, words: Words[str]) -> None:
        self.noun = noun
        self.words = tuple(words)

    def convert(self, scalar: Scalar) -> str:
        if scalar.text in self.words:
            return scalar.text
        mend = did_you_mean(nearest(scalar.text, self.words, 1)) or f"write one of {', '.join(self.words)}"
        raise UsageProblem(f"{scalar.text!r} is not {self.noun}", mend)

    def one(self, word: str | None) -> str | None:
        """Return a word that a user gave; raise UsageProblem when it is none of them."""
        return None if word is None else self.convert(Scalar(Place(1, 1), word, plain=True))

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


class Number(_ScalarType):
    """A plain decimal number."""

    noun = "a number"

    def convert(self, scalar: Scalar) -> int | float:
        if not scalar.plain:
            raise UsageProblem(f"the number {scalar.text!r} stands in quotes", "remove the quotes")
        number = amounts.parse_number(scalar.text)
        if number < 0:
            raise UsageProblem(f"{scalar.text} is below zero", "amounts are not negative")
        return number

    def schema(self) -> Schema:
        return {"type": "number", "minimum": 0, "maximum": amounts.LARGEST}


class Whole(Number):
    """A whole number."""

    noun = "a whole number"

    def convert(self, scalar: Scalar) -> int:
        number = super().convert(scalar)
        if isinstance(number, int):
            return number
        raise UsageProblem(f"{scalar.text} is not a whole number", "write it without a fraction")

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": 0}


class Flag(_ScalarType):
    """``true`` or ``false``; never the ``yes`` and ``no`` of YAML 1.1."""

    noun = "true or false"

    def convert(self, scalar: Scalar) -> bool:
        if scalar.plain and scalar.text in ("true", "false"):
            return scalar.text == "true"
        raise UsageProblem(f"{scalar.text!r} is neither true nor false", "write true or false, without quotes")

    def schema(self) -> Schema:
        return {"type": "boolean"}


class Edtf(_ScalarType):
    """A date or interval of the EDTF profile (dates.py)."""

    noun = "a date (EDTF)"

    def convert(self, scalar: Scalar) -> str:
        return dates.parse(scalar.text).text

    def schema(self) -> Schema:
        return {"type": "string", "format": "edtf", "maxLength": 40}


class Day(_ScalarType):
    """A full day."""

    noun = "a day"

    def convert(self, scalar: Scalar) -> str:
        return dates.parse_day(scalar.text)

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}


_NOT_IN_A_URL = frozenset('<>"')


class Url(_ScalarType):
    """The address of a page on the web."""

    noun = "an address"

    def convert(self, scalar: Scalar) -> str:
        text = scalar.text
        try:
            from urllib.parse import urlsplit

            parts = urlsplit(text)
            good = parts.scheme in ("http", "https") and bool(parts.hostname) and "." in (parts.hostname or "")
        except ValueError:
            good = False
        if not good or len(text) > 2000 or len(text.split()) != 1 or not _NOT_IN_A_URL.isdisjoint(text):
            raise UsageProblem(f"{text[:60]!r} is not the address of a page", "write https://host/path")
        return text

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^https?://", "maxLength": 2000}


class Code(_ScalarType):
    """A short code of letters, such as ISO 639-1 (``ko``) or ISO 3166-1 alpha-2 (``KR``)."""

    def __init__(self, standard: str, *, upper: bool) -> None:
        self.standard = standard
        self.upper = upper
        self.noun = f"a code of {standard}"

    def convert(self, scalar: Scalar) -> str:
        text = scalar.text
        if len(text) == 2 and text.isascii() and text.isalpha() and text.isupper() == self.upper:
            return text
        case = "upper" if self.upper else "lower"
        raise UsageProblem(f"{text!r} is not a code of {self.standard}", f"write two {case}-case letters")

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[A-Z]{2}$" if self.upper else "^[a-z]{2}$"}


class ListOf(Type):
    """A list of values of one type, each once."""

    def __init__(self, item: Type) -> None:
        self.item = item
        self.has_links = item.has_links
        self.noun = f"a list, each {item.noun}"

    def read(self, node: Node, fault: Fault) -> tuple[Any, ...] | None:
        if not isinstance(node, Sequence):
            fault(node.place, "expected a list", "write [first, second] or one '- item' a line")
            return None
        values: list[Any] = []
        for member in node.items:
            value = self.item.read(member, fault)
            if value is not None and value in values:
                fault(member.place, f"{value!r} stands twice in the list", "keep one of the two")
            elif value is not None:
                values.append(value)
        return tuple(values)

    def schema(self) -> Schema:
        return {"type": "array", "items": self.item.schema(), "uniqueItems": True}

    def references(self, key: str, node: Node) -> list[Link]:
        if not isinstance(node, Sequence):
            return []
        return [link for member in node.items for link in self.item.references(key, member)]
