"""Command lines at random: ``python -m tests.attack.words [COUNT [SEED]]``.

Commands, options and values are drawn from the program's own help and from what nobody means to type; every run takes
place in this process, on the facts of the tests. Printed is each run that ends in a status other than 0 to 4, takes
over 5 s, says more than 110 lines on stderr, or writes what a terminal obeys.
"""

import contextlib
import io
import os
import random
import re
import sys
import tempfile
import time

from nkfacts.cli.run import main
from nkfacts.commands.registry import COMMANDS
from tests.support.files import BASE, DATA

OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")
FORMATS = ["table", "tsv", "csv", "json", "jsonl", "yaml", "markdown", "html"]
VALUES = [
    "", " ", "-", "--", "-1", "0", "1", "3", "999999999999999999999", "1e9", "0x10", "٣", "½", "NaN", "inf", "true", "null",
    "casualties", "casualties.killed", "casualties.", ".killed", "killed", "death toll", "nis", "NIS", "n.i.s", "jcs", "Kyiv",
    "north-korea", "Korea", "kursk-oblast", "killed-nis-2", "killed-gur", "first-ship", "soldiers-jcs", "killed-denied",
    "2024", "2024-10", "2024-10-18", "2024-1X", "202X", "2024-24", "../2024", "2024/..", "0001", "9999-12-31", "2024-02-30",
    "today", "now", "99999999-99-99", "id,by", "id,,by", ",", "Claimant", "id," * 500, "statement,quote", "nope",
    "reported", "planned", "denied", "total", "part", "preferred", "send", "soldiers", "*", "%", "'", '"', "\\", "$HOME",
    "`id`", "; ls", "a" * 5000, "a b " * 3000, "é" * 3000, "\x1b[31m", "\x00", "\n", "\t", "\r\n", "\u202e", "\ufeff",
    "\ud800", "\U0001f1f0\U0001f1f5", "국가정보원", "Буданов", "\u0301" * 40, "{}", "[]", "{id}", "<b>", "&amp;", "[x](y)",
    "../../etc/passwd", "/dev/null", "/nonexistent", "/", ".", str(DATA), str(BASE), str(DATA / "minimal.yaml"),
    str(DATA / "errors"), str(DATA / "errors" / "tab.yaml"), "http://example.org", "file:///etc/passwd", "NEAR(", "a AND",
    "who", "how many died", "is it true", "when was Sudzha retaken", "by April 2025", "per month", "?", "-f", "--help", "-h",
]  # fmt: skip


def options():
    """Return the option names that the help of every command shows."""
    found = {}
    for name in ("", *COMMANDS):
        _, out, _ = run([*([name] if name else []), "--help"])
        found[name] = sorted(set(re.findall(r"--[a-z][a-z-]+", out)) - {"--install-completion", "--show-completion"})
    return found


def run(words, given=b""):
    streams = [io.TextIOWrapper(io.BytesIO(b), encoding="utf-8", newline="\n") for b in (given, b"", b"")]
    kept = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        code = int(main(words))
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept
    for stream in streams[1:]:
        with contextlib.suppress(ValueError):
            stream.flush()
    return code, *(stream.buffer.getvalue().decode("utf-8", "replace") for stream in streams[1:])


def drawn(dice, known):
    """Draw a command line."""
    name = dice.choice(["", *COMMANDS, *COMMANDS])
    words = [name] if name else []
    for _ in range(dice.choice([0, 1, 1, 2, 3, 5])):
        kind = dice.random()
        option = dice.choice(known[name] or ["--format"])
        value = dice.choice(FORMATS) if option == "--format" and dice.random() < 0.7 else dice.choice(VALUES)
        if kind < 0.45:
            words += [dice.choice(VALUES)]
        elif kind < 0.75:
            words += [option, value]
        elif kind < 0.85:
            words += [f"{option}={value}"]
        elif kind < 0.95:
            words += [option]
        else:
            words += [dice.choice(["-f", "-d", "-n", "-x", "-fjson", "-f=json", "-d=x", "--no-such", "---"])]
    return words


def attack(count, seed):
    """Run so many command lines and yield what is wrong with those that are not right."""
    dice = random.Random(seed)  # noqa: S311 - to be repeated
    known = options()
    for _ in range(count):
        words = drawn(dice, known)
        given = dice.choice([b"", b"killed\n", b"\xff\n\x00\n", BASE.read_bytes()])
        began = time.process_time()
        code, out, err = run(words, given)
        took = time.process_time() - began
        wrong = [
            f"status {code}" if code not in (0, 1, 2, 3, 4) else "",
            f"{took:.1f} s" if took > 5 else "",
            f"{err.count(chr(10))} lines on stderr" if err.count("\n") > 110 else "",
            "obeyed by a terminal" if OBEYED.search(out + err) else "",
            "says nothing" if code and not err and not out else "",
        ]
        if any(wrong):
            yield words, given[:20], [each for each in wrong if each], err[-300:]


if __name__ == "__main__":
    count, seed = (
        (int(word) for word in [*sys.argv[1:], "2000", "1"][:2]) if len(sys.argv) < 3 else map(int, sys.argv[1:3])
    )
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(
            HOME=home, XDG_CACHE_HOME=f"{home}/cache", XDG_CONFIG_HOME=f"{home}/config", XDG_DATA_HOME=f"{home}/data",
            NKFACTS_DATA=f"{home}/facts.yaml", PAGER="", NKFACTS_DEBUG="",
        )  # fmt: skip
        with open(f"{home}/facts.yaml", "wb") as copy:
            copy.write(BASE.read_bytes())
        os.chdir(home)
        bad = 0
        for found in attack(count, seed):
            bad += 1
            print(*(str(each)[:400] for each in found), sep="\n   ", flush=True)
    print(f"{count} command lines, {bad} wrong")
    sys.exit(bad > 0)
