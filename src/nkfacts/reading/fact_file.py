"""A fact file turned into records, one at a time, with every mistake that a single record can show."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

from nkfacts.errors import Problem, UsageProblem
from nkfacts.hints import IO, NamedTuple
from nkfacts.model import dates
from nkfacts.model.record import Key, keys_of
from nkfacts.model.records import FORMAT, OPTIONAL_PARTS, PARTS, Header, Record
from nkfacts.reading.record_reader import Link, read_record, record_references
from nkfacts.reading.rules import RECORD_RULES, said_by
from nkfacts.reading.tree import Mapping, Node, Place, Scalar, Sequence
from nkfacts.reading.yaml_events import Member, UnreadableYaml, read_members
from nkfacts.text import QUOTED, clipped, did_you_mean, nearest

_TOP = Place(1, 1)
MOST_MISTAKES = 1000
"""Mistakes of a file after which the rest of it is not read: who mends these will see the others."""
_MOST_TOPICS = 1_000
"""Each topic is a command."""
_ONCE_IN_A_FOLDER = frozenset(("title", "updated"))


class Entry(NamedTuple):
    """A member of the file as read: its record (None where faulty), its references, where it is named, and begins."""

    part: str
    id: str
    record: Record | None
    links: list[Link]
    place: Place
    first_line: int


class _Enough(Exception):
    """The file has so many mistakes that reading on helps nobody."""


class Reading:
    """One reading of a fact file: iterate over the entries, then look at the header and the problems.

    Args:
        stream: the bytes of the file.
        file: the name to print in front of problems.
        is_part: the file is one of several, which have together what a file has alone.
    """

    def __init__(self, stream: IO[bytes], file: str, *, is_part: bool = False) -> None:
        self._stream = stream
        self._file = file
        self._is_part = is_part
        self._id = ""
        self._header: dict[str, tuple[Place, Node]] = {}
        self._parts: set[str] = set()
        self._topics = 0
        self._today = dates.today()
        self.problems: list[Problem] = []
        self.complete = False
        """Whether the reading got to the end of the file, so that what is missing is missing."""

    @property
    def header(self) -> dict[str, str]:
        """What the file says about itself; empty before the end of the reading, or when it is faulty."""
        header = self._read_header() if self.complete and not self.problems else None
        return {name: str(value) for name, value in vars(header).items()} if header else {}

    @property
    def today(self) -> str:
        """The day after which nothing can have been said: that of the clock, or of the file's update."""
        return self._today

    @property
    def parts(self) -> set[str]:
        """The parts that the file has."""
        return self._parts

    def entries(self) -> Iterator[Entry]:
        """Yield every entry of the file, in its order, and note every mistake in ``problems``."""
        try:
            for member in read_members(self._stream, self._fault):
                if member.part:
                    if member.part in PARTS:
                        yield self._entry(member)
                else:
                    self._top_level(member)
                # What is wrong with the form of the next is found before its id is known.
                self._id = ""
        except UnreadableYaml as fault:
            self._id = ""
            self.problems.append(self._problem(fault.place, fault.message, fault.mend))
            return
        except _Enough:
            return
        except OSError as error:
            self._fault(_TOP, f"reading stopped: {error.strerror}", "read the file again")
            return
        self._id = ""
        self.complete = True
        with suppress(_Enough):
            self._look_at_the_whole()

    def _look_at_the_whole(self) -> None:
        self._read_header()
        for part in [] if self._is_part else [p for p in PARTS if p not in self._parts and p not in OPTIONAL_PARTS]:
            self._fault(_TOP, f"the part {part!r} is missing", f"write '{part}:' and its records")

    def _fault(self, place: Place, message: str, mend: str) -> None:
        if len(self.problems) == MOST_MISTAKES:
            self._id = ""
            message, mend = f"reading stopped after {MOST_MISTAKES:,} mistakes", "mend those above, then check it again"
            self.problems.append(self._problem(place, message, mend))
            raise _Enough
        self.problems.append(self._problem(place, message, mend))

    def _problem(self, place: Place, message: str, mend: str) -> Problem:
        return Problem(self._file, place.line, place.column, self._id[:QUOTED], clipped(message), clipped(mend))

    def _top_level(self, member: Member) -> None:
        key = member.key
        assert key is not None
        header_keys: dict[str, Key] = keys_of(Header)
        if key.text in PARTS:
            self._parts.add(key.text)
            wanted = Sequence if key.text == "facts" else Mapping
            if not isinstance(member.node, wanted) and not (isinstance(member.node, Scalar) and member.node.is_null):
                form = "a list of facts ('- id: …')" if key.text == "facts" else "a mapping from id to record"
                self._fault(member.node.place, f"the part {key.text!r} has the wrong form", f"write {form}")
        elif key.text in header_keys:
            self._header[key.text] = (key.place, member.node)
            if key.text == "updated" and isinstance(member.node, Scalar):
                # A clock may be behind; the file was written on that day all the same.
                with suppress(UsageProblem):
                    self._today = max(self._today, dates.parse_day(member.node.text))
        else:
            names = [*PARTS, *header_keys]
            mend = did_you_mean(nearest(key.text, names, 1)) or f"known keys: {', '.join(names)}"
            self._fault(key.place, f"unknown key {key.text!r}", mend)

    def _read_header(self) -> Header | None:
        optional = _ONCE_IN_A_FOLDER if self._is_part else frozenset[str]()
        header: Header | None = read_record(Header, Mapping(_TOP, self._header), self._fault, optional=optional)
        if header is not None and header.format != FORMAT:
            self._fault(
                self._header["format"][0],
                f"the file has format {header.format}, this program reads {FORMAT}",
                "install a newer nkfacts" if header.format > FORMAT else f"write 'format: {FORMAT}'",
            )
        return header

    def _entry(self, member: Member) -> Entry:
        record_class = PARTS[member.part]
        node = member.node
        own = node.items.get("id") if isinstance(node, Mapping) and member.key is None else None
        self._id = member.key.text if member.key else own[1].text if own and isinstance(own[1], Scalar) else ""
        record = read_record(record_class, node, self._fault, member.key)
        if member.part == "topics":
            self._topics += 1
            if self._topics > _MOST_TOPICS:
                self._fault(node.place, f"more than {_MOST_TOPICS:,} topics", "make some of them figures, or tags")
                raise _Enough
        links = record_references(record_class, node)
        place = member.key.place if member.key else own[1].place if own else node.place
        if record is not None:
            clean = True
            for finding in chain(*(rule(record) for rule in RECORD_RULES), said_by(record, self._today)):
                key, message, mend = finding
                self._fault(_place_of(key, node) or place, message, mend)
                clean = False
            if not clean:
                record = None
        first_line = (member.key or node).place.line
        return Entry(member.part, self._id, record, links, place, first_line)


def _place_of(path: str, node: Node) -> Place | None:
    """Return where a key of a record stands, or for ``key/1`` the second item of its list; None where it is not."""
    key, _, number = path.partition("/")
    if not isinstance(node, Mapping) or key not in node.items:
        return None
    place, value = node.items[key]
    return value.items[int(number)].place if number and isinstance(value, Sequence) else place
