"""The program in surroundings that nobody tidied: ``python -m tests.attack.surroundings [NAME ...]``.

Variables, limits, streams, folders, files beside the index and signals, each tried from outside. Right is the answer,
or an exit status of 0 to 4 (130 and a signal's own where one was sent) with at most a line on stderr, within 5 s of
CPU; and a fact file that was written to is whole.
"""

import contextlib
import fcntl
import itertools
import os
import random
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.attack.crowds import GET, Attack
from tests.support.additions import OPTIONS
from tests.support.commandline import COMMAND
from tests.support.files import ROOT

LIST = ["list", "-f", "jsonl"]
RIGHT = b"900-1100\n"


class Surroundings(Attack):
    """An attack that looks at statuses."""

    def tried(
        self, what, words=GET, *, right=None, codes=(0, 1, 2, 3, 4), before=None, shell=None, cwd=None, **variables
    ):
        """Run a command; note what is wrong. ``right`` is what stdout has to be when the status is 0."""
        command = [*COMMAND, *words]
        if shell:
            command = ["sh", "-c", shell, "sh", *command]
        env = {name: value for name, value in {**self.environment, **variables}.items() if value is not None}
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        try:
            found = subprocess.run(
                command, capture_output=True, env=env, check=False, timeout=60, preexec_fn=before, cwd=cwd
            )
        except subprocess.TimeoutExpired:
            self.wrong.append((what, "hangs"))
            return 1
        took = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - used.ru_utime
        bad = found.returncode not in codes or b"Traceback" in found.stderr or b"itself" in found.stderr or took > 5
        bad = bad or (found.returncode == 0 and right is not None and found.stdout != right)
        if bad:
            self.wrong.append((what, found.returncode, found.stdout[-200:], found.stderr[-400:], round(took, 1)))
        return 1


def variables(attack):
    pool = {
        "NKFACTS_MAX_MB": ["", "abc", "-1", "0", "9" * 30, "1.5", "٣"],
        "COLUMNS": ["0", "-5", "1", "99999", "abc", "9" * 30, "٣"],
        "LINES": ["0", "-1", "x"],
        "TERM": ["", "dumb", "nonsense", "\x1b[31m"],
        "LC_ALL": ["", "C", "POSIX", "tr_TR.UTF-8", "xx", "ja_JP.SJIS"],
        "PYTHONIOENCODING": ["ascii", "ascii:strict", "utf-16", "latin-1"],
        "PYTHONUTF8": ["0", "1"],
        "PYTHONHASHSEED": ["0", "1"],
        "PYTHONOPTIMIZE": ["2"],
        "PYTHONWARNINGS": ["error"],
        "PYTHONDEVMODE": ["1"],
        "TZ": ["", "garbage", "UTC+99", ":/etc/passwd"],
        "TMPDIR": ["/nonexistent", "", "/dev/null", "/proc"],
        "HOME": [None, "", "/nonexistent", "/dev/null", "relative", "/" + "x" * 5000],
        "XDG_CACHE_HOME": [
            "",
            "relative",
            "/dev/null",
            "/proc",
            "/nonexistent/deep",
            "/" + "x/" * 2000,
            "/tmp/\udcff\n",
        ],
        "XDG_CONFIG_HOME": ["/dev/null", "/proc/self", "/" + "x" * 300],
        "PAGER": ["/nonexistent", "false", "", "'", "$(touch pwned)"],
        "NKFACTS_PAGER": ["/nonexistent", "'"],
        "NO_COLOR": ["1", ""],
        "FORCE_COLOR": ["1", "0", "x"],
        "_NKFACTS_COMPLETE": ["", "x", "complete_bash", "complete_zsh", "source_bash", "complete_fish", "complete_"],
        "COMP_WORDS": ["nkfacts " + "x " * 5000, "'", "\n", ""],
        "COMP_CWORD": ["", "-1", "x", "9" * 30],
    }
    count = 0
    for name, values in pool.items():
        for value in values:
            for words in (GET, ["list"], ["ask", "how many died"], ["check"]):
                completes = name.startswith(("_NK", "COMP_"))
                given = {"_NKFACTS_COMPLETE": "complete_bash"} if name.startswith("COMP_") else {}
                small = name == "NKFACTS_MAX_MB" and value == "0"
                right = RIGHT if words is GET and not completes and not small and name != "FORCE_COLOR" else None
                count += attack.tried(f"{name}={value!r} {words[0]}", words, right=right, **{**given, name: value})
    return count


