"""The types a key of a record may have: each reads its values from text, and describes itself as JSON Schema.

One definition serves the checker, the JSON Schema, the index's columns and the documentation.
Where a text stands is not known here: a file, an option or an answer at the terminal.
"""

from collections.abc import Sequence as Words

from nkfacts.errors import UsageProblem
from nkfacts.hints import Any
from nkfacts.model import amounts, dates
from nkfacts.text import did_you_mean, nearest

Schema = dict[str, Any]

IDENTIFIER = r"[a-z0-9]+(-[a-z0-9]+)*"
_ID_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


def is_identifier(text: str) -> bool:
    """Say whether a text is an id: lower-case letters and digits in groups joined by single hyphens."""
    return all(group and _ID_CHARACTERS.issuperset(group) for group in text.split("-"))


class Type:
    """What the value of a key may be, and how it is described: a base class.

    No abstract one: to ask whether something is an instance of such a class takes several
    times as long, and the reader of records asks for every value.
    """

    links_to: str = ""
    """The part of which the value is an id, if it is one."""
    has_links: bool = False
    """Whether references to other records may stand in the value."""
    noun: str
    """What the value is called in problems and in the documentation."""

    def schema(self) -> Schema:
        """Return the JSON Schema (2020-12) of the value."""
        raise NotImplementedError


class Single(Type):
    """A type whose values are a single text each."""

    def parse(self, text: str, *, quoted: bool = False) -> Any:
        """Return the value that a text stands for.

        Args:
            text: the text, without any quotes.
            quoted: it stood in quotes, so it is a text even where it looks like a number.

        Raises:
            UsageProblem: it is no value of the type; the error says why and how to mend it.
        """
        raise NotImplementedError

    def target(self, text: str) -> str:
        """Return the id that a text refers to, for a type with links."""
        return text


class Text(Single):
    """A text of one line, of at most ``limit`` characters or ``words`` words."""

    noun = "a text"

    def __init__(self, limit: int = 400, words: int = 0) -> None:
        self.limit = limit
        self.words = words

    def parse(self, text: str, *, quoted: bool = False) -> str:
        text = text.strip()
        if not text:
            raise UsageProblem("the text is empty", "write it, or leave the key out")
        if len(text) > self.limit:
            raise UsageProblem(f"the text has {len(text)} characters", f"keep it to {self.limit}")
        if self.words and len(text.split()) > self.words:
            raise UsageProblem(f"the text has {len(text.split())} words", f"keep it to {self.words}")
        return text

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "minLength": 1, "maxLength": self.limit}


class Identifier(Single):
    """An id: lower-case and hyphenated; with ``dotted``, two of them joined by a dot."""

    noun = "an id"

    def __init__(self, *, dotted: bool = False) -> None:
        self.dotted = dotted

    def parse(self, text: str, *, quoted: bool = False) -> str:
        groups = text.split(".")
        if len(groups) == 1 + self.dotted and all(map(is_identifier, groups)) and len(text) <= 100:
            return text
        form = "topic.name, such as casualties.killed" if self.dotted else "lower-case-with-hyphens"
        raise UsageProblem(f"{text!r} is not an id", f"write it {form}")

    def schema(self) -> Schema:
        pattern = rf"^{IDENTIFIER}\.{IDENTIFIER}$" if self.dotted else f"^{IDENTIFIER}$"
        return {"type": "string", "pattern": pattern, "maxLength": 100}


class Reference(Single):
    """The id of a record of another part."""

    def __init__(self, part: str) -> None:
        self.links_to = part
        self.has_links = True
        self.noun = f"an id of {part}"

    def parse(self, text: str, *, quoted: bool = False) -> str:
        return text

    def schema(self) -> Schema:
        return Identifier(dotted=self.links_to == "figures").schema()


