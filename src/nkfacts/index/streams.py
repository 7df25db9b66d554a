"""A fact file opened to be read: what is no file, never ends or is too large is refused, not waited for."""

import os
import sys
from stat import S_ISFIFO, S_ISREG

from nkfacts.errors import DataProblem
from nkfacts.hints import IO, Any, Self, cast
from nkfacts.index.location import STANDARD_INPUT, unreadable

_HANDED = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""Where the streams of the process itself are; the shell names them so for ``<(command)``."""
PATIENCE = 2.0
"""Seconds that somebody has to begin to write to a pipe."""
_LIMIT, _USUAL = "NKFACTS_MAX_MB", 128
_FRAGMENT = 1
"""The megabytes of a fragment; one of records that are all as large as they may be has less."""


def open_facts(path: str, *, is_part: bool = False) -> IO[bytes]:
    """Open a fact file to read it.

    Args:
        path: a file; ``-`` is standard input. A pipe is read too, where somebody writes to it.
        is_part: it was found in a folder, where only files are read.

    Raises:
        DataProblem: it cannot be read, or is no file; reading it raises it when it is too large.
    """
    try:
        return _opened(path, "fact file", is_part=is_part)
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from None


def read_fragment(path: str) -> bytes:
    """Return what stands in a file of records to add; ``-`` is standard input.

    Raises:
        DataProblem: it cannot be read, is no file, or is larger than ``_FRAGMENT``.
    """
    data = read_beginning(path, "fragment", (_FRAGMENT << 20) + 1)
    if len(data) > _FRAGMENT << 20:
        name = "standard input" if path == STANDARD_INPUT else path
        raise DataProblem(f"{name} is larger than {_FRAGMENT} MB", "a fragment holds the records to add, and no others")
    return data


def read_beginning(path: str, what: str, most: int) -> bytes:
    """Return the first bytes of a file, of a pipe that somebody writes to, or of standard input (``-``).

    Args:
        path: where they are.
        what: what it is to be, for the message.
        most: how many are read.

    Raises:
        DataProblem: it cannot be read, or is no file.
    """
    try:
        stream = _opened(path, what)
        try:
            return stream.read(most)
        finally:
            if path != STANDARD_INPUT:
                stream.close()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataProblem(f"cannot read the {what} {path}: {reason}", "name a file, or - for standard input") from None


def _opened(path: str, what: str, *, is_part: bool = False) -> IO[bytes]:
    if path == STANDARD_INPUT:
        # A command line that began without one reads nothing in its place.
        if sys.stdin is None or sys.__stdin__ is None:
            raise DataProblem("cannot read standard input: it is closed", "name a file")
        return cast("IO[bytes]", _Limited(sys.stdin.buffer, "standard input"))
    # A pipe is opened without waiting for somebody to write to it.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    status = os.fstat(handle)
    why = "" if S_ISREG(status.st_mode) else _why_not(path, handle, is_part=is_part)
    if why:
        os.close(handle)
        raise DataProblem(f"cannot read the {what} {path}: {why}", "name a file, or - for standard input")
    # Some files that the system makes up have no size and are waited for (/proc/kmsg): they count as empty.
    if hasattr(os, "set_blocking") and not (S_ISREG(status.st_mode) and status.st_size == 0):
        os.set_blocking(handle, True)
    return cast("IO[bytes]", _Limited(open(handle, "rb"), path))


def _why_not(path: str, handle: int, *, is_part: bool) -> str:
    """Return why what is no regular file is not read, or an empty string."""
    is_pipe = S_ISFIFO(os.fstat(handle).st_mode)
    if is_part or not (is_pipe or path.startswith(_HANDED)):
        return "it is not a regular file"
    if is_pipe and any(os.path.samestat(os.fstat(handle), os.fstat(number)) for number in (1, 2)):
        return "it is the program's own output"
    return "" if path.startswith(_HANDED) or _has_begun(handle) else "nobody writes to the pipe"


def _has_begun(handle: int) -> bool:
    import select

    return bool(select.select([handle], [], [], PATIENCE)[0])


class _Limited:
    """A stream that ends with a fault when more comes out of it than a fact file has."""

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream, self._name = stream, name
        given = os.environ.get(_LIMIT, "")
        self._megabytes = int(given) if given.isdecimal() else _USUAL
        self._left = self._megabytes << 20

    def read(self, size: int = -1) -> bytes:
        """Read at most so many bytes; raise DataProblem when they are more than the limit leaves."""
        data = self._stream.read(self._left + 1 if size < 0 else size) or b""
        self._left -= len(data)
        if self._left < 0:
            raise DataProblem(
                f"{self._name} is larger than {self._megabytes} MB",
                f"set {_LIMIT} to what it may have, or make it a folder of files",
            )
        return data

    def seek(self, *where: int) -> int:
        """Go back to a place in the stream; what is read again was counted before."""
        self._left = self._megabytes << 20
        return self._stream.seek(*where)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
