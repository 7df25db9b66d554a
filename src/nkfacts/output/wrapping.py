"""Bits of styled text: how wide they are, and how they break over lines."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from nkfacts.hints import NamedTuple
from nkfacts.text import visible

_LEAST = 10
"""The room that a line has behind its indent, however narrow the terminal."""


class Bit(NamedTuple):
    """A piece of text in one style.

    Args:
        text: what is shown.
        style: words of ``bold dim green cyan``; they only underline what the text says too.
        url: the page it leads to where the terminal has links.
        whole: no word of it is ever broken, and its words stay on one line where they fit on one: an id, a day.
    """

    text: str
    style: str = ""
    url: str | None = None
    whole: bool = False


Bits = Sequence[Bit]


def cell_len(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    # The vowels and ends of a Korean syllable that is written in parts join its beginning.
    joins = unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff"
    return 0 if joins else 1


def length(bits: Iterable[Bit]) -> int:
    """Return how many cells some bits take on one line."""
    return sum(cell_len(visible(bit.text)) for bit in bits)


def hung(bits: Bits, width: int, indent: int, hang: int | None = None) -> list[list[Bit]]:
    """Return bits in lines, the first behind an indent, the others behind a hanging one."""
    hang = min(indent if hang is None else hang, max(0, width - _LEAST))
    indent = min(indent, max(0, width - _LEAST))
    lines = wrapped(bits, width - indent, width - hang)
    return [[*space(hang if number else indent), *line] for number, line in enumerate(lines)]


def wrapped(bits: Bits, width: int, later: int | None = None) -> list[list[Bit]]:
    """Return bits in lines of at most a width (``later`` for those behind the first), broken between words.

    A word that is wider is broken between characters, unless it is to stay whole.
    """
    lines: list[list[Bit]] = [[]]
    used, room, gap = 0, width, list[Bit]()
    for is_space, word in _words(bits, width):
        if is_space:
            gap = word
            continue
        if used and used + length(gap) + length(word) > room:
            lines.append([])
            used, room = 0, width if later is None else later
        lines[-1] += [*(gap if used else ()), *word]
        used, gap = length(lines[-1]), []
        while used > room and not any(bit.whole for bit in word):
            lines[-1:] = _cut(lines[-1], room)
            used, room = length(lines[-1]), width if later is None else later
    return lines


def _words(bits: Bits, width: int) -> Iterator[tuple[bool, list[Bit]]]:
    """Yield the words of some bits and the spaces between them: what no space parts is one word."""
    pieces = [
        bit._replace(text=text)
        for bit in bits
        for text in (
            [visible(bit.text)] if bit.whole and cell_len(visible(bit.text)) <= width else _parted(visible(bit.text))
        )
    ]
    for is_space, run in groupby(pieces, key=lambda bit: not bit.text.strip(" ")):
        yield is_space, list(run)


def _parted(text: str) -> list[str]:
    """Return the words of a text and each space between them."""
    return [piece for word in text.split(" ") for piece in (" ", word) if piece][1:]


def _cut(bits: Bits, width: int) -> tuple[list[Bit], list[Bit]]:
    """Cut bits in two at a width, at least one character in the first."""
    head: list[Bit] = []
    used = 0
    for number, bit in enumerate(bits):
        for place, character in enumerate(bit.text):
            used += cell_len(character)
            if used > width and (place or head):
                if place:
                    head.append(bit._replace(text=bit.text[:place]))
                return head, [bit._replace(text=bit.text[place:]), *bits[number + 1 :]]
        head.append(bit)
    return head, []


def space(size: int) -> list[Bit]:
    """Return so many cells of space."""
    return [Bit(" " * size)] if size > 0 else []
