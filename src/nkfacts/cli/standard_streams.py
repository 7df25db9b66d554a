"""The standard streams of a process that was started without one: what is written there goes nowhere else."""

import os
import sys


def hold() -> None:
    """Open what is closed, so that no file opened later takes its number; stdout takes nothing, and says so."""
    for number, stream in enumerate((sys.stdin, sys.stdout, sys.stderr)):
        if stream is None:
            # The lowest free number is given, which is this one.
            os.open(os.devnull, os.O_WRONLY if number == 2 else os.O_RDONLY)
    # Each stays open as long as the process. Where stdin was closed, sys.__stdin__ goes on to say so.
    if sys.stdin is None:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
