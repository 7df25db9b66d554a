"""``nkfacts topics``: the shelves of the base."""

from nkfacts.output.layouts import TOPICS
from nkfacts.output.mappings import counted_record
from nkfacts.output.report import Report
from nkfacts.output.screens.parts import topics
from nkfacts.query.base import Base

EXAMPLES = ("nkfacts topics", "nkfacts topics --columns id,facts --no-header")


def run(base: Base) -> Report:
    """List the topics, each a command under its name and the names beside it, with their number of facts."""
    records = [counted_record(counted) for counted in base.topics()]
    return Report("Topics", TOPICS, records, screen=lambda: topics(records))
