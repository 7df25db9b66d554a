"""What the shell completes: names from the fact base."""

import os

from nkfacts.errors import NkfactsError

_Names = list[str]


def _ids(part: str, incomplete: str) -> _Names:
    import nkfacts

    try:
        base = nkfacts.load(os.environ.get("NKFACTS_DATA"))
    except NkfactsError:
        return []
    return [id_ for id_ in base.names(part) if id_.startswith(incomplete)]


def fact_names(incomplete: str) -> _Names:
    """Return the facts that begin so."""
    return _ids("facts", incomplete)


def figure_names(incomplete: str) -> _Names:
    """Return the figures that begin so."""
    return _ids("figures", incomplete)


def entity_names(incomplete: str) -> _Names:
    """Return the entities that begin so."""
    return _ids("entities", incomplete)


def topic_names(incomplete: str) -> _Names:
    """Return the topics that begin so."""
    return _ids("topics", incomplete)


def source_names(incomplete: str) -> _Names:
    """Return the sources that begin so."""
    return _ids("sources", incomplete)


def all_names(incomplete: str) -> _Names:
    """Return the ids of every part that begin so."""
    return [id_ for part in ("facts", "figures", "entities", "topics", "sources") for id_ in _ids(part, incomplete)]
