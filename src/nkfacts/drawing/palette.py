"""The colours of a drawing, in light and in dark.

The palette is that of Okabe and Ito ("Color Universal Design", 2008), which people with any of the usual kinds of
colour blindness can tell apart. A sign carries a letter too, so that colour is never the only thing that tells.
"""

from nkfacts.hints import NamedTuple

AUTO, LIGHT, DARK = "auto", "light", "dark"
THEMES = (AUTO, LIGHT, DARK)
"""Whether a picture is light, dark, or as whoever looks at it prefers."""


class _Theme(NamedTuple):
    ground: str
    ink: str
    muted: str
    grid: str
    headline: str
    slots: tuple[str, ...]
    letters: tuple[str, ...]


_DARK_LETTER, _LIGHT_LETTER = "#111418", "#ffffff"
_LIGHT_THEME = _Theme(
    "#ffffff", "#1c2024", "#5b646e", "#e3e7eb", "#1c2024",
    ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"),
    (_LIGHT_LETTER, _LIGHT_LETTER, _LIGHT_LETTER, _DARK_LETTER, _DARK_LETTER, _DARK_LETTER),
)  # fmt: skip
_DARK_THEME = _Theme(
    "#14181d", "#eef1f4", "#a5aeb8", "#2b323a", "#ffffff",
    ("#56b4e9", "#e69f00", "#1fbf93", "#cc79a7", "#f0e442", "#d55e00"),
    (_DARK_LETTER,) * 6,
)  # fmt: skip
GREY = len(_LIGHT_THEME.slots)
"""The slot of all series that have no colour of their own: they are grey, and told apart by their letters."""


def slot_class(slot: int) -> str:
    """Return the class of what has the colour of a slot."""
    return f"slot{min(slot, GREY)}"


def css(theme: str = AUTO) -> str:
    """Return the style of a drawing, for ``auto`` with a media query."""
    if theme == AUTO:
        return f"{_SHAPES}{_colours(_LIGHT_THEME)}@media (prefers-color-scheme:dark){{{_colours(_DARK_THEME)}}}"
    return _SHAPES + _colours(_DARK_THEME if theme == DARK else _LIGHT_THEME)


_FONT = "Inter,'Segoe UI','Helvetica Neue',Arial,'Liberation Sans','Noto Sans','DejaVu Sans',sans-serif"
_SHAPES = (
    f".plot text{{font-family:{_FONT};font-size:12px}}"
    ".plot .title{font-size:19px;font-weight:700}.plot .subtitle{font-size:13px}.plot .source{font-size:11px}"
    ".plot .letter{font-size:10.5px;font-weight:700;text-anchor:middle}"
    ".plot .label{font-size:11.5px;stroke-width:4px;stroke-linejoin:round;paint-order:stroke}"
    ".plot .headline .label{font-size:14px;font-weight:700}"
    ".plot .tick{text-anchor:end}.plot .day{text-anchor:middle}"
    ".plot .gridline{stroke-width:1}.plot .axis{stroke-width:1.25}"
    ".plot .step{fill:none;stroke-width:2.25;stroke-linejoin:round;opacity:.55}"
    ".plot .disc{stroke-width:1.5}.plot .bar{stroke-width:5;opacity:.45}.plot .end{stroke-width:2}"
    ".plot .arrow{fill:none;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round}"
    ".plot .ring{fill:none;stroke-width:2}"
)


def _colours(theme: _Theme) -> str:
    rules = (
        f".plot .ground{{fill:{theme.ground}}}.plot text{{fill:{theme.ink}}}"
        f".plot .muted,.plot .tick,.plot .day,.plot .label{{fill:{theme.muted}}}"
        f".plot .label{{stroke:{theme.ground}}}.plot .headline .label{{fill:{theme.headline}}}"
        f".plot .gridline{{stroke:{theme.grid}}}.plot .axis{{stroke:{theme.muted}}}"
        f".plot .ring{{stroke:{theme.headline}}}.plot .disc{{stroke:{theme.ground}}}"
    )
    colours = [*zip(theme.slots, theme.letters, strict=True), (theme.muted, theme.ground)]
    for number, (colour, letter) in enumerate(colours):
        own = f".plot .slot{number}"
        rules += (
            f"{own} .disc{{fill:{colour}}}{own} .letter{{fill:{letter}}}"
            f"{own} .bar,{own} .end,{own} .arrow,{own}.step{{stroke:{colour}}}"
            f"{own}.hollow .disc{{fill:{theme.ground};stroke:{colour}}}{own}.hollow .letter{{fill:{theme.ink}}}"
        )
    return rules
