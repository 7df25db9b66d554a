"""A chart in lines, with its legend and what is left out of it."""

from collections.abc import Sequence

from nkfacts.drawing.cells import ASCII, CROWD, LINES, Run, Signs, drawn
from nkfacts.drawing.legend import HOLLOW, RANGE, SERIES, STEP, Part, legend
from nkfacts.drawing.plot import DOWN, UP, Plot
from nkfacts.output.lines import EMPTY, Block, Line, Picture
from nkfacts.output.plots import IN_WORDS, Chart, left_out_words
from nkfacts.output.screens import hand
from nkfacts.output.terminal import Terminal
from nkfacts.output.wrapping import Bit, Bits, wrapped

_SLOTS = ("blue", "vermilion", "teal", "pink", "amber", "sky")
_STYLES = {"axis": "dim", "grid": "dim", "step": "dim", "headline": "bold green", "label": "dim", CROWD: "bold"}


def chart(found: Chart, plot: Plot) -> list[Block]:
    """Return the chart of a figure: title, drawing, legend, headline, what is left out."""
    subtitle = Line([Bit(plot.subtitle, "dim")], hang=2)
    blocks: list[Block] = [hand.heading(plot.title, found.figure.id), subtitle, EMPTY]
    blocks.append(Picture(lambda terminal: _picture(plot, terminal)))
    headline = next((record for record in found.records if record["id"] == found.headline), None)
    if headline:
        said = [*hand.quantity_bits(headline, "bold"), Bit(f"  {headline['claimant']}, ")]
        blocks.append(Line([Bit(f"{hand.HEADLINE} ", "green"), *said, hand.day_bit(headline["reported"])], hang=2))
    if found.left_out:
        more = [] if found.left_out.keys() == {IN_WORDS} else _typed("--all")
        blocks.append(Line([Bit(f"left out: {left_out_words(found.left_out)}", "dim"), *more], hang=2))
    return [*blocks, Line([Bit("each: ", "dim"), hand.typed(f"nkfacts compare {found.figure.id}")], hang=2)]


def _typed(command: str) -> list[Bit]:
    return [Bit("   "), hand.typed(command)]


def _picture(plot: Plot, terminal: Terminal) -> Sequence[Bits]:
    signs = ASCII if terminal.ascii else LINES
    rows = drawn(plot, terminal.width, signs=signs)
    return [*([_bit(run) for run in row] for row in rows), [], *_legend(plot, rows, signs, terminal.width)]


def _bit(run: Run) -> Bit:
    return Bit(run.text, _style(run.style))


def _style(style: str) -> str:
    if style.startswith("slot"):
        slot = int(style[4:])
        return f"bold {_SLOTS[slot]}" if slot < len(_SLOTS) else "bold"
    return _STYLES.get(style, "")


def _legend(plot: Plot, rows: Sequence[Sequence[Run]], signs: Signs, width: int) -> list[list[Bit]]:
    """Return the legend, no part of it broken over lines."""
    letters = {each.key: each.letter for each in plot.series}
    small = " ".join(sorted({letters[point.series].lower() for point in plot.points if point.hollow}))
    parts = [_explained(part, signs, small) for part in legend(plot)]
    if any(run.style == CROWD for row in rows for run in row):
        parts.append([Bit("2 to 9 so many at one place", "dim", whole=True)])
    return wrapped([bit for part in filter(None, parts) for bit in [*part, Bit("   ")]], width)


def _explained(part: Part, signs: Signs, small: str) -> list[Bit]:
    """Return a sign and what it means; nothing for the headline, which stands under the chart."""
    if part.series and part.kind == SERIES:
        letter = Bit(part.series.letter, _style(f"slot{part.series.slot}"), whole=True)
        return [letter, Bit(f" {part.words}", "dim", whole=True)]
    sign = {STEP: signs.across * 2, RANGE: signs.bar[1], UP: signs.arrows[0], DOWN: signs.arrows[1], HOLLOW: small}
    return [Bit(f"{sign[part.kind]} {part.words}", "dim", whole=True)] if part.kind in sign else []
