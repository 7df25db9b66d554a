"""Where the parts and records of a fact file stand in its text: their first and last lines and their indentation."""

from collections.abc import Iterator

import yaml

from nkfacts.hints import Any, NamedTuple


class Stretch(NamedTuple):
    """The lines of one record, both counted from 0, and the column of its keys (-1 where it has no block of them)."""

    first: int
    last: int
    keys_column: int


class PartOutline(NamedTuple):
    """A part: the line of its key, the column of its members, and their lines in the order of the file.

    ``open`` says whether a line can be added to it: it is in block style, or there is nothing in it.
    """

    line: int
    column: int
    open: bool
    members: list[Stretch]


def outline(data: bytes) -> dict[str, PartOutline]:
    """Return the parts of a fact file that has no mistakes.

    Lines are those of YAML, whose line ends are LF, CR, CRLF and three characters of Unicode.
    """
    events = iter(yaml.parse(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    root = next(event for event in events if isinstance(event, yaml.NodeEvent))
    parts: dict[str, PartOutline] = {}
    while isinstance(key := next(events), yaml.ScalarEvent):
        part = _part(key, next(events), events)
        parts[key.value] = part._replace(open=part.open and not getattr(root, "flow_style", False))
    return parts


def _part(key: Any, value: Any, events: Iterator[Any]) -> PartOutline:
    line = key.start_mark.line
    if isinstance(value, yaml.ScalarEvent):
        # Nothing at all behind the colon: members can follow on the next line.
        return PartOutline(line, -1, not value.value and not value.style, [])
    members = []
    listed = isinstance(value, yaml.SequenceStartEvent)
    while not isinstance(event := next(events), yaml.CollectionEndEvent):
        node = event if listed else next(events)
        is_block = isinstance(node, yaml.MappingStartEvent) and not node.flow_style
        keys_column = node.start_mark.column if is_block else -1
        last = max(event.start_mark.line, _last_line(node, events))
        members.append(Stretch(event.start_mark.line, last, keys_column))
    return PartOutline(line, value.start_mark.column, not value.flow_style, members)


def _last_line(event: Any, events: Iterator[Any]) -> int:
    """Read a value to its end and return the line where its text ends; blank lines may stand at that end."""
    last, depth = _end(event), 0
    while True:
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if not depth:
            return last
        event = next(events)
        last = max(last, _end(event))


def _end(event: Any) -> int:
    start, end = event.start_mark, event.end_mark
    if isinstance(event, yaml.ScalarEvent):
        # A block scalar ends where the line after it begins.
        return int(end.line - (event.style in ("|", ">") and end.column == 0))
    # A block collection ends without a sign of its own, wherever the next token is found.
    closed = isinstance(event, yaml.CollectionEndEvent) and (end.line, end.column) > (start.line, start.column)
    return int(end.line if closed else 0)
