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
from collections.abc import Callable
from pathlib import Path

from tests.support.commandline import Result, environment, left_on_screen
from tests.support.files import BASE, ROOT

_SIGNS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|\x1b[=>]|\x1b\(B|\r")
_PATIENCE = 30
_AT_ITS_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""


def prepared(home: Path, **own: str) -> dict[str, str]:
    """Return an environment in which ``nkfacts`` is on the path and answers from the fact file of the tests."""
    program = home / "bin" / "nkfacts"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m nkfacts "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    usual = {"NKFACTS_DATA": str(BASE), "TERM": "xterm", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT / "src")}
    return environment(home, PATH=path, **{**usual, **own})


class Shell:
    """An interactive shell; what it shows is read until a text comes, so that no test waits longer than it must."""

    def __init__(self, name: str, variables: dict[str, str], columns: int = 120) -> None:
        self._screen, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-c", _AT_ITS_TERMINAL, name, "-i"], stdin=terminal, stdout=terminal, stderr=terminal,
            cwd=variables["HOME"], env=variables, start_new_session=True,
        )  # fmt: skip
        os.close(terminal)
        self.type("echo rea''dy\r", "ready")

    def type(self, keys: str, expected: str) -> str:
        """Type keys and return what is shown, up to the text that is expected; fail when it does not come."""
        os.write(self._screen, keys.encode())
        return self._read(lambda shown: expected in shown, expected, _SIGNS)

    def run(self, line: str) -> Result:
        """Type a line of commands and return all that comes to the screen of it, signs included, and its status."""
        # What is typed is shown too: only what the shell prints has the control characters themselves.
        os.write(self._screen, f"printf '\\001'; {line}; printf '\\002%s\\003' $?\r".encode())
        shown = self._read(lambda shown: "\x03" in shown, line)
        out, status = shown.partition("\x01")[2].removesuffix("\x03").split("\x02")
        return Result(left_on_screen(out), "", int(status.partition("\x03")[0]))

    def _read(self, is_all: Callable[[str], bool], expected: str, signs: re.Pattern[str] | None = None) -> str:
        data, shown, end = b"", "", time.monotonic() + _PATIENCE
        while not is_all(shown):
            left = end - time.monotonic()
            assert left > 0, f"{expected!r} did not come, but: {shown!r}"
            if select.select([self._screen], [], [], left)[0]:
                data += os.read(self._screen, 65536)
                shown = data.decode(errors="replace")
                shown = signs.sub("", shown) if signs else shown
        return shown

    def close(self) -> None:
        """End the shell."""
        self._process.kill()
        self._process.wait()
        os.close(self._screen)
