"""The console blocks of the README and the pages in docs: each command run at a terminal, its output compared.

``python tests/examples.py`` rewrites the outputs in place; look at the difference before you keep it.
"""

import os
import pty
import re
import select
import struct
import subprocess
import sys
import tempfile
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WIDTH = 100
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
    with tempfile.TemporaryDirectory() as home:
        screen, terminal = pty.openpty()
        ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", 1000, WIDTH, 0, 0))
        environment = {
            "HOME": home,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "NO_COLOR": "1",
            "TERM": "xterm",
            **{name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ},
        }
        with subprocess.Popen(
            ["sh", "-c", command], cwd=ROOT, env=environment, stdin=terminal, stdout=terminal, stderr=terminal
        ) as process:
            os.close(terminal)
            shown = b"".join(_chunks(screen))
        os.close(screen)
        process.wait()
    lines = shown.decode("utf-8").replace("\r\n", "\n").splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _chunks(screen: int) -> list[bytes]:
    found = []
    while select.select([screen], [], [], 60)[0]:
        try:
            chunk = os.read(screen, 65536)
        except OSError:  # the other end is closed: Linux says EIO
            break
        if not chunk:
            break
        found.append(chunk)
    return found


if __name__ == "__main__":
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        page.write_text(_BLOCK.sub(lambda found: f"```console\n{replay(found[1])}```", text), encoding="utf-8")
