"""``nkfacts diff OLD NEW``: what differs between two fact files."""

from contextlib import closing

import nkfacts
from nkfacts.commands.declaring import Argument
from nkfacts.commands.options import Setting
from nkfacts.errors import UsageProblem
from nkfacts.hints import TYPE_CHECKING, Annotated
from nkfacts.index import location
from nkfacts.output.comparison_layouts import DIFFERENCES
from nkfacts.output.comparison_mappings import difference_records, moved_records
from nkfacts.output.report import Report
from nkfacts.output.screens.differences import differences as differences_screen
from nkfacts.query.base import Base

if TYPE_CHECKING:
    from nkfacts.index.building import Progress

EXAMPLES = ("nkfacts diff shipped mine.yaml", "nkfacts diff shipped mine.yaml --as-of 2025-06 --format json")


def run(
    setting: Setting,
    progress: "Progress | None",
    old: Annotated[
        str,
        Argument(metavar="OLD", help="A fact file or folder; - is standard input, shipped the shipped facts."),
    ],
    new: Annotated[
        str | None, Argument(metavar="[NEW]", help="Another of these. Without it, the facts in use.")
    ] = None,
) -> Report:
    """Show what differs between two fact files or folders: headlines that moved, and records, key by key.

    Records are compared by what they say: neither their order nor the layout of the file counts.
    In a pipe there is a line for each headline that moved, each record that was added or removed,
    and each key of one that changed. With --as-of, both are taken as they were known on that day.
    The status is 0 when there are differences and 1 when there are none, as for everything here
    that looks for something; diff(1) has it the other way round. It is 3 when a file is faulty.
    """
    paths = [_path(old), _path(new) if new is not None else location.facts_path(setting.data)]
    if paths.count(location.STANDARD_INPUT) > 1:
        raise UsageProblem("standard input cannot be both files", "give one of them as a file")

    def opened(path: str) -> closing[Base]:
        return closing(nkfacts.load(path, as_of=setting.as_of, use_cache=not setting.no_cache, progress=progress))

    with opened(paths[0]) as before, opened(paths[1]) as after:
        found = nkfacts.diff(before, after)
        records = difference_records(before, after, found)
        moved = [dict(record) for record in moved_records(before, after, found.moved)]
    names = " → ".join(paths)
    return Report(
        f"Differences {names}",
        DIFFERENCES,
        records,
        nothing=(f"no difference between {paths[0]} and {paths[1]}", ""),
        screen=lambda: differences_screen("Differences", names, moved, records[len(moved) :]) if records else [],
    )


def _path(name: str) -> str:
    return location.shipped_facts() if name == location.SHIPPED else name