def data_paths(attack):
    odd = [
        "", "/", ".", "/dev/null", "/dev/zero", "/dev/tty", "/proc/self/mem", "/proc/self/environ", "/proc/kmsg", "/proc/kcore",
        "/nonexistent", "x" * 5000, "/" + "x/" * 3000, "http://example.org/a.yaml", "~", "~/facts.yaml", "\udcff",
        "/etc/passwd", "/dev/fd/99", "/dev/fd/1", "/dev/stdout", "/proc", "/sys/kernel", "a\nb", "\x1b[31m",
    ]  # fmt: skip
    count = 0
    for path in odd:
        for words in (GET, ["list"], ["check"], ["add", *OPTIONS], ["data", "use", path or "x"]):
            count += attack.tried(f"NKFACTS_DATA={path[:40]!r} {words[0]}", words, NKFACTS_DATA=path)
            count += attack.tried(f"--data {path[:40]!r} {words[0]}", [*words, "--data", path])
            attack.run(["data", "use", "shipped"])
    for name in (
        "a\nb.yaml",
        "\x1b[31m.yaml",
        "\udcff.yaml",
        " .yaml",
        "-.yaml",
        "국.yaml",
        "e\u0301.yaml",
        "x" * 240 + ".yaml",
    ):
        path = attack.folder / name
        path.write_bytes(attack.facts.read_bytes())
        for words in (GET, ["list"], ["check"], ["cache"]):
            right = RIGHT if words is GET else None
            count += attack.tried(f"file {name[:20]!r} {words[0]}", words, right=right, NKFACTS_DATA=str(path))
        # A name that is no UTF-8 is refused.
        used = attack.run(["data", "use", str(path)], NKFACTS_DATA="")[2] == 0
        count += attack.tried(f"used {name[:20]!r}", GET, right=RIGHT if used else None, NKFACTS_DATA=None)
        attack.run(["data", "use", "shipped"])
    return count


def choices(attack):
    """What stands where the choice of a fact file is kept."""
    config = attack.folder / "config"
    env = {"XDG_CONFIG_HOME": str(config), "NKFACTS_DATA": None}
    place = config / "nkfacts" / "data"
    place.parent.mkdir(parents=True)
    count = 0
    makers = {
        "folder": place.mkdir,
        "pipe": lambda: os.mkfifo(place),
        "zero": lambda: place.symlink_to("/dev/zero"),
        "circle": lambda: place.symlink_to(place),
        "itself": lambda: place.write_text(str(place)),
        "empty": lambda: place.write_text(""),
        "blank": lambda: place.write_text(" \n"),
        "bytes": lambda: place.write_bytes(bytes(range(256)) * 10),
        "long": lambda: place.write_bytes(b"x" * 10_000_000),
    }
    for name, make in makers.items():
        make()
        for words in (["get", "killed"], ["topics"], ["data", "where"], ["data", "use", "shipped"]):
            count += attack.tried(f"choice is {name}: {' '.join(words)}", words, **env)
        if place.is_dir():
            place.rmdir()
        else:
            place.unlink(missing_ok=True)
    return count


def limits(attack):
    count = 0
    for what, limit in (
        *((f"ulimit -n {n}", f"ulimit -n {n}") for n in (3, 5, 6, 8, 12)),
        *((f"ulimit -v {n}000", f"ulimit -v {n}000") for n in (40, 60, 80, 100, 150, 200)),
        *((f"ulimit -s {n}", f"ulimit -s {n}") for n in (64, 128, 256)),
        *((f"ulimit -f {n}", f"trap '' XFSZ; ulimit -f {n}") for n in (0, 1, 50)),
        ("umask 777", "umask 777"), ("umask 000", "umask 000"), ("nice 19", "renice 19 $$ >/dev/null"),
        ("SIGPIPE ignored", "trap '' PIPE"), ("SIGINT ignored", "trap '' INT"), ("SIGHUP ignored", "trap '' HUP"),
        ("cwd gone", "mkdir gone && cd gone && rmdir ../gone"),
    ):  # fmt: skip
        for cold, words in itertools.product((True, False), (GET, LIST, ["ask", "how many died"], ["check"])):
            if cold:
                _without_cache(attack)
            # Python itself may not start under the tightest: its own statuses are no fault of the program.
            codes = (
                (0, 1, 2, 3, 4, 126, 127, -11, 139)
                if "ulimit -v" in what or "ulimit -n" in what or "ulimit -s" in what
                else (0, 1, 2, 3, 4)
            )
            right = RIGHT if words is GET else None
            count += attack.tried(
                f"{what} {words[0]}{' cold' if cold else ''}",
                words,
                shell=f'{limit} 2>/dev/null; exec "$@"',
                codes=codes,
                right=right,
                cwd=attack.folder,
                PYTHONPATH=str(ROOT / "src"),
            )
    return count


