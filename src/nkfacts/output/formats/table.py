"""What a person sees at a terminal: the screen that the command made of its records, or a table of chosen columns."""

from collections.abc import Iterator

from nkfacts.output import lines
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> Iterator[str]:
    """Yield the screen of the report, where it has one and no columns are chosen, else its table.

    A screen begins with its title and, where more follows, an empty line: without a header it has neither.
    """
    if report.screen is None or report.chosen:
        # rich is slow to import: screens do without.
        from nkfacts.output.formats import rich_table

        yield rich_table.render(report, terminal, header=header)
        return
    blocks = list(report.screen())
    begin = 0 if header else blocks.index(lines.EMPTY) + 1 if lines.EMPTY in blocks else 1
    yield lines.render(blocks[begin:], terminal)
