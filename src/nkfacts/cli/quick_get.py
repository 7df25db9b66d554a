"""A plain ``nkfacts get FIGURE`` answered before Typer is imported.

It knows the plainest forms only and gives up on all others: on any other option, an index
that is not fresh, a name it does not find. Then the full command line answers, in the same
way; a test holds the two together.
"""

import os
import sys

from nkfacts.index import cache, location, proof
from nkfacts.model.amounts import bare
from nkfacts.query.headline import headline_amount
from nkfacts.query.known import NO_DAY, Known

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_OPTIONS = {"--as-of": "as_of", "--data": "data", "-d": "data"}


def answered(arguments: "Sequence[str]") -> bool:
    """Print the figure that a plain ``get`` asks for; False, with nothing printed, when it is not so plain."""
    asked = _read(arguments)
    if asked is None:
        return False
    figure, last_day, path = asked
    index = cache.open_fresh(path, sealed=False)
    if index is None:
        return False
    try:
        known = Known(index, last_day)
        found = headline_amount(known, figure) if proof.holds(index, figure) else None
        remark = _remark(known, str(found[0])) if found and os.isatty(1) else ""
    except Exception:  # noqa: BLE001 - whatever is wrong with a kept index, the full command line builds another
        found = None
    finally:
        index.close()
    if found is None:
        return False
    try:
        os.write(1, f"{bare(*found[1:])}\n".encode())  # type: ignore[arg-type]
    except OSError:
        return False
    if remark:
        print(remark, file=sys.stderr)
    return True


def _remark(known: Known, reported: str) -> str:
    """Return the remark on an old statement that a person at a terminal is shown."""
    from nkfacts.query import age

    return age.remark(reported, known.counted_to, known.as_of)


def _read(arguments: "Sequence[str]") -> "tuple[str, str, str] | None":
    """Return figure, last day and fact file of a plain form; None for any other."""
    words: list[str] = []
    given: dict[str, str] = {}
    rest = iter(arguments)
    for word in rest:
        name, equals, value = word.partition("=")
        if name in _OPTIONS and (equals or not word.startswith("--") or name == word):
            value = value if equals else next(rest, "")
            # Options before the command give way to those behind it, as in the full command line.
            if not value or value.startswith("-"):
                return None
            given[_OPTIONS[name]] = value
        elif word.startswith("-"):
            return None
        else:
            words.append(word)
    if len(words) != 2 or words[0] != "get" or not words[1].isascii():
        return None
    last_day = given.get("as_of", NO_DAY)
    if last_day != NO_DAY and not _is_plain_day(last_day):
        return None
    return words[1], last_day, location.facts_path(given.get("data"))


def _is_plain_day(text: str) -> bool:
    """Say whether a text is a full day; of a leap day the calendar is asked elsewhere."""
    year, month, day = text[:4], text[5:7], text[8:]
    if not (text.isascii() and len(text) == 10 and text[4] == text[7] == "-" and (year + month + day).isdigit()):
        return False
    last = "31" if month in ("01", "03", "05", "07", "08", "10", "12") else "28" if month == "02" else "30"
    return year != "0000" and "01" <= month <= "12" and "01" <= day <= last
