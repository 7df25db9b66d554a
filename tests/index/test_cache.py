"""What is kept in the cache folder: the user's own, whole indexes of files without mistakes, listed and cleared."""

import os
import shutil
import stat
import time

import pytest

import nkfacts
from nkfacts.errors import DataProblem
from nkfacts.index import cache
from tests.support.bases import KILLED
from tests.support.files import MINIMAL
from tests.support.indexes import RIGHT, answer, edit


def test_the_kept_file_and_its_folder_are_the_users_own(facts, folder):
    old = os.umask(0o000)
    try:
        answer(facts)
    finally:
        os.umask(old)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    kept = list(folder.iterdir())
    assert [stat.S_IMODE(path.stat().st_mode) for path in kept] == [0o600]
    assert [str(path) for path in kept] == [cache.index_path(str(facts))]


def test_only_stale_temporary_files_are_swept(facts, folder):
    folder.mkdir(parents=True)
    for name, age in (("index-old.tmp", 7200), ("index-new.tmp", 60), ("mine.txt", 7200)):
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (time.time() - age,) * 2)
    answer(facts)
    names = {path.name for path in folder.iterdir() if path.suffix != ".sqlite"}
    assert names == {"index-new.tmp", "mine.txt"}


def test_an_index_of_a_faulty_file_is_never_kept(facts, folder):
    edit(facts, "value: 300", "value: no")
    for _ in range(2):
        with pytest.raises(DataProblem) as caught:
            nkfacts.load(str(facts))
        assert [problem.message for problem in caught.value.problems if problem.severity == "error"] == [
            "'no' is not a number"
        ]
    assert list(folder.iterdir()) == []


def test_kept_indexes_are_listed_and_cleared(facts, folder):
    assert cache.kept_indexes() == []
    assert cache.clear_cache() == 0
    answer(facts)
    (folder / "index-x.tmp").write_bytes(b"")
    (folder / "deadbeef.sqlite").write_bytes(b"not one")
    (folder / "mine.txt").write_bytes(b"")
    index = cache.index_path(str(facts))
    assert sorted(cache.kept_indexes()) == sorted(
        [(index, str(facts), os.path.getsize(index)), (str(folder / "deadbeef.sqlite"), "", 7)]
    )
    assert cache.clear_cache() == 2
    assert [path.name for path in folder.iterdir()] == ["mine.txt"]


def test_the_least_base_can_be_kept_too(tmp_path, folder):
    path = tmp_path / "least.yaml"
    shutil.copy(MINIMAL, path)
    for _ in range(2):
        base = nkfacts.load(str(path))
        assert base.headline(KILLED).amount == "600"
        base.close()


def test_a_base_without_facts_is_kept_and_used(tmp_path, folder, compiling):
    path = tmp_path / "none.yaml"
    parts = "topics: {}\nentities: {}\nsources: {}\nfigures: {}\nfacts: []\n"
    path.write_text(f'format: 1\ntitle: None yet\nupdated: "2025-01-01"\n{parts}', encoding="utf-8")
    for _ in range(2):
        base = nkfacts.load(str(path))
        assert base.facts() == []
        base.close()
    assert len(compiling) == 1


@pytest.mark.parametrize("planted", ["link", "piece", "hard-link"])
def test_what_others_planted_in_an_open_folder_is_not_written_through(facts, folder, tmp_path, planted):
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", "utf-8")
    place = cache.index_path(str(facts))
    if planted == "piece":
        place = cache.piece_path(str(facts))
    (os.link if planted == "hard-link" else os.symlink)(mine, place)
    assert answer(facts) == RIGHT
    nkfacts.load(str(facts.parent)).close()
    assert mine.read_text("utf-8") == "mine"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_an_index_in_a_folder_open_to_others_is_not_believed(facts, folder, compiling):
    answer(facts)
    folder.chmod(0o777)
    assert answer(facts) == RIGHT
    assert len(compiling) == 2
    assert answer(facts) == RIGHT
    assert len(compiling) == 2


def test_an_index_that_others_may_write_is_not_believed(facts, folder, compiling):
    answer(facts)
    os.chmod(cache.index_path(str(facts)), 0o666)  # noqa: S103 - that is what is tried
    assert answer(facts) == RIGHT
    assert len(compiling) == 2
    assert stat.S_IMODE(os.stat(cache.index_path(str(facts))).st_mode) == 0o600


def test_an_index_behind_a_link_is_not_believed(facts, folder, compiling, tmp_path):
    answer(facts)
    index = cache.index_path(str(facts))
    os.rename(index, tmp_path / "elsewhere.sqlite")
    os.symlink(tmp_path / "elsewhere.sqlite", index)
    assert answer(facts) == RIGHT
    assert len(compiling) == 2
    assert not os.path.islink(index)


def test_indexes_that_nobody_used_for_a_season_are_swept(facts, folder):
    folder.mkdir(parents=True)
    for name, days in (("old.sqlite", 100), ("new.sqlite", 10)):
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (time.time() - days * 86400,) * 2)
    answer(facts)
    assert {path.name for path in folder.iterdir()} == {"new.sqlite", os.path.basename(cache.index_path(str(facts)))}
