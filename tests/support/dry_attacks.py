"""Attacks counted without being run: what each would try, with nothing started and nobody waited for."""

import importlib
import sqlite3
import time
from contextlib import closing
from types import SimpleNamespace
from unittest import mock
from zlib import crc32

from tests.attack.surroundings import Surroundings

_ENDED = SimpleNamespace(
    communicate=lambda **_: (b"", b""), wait=lambda: 0, send_signal=lambda _: None, kill=lambda: None, returncode=0
)
"""A process that has ended."""


class _Dry(Surroundings):
    """An attack that starts nothing; a kept index stands where a command would have made one."""

    def start(self, words, **variables):
        """Return a process that has ended."""
        return _ENDED

    def run(self, words, **variables):
        """Keep an index of the facts that are named, and answer nothing."""
        folder = self.folder / "cache" / "nkfacts"
        folder.mkdir(parents=True, exist_ok=True)
        number = crc32(repr(variables.get("NKFACTS_DATA")).encode())
        path = folder / f"{number}.sqlite"
        if not path.exists():
            with closing(sqlite3.connect(path)) as index:
                index.executescript(f"CREATE TABLE fact (high); INSERT INTO fact VALUES (1100), ({number})")
        return b"", b"", 0

    def tried(self, what, words=(), **_):
        """Count one."""
        return 1


def cases(module, name, folder):
    """Return how often an attack of ``crowds`` or ``surroundings`` tries something."""
    attacks = importlib.import_module(f"tests.attack.{module}")
    real = attacks.subprocess

    def run(words, **given):
        if words[0] == "rm":
            return real.run(words, **given)
        return SimpleNamespace(stdout=b"", stderr=b"", returncode=0)

    processes = SimpleNamespace(PIPE=real.PIPE, run=run, Popen=lambda *_, **__: _ENDED)
    clock = SimpleNamespace(time=time.time, sleep=lambda _: None)
    with mock.patch.multiple(attacks, subprocess=processes, time=clock):
        return getattr(attacks, name)(_Dry(folder))
