"""Full disks, kills and files replaced while they are read; tests/attack/crowds.py does the same at full size."""

import os
import signal
import subprocess
import sys
import time

import pytest

from nkfacts.index import building
from tests.support.commandline import COMMAND, environment
from tests.support.indexes import RIGHT, answer


@pytest.mark.parametrize("size", [0, 1, 100, 400])
def test_on_a_full_disk_the_answer_is_the_same(facts, tmp_path, size):
    limit = f'trap "" XFSZ; ulimit -f {size}; exec "$@"'
    found = subprocess.run(
        ["sh", "-c", limit, "sh", *COMMAND, "get", "casualties.killed", "--data", str(facts)],
        # Else Python keeps the half of what it compiled that there is room for, and every later process reads it.
        capture_output=True, check=False, env=environment(tmp_path, PYTHONDONTWRITEBYTECODE="1"),
    )  # fmt: skip
    assert (found.stdout, found.stderr, found.returncode) == (b"900-1100\n", b"", 0)
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.suffix == ".tmp"]


@pytest.mark.parametrize("milliseconds", [60, 110, 160])
def test_a_build_that_is_killed_leaves_nothing_that_answers(facts, folder, tmp_path, milliseconds):
    process = subprocess.Popen(
        [sys.executable, "-m", "nkfacts", "get", "casualties.killed", "--data", str(facts)],
        stdout=subprocess.DEVNULL, env=environment(tmp_path),
    )  # fmt: skip
    time.sleep(milliseconds / 1000)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert [answer(facts), answer(facts)] == [RIGHT, RIGHT]


@pytest.mark.parametrize("use_cache", [True, False])
def test_a_file_replaced_while_it_is_read_answers_as_it_was(facts, monkeypatch, use_cache):
    real, text = building.finish, facts.read_bytes()

    def finish(*given, **options):
        other = facts.with_name("other")
        other.write_bytes(text.replace(b"high: 1100", b"high: 1200"))
        os.replace(other, facts)
        return real(*given, **options)

    with monkeypatch.context() as patched:
        patched.setattr(building, "finish", finish)
        assert answer(facts, use_cache=use_cache) == RIGHT
    assert answer(facts, use_cache=use_cache) == "900 to 1,200"
