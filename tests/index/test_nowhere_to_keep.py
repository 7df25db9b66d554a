"""Where no index can be kept, the answer is the same."""

import errno
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from nkfacts.index import cache
from tests.support.bases import KILLED
from tests.support.indexes import RIGHT, answer


def test_a_folder_where_the_index_should_be_is_worked_round(facts, folder):
    Path(cache.index_path(str(facts))).mkdir(parents=True)
    assert answer(facts) == RIGHT
    assert [path.name for path in folder.iterdir()] == [Path(cache.index_path(str(facts))).name]


def test_a_cache_folder_that_is_a_file_is_worked_round(facts, folder):
    folder.parent.mkdir()
    folder.write_text("in the way", encoding="utf-8")
    assert answer(facts) == RIGHT
    assert folder.read_text(encoding="utf-8") == "in the way"
    assert cache.kept_indexes() == []


@pytest.mark.skipif(os.getuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_cache_folder_is_worked_round(facts, folder):
    folder.mkdir(parents=True)
    folder.chmod(0o500)
    try:
        assert answer(facts) == RIGHT
        assert list(folder.iterdir()) == []
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOSPC])
def test_a_folder_that_takes_no_file_is_worked_round(facts, monkeypatch, number):
    def refuse(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert answer(facts) == RIGHT


def test_an_index_that_cannot_be_put_in_place_is_worked_round(facts, folder, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", refuse)
    assert answer(facts) == RIGHT
    assert list(folder.iterdir()) == []


def test_a_folder_of_another_user_is_not_used(facts, folder, monkeypatch):
    answer(facts)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    before = [path.stat() for path in folder.iterdir()]
    assert answer(facts) == RIGHT
    assert [path.stat() for path in folder.iterdir()] == before


def test_without_home_or_cache_folder_it_works(facts):
    environment = {"PYTHONPATH": os.pathsep.join(sys.path), "XDG_CACHE_HOME": "relative"}
    script = "import nkfacts, sys; print(nkfacts.load(sys.argv[1], use_cache=False).headline(sys.argv[2]).amount)"
    for extra in ({}, {"HOME": ""}, {"HOME": "/dev/null"}):
        cached = script if not extra else script.replace(", use_cache=False", "")
        ran = subprocess.run(
            [sys.executable, "-c", cached, str(facts), KILLED],
            env=environment | extra, cwd=facts.parent, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (ran.stdout, ran.stderr) == (f"{RIGHT}\n", ""), extra


def test_a_folder_deeper_than_python_calls_itself_is_worked_round(facts, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path) + "/x" * 2000)
    assert answer(facts) == RIGHT
