"""A chart in a page: drawn twice, for a wide and for a narrow window, each sign a link to its fact."""

from nkfacts.drawing.plot import Plot
from nkfacts.drawing.svg import NARROW, WIDE, svg
from nkfacts.output.pages.markup import element
from nkfacts.output.plots import Chart


def figure(found: Chart, plot: Plot, caption: str = "", *, to_page: bool = False) -> str:
    """Return a chart as a figure.

    Args:
        found: the chart.
        plot: its drawing.
        caption: words under it, as HTML.
        to_page: whether a sign leads to the fact in the page, and not to where it was read.
    """
    if to_page:
        ids = [record["id"] for record in found.records]
        anchored = {point: point._replace(link=f"#{id_}") for point, id_ in zip(plot.points, ids, strict=True)}
        plot = plot._replace(points=list(anchored.values()), steps=[anchored[step] for step in plot.steps])
    name = f"Chart-{found.figure.id}"
    drawings = (
        element("div", svg(plot, size=size, theme=None, name=f"{name}-{style}"), class_=style)
        for style, size in (("wide", WIDE), ("narrow", NARROW))
    )
    below = element("figcaption", caption) if caption else ""
    return element("figure", "".join(drawings) + below, class_="chart", id=name)
