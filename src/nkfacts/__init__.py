"""What is known, by whom and since when, about North Korea's troop deployment to Russia.

>>> import nkfacts
>>> base = nkfacts.load()
>>> base.headline("casualties.killed").amount
'2,000'

``load`` opens a fact base; the records are ``Fact``, ``Figure``, ``Source``, ``Entity`` and
``Topic``; the queries are the methods of ``Base``, and ``compare``, ``changes``, ``conflicts``
and ``diff``, which take one. All of them are imported when first used.
"""

from nkfacts._version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nkfacts.errors import DataProblem, NkfactsError, Problem, UnknownName, UsageProblem
    from nkfacts.index.building import Progress
    from nkfacts.model.records import Entity, Evidence, Fact, Figure, Source, Topic
    from nkfacts.query.base import Base
    from nkfacts.query.changes import changes
    from nkfacts.query.comparison import compare
    from nkfacts.query.conflicts import conflicts
    from nkfacts.query.differing import diff
    from nkfacts.query.filters import Filter
    from nkfacts.query.results import Spread
    from nkfacts.verifying.verifying import Verification, verify

_HOMES = {
    **dict.fromkeys(("DataProblem", "NkfactsError", "Problem", "UnknownName", "UsageProblem"), "nkfacts.errors"),
    **dict.fromkeys(("Entity", "Evidence", "Fact", "Figure", "Source", "Topic"), "nkfacts.model.records"),
    "Filter": "nkfacts.query.filters",
    "changes": "nkfacts.query.changes",
    "compare": "nkfacts.query.comparison",
    "conflicts": "nkfacts.query.conflicts",
    "diff": "nkfacts.query.differing",
    **dict.fromkeys(("Base", "Spread"), "nkfacts.query.base"),
    **dict.fromkeys(("Verification", "verify"), "nkfacts.verifying.verifying"),
}

__all__ = [
    "Base", "DataProblem", "Entity", "Evidence", "Fact", "Figure", "Filter", "NkfactsError", "Problem",
    "Source", "Spread", "Topic", "UnknownName", "UsageProblem", "Verification", "__version__", "changes", "compare",
    "conflicts", "diff", "load", "verify",
]  # fmt: skip


def load(
    path: "str | None" = None,
    *,
    as_of: "str | None" = None,
    use_cache: bool = True,
    progress: "Progress | None" = None,
) -> "Base":
    """Open a fact base.

    Args:
        path: a fact file, or a folder of them; without it the one named by ``NKFACTS_DATA``, else the one shipped.
        as_of: a day, month or year: only facts reported up to its end exist.
        use_cache: use and keep an index in the user's cache folder.
        progress: told the share of the work done, from 0 to 1, when an index has to be built.

    Raises:
        DataProblem: the file is missing, unreadable or has mistakes; the error carries all of them.
        UsageProblem: ``as_of`` is no date.
    """
    from nkfacts.index.location import facts_path
    from nkfacts.index.opening import open_index
    from nkfacts.query.base import Base

    connection = open_index(facts_path(path), use_cache=use_cache, progress=progress)
    try:
        return Base(connection, as_of=as_of)
    except BaseException:
        connection.close()
        raise


def __getattr__(name: str) -> object:
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