def streams(attack):
    count = 0
    for words in (GET, LIST, ["check"], ["--help"], ["nonsense"], ["ask", "how many died"]):
        for redirect in (
            ">/dev/full", "2>/dev/full", ">/dev/full 2>&1", ">&- 2>&-", "<&-", "</dev/full", "</dev/zero", "| head -c1",
            ">/dev/null", "1<>/dev/null", "1</dev/null", "2</dev/null", "0>/dev/null", ">&2", "2>&1",
        ):  # fmt: skip
            count += attack.tried(f"{' '.join(words)} {redirect}", words, shell=f'"$@" {redirect}')
        # A reader that is slow, behind a stream that does not wait.
        here, there = socket.socketpair()
        there.setblocking(False)
        process = subprocess.Popen([*COMMAND, *words], stdout=there, stderr=subprocess.PIPE, env=attack.environment)
        there.close()
        time.sleep(1)
        with here:
            received = b"".join(iter(lambda: here.recv(65536), b""))  # noqa: B023
        _, err = process.communicate(timeout=30)
        if process.returncode not in (0, 1, 2, 3, 4) or b"itself" in err or (process.returncode == 0 and not received):
            attack.wrong.append(
                (f"{words} to a stream that does not wait", process.returncode, len(received), err[-300:])
            )
        count += 1
    return count


def beside_the_index(attack):
    """Files put in the place of the kept index, and beside it."""
    cache = attack.folder / "cache" / "nkfacts"
    count = 0

    def kept():
        _without_cache(attack)
        attack.run(GET)
        attack.run(LIST)
        return next(cache.glob("*.sqlite"))

    other = attack.folder / "other.yaml"
    other.write_bytes(attack.facts.read_bytes().replace(b"high: 1100", b"high: 1200"))

    def of_another(index):
        content = index.read_bytes()
        attack.run(LIST, NKFACTS_DATA=str(other))
        second = next(path for path in cache.glob("*.sqlite") if path != index)
        stamp = index.stat()
        index.write_bytes(second.read_bytes())
        os.utime(index, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
        assert content != index.read_bytes()

    def journal(index, content):
        Path(f"{index}-journal").write_bytes(content)

    def hot_journal(index):
        # A journal that SQLite would roll back: made by a writer that was killed.
        script = (
            "import sqlite3,sys,os\nc=sqlite3.connect(sys.argv[1]);c.execute('pragma cache_size=1');c.execute('begin')\n"
            "c.execute('update fact set high=1200 where high=1100');c.execute('create table junk(x)')\n"
            "c.executemany('insert into junk values(?)',[('x'*900,)]*3000);os.kill(os.getpid(),9)"
        )
        subprocess.run([sys.executable, "-c", script, str(index)], check=False)

    def wal(index):
        connection = sqlite3.connect(index)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("UPDATE fact SET high = 1200 WHERE high = 1100")
        connection.commit()
        saved = Path(f"{index}-wal").read_bytes(), index.read_bytes()
        connection.close()
        index.write_bytes(saved[1])
        Path(f"{index}-wal").write_bytes(saved[0])

    def changed(index):
        connection = sqlite3.connect(index)
        connection.execute("UPDATE fact SET high = 1200 WHERE high = 1100")
        connection.commit()
        connection.close()

    def replaced(make):
        def put(index):
            index.unlink()
            make(index)

        return put

    def bound(index):
        if len(str(index)) < 100:
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(str(index))
        else:
            index.touch()

    makers = {
        "of another file": of_another,
        "journal of noise": lambda index: journal(index, os.urandom(5000)),
        "journal, empty": lambda index: journal(index, b""),
        "hot journal": hot_journal,
        "log of writes": wal,
        "changed by SQL": changed,
        "a folder": replaced(Path.mkdir),
        "a pipe": replaced(os.mkfifo),
        "a circle": replaced(lambda index: index.symlink_to(index)),
        "a link to nothing": replaced(lambda index: index.symlink_to("/nonexistent")),
        "empty": replaced(Path.touch),
        "sparse": replaced(lambda index: os.truncate(os.open(index, os.O_CREAT | os.O_WRONLY, 0o600), 10**10) or None),
        "text": replaced(lambda index: index.write_text("x" * 100_000)),
        "made longer": lambda index: os.truncate(index, index.stat().st_size + 4096),
        "made longer by noise": lambda index: index.write_bytes(index.read_bytes() + os.urandom(4096)),
        "unreadable": lambda index: index.chmod(0),
        "a socket": replaced(bound),
    }
    for name, make in makers.items():
        for words in (GET, LIST, ["search", "dead"], ["cache"], ["cache", "--clear"]):
            index = kept()
            make(index)
            expected = attack.right.get(tuple(words), (None,))[0]
            count += attack.tried(f"index is {name}: {' '.join(words)}", words, right=expected)
            count += attack.tried(f"index was {name}: get", GET, right=RIGHT)
            for left in cache.iterdir():
                with contextlib.suppress(OSError):
                    left.rmdir() if left.is_dir() and not left.is_symlink() else left.unlink()
    # Somebody holds it.
    index = kept()
    holder = sqlite3.connect(index)
    holder.execute("BEGIN EXCLUSIVE")
    for words in (GET, LIST):
        count += attack.tried(f"index is locked: {words[0]}", words, right=attack.right[tuple(words)][0])
    holder.close()
    with index.open("rb") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX)
        count += attack.tried("index is locked otherwise", GET, right=RIGHT)
    return count


