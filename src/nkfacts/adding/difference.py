"""What an insertion changes, shown as a unified difference that ``git apply`` and ``patch`` read."""

from nkfacts.adding.splice import Spliced
from nkfacts.reading.lines import without_end
from nkfacts.text import visible

_CONTEXT = 3


def difference(name: str, spliced: Spliced) -> str:
    """Return the added lines with three old ones around them, as ``diff -u`` does."""
    old = spliced.old_lines
    groups: list[list[int]] = []
    for number, insertion in enumerate(spliced.insertions):
        if groups and insertion.before - spliced.insertions[number - 1].before <= 2 * _CONTEXT:
            groups[-1].append(number)
        else:
            groups.append([number])
    shown = [f"--- {visible(name)}", f"+++ {visible(name)}"]
    above = 0
    for group in groups:
        insertions = [spliced.insertions[number] for number in group]
        first = max(0, insertions[0].before - _CONTEXT)
        last = min(len(old), insertions[-1].before + _CONTEXT)
        added = sum(len(insertion.lines) for insertion in insertions)
        begin = first + 1 if last > first else first
        shown.append(f"@@ -{begin},{last - first} +{begin + above},{last - first + added} @@")
        done = first
        for insertion in insertions:
            shown += [f" {_shown(line)}" for line in old[done : insertion.before]]
            shown += [f"+{visible(line)}" for line in insertion.lines]
            done = insertion.before
        shown += [f" {_shown(line)}" for line in old[done:last]]
        above += added
    return "\n".join(shown) + "\n"


def _shown(line: str) -> str:
    return visible(without_end(line))
