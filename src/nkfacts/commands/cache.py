"""``nkfacts cache``: the kept indexes."""

from nkfacts.commands.declaring import Argument
from nkfacts.commands.tables import INDEXES
from nkfacts.errors import OutputProblem, UsageProblem
from nkfacts.hints import Annotated
from nkfacts.index import cache, location
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.report import Report
from nkfacts.text import plural, visible

EXAMPLES = ("nkfacts cache", "nkfacts cache clear")


def run(
    action: Annotated[str | None, Argument(metavar="[clear]", help="Remove the kept indexes.")] = None,
) -> Report:
    """Show where the index of each fact file is kept and how large it is; with 'clear', remove them all.

    An index is made when a fact file is first used and again when the file changes.
    Removing it costs time at the next use, and nothing else.
    """
    if action == "clear":
        try:
            count = cache.clear_cache()
        except OSError as error:
            raise OutputProblem(f"cannot clear {location.cache_folder()}: {error.strerror}") from None
        return Report(
            "Cache", INDEXES, [], plain="", notes=[f"removed {plural(count, 'index')}"], status=ExitCode.ANSWERED
        )
    if action is not None:
        raise UsageProblem(f"'cache' can do nothing called {visible(action)!r}", "write: nkfacts cache clear")
    records = [{"index": path, "facts": facts, "bytes": size} for path, facts, size in cache.kept_indexes()]
    return Report(f"Kept in {location.cache_folder()}", INDEXES, records, status=ExitCode.ANSWERED)