def folders(attack):
    base = attack.folder / "base"
    count = 0
    makers = {
        "a broken link": lambda path: path.symlink_to("/nonexistent"),
        "a circle": lambda path: path.symlink_to(path),
        "a folder": Path.mkdir,
        "a link to zero": lambda path: path.symlink_to("/dev/zero"),
        "empty": Path.touch,
        "of null bytes": lambda path: path.write_bytes(bytes(10_000)),
        "the same again": lambda path: path.write_bytes(attack.facts.read_bytes()),
        "a hard link": lambda path: os.link(base / "a.yaml", path),
        "a comment": lambda path: path.write_text("# nothing\n"),
        "text": lambda path: path.write_text("just words\n"),
        "a document mark": lambda path: path.write_text("---\n...\n"),
    }
    for name, make in makers.items():
        subprocess.run(["rm", "-rf", str(base)], check=True)
        base.mkdir()
        (base / "a.yaml").write_bytes(attack.facts.read_bytes())
        make(base / "b.yaml")
        for words in (GET, ["check"], ["list"]):
            count += attack.tried(f"a folder with {name}: {words[0]}", words, NKFACTS_DATA=str(base))
    return count


def signals(attack):
    """Signals at random moments of a cold and a warm run, and of an addition."""
    dice = random.Random(3)  # noqa: S311 - to be repeated
    count = 0
    for number, kind in itertools.product(range(40), (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)):
        if number % 2:
            _without_cache(attack)
        process = attack.start(LIST)
        time.sleep(dice.random() * 0.6)
        process.send_signal(kind)
        _, err, code = attack.finish(process)
        # Before the program has begun, Python answers a signal in its own way.
        early = b"KeyboardInterrupt" in err and b"nkfacts/" not in err.replace(b"nkfacts/__init__", b"")
        if (code not in (0, 130, -kind) and not early) or b"itself" in err:
            attack.wrong.append((f"signal {kind.name}", code, err[-600:]))
        attack.demand(attack.run(LIST), LIST, f"after {kind.name}")
        count += 1
    old = attack.facts.read_bytes()
    for _ in range(60):
        attack.put(old)
        process = attack.start(["add", *OPTIONS, "--yes"])
        time.sleep(0.1 + dice.random() * 0.5)
        process.kill()
        attack.finish(process)
        now = attack.facts.read_bytes()
        if now != old and b"about 750 were killed" not in now:
            attack.wrong.append(("killed while adding", len(now)))
        if attack.run(["check"])[2] != 0:
            attack.wrong.append(("faulty after a killed addition", len(now)))
        count += 1
    attack.put(old)
    return count


def many_writers(attack):
    """Twelve additions at once, each repeated until it is written: none is lost."""
    env = attack.environment
    script = 'for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do "$@" >/dev/null 2>&1 && exit 0; done; exit 9'
    started = []
    for number in range(12):
        options = [f"2025-02-{number + 1:02}" if word == "2025-06-30" else word for word in OPTIONS]
        started.append(subprocess.Popen(["sh", "-c", script, "sh", *COMMAND, "add", *options, "--yes"], env=env))
    codes = [process.wait() for process in started]
    added = attack.facts.read_bytes().count(b"about 750 were killed")
    if added != codes.count(0) or attack.run(["check"])[2] != 0 or codes.count(0) < 10:
        attack.wrong.append(("many writers", codes, added))
    return 12


def _without_cache(attack):
    subprocess.run(["rm", "-rf", str(attack.folder / "cache")], check=True)


ALL = (
    "variables", "data_paths", "choices", "limits", "streams", "beside_the_index", "folders", "signals", "many_writers",
)  # fmt: skip

if __name__ == "__main__":
    everything = 0
    for attacked in (globals()[name] for name in sys.argv[1:] or ALL):
        with tempfile.TemporaryDirectory() as place:
            made = Surroundings(place)
            times = attacked(made)
        print(f"{attacked.__name__:24} {times:4} tried, {len(made.wrong)} wrong", flush=True)
        for found in made.wrong:
            print("   ", *found)
        everything += len(made.wrong)
    sys.exit(everything > 0)
