"""The console blocks of the README and the pages in docs: each command run at a terminal, its output compared.

``python -m tests.support.examples`` rewrites the outputs in place; look at the difference before you keep it.
"""

import contextlib
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

from tests.support.commandline import environment, run_terminal_here, shown_at_terminal
from tests.support.files import ROOT

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WIDTH = 100
_PLAIN = re.compile(r"nkfacts(?! get\b)[^$`<>|&;*?~#\n\\]*")
"""A command that needs no shell. A look-up stays a process: it is answered before the rest of the program is imported."""
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path) -> list[str]:
    """Return the console blocks of a page."""
    return _BLOCK.findall(page.read_text(encoding="utf-8"))


def commands(block: str) -> list[str]:
    """Return the commands of a block: the lines that begin with a dollar sign."""
    return [line[2:] for line in block.splitlines() if line.startswith("$ ")]


def replay(block: str) -> str:
    """Return the block with the output that its commands have now."""
    return "".join(f"$ {command}\n{output_of(command)}" for command in commands(block))


def output_of(command: str) -> str:
    """Run a shell command at a terminal of WIDTH columns, in an empty home, and return what it shows."""
    shown = shown_by(command, WIDTH, NO_COLOR="1", TERM="xterm")
    return "".join(f"{line.rstrip()}\n" for line in shown.splitlines())


def shown_by(command: str, columns: int, **kind: str) -> str:
    """Run a shell command at a terminal of that width and kind, and return all that comes to it, colours included."""
    with tempfile.TemporaryDirectory() as home:
        if _PLAIN.fullmatch(command):
            with contextlib.chdir(ROOT):
                return run_terminal_here(home, *shlex.split(command)[1:], data="", columns=columns, **kind).out
        variables = environment(home, NKFACTS_DATA="", **kind)
        variables["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{variables['PATH']}"
        return shown_at_terminal(["sh", "-c", command], variables, columns).out


if __name__ == "__main__":
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        page.write_text(_BLOCK.sub(lambda found: f"```console\n{replay(found[1])}```", text), encoding="utf-8")
