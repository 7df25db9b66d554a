"""A fact file that records are added to: checked before, checked with them, and proved to be otherwise the same."""

import io
import os
import sqlite3

from nkfacts.adding.difference import difference
from nkfacts.adding.placing import placed
from nkfacts.adding.replacement import replace_file, why_not_writable, write_new_file
from nkfacts.adding.resemblance import resembling
from nkfacts.adding.splice import splice
from nkfacts.errors import DataProblem, OutputProblem, Problem, UsageProblem
from nkfacts.hints import NamedTuple, Self
from nkfacts.index.building import finish, read_file
from nkfacts.index.empty import attach_raw, is_small
from nkfacts.index.location import STANDARD_INPUT, unreadable
from nkfacts.index.streams import open_facts
from nkfacts.model.records import PARTS, Fact, Record
from nkfacts.query.base import Base
from nkfacts.reading.fact_file import Entry
from nkfacts.text import plural

NewRecord = tuple[str, Record]
"""A part and a record to add to it."""


class Addition(NamedTuple):
    """What adding records makes of a file: its bytes, the difference for people, and the warnings that are new."""

    data: bytes
    difference: str
    warnings: list[str]


class FactFile:
    """A fact file without mistakes, as it stood when it was opened.

    ``is_new`` says that a copy is to be written, and is not yet.

    Args:
        path: the file.
        copy: where it is written instead, so that the file itself stays; there must be nothing yet.

    Raises:
        DataProblem: it is missing, unreadable or faulty.
        UsageProblem: it is standard input.
    """

    def __init__(self, path: str, copy: str | None = None) -> None:
        if path == STANDARD_INPUT:
            raise UsageProblem("nothing can be added to standard input", "name a file with --data")
        if os.path.isdir(path):
            raise UsageProblem(
                f"{path} is a folder of fact files", "write the fact into one of them, then: nkfacts check"
            )
        self.path = copy or path
        self.is_new = copy is not None
        try:
            with open_facts(path) as stream:
                self._data = stream.read()
        except OSError as error:
            raise unreadable(path, error) from None
        connection, self._warnings, self._entries = _compiled(self._data, path)
        self.base = Base(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.base.close()

    def ids(self) -> set[str]:
        """Return every id of the file."""
        return {record.id for _, record in self._entries}

    def with_added(self, new: list[NewRecord]) -> Addition:
        """Return what the file would be with new records; nothing is written.

        Raises:
            DataProblem: the file with them has mistakes, or cannot be added to.
            OutputProblem: the text cannot be changed without changing other records.
        """
        old: dict[str, list[Record]] = {part: [] for part in PARTS}
        for part, record in self._entries:
            old[part].append(record)
        spliced = splice(self._data, placed(old, new))
        try:
            connection, warnings, entries = _compiled(spliced.data, f"{self.path} with the addition")
        except DataProblem as fault:
            errors = sum(problem.severity == "error" for problem in fault.problems)
            raise DataProblem(
                f"with the addition the file has {plural(errors, 'mistake')}, so nothing is written",
                "mend what is named above",
                fault.problems,
            ) from None
        header = Base(connection).header
        connection.close()
        self._prove(entries, header, new)
        known = {(warning.id, warning.message) for warning in self._warnings}
        fresh = [str(warning) for warning in warnings if (warning.id, warning.message) not in known]
        for _, record in new:
            for old_fact in resembling(self.base, record) if isinstance(record, Fact) else ():
                if not any(repr(old_fact.id) in warning for warning in fresh):
                    fresh.append(f"{record.id} may repeat {old_fact.id}: {old_fact.statement}")
        return Addition(spliced.data, difference(self.path, spliced), fresh)

    def write(self, addition: Addition) -> None:
        """Put the new bytes in the place of the old ones, or where the copy is to be.

        Raises:
            OutputProblem: the file cannot be written, or was changed since it was opened.
        """
        if self.is_new:
            write_new_file(self.path, addition.data)
            self.is_new, self._data = False, addition.data
            return
        replace_file(self.path, self._data, addition.data)

    def demand_writable(self) -> None:
        """Raise OutputProblem when the file is not one to write to."""
        reason = "" if self.is_new else why_not_writable(self.path)
        if reason:
            copy = os.path.join(".", os.path.basename(self.path))
            raise OutputProblem(
                f"nothing can be added to {self.path}: {reason}",
                f"copy it, and name the copy: --data {copy}, or NKFACTS_DATA",
            )

    def _prove(self, entries: list[NewRecord], header: dict[str, str], new: list[NewRecord]) -> None:
        """Hold the text against its purpose: without the new records, the file reads as it did, in its order."""
        ids = {record.id for _, record in new}
        kept = [(part, record) for part, record in entries if record.id not in ids]
        added = [(part, record) for part, record in entries if record.id in ids]
        same = (kept, header) == (self._entries, self.base.header)
        if not same or sorted(added, key=_place) != sorted(new, key=_place):
            raise OutputProblem(
                f"the layout of {self.path} does not allow to add to it without other changes",
                "add it by hand; please report the file",
            )


def _place(new: NewRecord) -> tuple[str, str]:
    return new[0], new[1].id


def _compiled(data: bytes, name: str) -> tuple[sqlite3.Connection, list[Problem], list[NewRecord]]:
    """Return the base of a file, its warnings and its records, all of one reading."""
    connection = sqlite3.connect(":memory:")
    entries: list[NewRecord] = []

    def keep(entry: Entry) -> None:
        if entry.record is not None:
            entries.append((entry.part, entry.record))

    try:
        stream = io.BytesIO(data)
        attach_raw(connection, is_small=is_small(stream))
        read = read_file(connection, stream, name, number=None, seen=keep)
        return connection, finish(connection, name, {name: read}), entries
    except BaseException:
        connection.close()
        raise
