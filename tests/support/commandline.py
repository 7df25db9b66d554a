"""Running nkfacts from outside: as a process, or at a real terminal."""

import atexit
import io
import json
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import tempfile
from fcntl import ioctl
from functools import cache
from pathlib import Path
from termios import TIOCSWINSZ
from threading import Thread
from typing import Any, NamedTuple
from unittest import mock

from tests.support.files import BASE, ROOT, SHIPPED

COMMAND = [sys.executable, "-m", "nkfacts"]
_BAR = re.compile(r"\x1b\[\?25l\r.*?\x1b\[\?25h\r\x1b\[1A\x1b\[2K", re.DOTALL)
"""A progress bar from the hidden cursor to the line made empty again."""


class Result(NamedTuple):
    """What one run of the program wrote, and its status."""

    out: str
    err: str
    code: int

    def json(self) -> Any:
        """Return stdout read as JSON."""
        return json.loads(self.out)

    def rows(self) -> list[dict[str, str]]:
        """Return stdout read as tab-separated values."""
        header, *lines = [line.split("\t") for line in self.out.splitlines()]
        return [dict(zip(header, line, strict=True)) for line in lines]


_KEPT = "NKFACTS_TESTS_CACHE"
"""The variable by which the workers of pytest find what the first process made."""


@cache
def kept() -> str:
    """Return a cache folder with the indexes of the facts of the tests and the shipped ones, made once for all tests.

    Who tests what is kept, or how it is made, names a folder of its own.
    """
    if found := os.environ.get(_KEPT):
        return found
    folder = os.environ[_KEPT] = tempfile.mkdtemp(prefix="nkfacts-tests-")
    atexit.register(shutil.rmtree, folder)
    for data in (BASE, SHIPPED):
        run_process(folder, "topics", data=data, XDG_CACHE_HOME=folder)
    return folder


def environment(home, **variables):
    """Return an environment with an empty home, no pager, and nothing of the caller's but the paths; None unsets.

    The indexes of the facts of the tests and the shipped ones are there already; those of others are kept in the home.
    """
    callers = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "SYSTEMROOT") if name in os.environ}
    own = {"HOME": str(home), "PAGER": ""}
    if "XDG_CACHE_HOME" not in variables:
        is_known = variables.get("NKFACTS_DATA") in (str(BASE), str(SHIPPED), "")
        own["XDG_CACHE_HOME"] = kept() if is_known else str(Path(home) / "cache")
    return {name: value for name, value in {**callers, **own, **variables}.items() if value is not None}


def run_process(home, *arguments, stdin=b"", data=BASE, **variables):
    """Run the command in a process of its own, its streams in pipes."""
    found = subprocess.run(
        [*COMMAND, *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        env=environment(home, NKFACTS_DATA=str(data), **variables),
        timeout=60,
    )
    return Result(found.stdout.decode(), found.stderr.decode(), found.returncode)


def run_here(home, *arguments, stdin=b"", data=BASE, **variables):
    """Run the command in this process, its streams in pipes, in an environment like that of a process of its own."""
    from nkfacts.cli.run import main

    streams = {
        name: io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="\n")
        for name, content in (("stdin", stdin), ("stdout", b""), ("stderr", b""))
    }
    own = environment(home, NKFACTS_DATA=str(data), **variables)
    with mock.patch.dict(os.environ, own, clear=True), mock.patch.multiple(sys, **streams):
        code = int(main([str(each) for each in arguments]))
    for stream in streams.values():
        stream.flush()
    out, err = (streams[name].buffer.getvalue().decode() for name in ("stdout", "stderr"))
    return Result(out, err, code)


def run_terminal(home, *arguments, columns=100, lines=1000, data=BASE, **variables):
    """Run the command at a pseudo-terminal and return what it shows there, stderr included."""
    variables = {"TERM": "xterm-256color", **variables}
    return shown_at_terminal(
        [*COMMAND, *arguments], environment(home, NKFACTS_DATA=str(data), **variables), columns, lines
    )


def shown_at_terminal(words, variables, columns, lines=1000):
    """Run any command in the project's folder at a pseudo-terminal of that width and height."""
    screen, terminal = pty.openpty()
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    chunks = []
    with subprocess.Popen(words, cwd=ROOT, stdin=terminal, stdout=terminal, stderr=terminal, env=variables) as process:
        os.close(terminal)
        while select.select([screen], [], [], 60)[0] and (chunk := _read(screen)):
            chunks.append(chunk)
        code = process.wait()
    os.close(screen)
    return Result(left_on_screen(b"".join(chunks).decode()), "", code)


def run_terminal_here(home, *arguments, columns=100, lines=1000, data=BASE, **variables):
    """Run the command in this process, its streams at a pseudo-terminal, and return what it shows there.

    A process has besides: how it starts, a pager, and an answer given before the program is imported whole.
    """
    from nkfacts.cli.run import main

    screen, terminal = pty.openpty()
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    chunks = []
    reader = Thread(target=_read_all, args=(screen, chunks))
    reader.start()
    own = environment(home, NKFACTS_DATA=str(data), **{"TERM": "xterm-256color", **variables})
    with (
        open(terminal, encoding="utf-8") as stdin,
        open(os.dup(terminal), "w", encoding="utf-8") as stdout,
        open(os.dup(terminal), "w", encoding="utf-8") as stderr,
        mock.patch.dict(os.environ, own, clear=True),
        mock.patch.multiple(sys, stdin=stdin, stdout=stdout, stderr=stderr),
    ):
        code = int(main(list(arguments)))
    reader.join()
    os.close(screen)
    return Result(left_on_screen(b"".join(chunks).decode()), "", code)


def _read_all(screen, chunks):
    while chunk := _read(screen):
        chunks.append(chunk)


def _read(screen):
    """Return what came to a terminal; nothing when its other end is closed."""
    try:
        return os.read(screen, 65536)
    except OSError:  # Linux says EIO
        return b""


def left_on_screen(shown):
    """Return what came to a terminal without the progress bars, which come on a busy machine and go without a trace."""
    return _BAR.sub("", shown.replace("\r\n", "\n"))


def ids(result):
    """Return the ids that a run listed as tab-separated values; it must have found some."""
    assert result.code == 0, result.err
    return [row["id"] for row in result.rows()]


def one_line(text):
    """Say whether a text is a single remark of the program."""
    return text.count("\n") == 1 and text.endswith("\n") and text.startswith("nkfacts: ")
