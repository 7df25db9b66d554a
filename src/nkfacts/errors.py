"""What can go wrong; the command line knows the exit status that each kind of trouble ends with."""

from nkfacts.hints import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Problem(NamedTuple):
    """A mistake in a fact file: where it is, what is wrong, and how to mend it."""

    file: str
    line: int
    column: int
    id: str
    message: str
    mend: str
    severity: str = "error"

    def __str__(self) -> str:
        """Return ``FILE:LINE:COLUMN: id: what is wrong; the mend``, as compilers print it."""
        warning = "warning: " if self.severity == "warning" else ""
        name = f"{self.id}: " if self.id else ""
        mend = f" ({self.mend})" if self.mend else ""
        return f"{self.file}:{self.line}:{self.column}: {warning}{name}{self.message}{mend}"


class NkfactsError(Exception):
    """Trouble that a person can mend.

    Args:
        message: what is wrong, in one line.
        mend: what to do about it, or an empty string.
    """

    def __init__(self, message: str, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend


class UsageProblem(NkfactsError):
    """The command line, or an argument of the Python API, asks for something that cannot be."""


class SeveralProblems(UsageProblem):
    """A command line with more than one mistake: ``parts`` are what is wrong and the mend of each, for a line each."""

    def __init__(self, message: str, mend: str, parts: "Sequence[tuple[str, str]]") -> None:
        super().__init__(message, mend)
        self.parts = tuple(parts)


class UnknownName(UsageProblem):
    """A name that the fact base does not know."""


class DataProblem(NkfactsError):
    """The fact file is missing, unreadable or faulty.

    ``problems`` holds every mistake and warning found in one reading; it is empty when
    the file could not be read at all. ``remarks`` are lines to be told behind the mistakes.
    """

    def __init__(self, message: str, mend: str = "", problems: "Sequence[Problem]" = ()) -> None:
        super().__init__(message, mend)
        self.problems = tuple(problems)
        self.remarks: tuple[str, ...] = ()

    @property
    def errors(self) -> "tuple[Problem, ...]":
        """The mistakes among the problems, without the warnings."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


class TooOld(NkfactsError):
    """What answers was said longer ago than the caller takes."""


class OutputProblem(NkfactsError):
    """An answer or a file could not be written."""
