"""``nkfacts`` without a command: the headline figures."""

from nkfacts.output.layouts import HEADLINES
from nkfacts.output.mappings import headline_record
from nkfacts.output.report import Report
from nkfacts.output.screens.overview import overview
from nkfacts.query.base import Base

EXAMPLES = ("nkfacts", "nkfacts --as-of 2025-01-31")


def run(base: Base) -> Report:
    """What is known, by whom and since when, about North Korea's troop deployment to Russia.

    Without a command: the headline figures, each with its claimant, date and source.
    """
    figures = [counted.record for counted in base.figures()]
    main = [figure for figure in figures if figure.main] or figures
    records = [record for record in (headline_record(base, figure) for figure in main) if record]
    header = base.header
    known = f"as known on {base.as_of}" if base.as_of else f"as of {header['updated']}"
    return Report(
        f"{header['title']}, {known}",
        HEADLINES,
        records,
        nothing=(f"no figure was known on {base.as_of}", "try a later --as-of"),
        screen=lambda: overview(base, records),
    )
