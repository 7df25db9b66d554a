"""Writing: whatever happens on the way, one whole file is there."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nkfacts.adding import replacement
from nkfacts.adding.addition import FactFile
from nkfacts.errors import OutputProblem
from tests.support.additions import (
    OLD,
    new_fact,
)
from tests.support.commandline import environment


def test_a_file_inside_the_installed_program_is_refused(monkeypatch):
    inside = Path(replacement.__file__).parent / "errors.py"
    monkeypatch.setattr(replacement, "shipped_facts", lambda: str(inside))
    assert "installed program" in replacement.why_not_writable(str(inside))


def test_a_new_file_is_written_whole_and_never_over_another(tmp_path, file):
    new = tmp_path / "data" / "nkfacts" / "facts.yaml"
    replacement.write_new_file(str(new), b"new")
    assert [path.name for path in new.parent.iterdir()] == ["facts.yaml"]
    assert new.read_bytes() == b"new"
    with pytest.raises(OutputProblem, match="there is a file already"):
        replacement.write_new_file(str(new), b"newer")
    assert new.read_bytes() == b"new"
    with pytest.raises(OutputProblem, match="cannot write"):
        replacement.write_new_file(str(file / "facts.yaml"), b"new")


def test_a_file_that_was_changed_meanwhile_is_left_alone(file):
    opened = FactFile(str(file))
    addition = opened.with_added([("facts", new_fact(figure="casualties.killed", value=5))])
    file.write_bytes(OLD + b"# somebody else\n")
    with pytest.raises(OutputProblem, match="changed meanwhile"):
        opened.write(addition)
    assert file.read_bytes() == OLD + b"# somebody else\n"
    assert [path.name for path in file.parent.iterdir()] == ["facts.yaml"]


@pytest.mark.parametrize("call", ["replace", "fsync", "chmod"])
def test_a_failing_disk_leaves_the_old_file_whole(file, monkeypatch, call):
    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OutputProblem, match="No space left"):
        replacement.replace_file(str(file), OLD, b"new")
    assert file.read_bytes() == OLD
    assert [path.name for path in file.parent.iterdir()] == ["facts.yaml"]


@pytest.mark.parametrize("call", ["fsync", "chmod", "replace"])
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_a_kill_at_any_moment_leaves_one_whole_file(file, call, before):
    program = f"""
import os, signal
from tests.support.files import BASE, ROOT
from nkfacts.adding import replacement
kept = os.{call}
def die(*given):
    {"pass" if before else "kept(*given)"}
    os.kill(os.getpid(), signal.SIGKILL)
os.{call} = die
replacement.replace_file({str(file)!r}, open({str(file)!r}, "rb").read(), b"new")
"""
    done = subprocess.run([sys.executable, "-c", program], env=environment(file.parent / "home"), check=False)
    assert done.returncode == -signal.SIGKILL
    replaced = call == "replace" and not before
    assert file.read_bytes() == (b"new" if replaced else OLD)


def test_a_file_with_another_name_is_refused(file):
    os.link(file, file.with_name("other.yaml"))
    assert "hard link" in replacement.why_not_writable(str(file))


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="this system has no extended attributes")
def test_owner_mode_and_attributes_stay(file):
    try:
        os.setxattr(file, "user.origin", b"https://example.org")
    except OSError:
        pytest.skip("this file system keeps no extended attributes")
    file.chmod(0o640)
    if os.getuid() == 0:
        os.chown(file, 1234, 4321)
    before = file.stat()
    replacement.replace_file(str(file), OLD, b"new")
    after = file.stat()
    assert (after.st_uid, after.st_gid, after.st_mode) == (before.st_uid, before.st_gid, before.st_mode)
    assert os.getxattr(file, "user.origin") == b"https://example.org"


def test_a_file_whose_owner_cannot_be_kept_is_left_alone(file, monkeypatch):
    def refuse(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", refuse)
    monkeypatch.setattr(os, "geteuid", lambda: 99)
    with pytest.raises(OutputProblem, match="not permitted"):
        replacement.replace_file(str(file), OLD, b"new")
    assert file.read_bytes() == OLD
    assert [path.name for path in file.parent.iterdir()] == ["facts.yaml"]
