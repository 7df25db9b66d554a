"""Work shared with processes of the same memory; whatever goes wrong with one of them, its work is done here.

No pool of the library: it waits for ever where a process limit refuses one, leaves its processes behind when it is
killed, and where they do not share their memory it imports the caller's script again.
"""

import os
import pickle
import signal
from collections.abc import Callable, Sequence
from contextlib import suppress

from nkfacts.hints import Any

_LOOKS_UP = 0.5
"""Seconds after which a process looks whether the one that started it is still there."""


def shared(make: Callable[[Any], Any], jobs: Sequence[Any], workers: int, folder: str) -> list[Any]:
    """Return what a function makes of every job, done by so many processes, this one among them.

    Args:
        make: the function; what it returns can be pickled.
        jobs: the jobs.
        workers: how many processes pay; fewer than two where the system cannot fork.
        folder: a folder of this work alone, for what the processes made.
    """
    if workers < 2 or not hasattr(os, "fork"):
        return list(map(make, jobs))
    started: dict[int, int] = {}
    try:
        for number in range(1, workers):
            with suppress(OSError):  # a limit of processes: the work is done here
                started[number] = _start(make, jobs[number::workers], os.path.join(folder, f"{number}.made"))
        made: dict[int, Any] = dict(zip(range(0, len(jobs), workers), map(make, jobs[::workers]), strict=True))
        for number in range(1, workers):
            found = _finished(started.pop(number, None), os.path.join(folder, f"{number}.made"))
            if found is None:
                found = list(map(make, jobs[number::workers]))
            made.update(zip(range(number, len(jobs), workers), found, strict=True))
    finally:
        for process in started.values():
            with suppress(OSError):
                os.kill(process, signal.SIGKILL)
                os.waitpid(process, 0)
    return [made[number] for number in range(len(jobs))]


def _start(make: Callable[[Any], Any], jobs: Sequence[Any], path: str) -> int:
    import warnings

    parent = os.getpid()
    with warnings.catch_warnings():
        # Of other threads, whose locks the process could wait for: it uses none of theirs.
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process:
        return process
    status = 1
    try:
        _end_with(parent)
        made = list(map(make, jobs))
        with open(path, "wb") as stream:
            pickle.dump(made, stream)
        status = 0
    finally:
        # Nothing of the parent's is flushed or closed twice.
        os._exit(status)


def _end_with(parent: int) -> None:
    from threading import Thread
    from time import sleep

    def watch() -> None:
        while os.getppid() == parent:
            sleep(_LOOKS_UP)
        os._exit(1)

    Thread(target=watch, daemon=True).start()


def _finished(process: int | None, path: str) -> list[Any] | None:
    """Wait for a process and return what it made; None when there is none, or it failed."""
    if process is None or os.waitpid(process, 0)[1] != 0:
        return None
    with open(path, "rb") as stream:
        found: list[Any] = pickle.load(stream)  # noqa: S301 - our own, from a folder that is ours alone
    return found
