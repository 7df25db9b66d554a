"""``nkfacts revise ID``: a claimant's later word on what it said before."""

from nkfacts.commands import new_fact
from nkfacts.commands.declaring import Argument
from nkfacts.commands.options import Setting, fact_names
from nkfacts.errors import UnknownName, UsageProblem
from nkfacts.hints import Annotated, Any
from nkfacts.model.records import Fact
from nkfacts.output.report import Report
from nkfacts.query.base import Base
from nkfacts.text import visible

EXAMPLES = (
    "nkfacts revise nis-2025-09-02-killed --template",
    (
        "nkfacts revise nis-2025-09-02-killed --dry-run --value 2300 --status estimated --reported 2026-04-01 "
        '--source kbs-2025-04-30-nis-4100 --as-printed "2,300" --statement "The NIS said 2,300 were killed."'
    ),
)

_KEPT = ("figure", "topic", "by", "place", "scope")
"""What a revision has of the fact that it revises, unless it says otherwise; the claimant and the figure stay."""

OPTIONS = new_fact.fact_options(without=("figure", "topic", "by", "supersedes"))


def run(
    setting: Setting,
    name: Annotated[str, Argument(metavar="ID", help="The fact to revise.", complete=fact_names)],
    **given: Any,
) -> Report:
    """Add a fact that revises another: the same claimant's later word on the same figure or event.

    Claimant, figure or topic, place and scope are those of the fact revised, which the new one
    names under supersedes; the rest is asked for, or given, as for add.
    """
    with new_fact.opened(setting) as file:
        old = _fact(file.base, name)
        filled = {key: value for key in _KEPT if (value := getattr(old, key)) is not None}
        return new_fact.added(file, given, filled | {"supersedes": old.id})


def _fact(base: Base, name: str) -> Fact:
    part, record = base.find(name)
    if not isinstance(record, Fact):
        raise UnknownName(f"{visible(name)!r} is no fact but one of the {part}", f"see: nkfacts show {record.id}")
    later = base.superseded_by(record)
    if later is not None:
        raise UsageProblem(f"{record.id} was revised already", f"revise the later word: nkfacts revise {later.id}")
    return record
