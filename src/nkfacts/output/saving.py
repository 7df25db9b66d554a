"""A file written whole: it holds what was meant for it, or what it held before."""

import contextlib
import os
from errno import EACCES

from nkfacts.errors import OutputProblem

_ANY_WRITE = 0o222


def save(path: str, data: bytes) -> None:
    """Write a file, over the one of that name if there is one; a link is followed, its mode is kept.

    Raises:
        OutputProblem: it cannot be written.
    """
    target = os.path.realpath(path)
    try:
        if os.path.exists(target) and not os.path.isfile(target):
            # A device or a pipe takes what it gets; a folder says that it is one.
            with open(target, "wb") as stream:
                stream.write(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise OutputProblem(f"cannot write {path}: {error.strerror}", "name another file with -o") from None


def _replace(target: str, data: bytes) -> None:
    if os.path.exists(target) and not os.stat(target).st_mode & _ANY_WRITE:
        # The superuser may write to everything; a file that is marked read-only is left alone all the same.
        raise PermissionError(EACCES, "it is read-only")
    temporary = os.path.join(os.path.dirname(target), f".{os.path.basename(target)[:100]}.{os.getpid()}.tmp")
    try:
        with open(temporary, "xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if os.path.exists(target):
            os.chmod(temporary, os.stat(target).st_mode & 0o7777)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
