"""``nkfacts chart FIGURE``: a figure over time, at the terminal or as a picture."""

from nkfacts.commands.declaring import Option
from nkfacts.commands.options import FigureName, Setting, widen, words
from nkfacts.commands.saved import OutputFile, saved
from nkfacts.drawing.palette import THEMES
from nkfacts.errors import UsageProblem
from nkfacts.hints import Annotated
from nkfacts.output.layouts import POINTS
from nkfacts.output.pictures import form_of, picture
from nkfacts.output.plots import chart_of, left_out_words, point_record
from nkfacts.output.report import Report
from nkfacts.output.screens.chart import chart as screen
from nkfacts.query.base import Base
from nkfacts.query.filters import Filter

EXAMPLES = ("nkfacts chart killed --by nis", "nkfacts chart casualties.killed -o killed.svg --theme light")


def run(
    base: Base,
    setting: Setting,
    figure: FigureName,
    wanted: Filter,
    output: OutputFile = None,
    theme: Annotated[
        str | None,
        Option(
            "--theme",
            metavar="WORD",
            help=f"Of a picture: {', '.join(THEMES)} (as who looks at it prefers).",
            complete=words(*THEMES),
        ),
    ] = None,
    everything: Annotated[
        bool, Option("--all", help="Facts of one battle or unit, denials and deprecated facts too, drawn hollow.")
    ] = False,
) -> Report:
    """Draw a figure over time, by the day on which each number was said: who said what, and who revised it.

    Each sign is a letter for the country of the claimant. Ranges are bars, "at least" and "at most" arrows; a line
    shows what the claimant with most words said last. The scale is linear and begins at zero. What is left out is said.

    With -o a file is written: .svg, .html (one file, no network) or .png (pip install 'nkfacts[charts]'). In a pipe
    the points are values in columns.
    """
    form = form_of(output) if output else None
    if theme and not output:
        raise UsageProblem("--theme is of a picture", "add -o FILE.svg or -o FILE.png")
    found = chart_of(base, figure, wanted, everything=everything)
    plot, id_ = found.plot, found.figure.id
    if plot is not None and output and form:
        return saved(setting, output, picture(found, form, theme), len(found.records))
    records = [point_record(found, record) for record in found.records]
    left = f" ({left_out_words(found.left_out)})" if found.left_out else ""
    whole = {
        "figure": id_, "label": found.figure.label, "unit": found.figure.unit, "as_of": base.as_of,
        "headline": found.headline, "left_out": found.left_out, "points": records,
    }  # fmt: skip
    return Report(
        f"{found.figure.label} over time",
        POINTS,
        records,
        nothing=lambda: (
            f"no number of {id_} to draw{left}",
            widen(base, wanted._replace(figure=id_), f"nkfacts list --figure {id_}"),
        ),
        whole=whole if records else [],
        screen=(lambda: screen(found, plot)) if plot is not None else None,
    )
