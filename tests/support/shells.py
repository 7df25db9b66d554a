"""A shell at a pseudo-terminal, in which a person types and presses TAB."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

from tests.support.commandline import environment
from tests.support.files import BASE, ROOT

_SIGNS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|\x1b[=>]|\x1b\(B|\r")
_PATIENCE = 30
_AT_ITS_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""


def prepared(home: Path) -> dict[str, str]:
    """Return an environment in which ``nkfacts`` is on the path and answers from the fact file of the tests."""
    program = home / "bin" / "nkfacts"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m nkfacts "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    return environment(
        home, PATH=path, NKFACTS_DATA=str(BASE), TERM="xterm", LANG="C.UTF-8", PYTHONPATH=str(ROOT / "src")
    )


class Shell:
    """An interactive shell; what it shows is read until a text comes, so that no test waits longer than it must."""

    def __init__(self, name: str, variables: dict[str, str]) -> None:
        self._screen, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 120, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-c", _AT_ITS_TERMINAL, name, "-i"], stdin=terminal, stdout=terminal, stderr=terminal,
            cwd=variables["HOME"], env=variables, start_new_session=True,
        )  # fmt: skip
        os.close(terminal)
        self.type("echo rea''dy\r", "ready")

    def type(self, keys: str, expected: str) -> str:
        """Type keys and return what is shown, up to the text that is expected; fail when it does not come."""
        os.write(self._screen, keys.encode())
        shown, end = "", time.monotonic() + _PATIENCE
        while expected not in shown:
            left = end - time.monotonic()
            assert left > 0, f"{expected!r} did not come, but: {shown!r}"
            if select.select([self._screen], [], [], left)[0]:
                shown += _SIGNS.sub("", os.read(self._screen, 65536).decode(errors="replace"))
        return shown

    def close(self) -> None:
        """End the shell."""
        self._process.kill()
        self._process.wait()
        os.close(self._screen)
