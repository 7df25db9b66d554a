"""The pieces of SVG that a chart is made of."""

from html import escape

from nkfacts.drawing.plot import UP
from nkfacts.text import visible

RADIUS = 8.5
"""Of the disc that stands for a point."""


def disc(x: float, y: float, letter: str) -> str:
    """Return the sign of a point: a disc with a letter."""
    return (
        f'<circle class="disc" cx="{length(x)}" cy="{length(y)}" r="{length(RADIUS)}"/>'
        f'<text class="letter" x="{length(x)}" y="{length(y + 3.8)}">{safe(letter)}</text>'
    )


def arrow(x: float, y: float, way: str, gap: float = 0) -> str:
    """Return an arrow up or down that begins at a gap from a place."""
    sign = -1 if way == UP else 1
    return (
        f'<path class="arrow" d="M{length(x)} {length(y + sign * gap)}v{length(sign * 13)}'
        f'm-3.5 {length(sign * -4)}l3.5 {length(sign * 4)}l3.5 {length(sign * -4)}"/>'
    )


def words_at(x: float, y: float, words: str, style: str, anchor: str = "") -> str:
    """Return words at a place, in a style of the palette."""
    anchored = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text class="{style}" x="{length(x)}" y="{length(y)}"{anchored}>{safe(words)}</text>\n'


def safe(words: str) -> str:
    """Return words as they may stand between tags."""
    return escape(visible(words), quote=False)


def length(number: float) -> str:
    """Return a length in tenths, the same on every machine."""
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
