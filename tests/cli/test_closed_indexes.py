"""Every index that a command opens is closed by it: Python 3.13 warns of those that are not."""

import contextlib
import sqlite3

import pytest

from tests.support.additions import OPTIONS
from tests.support.calls import CALLS
from tests.support.files import MINIMAL

REFUSED = [
    ["list", "--by", "nobody"], ["list", "--as-of", "soon"], ["nonsense"], ["get", "casualties.nothing"],
    ["diff", str(MINIMAL), "none.yaml"],
]  # fmt: skip
OTHERS = [
    ["list", "--no-cache"], ["add", *OPTIONS], ["revise", "killed-nis-2", "--value", "3"], ["--version"], ["--help"],
    ["casualties", "--help"], ["help", "casualties"], ["get", "casualties.killed", "--by", "nis"],
]  # fmt: skip


@pytest.mark.parametrize("words", [*CALLS.values(), *REFUSED, *OTHERS], ids=" ".join)
def test_a_command_closes_what_it_opens(run, monkeypatch, words, tmp_path):
    opened = []
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *args, **options: opened.append(connect(*args, **options)) or opened[-1]
    )
    for _ in range(2):  # with an index that is built, and with the kept one
        run(*words, env={"XDG_CACHE_HOME": str(tmp_path)})
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"), contextlib.closing(connection):
            connection.execute("SELECT 1")
