"""The neutral answer of a command: records and the columns that lay them out, before any format."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import methodcaller

from nkfacts.errors import UsageProblem
from nkfacts.hints import Any, NamedTuple
from nkfacts.output.exit_codes import ExitCode
from nkfacts.output.lazy_record import LazyRecord
from nkfacts.output.lines import Block, checked_address
from nkfacts.text import did_you_mean, fold, nearest, visible

Record = Mapping[str, Any]
_AT_A_TIME = 256
"""The records whose cells are held at once."""


class Column(NamedTuple):
    """One column of a report.

    Args:
        key: its name in TSV, CSV and ``--columns``, and its key in JSON.
        label: its heading for people.
        of: computes the cell from the record; without it the cell is the record's key.
        number: its cells are numbers: right-aligned, with separators for people.
        keep_whole: a cell that is of use only whole, such as a day.
        is_id: its cells are ids, which are shown whole.
        weight: how much of the width it asks for, beside the others.
        leads_to: the address that the cell is a link to, in HTML and Markdown.
        worded: turns the cell into what people read: a day of ISO 8601 into ``30 Apr 2025``.
    """

    key: str
    label: str
    of: Callable[[Record], Any] | None = None
    number: bool = False
    keep_whole: bool = False
    is_id: bool = False
    weight: int = 1
    leads_to: Callable[[Record], str | None] | None = None
    worded: Callable[[str], str] | None = None

    def cell(self, record: Record) -> Any:
        """Return the value of the cell: a text, a number, a list of texts, or None."""
        return self.of(record) if self.of else record.get(self.key)

    def shown(self, record: Record) -> Any:
        """Return the value of the cell as people read it."""
        cell = self.cell(record)
        return self.worded(cell) if self.worded and cell else cell

    def link(self, record: Record) -> str | None:
        """Return the address that the cell leads to; None where it leads to no page of the web."""
        return checked_address(self.leads_to(record)) if self.leads_to else None


class Layout(NamedTuple):
    """The columns of a kind of record, and which of them are shown unless others are chosen.

    Args:
        columns: all there are.
        table: the keys shown at a terminal, in Markdown and in HTML, in that order.
        data: the keys written as TSV and CSV, in that order.
    """

    columns: Sequence[Column]
    table: str
    data: str

    def named(self, keys: Sequence[str]) -> list[Column]:
        """Return the columns of those keys; raise UsageProblem for a key that is none."""
        known = {column.key: column for column in self.columns}
        for key in keys:
            if key not in known:
                mend = did_you_mean(nearest(key, known)) or f"columns: {', '.join(known)}"
                raise UsageProblem(f"no column is called {visible(key)!r}", mend)
        return [known[key] for key in keys]

    def called(self, names: Sequence[str]) -> list[Column]:
        """Return the columns of those keys or headings, each under the name by which it was called.

        A heading that several columns have is that of the one which the table shows.

        Raises:
            UsageProblem: a name is neither; the error offers the nearest.
        """
        known = {column.key: column._replace(label=column.key) for column in self.columns}
        shown = self.named(self.table.split())
        headings = {fold(column.label): column for column in (*reversed(self.columns), *reversed(shown))}
        return [known.get(name) or headings.get(fold(name)) or self.named([name])[0] for name in names]


class Report(NamedTuple):
    """What a command answers.

    Args:
        title: a heading for people.
        layout: how the records are laid out.
        records: one mapping a record, with the stable keys of the JSON contract.
        single: the answer is one record, not a list: JSON shows it as an object.
        plain: the answer as bare text, printed unless a format is asked for.
        notes: remarks, printed on stderr.
        hints: what to type next, printed on stderr when a person sits at the terminal.
        nothing: why there are no records, and what to try; or what makes that, where it has to be looked up.
        status: the exit status, where it does not follow from whether there are records.
        screen: makes the lines and grids that a person sees in place of a table, unless columns are chosen.
        told: a pipe gets the screen too, no line of it broken, unless a format is asked for.
        near: makes the lines, printed on stderr, of what is near where nothing was found.
        whole: what structured formats show, where the records only lay it out: one object, or several.
        done: what was done that stays done, said where the answer cannot be shown.
        form: the format where none is asked for and no columns are chosen, where it is not that of a table.
    """

    title: str
    layout: Layout
    records: Sequence[Record]
    single: bool = False
    plain: str | None = None
    notes: Sequence[str] = ()
    hints: Sequence[str] = ()
    nothing: tuple[str, str] | Callable[[], tuple[str, str]] = ("no fact on that", "")
    whole: Record | Sequence[Record] | None = None
    form: str | None = None
    status: ExitCode | None = None
    screen: Callable[[], Sequence[Block]] | None = None
    told: bool = False
    near: Callable[[], Sequence[Block]] | None = None
    done: Sequence[str] = ()
    chosen: tuple[Column, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not self.records

    @property
    def why_nothing(self) -> tuple[str, str]:
        """Why there are no records, and what to try."""
        return self.nothing() if callable(self.nothing) else self.nothing

    def choose(self, keys: str) -> "Report":
        """Return the report with the columns named in a comma-separated list, by keys or headings, in its order.

        Raises:
            UsageProblem: a name is no column; the error offers the nearest.
        """
        chosen = self.layout.called([key for key in (part.strip() for part in keys.split(",")) if key])
        if not chosen:
            names = ", ".join(column.key for column in self.layout.columns)
            raise UsageProblem("no column is chosen", f"columns: {names}")
        return self._replace(chosen=tuple(chosen))

    def table_columns(self) -> list[Column]:
        """Return the columns to lay out for people."""
        return list(self.chosen) or self.layout.named(self.layout.table.split())

    def data_columns(self) -> list[Column]:
        """Return the columns to write as separated values."""
        return list(self.chosen) or self.layout.named(self.layout.data.split())

    def cells(self, columns: Sequence[Column]) -> Iterator[list[list[Any]]]:
        """Yield the cells column by column, of some records at a time: much less to do than record by record."""
        kinds = {*map(type, self.records)}
        kind = kinds.pop() if len(kinds) == 1 else dict
        makers = kind.makers if issubclass(kind, LazyRecord) else {}
        readers = [column.of or makers.get(column.key) or methodcaller("get", column.key) for column in columns]
        for start in range(0, len(self.records), _AT_A_TIME):
            records = self.records[start : start + _AT_A_TIME]
            yield [[*map(reader, records)] for reader in readers]

    def data(self) -> Iterator[Record]:
        """Return the records for structured formats: whole, or reduced to the chosen columns."""
        if self.chosen:
            return ({column.key: column.cell(record) for column in self.chosen} for record in self.records)
        if isinstance(self.whole, Mapping):
            return iter([self.whole])
        return iter(self.records if self.whole is None else self.whole)

    @property
    def is_one(self) -> bool:
        """Whether a format of one document shows the one object that the answer is, and no list."""
        return self.single or (isinstance(self.whole, Mapping) and not self.chosen)
