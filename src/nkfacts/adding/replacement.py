"""A file replaced as a whole: whenever the program dies, the old content or the new one is there, never a mixture."""

import contextlib
import os
import tempfile
from collections.abc import Iterator

from nkfacts.errors import OutputProblem
from nkfacts.index.location import shipped_facts

_ANY_WRITE = 0o222


def why_not_writable(path: str) -> str:
    """Return why a file is not to be replaced, or an empty string."""
    target = os.path.realpath(path)
    package = os.path.dirname(os.path.realpath(__file__))
    if target == os.path.realpath(shipped_facts()) and target.startswith(package + os.sep):
        return "it came with the installed program"
    if not os.path.isfile(target):
        return "it is not a regular file"
    if os.stat(target).st_nlink > 1:
        return "it has another name besides (a hard link), which would keep the old content"
    # The superuser may write to everything; a file that is marked read-only is left alone all the same.
    if not os.access(target, os.W_OK) or not os.stat(target).st_mode & _ANY_WRITE:
        return "it is not writable"
    if not os.access(os.path.dirname(target), os.W_OK):
        return "its folder is not writable"
    return ""


def write_new_file(path: str, data: bytes) -> None:
    """Write a file where there is none, with the folders that lead to it.

    Raises:
        OutputProblem: there is one, or it cannot be written.
    """
    temporary = ""
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        handle, temporary = tempfile.mkstemp(".tmp", f".{os.path.basename(path)}-", os.path.dirname(path))
        with open(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if os.path.exists(path):
            raise FileExistsError(17, "there is a file already")
        os.replace(temporary, path)
    except OSError as error:
        raise OutputProblem(f"cannot write {path}: {error.strerror}", "name another file with --data") from None
    finally:
        with contextlib.suppress(OSError):
            os.unlink(temporary)


def replace_file(path: str, old: bytes, new: bytes) -> None:
    """Put new content in the place of a file's old one; a link is followed, the mode is kept.

    Args:
        path: the file.
        old: what it holds, as the caller read it.
        new: what it is to hold.

    Raises:
        OutputProblem: it holds something else by now, or cannot be written.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(".tmp", f".{os.path.basename(target)}-", folder)
        with open(handle, "wb") as stream:
            stream.write(new)
            stream.flush()
            os.fsync(stream.fileno())
        with _locked(target) as current:
            if current != old:
                raise OutputProblem(f"{path} was changed meanwhile, so nothing is written", "run it again")
            _make_alike(temporary, target)
            os.replace(temporary, target)
        _sync_folder(folder)
    except OSError as error:
        raise OutputProblem(f"cannot write {path}: {error.strerror}", "the file is as it was") from None
    finally:
        with contextlib.suppress(OSError):
            os.unlink(temporary)


def _make_alike(temporary: str, target: str) -> None:
    """Give a file the owner, group, mode and extended attributes of another; raise OSError when one cannot be given."""
    status = os.stat(target)
    if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (os.geteuid(), os.stat(temporary).st_gid):
        os.chown(temporary, status.st_uid, status.st_gid)
    os.chmod(temporary, status.st_mode & 0o7777)
    if hasattr(os, "listxattr"):
        # Where the file system keeps none there are none to lose.
        for name in _attributes(target):
            os.setxattr(temporary, name, os.getxattr(target, name))


def _attributes(path: str) -> list[str]:
    try:
        return os.listxattr(path)
    except OSError:
        return []


@contextlib.contextmanager
def _locked(target: str) -> Iterator[bytes | None]:
    """Hold a file against another run of this program and yield its content; None when it is another file by now."""
    with open(target, "rb") as stream:
        with contextlib.suppress(ImportError, OSError):
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX)
        # Who waited for the lock may hold a file that was replaced meanwhile.
        same = os.path.samestat(os.fstat(stream.fileno()), os.stat(target))
        yield stream.read() if same else None


def _sync_folder(folder: str) -> None:
    # The new name is safe on the disk only then. Some systems cannot; the file is in place all the same.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
