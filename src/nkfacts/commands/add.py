"""``nkfacts add``: a fact asked for or given, checked, shown as a difference, and spliced into the fact file."""

from nkfacts.commands import new_fact
from nkfacts.commands.options import Setting
from nkfacts.hints import Any
from nkfacts.output.report import Report

EXAMPLES = (
    "nkfacts add --template",
    (
        "nkfacts add --dry-run --figure casualties.killed --value 600 --status estimated --reported 2025-04-30 "
        '--by nis --source kbs-2025-04-30-nis-4100 --as-printed "about 600" --statement "The NIS said about 600."'
    ),
)

OPTIONS = new_fact.fact_options()


def run(setting: Setting, **given: Any) -> Report:
    """Add a fact to the fact file: checked, shown as a difference, and written when you say so.

    At a terminal it asks for every part that no option gives; an unknown source, entity or
    figure can be added on the way. Elsewhere the options or a fragment must say all of it, and
    nothing is written without --yes: the difference is shown, and the status is 4, with --dry-run 0.
    Frames of events have no options: a fragment gives them, or the answer "events" to the last
    question. Every other byte of the file stays.

    What is written to is the fact file in use, which nkfacts data names. In a checkout (pip install
    -e) that is its data/facts.yaml itself. Facts inside an installed program stay as they are,
    since the next install replaces them: the first fact makes a copy of them, your own.
    """
    if given["template"]:
        return new_fact.template_of({})
    with new_fact.opened(setting) as file:
        return new_fact.added(file, given, {})
