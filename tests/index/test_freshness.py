"""A kept index answers as long as it is fresh; any doubt about that builds it anew."""

import hashlib
import os
import shutil
import time

import pytest

import nkfacts
from nkfacts.errors import DataProblem
from nkfacts.index import building, cache, opening
from tests.support.files import BASE
from tests.support.indexes import LONG_AGO, RIGHT, answer, edit


def not_read(*_):
    pytest.fail("a look at the stamp is enough")


def test_a_fresh_index_is_used_without_reading_the_file(facts, compiling, monkeypatch):
    assert answer(facts) == RIGHT
    monkeypatch.setattr(hashlib, "file_digest", not_read)
    assert answer(facts) == RIGHT
    assert compiling == [str(facts)]


def test_another_spelling_of_the_path_finds_the_same_index(facts, compiling, monkeypatch):
    answer(facts)
    monkeypatch.chdir(facts.parent)
    assert answer("facts.yaml") == RIGHT
    assert len(compiling) == 1


def test_an_edit_is_seen(facts, compiling):
    answer(facts)
    edit(facts, "high: 1100", "high: 12000")
    assert answer(facts) == "900 to 12,000"
    assert len(compiling) == 2


def test_an_edit_within_the_tick_of_the_clock_is_seen(facts, compiling):
    now = time.time_ns()
    os.utime(facts, ns=(now, now))
    answer(facts)
    edit(facts, "high: 1100", "high: 1200")
    os.utime(facts, ns=(now, now))
    assert answer(facts) == "900 to 1,200"
    assert len(compiling) == 2


def test_a_young_file_that_did_not_change_is_not_compiled_again(facts, compiling):
    now = time.time_ns()
    os.utime(facts, ns=(now, now))
    assert [answer(facts) for _ in range(3)] == [RIGHT] * 3
    assert len(compiling) == 1


def test_a_file_dated_in_the_future_is_compared_by_content(facts, compiling):
    future = time.time_ns() + 10**14
    os.utime(facts, ns=(future, future))
    answer(facts)
    edit(facts, "high: 1100", "high: 1200")
    os.utime(facts, ns=(future, future))
    assert answer(facts) == "900 to 1,200"


@pytest.mark.parametrize("kept", ["time", "inode"])
def test_a_file_put_in_its_place_is_seen(facts, compiling, kept):
    answer(facts)
    other = facts.with_name("other.yaml")
    shutil.copy(facts, other)
    edit(other, "high: 1100", "high: 1200")
    os.utime(other, ns=(LONG_AGO, LONG_AGO))
    if kept == "time":
        other.replace(facts)
    else:
        facts.write_bytes(other.read_bytes())
    assert answer(facts) == "900 to 1,200"


def test_an_index_of_another_version_is_built_anew(facts, compiling, monkeypatch):
    answer(facts)
    monkeypatch.setattr(cache, "__version__", "0.0.0")
    assert answer(facts) == RIGHT
    monkeypatch.setattr(cache, "SCHEMA_VERSION", cache.SCHEMA_VERSION + 1)
    assert answer(facts) == RIGHT
    assert len(compiling) == 3


def test_an_index_of_another_file_is_never_used(facts, folder, compiling):
    answer(facts)
    other = facts.with_name("other.yaml")
    shutil.copy2(facts, other)
    edit(other, "high: 1100", "high: 1200")
    shutil.copy(cache.index_path(str(facts)), cache.index_path(str(other)))
    assert answer(other) == "900 to 1,200"


def test_an_index_made_from_a_young_file_is_made_again_once_the_file_is_older(tmp_path, monkeypatch):
    copy = tmp_path / "base.yaml"
    copy.write_bytes(BASE.read_bytes())
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    written = os.stat(copy).st_mtime_ns
    monkeypatch.setattr(cache, "time_ns", lambda: written + 1)
    opening.open_index(str(copy)).close()
    young = cache.open_fresh(str(copy))
    assert young is not None
    young.close()
    monkeypatch.setattr(cache, "time_ns", lambda: written + 10**10)
    assert cache.open_fresh(str(copy)) is None
    opening.open_index(str(copy)).close()
    monkeypatch.setattr(hashlib, "file_digest", not_read)
    old = cache.open_fresh(str(copy))
    assert old is not None
    old.close()


def test_no_cache_neither_uses_nor_writes_an_index(facts, folder, compiling):
    assert answer(facts, use_cache=False) == RIGHT
    assert not folder.exists()
    answer(facts)
    answer(facts, use_cache=False)
    assert len(compiling) == 3


def test_checking_never_uses_or_writes_an_index(facts, folder, compiling):
    warnings, base = opening.check_file(str(facts))
    base.close()
    assert [warning.id for warning in warnings] == ["killed-post"]
    assert not folder.exists()


def test_an_older_index_does_not_answer_for_a_file_that_became_faulty(facts):
    answer(facts)
    edit(facts, "value: 300", "value: no")
    with pytest.raises(DataProblem):
        nkfacts.load(str(facts))


def test_an_archive_unpacked_over_the_file_is_seen(facts, compiling):
    answer(facts)
    before = facts.stat()
    facts.write_bytes(facts.read_bytes().replace(b"high: 1100", b"high: 1200"))
    os.utime(facts, ns=(before.st_mtime_ns, before.st_mtime_ns))
    assert facts.stat().st_size == before.st_size
    assert facts.stat().st_ino == before.st_ino
    assert answer(facts) == "900 to 1,200"


@pytest.mark.parametrize("use_cache", [True, False])
def test_a_file_overwritten_while_it_is_read_is_read_again(facts, monkeypatch, use_cache):
    real, changes = building.finish, [b"high: 1200", b"high: 1300"]

    def finish(*given, **options):
        if changes:
            facts.write_bytes(facts.read_bytes().replace(b"high: 1100", changes[0]).replace(b"high: 1200", changes[0]))
            changes.pop(0)
        return real(*given, **options)

    with monkeypatch.context() as patched:
        patched.setattr(building, "finish", finish)
        assert answer(facts, use_cache=use_cache) == "900 to 1,300"
    assert answer(facts, use_cache=use_cache) == "900 to 1,300"


def test_a_file_that_is_half_written_is_read_again_before_it_is_called_faulty(facts, monkeypatch):
    whole, times = facts.read_bytes(), []
    facts.write_bytes(whole[:3000])
    read = building.read_file

    def reading(*given, **options):
        found = read(*given, **options)
        if not times:
            times.append(1)
            facts.write_bytes(whole)
        return found

    monkeypatch.setattr(building, "read_file", reading)
    assert answer(facts, use_cache=False) == RIGHT


def test_a_file_that_never_stands_still_is_named(facts, monkeypatch):
    real = building.finish

    def finish(*given, **options):
        with facts.open("ab") as stream:
            stream.write(b"# more\n")
        return real(*given, **options)

    monkeypatch.setattr(building, "finish", finish)
    with pytest.raises(DataProblem, match="changes while it is read"):
        nkfacts.load(str(facts))
