"""YAML read as events: values with the line and column where they stand, one member at a time.

``yaml.load`` would build every object at once, resolve ``no`` and ``10:30:00`` by the rules
of YAML 1.1, keep the last of two equal keys, follow aliases and crash on deep nesting. The
event stream does none of that: memory is one member of the file, positions come for
nothing, and what has no place in a fact file is refused where it stands.
"""

from collections.abc import Iterator
from typing import IO, Any, NamedTuple

import yaml

from nkfacts.nodes import Fault, Mapping, Node, Place, Scalar, Sequence
from nkfacts.text import code_point, first_unsafe

MAX_DEPTH = 32
MAX_SCALAR = 20_000


class Member(NamedTuple):
    """One entry of a part: its key (none in a list) and what stands under it."""

    part: str
    key: Scalar | None
    node: Node


class UnreadableYaml(Exception):
    """The stream cannot be read further: what is wrong, where, and the mend."""

    def __init__(self, place: Place, message: str, mend: str) -> None:
        super().__init__(message)
        self.place, self.message, self.mend = place, message, mend


def read_members(stream: IO[bytes], fault: Fault) -> Iterator[Member]:
    """Yield the members of every part of a fact file, and the file's own keys as members of ``""``.

    Args:
        stream: the bytes of the file.
        fault: called for every mistake of form that does not stop the reading.

    Raises:
        UnreadableYaml: the stream is no YAML from some place on, or nested too deeply.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from _Reader(yaml.parse(stream, Loader=loader), fault).members()
    except yaml.reader.ReaderError as error:
        raise UnreadableYaml(
            _place_of_byte(stream, error.position),
            f"the file holds a character that cannot be read ({error.reason})",
            "save the file as UTF-8, without control characters",
        ) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark is not None else Place(1, 1)
        context = f" {error.context}" if error.context else ""
        raise UnreadableYaml(
            place, f"not YAML: {error.problem}{context}", "mend the indentation, the quotes or the brackets here"
        ) from None


def _place_of_byte(stream: IO[bytes], position: int) -> Place:
    if not stream.seekable():
        return Place(1, 1)
    stream.seek(0)
    before = stream.read(max(position, 0)).split(b"\n")
    return Place(len(before), len(before[-1].decode("utf-8", "replace")) + 1)


def _place(event: yaml.Event) -> Place:
    mark: yaml.Mark = event.start_mark  # type: ignore[assignment]  # libyaml's has the same attributes
    return Place(mark.line + 1, mark.column + 1)


class _Reader:
    def __init__(self, events: Iterator[yaml.Event], fault: Fault) -> None:
        self._events = events
        self._fault = fault

    def members(self) -> Iterator[Member]:
        root = next((e for e in self._events if isinstance(e, yaml.NodeEvent | yaml.StreamEndEvent)), None)
        if not isinstance(root, yaml.NodeEvent):
            raise UnreadableYaml(Place(1, 1), "the file is empty", "begin with 'format: 1'")
        if not isinstance(root, yaml.MappingStartEvent):
            raise UnreadableYaml(_place(root), "the file is not a mapping of parts", "begin with 'format: 1'")
        self._check_plainness(root, _place(root))
        for key, event in self._pairs(1):
            if key is None:
                self._node(event, 1)
            else:
                yield from self._part(key, event)
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                raise UnreadableYaml(_place(event), "a second document begins", "keep one document in a file")

    def _part(self, key: Scalar, event: yaml.Event) -> Iterator[Member]:
        """Yield what stands under a key of the file: first the key itself, then its members."""
        if isinstance(event, yaml.MappingStartEvent):
            self._check_plainness(event, _place(event))
            yield Member("", key, Mapping(_place(event), {}))
            for member_key, member_event in self._pairs(2):
                node = self._node(member_event, 2)
                if member_key is not None and node is not None:
                    yield Member(key.text, member_key, node)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._check_plainness(event, _place(event))
            yield Member("", key, Sequence(_place(event), []))
            while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
                node = self._node(event, 2)
                if node is not None:
                    yield Member(key.text, None, node)
        else:
            node = self._node(event, 1)
            if node is not None:
                yield Member("", key, node)

    def _pairs(self, depth: int) -> Iterator[tuple[Scalar | None, yaml.Event]]:
        """Yield the keys of the mapping just begun, each with the first event of its value.

        The caller reads the value to its end before it asks for the next pair. The key
        is None where the pair is at fault and its value is to be read past.
        """
        seen: dict[str, Place] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth)
            value = next(self._events)
            if not isinstance(key, Scalar):
                if key is not None:
                    self._fault(key.place, "a key is not a plain word", "write KEY: VALUE")
                yield None, value
            elif key.text == "<<" and key.plain:
                self._fault(key.place, "a merge key has no place in a fact file", "write the keys out")
                yield None, value
            elif key.text in seen:
                self._fault(
                    key.place,
                    f"the key {key.text!r} stands twice (first in line {seen[key.text].line})",
                    "keep one of the two",
                )
                yield None, value
            else:
                seen[key.text] = key.place
                yield key, value

    def _node(self, event: yaml.Event, depth: int) -> Node | None:
        """Build the value that begins with an event; None where it is refused as a whole."""
        place = _place(event)
        if isinstance(event, yaml.AliasEvent):
            self._fault(place, f"the alias '*{event.anchor}' has no place in a fact file", "write the value out")
            return None
        self._check_plainness(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if depth >= MAX_DEPTH:
            raise UnreadableYaml(place, f"nested more than {MAX_DEPTH} levels deep", "a fact needs five")
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(item_event := next(self._events), yaml.SequenceEndEvent):
                item = self._node(item_event, depth + 1)
                if item is not None:
                    items.append(item)
            return Sequence(place, items)
        pairs: dict[str, tuple[Place, Node]] = {}
        for key, value_event in self._pairs(depth + 1):
            value = self._node(value_event, depth + 1)
            if key is not None and value is not None:
                pairs[key.text] = (key.place, value)
        return Mapping(place, pairs)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar | None:
        text = event.value
        if len(text) > MAX_SCALAR:
            self._fault(place, f"a value of {len(text):,} characters", f"values end at {MAX_SCALAR:,} characters")
            return None
        unsafe = first_unsafe(text)
        if unsafe:
            self._fault(
                place,
                f"the value holds {code_point(unsafe)}, a control or invisible character",
                "write the value on one line, without it",
            )
            return None
        return Scalar(place, text, not event.style)

    def _check_plainness(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            self._fault(place, f"the anchor '&{event.anchor}' has no place in a fact file", "remove it")
        if event.tag is not None:
            self._fault(place, f"the tag '{event.tag}' has no place in a fact file", "remove it")
