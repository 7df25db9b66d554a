"""``nkfacts get FIGURE`` and nothing else but a day or a file: answered from the index with the fewest imports of all.

It gives up on anything more, on an index that is not fresh, on a name that is no id. Then the command answers, in the
same way; a test holds the two together.
"""

import os

from nkfacts.cli.reading import read
from nkfacts.commands.shared import SHARED
from nkfacts.index import cache, location, proof
from nkfacts.model.amounts import bare
from nkfacts.query.headline import headline_amount
from nkfacts.query.known import NO_DAY, Known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_KNOWN = frozenset(("as_of", "data"))


def answered(arguments: "Sequence[str]") -> bool:
    """Print the figure that a bare ``get`` asks for; False, with nothing printed, when there is more to it."""
    line = read(arguments, SHARED.values())
    if line is None:
        return False
    given, words = line
    if len(words) != 2 or words[0] != "get" or not _KNOWN.issuperset(given) or not all(given.values()):
        return False
    try:
        found = _found(words[1], _last_day(given.get("as_of")), location.facts_path(given.get("data")))
    except Exception:  # noqa: BLE001 - whatever is wrong with a kept index, the command builds another
        return False
    if found is None:
        return False
    amount, remarks = found
    try:
        os.write(1, f"{amount}\n".encode())
    except OSError:
        return False
    if remarks:
        from nkfacts.cli.remarks import remark

        for told in remarks:
            remark(told)
    return True


def _found(figure: str, last_day: str, path: str) -> "tuple[str, list[str]] | None":
    """Return the bare amount of a headline, and what a person at a terminal is told of it."""
    index = cache.open_fresh(path, sealed=False)
    if index is None:
        return None
    try:
        known = Known(index, last_day)
        headline = headline_amount(known, figure) if proof.holds(index, figure) else None
        if headline is None:
            return None
        id_, reported, *amount = headline
        remarks = _remarks(known, str(id_), str(reported)) if os.isatty(1) else []
        return bare(*amount), remarks  # type: ignore[arg-type]
    finally:
        index.close()


def _remarks(known: Known, id_: str, reported: str) -> list[str]:
    """Return that a headline is old, and that others dispute it, where they do."""
    from nkfacts.query import age, disputes

    disputed = disputes.remark(id_, disputes.disputing(known, [id_]))
    return [*filter(None, (age.remark(reported, known.counted_to, known.as_of), disputed))]


def _last_day(as_of: "str | None") -> str:
    """Return the last day to be known: a full one; a month or year, which ends on a day, raises ValueError."""
    if as_of is None:
        return NO_DAY
    from datetime import date

    if date.fromisoformat(as_of).isoformat() != as_of:
        raise ValueError(as_of)
    return as_of