class Filler(Single):
    """What fills a slot of a frame: the id of an entity, thing or action, after a number where one was said."""

    links_to = "meanings"
    has_links = True
    noun = "an id of entities, things or actions"

    def parse(self, text: str, *, quoted: bool = False) -> str:
        number, space, id_ = text.rpartition(" ")
        if (space and not number.replace(".", "", 1).isdigit()) or not is_identifier(id_):
            raise UsageProblem(f"{text[:60]!r} fills no slot", "write an id, or a number and an id: 28 aircraft")
        return text

    def target(self, text: str) -> str:
        return text.rpartition(" ")[2]

    def schema(self) -> Schema:
        return {"type": "string", "pattern": rf"^([0-9.]+ )?{IDENTIFIER}$", "maxLength": 100}


class Choice(Single):
    """One of a fixed list of words; ``noun`` says what they are, such as "a status"."""

    def __init__(self, noun: str, words: Words[str]) -> None:
        self.noun = noun
        self.words = tuple(words)

    def parse(self, text: str, *, quoted: bool = False) -> str:
        if text in self.words:
            return text
        mend = did_you_mean(nearest(text, self.words, 1)) or f"write one of {', '.join(self.words)}"
        raise UsageProblem(f"{text!r} is not {self.noun}", mend)

    def one(self, word: str | None) -> str | None:
        """Return a word that a user gave; raise UsageProblem when it is none of them."""
        return None if word is None else self.parse(word)

    def schema(self) -> Schema:
        return {"enum": list(self.words)}


class Number(Single):
    """A plain decimal number."""

    noun = "a number"

    def parse(self, text: str, *, quoted: bool = False) -> int | float:
        if quoted:
            raise UsageProblem(f"the number {text!r} stands in quotes", "remove the quotes")
        number = amounts.parse_number(text)
        if number < 0:
            raise UsageProblem(f"{text} is below zero", "amounts are not negative")
        return number

    def schema(self) -> Schema:
        return {"type": "number", "minimum": 0, "maximum": amounts.LARGEST}


class Whole(Number):
    """A whole number."""

    noun = "a whole number"

    def parse(self, text: str, *, quoted: bool = False) -> int:
        number = super().parse(text, quoted=quoted)
        if isinstance(number, int):
            return number
        raise UsageProblem(f"{text} is not a whole number", "write it without a fraction")

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": 0}


class Flag(Single):
    """``true`` or ``false``; never the ``yes`` and ``no`` of YAML 1.1."""

    noun = "true or false"

    def parse(self, text: str, *, quoted: bool = False) -> bool:
        if not quoted and text in ("true", "false"):
            return text == "true"
        raise UsageProblem(f"{text!r} is neither true nor false", "write true or false, without quotes")

    def schema(self) -> Schema:
        return {"type": "boolean"}


class Edtf(Single):
    """A date or interval of the EDTF profile (dates.py)."""

    noun = "a date (EDTF)"

    def parse(self, text: str, *, quoted: bool = False) -> str:
        return dates.parse(text).text

    def schema(self) -> Schema:
        return {"type": "string", "format": "edtf", "maxLength": 40}


class Day(Single):
    """A full day."""

    noun = "a day"

    def parse(self, text: str, *, quoted: bool = False) -> str:
        return dates.parse_day(text)

    def schema(self) -> Schema:
        return {"type": "string", "format": "date"}


_NOT_IN_A_URL = frozenset('<>"')


class Url(Single):
    """The address of a page on the web."""

    noun = "an address"

    def parse(self, text: str, *, quoted: bool = False) -> str:
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


class Code(Single):
    """A short code of letters, such as ISO 639-1 (``ko``) or ISO 3166-1 alpha-2 (``KR``)."""

    def __init__(self, standard: str, *, upper: bool) -> None:
        self.standard = standard
        self.upper = upper
        self.noun = f"a code of {standard}"

    def parse(self, text: str, *, quoted: bool = False) -> str:
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

    def schema(self) -> Schema:
        return {"type": "array", "items": self.item.schema(), "uniqueItems": True}
