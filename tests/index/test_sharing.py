"""Work shared with other processes is done whatever happens to them."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from nkfacts.index.sharing import shared
from tests.support.commandline import environment

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
JOBS = list(range(7))
SQUARES = [number * number for number in JOBS]


def square(number):
    return number * number


@pytest.mark.parametrize("workers", [0, 1, 2, 3, 7])
def test_the_results_come_in_the_order_of_the_jobs(tmp_path, workers):
    assert shared(square, JOBS, workers, str(tmp_path)) == SQUARES


def test_where_no_process_may_be_started_the_work_is_done_here(tmp_path, monkeypatch):
    def refuse():
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    assert shared(square, JOBS, 3, str(tmp_path)) == SQUARES


def test_the_work_of_a_process_that_dies_is_done_here(tmp_path):
    own = os.getpid()

    def die_elsewhere(number):
        if os.getpid() != own and number == 4:
            os.kill(os.getpid(), signal.SIGKILL)
        return square(number)

    assert shared(die_elsewhere, JOBS, 2, str(tmp_path)) == SQUARES


def test_a_fault_of_a_job_is_raised_and_nobody_is_left(tmp_path):
    def fail(number):
        if number == 3:
            raise ValueError(number)
        return square(number)

    with pytest.raises(ValueError, match="3"):
        shared(fail, JOBS, 3, str(tmp_path))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_a_process_ends_with_the_one_that_started_it(tmp_path):
    program = f"""
import os, time
from nkfacts.index.sharing import shared
def wait(number):
    open({str(tmp_path)!r} + f"/{{os.getpid()}}.pid", "w").close()
    time.sleep(60)
shared(wait, [1, 2], 2, {str(tmp_path)!r})
"""
    with subprocess.Popen([sys.executable, "-c", program], env=environment(tmp_path)) as started:
        while len(list(tmp_path.glob("*.pid"))) < 2:
            time.sleep(0.02)
        started.kill()
    (other,) = {int(path.stem) for path in tmp_path.glob("*.pid")} - {started.pid}
    ended = time.monotonic() + 10
    while _is_running(other):
        assert time.monotonic() < ended
        time.sleep(0.05)


def _is_running(process):
    try:
        # Whose parent is gone may wait as a zombie for somebody to ask for its status.
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
