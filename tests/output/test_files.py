"""Files that a command writes: whole or not at all, never over what is there unless it is told to."""

import os
import stat

import pytest

from nkfacts.errors import OutputProblem
from nkfacts.output.files import write_file, write_folder


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_once_and_replaced_only_with_force(tmp_path):
    path = tmp_path / "a.json"
    write_file(str(path), b"one")
    with pytest.raises(OutputProblem, match="is there already"):
        write_file(str(path), b"two")
    assert path.read_bytes() == b"one"
    path.chmod(0o640)
    write_file(str(path), b"two", force=True)
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names(tmp_path) == ["a.json"]


def test_what_fails_half_way_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OutputProblem, match="No space left"):
        write_file(str(path), b"new", force=True)
    with pytest.raises(OutputProblem, match="No space left"):
        write_folder(str(tmp_path / "folder"), {"a.csv": b"new"})
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.json"]


def test_a_pipe_is_written_to(tmp_path):
    reader, writer = os.pipe()
    write_file(f"/dev/fd/{writer}", b"through")
    os.close(writer)
    with open(reader, "rb") as stream:
        assert stream.read() == b"through"


def test_a_link_is_followed_and_a_device_written_to(tmp_path):
    path, link = tmp_path / "a.json", tmp_path / "link"
    path.write_bytes(b"old")
    link.symlink_to(path)
    write_file(str(link), b"new", force=True)
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    write_file("/dev/null", b"gone")
    assert not os.path.isfile("/dev/null")


@pytest.mark.parametrize("name", ["", "none/a.json", "a\0b"])
def test_what_cannot_be_written_is_said(tmp_path, name):
    with pytest.raises(OutputProblem, match="cannot write"):
        write_file(str(tmp_path / name), b"x")


def test_a_folder_is_written_whole_and_replaced_whole_with_force(tmp_path):
    folder = tmp_path / "package"
    folder.mkdir()
    write_folder(str(folder), {"a.csv": b"1", "b.csv": b"2"})
    with pytest.raises(OutputProblem, match="is not empty"):
        write_folder(str(folder), {"a.csv": b"3"})
    with pytest.raises(OutputProblem, match="holds other files too, such as b"):
        write_folder(str(folder), {"a.csv": b"3"}, force=True)
    write_folder(str(folder), {"a.csv": b"3"}, force=True, is_own=lambda name: name.endswith(".csv"))
    assert names(folder) == ["a.csv"]
    assert names(tmp_path) == ["package"]
    with pytest.raises(OutputProblem, match="it is a file"):
        write_folder(str(folder / "a.csv"), {"a.csv": b"3"}, force=True)
    with pytest.raises(OutputProblem, match="it is a folder"):
        write_file(str(folder), b"x", force=True)
