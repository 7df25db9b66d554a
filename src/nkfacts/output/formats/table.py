"""What a person sees at a terminal: the screen that the command made of its records, or a table of chosen columns."""

from nkfacts.output import lines
from nkfacts.output.report import Report
from nkfacts.output.terminal import Terminal


def render(report: Report, terminal: Terminal, *, header: bool) -> str:
    """Return the screen of the report, where it has one and no columns are chosen, else its table.

    A screen begins with its title and, after it, an empty line: without a header it has neither.
    """
    if report.screen is None or report.chosen:
        # rich is slow to import: screens do without.
        from nkfacts.output.formats import rich_table

        return rich_table.render(report, terminal, header=header)
    blocks = list(report.screen())
    return lines.render(blocks if header else blocks[blocks.index(lines.EMPTY) + 1 :], terminal)
