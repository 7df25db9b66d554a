"""Damage kept indexes at random and compare every answer: ``python -m tests.attack.damage [--count N] [--data FILE]``.

Every damage is done to a fresh copy of a sealed index; then one command answers in a process of its own form: the quick
way where it takes it, else the full one. A wrong answer with status 0, or any status but 0, is counted and shown.
"""

import argparse
import contextlib
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from nkfacts.cli import bare_get
from nkfacts.cli.run import main
from nkfacts.index import cache
from tests.support.files import BASE

COMMANDS = (
    ("get", "casualties.killed"),
    ("get", "casualties.killed", "--as-of", "2025-01-31"),
    ("get", "casualties.killed", "--format", "json"),
    ("list", "-f", "jsonl"),
    ("timeline", "-f", "jsonl"),
    ("search", "killed", "-f", "jsonl"),
    ("why", "casualties.killed", "-f", "json"),
    ("figures", "-f", "jsonl"),
    ("sources", "-f", "jsonl"),
    ("entities", "-f", "jsonl"),
)
PAGE, SECTOR = 4096, 512


def bit(data, chance):
    """Flip one bit."""
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def byte(data, chance):
    """Change one byte."""
    data[chance.randrange(len(data))] = chance.randrange(256)


def sector(data, chance):
    """Fill a sector with noise or zeros."""
    at = chance.randrange(len(data) // SECTOR) * SECTOR
    data[at : at + SECTOR] = chance.choice((bytes(SECTOR), chance.randbytes(SECTOR)))


def swap(data, chance):
    """Exchange two pages."""
    one, other = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]


def copy(data, chance):
    """Write a page over another."""
    one, other = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE] = data[other : other + PAGE]


def truncation(data, chance):
    """Cut the end off."""
    del data[chance.randrange(len(data)) :]


def digit(data, chance):
    """Change a digit of a text: the aimed damage that shows least."""
    places = [at for at in range(len(data)) if 48 <= data[at] <= 57]
    data[chance.choice(places)] = 48 + chance.randrange(10)


KINDS = (bit, byte, sector, swap, copy, truncation, digit)


def answer(words):
    """Return status and bytes of stdout of one command, by the quick way where that answers."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        kept = os.dup(1), os.dup(2)
        sys.stdout.flush()
        os.dup2(out.fileno(), 1)
        os.dup2(err.fileno(), 2)
        try:
            status = 0 if bare_get.answered(words) else int(main(words))
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            for number, handle in enumerate(kept, 1):
                os.dup2(handle, number)
                os.close(handle)
        out.seek(0)
        return status, out.read()


def attack(data, count, seed):
    """Damage an index many times and return what came of it, by kind of damage."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    found = Counter()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        facts = Path(folder) / "facts.yaml"
        facts.write_bytes(Path(data).read_bytes())
        os.utime(facts, (time.time() - 100,) * 2)
        os.environ["NKFACTS_DATA"] = str(facts)
        right = {words: answer(words) for words in COMMANDS}
        assert all(status == 0 and out for status, out in right.values()), "a command fails on a whole index"
        index = Path(cache.index_path(str(facts)))
        whole = index.read_bytes()
        for number in range(count):
            kind, words = KINDS[number % len(KINDS)], COMMANDS[chance.randrange(len(COMMANDS))]
            damaged = bytearray(whole)
            kind(damaged, chance)
            index.write_bytes(damaged)
            status, out = answer(words)
            result = "right" if (status, out) == right[words] else "wrong" if status == 0 else f"status {status}"
            found[kind.__name__, result] += 1
            with contextlib.suppress(OSError):
                found[kind.__name__, "built anew"] += index.read_bytes() != bytes(damaged)
            if result != "right":
                print(f"{kind.__name__} {number} (seed {seed}): {result}: {' '.join(words)}")
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", default=str(BASE))
    given = parser.parse_args()
    results = attack(given.data, given.count, given.seed)
    for (name, result), times in sorted(results.items()):
        print(f"{name:10} {result:10} {times}")
    wrong = sum(times for (_, result), times in results.items() if result not in ("right", "built anew"))
    print(f"{given.count} damages, {wrong} wrong")
    sys.exit(wrong > 0)
