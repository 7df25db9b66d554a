"""Where things fit: boxes that must not cover each other, and how wide words are."""

from collections.abc import Iterable
from unicodedata import east_asian_width

from nkfacts.hints import NamedTuple

_NARROW, _WIDE = frozenset("iljtfrI.,:;'|!()[] "), frozenset("mwMW%@")
_SHARES = {"narrow": 0.31, "usual": 0.56, "capital": 0.68, "wide": 0.88, "square": 1.0}
BOLD = 1.25
"""How much wider bold words are: as in the widest of the fonts that a drawing asks for, so that none runs off."""


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: "Box") -> bool:
        """Say whether two boxes have a place in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )  # fmt: skip

    def is_within(self, other: "Box") -> bool:
        """Say whether a box lies within another."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )  # fmt: skip


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return about how wide words are in a sans serif of a size; no font is asked, so it is the same everywhere."""
    return sum(_SHARES[_kind(sign)] for sign in text) * size * (BOLD if bold else 1)


def _kind(sign: str) -> str:
    if sign in _NARROW:
        return "narrow"
    if sign in _WIDE:
        return "wide"
    if east_asian_width(sign) in "WF":
        return "square"
    return "capital" if sign.isupper() else "usual"


def fitting(text: str, size: float, width: float) -> str:
    """Return a text, cut with an ellipsis where it is wider than there is room."""
    if text_width(text, size) <= width:
        return text
    while text and text_width(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def folded(text: str, size: float, width: float, most: int) -> list[str]:
    """Return a text in at most so many lines of a width, broken between words; the last is cut where it is too long."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size) <= width:
            line += f" {words.pop(0)}"
        lines.append(fitting(line, size, width))
    return [*lines, fitting(" ".join(words), size, width)] if words else lines


def free_place(choices: Iterable[Box], taken: Iterable[Box], within: Box) -> int | None:
    """Return the number of the first box that touches no other and lies within one; None where none does."""
    others = list(taken)
    for number, box in enumerate(choices):
        if box.is_within(within) and not any(box.touches(other) for other in others):
            return number
    return None
