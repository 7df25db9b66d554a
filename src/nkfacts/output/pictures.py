"""A chart as the bytes of a file: SVG by our own hand, PNG drawn from it, or a page for a browser."""

from nkfacts.drawing import palette
from nkfacts.drawing.svg import svg
from nkfacts.errors import OutputProblem, UsageProblem
from nkfacts.model.types import Choice
from nkfacts.output.plots import Chart
from nkfacts.text import listing

FORMS = ("svg", "png", "html")
"""What a chart can be written as: the ends of a file's name."""

_SCALE = 2
"""The pixels of a PNG for each unit of the drawing: sharp on a dense screen and in print."""


def form_of(path: str) -> str:
    """Return the form that a file's name asks for.

    Raises:
        UsageProblem: it asks for none.
    """
    form = path.rpartition(".")[2].lower()
    if form not in FORMS or "." not in path:
        ends = listing((f".{each}" for each in FORMS), "or")
        raise UsageProblem(f"{path!r} does not say what to draw", f"end the name with {ends}")
    return form


def picture(found: Chart, form: str, theme: str | None = None) -> bytes:
    """Return a chart with at least one point as the bytes of a file, always the same for the same facts.

    Args:
        found: the chart.
        form: one of ``FORMS``.
        theme: one of ``palette.THEMES``; without it an SVG and a page follow who looks at them, and a PNG is light.

    Raises:
        UsageProblem: there is no such theme, or a page is to have one.
        OutputProblem: a PNG needs what is not installed.
    """
    assert found.plot is not None
    theme = Choice("a theme", palette.THEMES).one(theme)
    if form == "html":
        if theme not in (None, palette.AUTO):
            raise UsageProblem("a page is light or dark as the browser is", "leave --theme out, or draw an svg or png")
        from nkfacts.output.pages.chart_page import chart_page

        return chart_page(found, found.plot).encode()
    if form == "svg":
        return svg(found.plot, theme=theme or palette.AUTO).encode()
    drawn = svg(found.plot, theme=palette.DARK if theme == palette.DARK else palette.LIGHT)
    return _png(drawn)


def _png(drawn: str) -> bytes:
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise OutputProblem("a PNG needs a package that is not installed", "pip install 'nkfacts[charts]'") from None
    found = bytes(svg_to_bytes(svg_string=drawn, zoom=_SCALE))
    if found == bytes(svg_to_bytes(svg_string=drawn, zoom=_SCALE, skip_system_fonts=True)):
        raise OutputProblem("there is no font to write the words of a PNG with", "install one, or draw an .svg")
    return found
