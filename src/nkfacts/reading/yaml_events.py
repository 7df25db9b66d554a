"""YAML read as events: values with the line and column where they stand, one member at a time.

``yaml.load`` would build every object at once, resolve ``no`` and ``10:30:00`` by the rules of YAML 1.1, keep the last
of two equal keys, follow aliases and crash on deep nesting. The event stream does none of that: memory is one member of
the file, positions come for nothing, and what has no place in a fact file is refused where it stands.
"""

import contextlib
from collections.abc import Callable, Iterator

import yaml

from nkfacts.hints import IO, Any, NamedTuple, cast
from nkfacts.reading.lines import place_behind
from nkfacts.reading.tree import Fault, Mapping, Node, Place, Scalar, Sequence
from nkfacts.text import MOST_MARKS, code_point, first_unsafe, is_overloaded

MAX_DEPTH = 32
MAX_SCALAR = 20_000
MAX_VALUES = 5_000
"""The values of a record; the largest of the shipped file has 127."""
_tuple = tuple.__new__  # makes a named tuple of all its fields in half the time: there are two for each event


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
    with _reader(stream, fault) as reader:
        yield from reader.members()


def read_tree(stream: IO[bytes], fault: Fault) -> Mapping:
    """Return all that stands in a small file at once.

    Args:
        stream: the bytes of the file.
        fault: called for every mistake of form that does not stop the reading.

    Raises:
        UnreadableYaml: as of ``read_members``.
    """
    with _reader(stream, fault) as reader:
        return reader.tree()


@contextlib.contextmanager
def _reader(stream: IO[bytes], fault: Fault) -> Iterator["_Reader"]:
    """Open a reader; what the YAML library raises while it is used becomes UnreadableYaml."""
    loader_class = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        loader = loader_class(cast("IO[bytes]", _Utf8(stream)))
        try:
            yield _Reader(loader.get_event, fault)
        finally:
            loader.dispose()
    except yaml.reader.ReaderError as error:
        raise UnreadableYaml(
            _place_of_byte(stream, error.position),
            f"the file holds a character that cannot be read ({error.reason})",
            "save the file as UTF-8, without control characters",
        ) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + 1, mark.column + 1) if mark is not None else Place(1, 1)
        # Without a line break at its end, libyaml sees the end of a file in the line behind it.
        place = min(place, _place_of_byte(stream, -1)) if stream.seekable() else place
        context = f" {error.context}" if error.context else ""
        raise UnreadableYaml(
            place, f"not YAML: {error.problem}{context}", "mend the indentation, the quotes or the brackets here"
        ) from None


