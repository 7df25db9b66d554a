"""What is no file, or has no end, is refused within seconds; streams that are handed over are read."""

import os
import subprocess
import sys
import time

import pytest

import nkfacts
from nkfacts.errors import DataProblem
from nkfacts.index import opening, streams
from tests.support.additions import FRAGMENT
from tests.support.commandline import COMMAND, environment, one_line, run_process
from tests.support.files import BASE

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
READERS = [nkfacts.load, opening.check_file]


@pytest.mark.parametrize("read", READERS)
def test_a_pipe_to_which_nobody_writes_is_refused(tmp_path, read, monkeypatch):
    assert streams.PATIENCE < 4
    monkeypatch.setattr(streams, "PATIENCE", 0.1)
    os.mkfifo(tmp_path / "pipe")
    began = time.monotonic()
    with pytest.raises(DataProblem, match="nobody writes to the pipe"):
        read(str(tmp_path / "pipe"))
    assert time.monotonic() - began < 4


@pytest.mark.parametrize("read", READERS)
def test_a_pipe_among_the_files_of_a_folder_is_refused(tmp_path, read):
    (tmp_path / "a.yaml").write_bytes(BASE.read_bytes())
    os.mkfifo(tmp_path / "b.yaml")
    with pytest.raises(DataProblem, match=r"b\.yaml: it is not a regular file"):
        read(str(tmp_path))


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/urandom", "/dev/tty"])
def test_a_device_is_no_fact_file(read, device):
    with pytest.raises(DataProblem, match="cannot read the fact file"):
        read(device)


@pytest.mark.parametrize("name", ["/dev/stdin", "/dev/fd/0", "-"])
@pytest.mark.parametrize("piped", [True, False])
def test_a_stream_that_is_handed_over_is_read(tmp_path, name, piped):
    with BASE.open("rb") as file:
        found = subprocess.run(
            [*COMMAND, "get", "casualties.killed", "--data", name],
            stdin=None if piped else file, input=BASE.read_bytes() if piped else None, capture_output=True, check=False,
            env=environment(tmp_path),
        )  # fmt: skip
    assert (found.stdout, found.returncode) == (b"900-1100\n", 0)


@pytest.mark.skipif(not os.path.exists("/bin/bash"), reason="there is no bash")
def test_process_substitution_is_read(tmp_path):
    line = f"{sys.executable} -m nkfacts get casualties.killed --data <(cat {BASE})"
    found = subprocess.run(["/bin/bash", "-c", line], capture_output=True, check=False, env=environment(tmp_path))
    assert (found.stdout, found.stderr) == (b"900-1100\n", b"")


def test_a_file_larger_than_the_limit_names_the_way_to_read_it(tmp_path, monkeypatch):
    large = tmp_path / "large.yaml"
    large.write_bytes(BASE.read_bytes() + b"# comment\n" * 120_000)
    monkeypatch.setenv("NKFACTS_MAX_MB", "1")
    with pytest.raises(DataProblem) as caught:
        nkfacts.load(str(large))
    assert caught.value.message == f"{large} is larger than 1 MB"
    assert "NKFACTS_MAX_MB" in caught.value.mend
    monkeypatch.setenv("NKFACTS_MAX_MB", "2")
    nkfacts.load(str(large)).close()


def test_a_stream_without_end_is_refused(tmp_path):
    with subprocess.Popen(["yes", "# a comment that never ends"], stdout=subprocess.PIPE) as endless:
        found = subprocess.run(
            [*COMMAND, "check", "-"], stdin=endless.stdout, capture_output=True, check=False, timeout=20,
            env=environment(tmp_path, NKFACTS_MAX_MB="4"),
        )  # fmt: skip
        endless.kill()
    assert found.returncode == 3
    assert b"standard input is larger than 4 MB" in found.stderr


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom", "pipe"])
def test_a_fragment_is_a_file_that_ends(run, tmp_path, file, device, monkeypatch):
    monkeypatch.setattr(streams, "PATIENCE", 0.1)
    os.mkfifo(tmp_path / "pipe")
    began = time.monotonic()
    found = run("add", "--from", tmp_path / device, "--data", file)
    assert time.monotonic() - began < 10
    assert (found.out, found.code) == ("", 3)
    assert "cannot read the fragment" in found.err


@pytest.mark.parametrize(("words", "status"), [("add --from -", 3), ("get -", 2), ("ask -", 2), ("verify -", 2)])
def test_what_is_given_without_end_is_refused(tmp_path, file, words, status):
    with subprocess.Popen(["yes", "a: b"], stdout=subprocess.PIPE) as endless:
        found = subprocess.run(
            [*COMMAND, *words.split()], stdin=endless.stdout, capture_output=True, check=False, timeout=60,
            env=environment(tmp_path, NKFACTS_DATA=str(file)),
        )  # fmt: skip
        endless.kill()
    assert (found.stdout, found.returncode) == (b"", status)
    assert one_line(found.stderr.decode())


@pytest.mark.skipif(not os.path.exists("/bin/bash"), reason="there is no bash")
def test_process_substitution_gives_a_fragment(tmp_path, file):
    line = f"{sys.executable} -m nkfacts add --yes --from <(cat -)"
    found = subprocess.run(
        ["/bin/bash", "-c", line], input=FRAGMENT.encode(), capture_output=True, check=False,
        env=environment(tmp_path, NKFACTS_DATA=str(file)),
    )  # fmt: skip
    assert found.returncode == 0, found.stderr
    assert b"zz-new-2025-06-30-new-thing" in file.read_bytes()


def test_closed_standard_input_is_said_so(tmp_path):
    line = f"{sys.executable} -m nkfacts get casualties.killed --data - <&-"
    found = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False, env=environment(tmp_path))
    assert (found.stdout, found.returncode) == (b"", 3)
    assert b"standard input: it is closed" in found.stderr


@pytest.mark.parametrize("name", ["/dev/fd/1", "/dev/stdout", "/dev/fd/2", "/dev/stderr"])
def test_the_output_of_the_program_is_no_fact_file(tmp_path, name):
    found = run_process(tmp_path, "topics", "--data", name)
    assert (found.out, found.code) == ("", 3)
    assert "it is the program's own output" in found.err


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="there is no /proc")
def test_a_file_whose_reading_fails_is_said_so(run):
    for words in (["topics"], ["check"], ["add", "--figure", "casualties.killed"]):
        found = run(*words, "--data", "/proc/self/mem")
        assert (found.out, found.code) == ("", 3)
        assert "Input/output error" in found.err
