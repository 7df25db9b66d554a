"""Records spliced into the text of a fact file: lines are added, every other byte stays. Text in, text out."""

from nkfacts.adding.emit import record_lines
from nkfacts.adding.outline import PartOutline, outline
from nkfacts.errors import DataProblem
from nkfacts.hints import NamedTuple
from nkfacts.model.records import Record
from nkfacts.reading.lines import end_of, split_lines

_EMPTY_COLUMN = 2


class Placed(NamedTuple):
    """A new record and its place: the part, and the number of old members it stands behind."""

    part: str
    record: Record
    behind: int


class Insertion(NamedTuple):
    """Lines put in front of an old line, which is counted from 0; none of them has its line end."""

    before: int
    lines: list[str]


class Spliced(NamedTuple):
    """The new bytes of a file, its old lines with their ends, and what was put between them."""

    data: bytes
    old_lines: list[str]
    insertions: list[Insertion]


def splice(data: bytes, additions: list[Placed]) -> Spliced:
    """Put records into a fact file.

    Args:
        data: the bytes of a fact file without mistakes.
        additions: the records; those with one place stand in the order given.

    Raises:
        DataProblem: the file is not UTF-8, or a part is written in a form that cannot be added to.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise DataProblem("the fact file is not UTF-8, so nothing can be added to it", "save it as UTF-8") from None
    lines = split_lines(text)
    parts = outline(data)
    chunks: dict[int, list[str]] = {}
    for placed in additions:
        part = parts.get(placed.part)
        if part is None:
            raise DataProblem(
                f"the file has no part {placed.part!r} that could be added to",
                f"write '{placed.part}:' on a line of its own",
            )
        if not part.open:
            raise DataProblem(
                f"the part {placed.part!r} stands in brackets or braces, so no line can be added to it",
                f"write '{placed.part}:' and each record on lines of its own",
            )
        before, new = _chunk(lines, part, placed)
        chunks.setdefault(before, []).extend(new)
    insertions = [Insertion(before, chunks[before]) for before in sorted(chunks)]
    return Spliced(_joined(lines, insertions).encode(), lines, insertions)


def _chunk(lines: list[str], part: PartOutline, placed: Placed) -> tuple[int, list[str]]:
    """Return the line to insert before, and the lines of a new record with the blank line that parts records."""
    listed = placed.part == "facts"
    column = part.column if part.members else _EMPTY_COLUMN
    neighbour = part.members[max(placed.behind - 1, 0)] if part.members else None
    step = max(neighbour.keys_column - column, 0) if neighbour else 0
    new = record_lines(placed.record, listed=listed, indent=" " * column, step=" " * (step or 2))
    ends = [_end(lines, member.last, column) for member in part.members]
    gaps = [end < len(lines) and not lines[end].strip() for end in ends[:-1]]
    spaced = 2 * sum(gaps) >= len(gaps) if gaps else listed
    if not neighbour:
        return part.line + 1, new
    if not placed.behind:
        return neighbour.first, [*new, ""] if spaced else new
    return ends[placed.behind - 1], ["", *new] if spaced else new


def _end(lines: list[str], last: int, column: int) -> int:
    """Return the number of the line behind a record: behind its last text and the comments further in than it."""
    while not lines[last].strip():
        last -= 1
    end = last + 1
    while (
        end < len(lines) and (text := lines[end].lstrip(" ")).startswith("#") and len(lines[end]) - len(text) > column
    ):
        end += 1
    return end


def _joined(lines: list[str], insertions: list[Insertion]) -> str:
    pieces, done = [], 0
    for before, new in insertions:
        pieces += lines[done:before]
        done = before
        # The line end of the line above, else the file's first.
        end = end_of(lines[before - 1]) or end_of(lines[0]) or "\n"
        added = "".join(f"{line}{end}" for line in new)
        # A last line without its end gets one, and the new last line has none.
        if before == len(lines) and not end_of(lines[-1]):
            added = end + added.removesuffix(end)
        pieces.append(added)
    return "".join([*pieces, *lines[done:]])
