"""The pictures of the README: what a command shows at a terminal of 80 columns, in its colours, on dark and on light.

``python -m tests.support.pictures`` writes them anew; look at them before you keep them.
"""

import io
import re
from functools import cache
from html import escape
from pathlib import Path
from string import Template

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from tests.support.examples import shown_by
from tests.support.files import ROOT

FOLDER = ROOT / "docs" / "pictures"
WIDTH = 80
SCREENS = {
    "ask": "nkfacts ask how many north korean soldiers were wounded",
    "killed": "nkfacts casualties --figure casualties.killed",
    "overview": "nkfacts",
}
"""The pictures by name, each with the command it shows."""

_DARK = TerminalTheme(
    (0x16, 0x1B, 0x22),
    (0xE6, 0xED, 0xF3),
    [
        (0x48, 0x4F, 0x58), (0xFF, 0x7B, 0x72), (0x3F, 0xB9, 0x50), (0xD2, 0x99, 0x22),
        (0x58, 0xA6, 0xFF), (0xBC, 0x8C, 0xFF), (0x39, 0xC5, 0xCF), (0xB1, 0xBA, 0xC4),
    ],
)  # fmt: skip
_LIGHT = TerminalTheme(
    (0xF6, 0xF8, 0xFA),
    (0x1F, 0x23, 0x28),
    [
        (0x24, 0x29, 0x2F), (0xCF, 0x22, 0x2E), (0x11, 0x63, 0x29), (0x4D, 0x2D, 0x00),
        (0x09, 0x69, 0xDA), (0x82, 0x50, 0xDF), (0x1B, 0x7C, 0x83), (0x6E, 0x77, 0x81),
    ],
)  # fmt: skip
SCHEMES = {"dark": _DARK, "light": _LIGHT}
EDGES = {"dark": "#30363d", "light": "#d1d9e0"}
"""The colours of a terminal, as GitHub's own themes have them (primer/primitives, ansi)."""

_SIZE = 20
"""The height of the letters, as rich has it; the lines stand 1.22 of it apart, a sign is 0.6 of it wide."""
_ASPECT = 0.6
_LEFT, _TOP = 24, 16
_FONTS = 'ui-monospace, SFMono-Regular, Menlo, "DejaVu Sans Mono", "Liberation Mono", Consolas, monospace'
_FORMAT = Template("""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 $wide $high" role="img" aria-labelledby="title">
<title id="title">$title</title>
<style>
text {{ font: {char_height}px $fonts; white-space: pre; }}
{styles}
</style>
<rect x="0.5" y="0.5" width="$inner_wide" height="$inner_high" rx="8" fill="$ground" stroke="$edge"/>
<g transform="translate($left, $top)">
{matrix}
</g>
</svg>
""")
"""The frame of a picture. Rich's own loads a font from the network."""
_END_OF_LINE = re.compile(r"<text [^>]*>\n</text>")
"""What rich draws for the end of each line."""
_CLIPPING = re.compile(r' clip-path="[^"]*"')


def path_of(name: str, scheme: str) -> Path:
    """Return where a picture stands."""
    return FOLDER / f"{name}-{scheme}.svg"


@cache
def _screen(command: str) -> Text:
    return Text.from_ansi(shown_by(command, WIDTH, TERM="xterm-256color").rstrip())


def picture(name: str, scheme: str) -> str:
    """Return the SVG of a screen in a scheme, its command above it."""
    command, theme = SCREENS[name], SCHEMES[scheme]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), color_system="truecolor", no_color=False)
    console.print(Text.assemble(("$ ", "dim"), (command, "bold")))
    console.print(_screen(command))
    lines = console.export_text(clear=False).count("\n")
    high = round(lines * _SIZE * 1.22) + 2 * _TOP
    wide = round(WIDTH * _SIZE * _ASPECT) + 2 * _LEFT
    frame = _FORMAT.substitute(
        wide=wide, high=high, inner_wide=wide - 1, inner_high=high - 1, left=_LEFT, top=_TOP, fonts=_FONTS,
        title=escape(command), ground=theme.background_color.hex, edge=EDGES[scheme],
    )  # fmt: skip
    svg = console.export_svg(theme=theme, code_format=frame, font_aspect_ratio=_ASPECT, unique_id=name)
    return _CLIPPING.sub("", _END_OF_LINE.sub("\n", svg))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in SCREENS:
        for scheme in SCHEMES:
            path_of(name, scheme).write_text(picture(name, scheme), encoding="utf-8")
