"""Crowds and faults at full size: ``python -m tests.attack.crowds``.

Fifty processes on a cold cache, the file replaced under twenty readers, a build killed at two hundred points, disks that
are full after ever more bytes, and two writers that add at once. Printed is what went wrong, and how often each was tried.
"""

import contextlib
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.support.commandline import COMMAND, environment
from tests.support.files import BASE

GET = ["get", "casualties.killed"]
LIST = ["list", "-f", "jsonl"]


class Attack:
    """A folder with a copy of the facts and a cache, and what went wrong in it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.facts = self.folder / "facts.yaml"
        self.put(BASE.read_bytes())
        self.wrong = []
        self.environment = environment(folder, NKFACTS_DATA=str(self.facts))
        self.right = {tuple(words): self.run(words, XDG_CACHE_HOME=str(self.folder / "other")) for words in (GET, LIST)}

    def put(self, content):
        """Replace the facts as a whole."""
        new = self.folder / "new"
        new.write_bytes(content)
        os.utime(new, (time.time() - 100,) * 2)
        os.replace(new, self.facts)

    def start(self, words, **variables):
        """Start a command."""
        return subprocess.Popen(
            [*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment | variables
        )

    def run(self, words, **variables):
        """Run a command to its end; return what it wrote, and its status."""
        return self.finish(self.start(words, **variables))

    @staticmethod
    def finish(process):
        """Wait for a command."""
        out, err = process.communicate(timeout=120)
        return out, err, process.returncode

    def demand(self, found, words, what):
        """Note a result that is not the right one."""
        if found != self.right[tuple(words)]:
            self.wrong.append((what, found))


def fifty_at_once(attack):
    started = [(words, attack.start(words)) for words in (GET, LIST) * 25]
    for words, process in started:
        attack.demand(attack.finish(process), words, "fifty at once")
    return len(started)


def replaced_under_readers(attack):
    text = BASE.read_bytes()
    other = text.replace(b"high: 1100", b"high: 1200")
    answers = {b"900-1100\n", b"900-1200\n"}
    ended = threading.Event()

    def replace():
        while not ended.is_set():
            attack.put(other)
            time.sleep(0.01)
            attack.put(text)
            time.sleep(0.01)

    replacing = threading.Thread(target=replace)
    replacing.start()
    started = [attack.start(GET) for _ in range(20)]
    results = [attack.finish(process) for process in started]
    ended.set()
    replacing.join()
    attack.wrong += [("replaced", found) for found in results if found[0] not in answers or found[1:] != (b"", 0)]
    attack.put(text)
    attack.demand(attack.run(GET), GET, "after the replacing")
    return len(results)


def overwritten_in_place(attack):
    text = BASE.read_bytes()
    other = text.replace(b"high: 1100", b"high: 1200")
    ended = threading.Event()

    def overwrite():
        while not ended.is_set():
            for content in (other, text):
                with attack.facts.open("r+b") as stream:
                    for at in range(0, len(content), 512):
                        stream.write(content[at : at + 512])
                        stream.flush()

    writing = threading.Thread(target=overwrite)
    writing.start()
    results = [attack.run(GET) for _ in range(40)]
    ended.set()
    writing.join()
    for out, err, code in results:
        whole = code == 0 and out in (b"900-1100\n", b"900-1200\n")
        if not whole and not (code == 3 and b"changes while it is read" in err):
            attack.wrong.append(("overwritten", (out, err, code)))
    attack.put(text)
    attack.demand(attack.run(GET), GET, "after the overwriting")
    return len(results)


def killed_builds(attack):
    cache = attack.folder / "cache" / "nkfacts"
    for number in range(200):
        with contextlib.suppress(OSError):
            for path in cache.iterdir():
                path.unlink()
        process = attack.start(GET)
        time.sleep(0.002 * number)
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signal.SIGKILL)
        process.communicate()
        attack.demand(attack.run(GET), GET, f"killed after {2 * number} ms")
    return 200


def full_disks(attack):
    cache = attack.folder / "cache" / "nkfacts"
    sizes = [*range(0, 100, 20), *range(0, 400_000, 8_000)]
    for size in sizes:
        with contextlib.suppress(OSError):
            for path in cache.iterdir():
                path.unlink()
        limit = f'trap "" XFSZ; ulimit -f {size // 512}; exec "$@"'
        found = subprocess.run(
            ["sh", "-c", limit, "sh", *COMMAND, *GET], capture_output=True, env=attack.environment, check=False
        )
        attack.demand((found.stdout, found.stderr, found.returncode), GET, f"full after {size} bytes")
        attack.demand(attack.run(GET), GET, "after the full disk")
    return len(sizes)


def two_writers(attack):
    lost = 0
    for number in range(20):
        attack.put(BASE.read_bytes())
        fact = [
            "--figure",
            "casualties.killed",
            "--status",
            "reported",
            "--by",
            "nis",
            "--source",
            "yonda-2025-04-30-dead",
            "--as-printed",
            "x",
        ]
        options = ["add", "--yes", *fact, "--statement", "The NIS said so.", "--reported"]
        started = [
            attack.start([*options, f"2025-02-{day:02}", "--value", str(day)])
            for day in (1 + number % 14, 15 + number % 13)
        ]
        done = [attack.finish(process) for process in started]
        written = sum(code == 0 for _, _, code in done)
        added = attack.facts.read_bytes().count(b"statement: The NIS said so.")
        if written != added or not written or {code for _, _, code in done} - {0, 4}:
            attack.wrong.append(("two writers", (written, added, done)))
        lost += 2 - written
    print(f"  (of 40 additions {lost} were refused, since the file had changed)")
    attack.put(BASE.read_bytes())
    return 20


ALL = ("fifty_at_once", "replaced_under_readers", "overwritten_in_place", "killed_builds", "full_disks", "two_writers")

if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    everything = 0
    for attacked in (globals()[name] for name in sys.argv[1:] or ALL):
        with tempfile.TemporaryDirectory() as place:
            made = Attack(place)
            times = attacked(made)
        print(f"{attacked.__name__:24} {times:4} tried, {len(made.wrong)} wrong", flush=True)
        for what, result in made.wrong[:3]:
            print("   ", what, result)
        everything += len(made.wrong)
    sys.exit(everything > 0)
