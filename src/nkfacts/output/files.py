"""Files and folders that a command writes: whole or not at all, and over what is there only when it is told to."""

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from errno import EACCES
from shutil import rmtree

from nkfacts.errors import OutputProblem

_FORCE = "--force replaces it, or name another with -o"
_ELSEWHERE = "name another with -o"
_ANY_WRITE = 0o222


def write_file(path: str, data: bytes, *, force: bool = False) -> None:
    """Write a file. It is there whole under its name, or what was there before is.

    A link is followed. A device or pipe is written to as it is.

    Args:
        path: where to.
        data: what it is to hold.
        force: replace a file that is there.

    Raises:
        OutputProblem: there is one and ``force`` is not given, it is read-only, or it cannot be written.
    """
    with _explained(path):
        if os.path.isdir(path):
            raise OutputProblem(f"cannot write {path}: it is a folder", _ELSEWHERE)
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as stream:
                stream.write(data)
            return
        if os.path.exists(path) and not force:
            raise OutputProblem(f"{path} is there already", _FORCE)
        target = os.path.realpath(path)
        if os.path.exists(target) and not os.stat(target).st_mode & _ANY_WRITE:
            # The superuser may write to everything; a file that is marked read-only is left alone all the same.
            raise PermissionError(EACCES, "it is read-only")
        temporary = _beside(target)
        try:
            _write(temporary, data)
            if os.path.exists(target):
                os.chmod(temporary, os.stat(target).st_mode & 0o7777)
            os.replace(temporary, target)
        finally:
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def write_folder(
    path: str, files: Mapping[str, bytes], *, force: bool = False, is_own: Callable[[str], bool] | None = None
) -> None:
    """Write a folder with some files in it. It is there whole under its name, or what was there before is.

    An empty folder may be there already.

    Args:
        path: where to.
        files: what it is to hold, by name.
        force: replace a folder that is there, if it holds nothing but files that are known.
        is_own: says of the name of a file whether such a folder holds one of that name; those of ``files`` it does.

    Raises:
        OutputProblem: there is one and ``force`` is not given, it holds other files, or it cannot be written.
    """
    with _explained(path):
        target = os.path.realpath(path)
        if os.path.exists(target) and not os.path.isdir(target):
            raise OutputProblem(f"cannot write {path}: it is a file, and a folder is written", _ELSEWHERE)
        there = sorted(os.listdir(target)) if os.path.isdir(target) else []
        if there and not force:
            raise OutputProblem(f"the folder {path} is not empty", _FORCE)
        foreign = [name for name in there if name not in files and not (is_own and is_own(name))]
        if foreign:
            raise OutputProblem(f"the folder {path} holds other files too, such as {foreign[0]}", _ELSEWHERE)
        temporary, former = _beside(target), _beside(target, "old")
        try:
            os.mkdir(temporary)
            for name, data in files.items():
                _write(os.path.join(temporary, name), data)
            if os.path.isdir(target):
                os.rename(target, former)
            try:
                os.rename(temporary, target)
            except OSError:
                if os.path.isdir(former):
                    os.rename(former, target)
                raise
        finally:
            rmtree(temporary, ignore_errors=True)
            rmtree(former, ignore_errors=True)


@contextlib.contextmanager
def _explained(path: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OutputProblem(f"cannot write {path}: {reason}", _ELSEWHERE) from None


def _beside(target: str, ending: str = "tmp") -> str:
    """Return a name in the folder of a file that nobody else uses."""
    return os.path.join(os.path.dirname(target), f".{os.path.basename(target)[:100]}.{os.getpid()}.{ending}")


def _write(path: str, data: bytes) -> None:
    with open(path, "xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