class _Utf8:
    """A stream of bytes that refuses the other encodings that YAML allows: a fact file is edited with any program."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._is_begun = False

    def read(self, size: int) -> bytes:
        """Read at most so many bytes; raise UnreadableYaml where they begin like UTF-16."""
        data = self._stream.read(size)
        if not self._is_begun and data.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise UnreadableYaml(Place(1, 1), "the file is UTF-16", "save it as UTF-8")
        self._is_begun = True
        return data


def _place_of_byte(stream: IO[bytes], position: int) -> Place:
    """Return the place of a byte of the file, or for -1 that behind the last."""
    if not stream.seekable():
        return Place(1, 1)
    stream.seek(0)
    return place_behind(stream.read(position).decode("utf-8", "replace"))


def _place(event: yaml.Event) -> Place:
    mark: yaml.Mark = event.start_mark  # type: ignore[assignment]  # libyaml's has the same attributes
    return _tuple(Place, (mark.line + 1, mark.column + 1))


class _Reader:
    """Builds values from events; the innermost loops ask for an event's exact class, which is twice as fast."""

    def __init__(self, next_event: Callable[[], yaml.Event], fault: Fault) -> None:
        self._next = next_event
        self._fault = fault
        self._values = 0
        """How many values of the record have been read."""
        self._in_flow = False
        """Whether what is read stands in brackets or braces."""

    def members(self) -> Iterator[Member]:
        """Yield what stands under every key of the file, as ``read_members`` does."""
        self._begin()
        for key, event in self._pairs(1):
            if key is None:
                self._node(event, 1)
            else:
                yield from self._part(key, event)
        self._end()

    def tree(self) -> Mapping:
        """Return the mapping that the file is."""
        place = self._begin()
        tree = self._mapping(place, 1)
        self._end()
        return tree

    def _begin(self) -> Place:
        """Read the beginning of the mapping that the file is, and return its place."""
        root = self._next()
        while not isinstance(root, yaml.NodeEvent | yaml.StreamEndEvent):
            root = self._next()
        if not isinstance(root, yaml.NodeEvent):
            raise UnreadableYaml(Place(1, 1), "the file is empty", "begin with 'format: 1'")
        if not isinstance(root, yaml.MappingStartEvent):
            raise UnreadableYaml(_place(root), "the file is not a mapping of parts", "begin with 'format: 1'")
        place = _place(root)
        self._check_plainness(root, place)
        self._in_flow = bool(root.flow_style)
        return place

    def _end(self) -> None:
        """Read past the end of the mapping: nothing else may follow it."""
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                raise UnreadableYaml(_place(event), "a second document begins", "keep one document in a file")

    def _part(self, key: Scalar, event: yaml.Event) -> Iterator[Member]:
        """Yield what stands under a key of the file: first the key itself, then its members."""
        outside = self._in_flow
        self._in_flow = outside or bool(getattr(event, "flow_style", False))
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
            while not isinstance(event := self._next(), yaml.SequenceEndEvent):
                self._values = 0
                node = self._node(event, 2)
                if node is not None:
                    yield Member(key.text, None, node)
        else:
            node = self._node(event, 1)
            if node is not None:
                yield Member("", key, node)
        self._in_flow = outside

    def _pairs(self, depth: int) -> Iterator[tuple[Scalar | None, yaml.Event]]:
        """Yield the keys of the mapping just begun, each with the first event of its value.

        The caller reads the value to its end before it asks for the next pair. The key
        is None where the pair is at fault and its value is to be read past.
        """
        seen: dict[str, Place] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            self._values = 0
            key = self._node(event, depth)
            value = self._next()
            yield (key if self._is_good_key(key, seen) else None), value  # type: ignore[misc]  # then it is a Scalar

    def _is_good_key(self, key: Node | None, seen: dict[str, Place]) -> bool:
        """Say whether a key is a plain word not seen before in its mapping; report why it is not."""
        if type(key) is not Scalar:
            if key is not None:
                self._fault(key.place, "a key is not a plain word", "write KEY: VALUE")
            return False
        if not key.text:
            self._fault(key.place, "a key is empty", "write KEY: VALUE")
            return False
        if key.text in seen:
            first = seen[key.text].line
            self._fault(key.place, f"the key {key.text!r} stands twice (first in line {first})", "keep one of the two")
            return False
        if key.text == "<<" and key.plain:
            self._fault(key.place, "a merge key has no place in a fact file", "write the keys out")
            return False
        seen[key.text] = key.place
        return True

    def _node(self, event: yaml.Event, depth: int) -> Node | None:
        """Build the value that begins with an event; None where it is refused as a whole."""
        place = _place(event)
        kind = type(event)
        if kind is yaml.AliasEvent:
            self._fault(place, f"the alias '*{event.anchor}' has no place in a fact file", "write the value out")  # type: ignore[attr-defined]
            return None
        if event.anchor is not None or event.tag is not None:  # type: ignore[attr-defined]
            self._check_plainness(event, place)
        self._values += 1
        if self._values > MAX_VALUES:
            raise UnreadableYaml(place, f"a record of more than {MAX_VALUES:,} values", "make it several records")
        if kind is yaml.ScalarEvent:
            return self._scalar(event, place)  # type: ignore[arg-type]
        if depth >= MAX_DEPTH:
            raise UnreadableYaml(place, f"nested more than {MAX_DEPTH} levels deep", "a fact needs five")
        outside = self._in_flow
        self._in_flow = outside or event.flow_style  # type: ignore[attr-defined]
        if kind is yaml.SequenceStartEvent:
            items = []
            while type(item_event := self._next()) is not yaml.SequenceEndEvent:
                item = self._node(item_event, depth + 1)
                if item is not None:
                    items.append(item)
            self._in_flow = outside
            return Sequence(place, items)
        mapping = self._mapping(place, depth + 1)
        self._in_flow = outside
        return mapping

    def _mapping(self, place: Place, depth: int) -> Mapping:
        """Build the mapping just begun; as ``_pairs``, without a step aside for every pair."""
        seen: dict[str, Place] = {}
        pairs: dict[str, tuple[Place, Node]] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            key = self._node(event, depth)
            is_good = self._is_good_key(key, seen)
            value = self._node(self._next(), depth)
            if is_good and value is not None:
                assert type(key) is Scalar
                pairs[key.text] = (key.place, value)
        return Mapping(place, pairs)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Scalar | None:
        text = event.value
        if len(text) > MAX_SCALAR:
            self._fault(place, f"a value of {len(text):,} characters", f"values end at {MAX_SCALAR:,} characters")
            return None
        # Most are plain; only where one is not is it worth a call to find out why.
        is_plain = text.isascii() and text.isprintable()
        if not is_plain and (unsafe := first_unsafe(text)):
            self._fault(
                place,
                f"the value holds {code_point(unsafe)}, a control or invisible character",
                "write the value on one line, without it",
            )
            return None
        if not is_plain and is_overloaded(text):
            self._fault(place, f"a letter carries more than {MOST_MARKS} marks", "write it with those that it has")
            return None
        plain = not event.style
        # libyaml takes them; PyYAML without it refuses the one, JavaScript's readers the other.
        if plain and self._in_flow and ("?" in text or text == "-"):
            self._fault(place, f"not every reader of YAML takes {text[:60]!r} in brackets", "put it in quotes")
        return _tuple(Scalar, (place, text, plain))

    def _check_plainness(self, event: Any, place: Place) -> None:
        if event.anchor is not None:
            self._fault(place, f"the anchor '&{event.anchor}' has no place in a fact file", "remove it")
        if event.tag is not None:
            self._fault(place, f"the tag '{event.tag}' has no place in a fact file", "remove it")
