"""The functions by which Typer completes names from the fact base."""

from collections.abc import Callable

from nkfacts.cli.quick_complete import ALL
from nkfacts.errors import NkfactsError

_Complete = Callable[[str], list[str]]


def _ids(*tables: str) -> _Complete:
    def complete(incomplete: str) -> list[str]:
        import nkfacts

        try:
            return nkfacts.load().ids_beginning(tables, incomplete)
        except NkfactsError:
            return []

    return complete


fact_names = _ids("fact")
figure_names = _ids("figure")
entity_names = _ids("entity")
topic_names = _ids("topic")
source_names = _ids("source")
all_names = _ids(*ALL)
