"""An index that was found whole is not read again while nobody writes to it; whatever is doubtful, it is."""

import os
import time
from pathlib import Path

import pytest

from nkfacts.index import cache, seal
from tests.support.indexes import RIGHT, answer


@pytest.fixture
def reads(monkeypatch):
    """Count the readings of whole indexes, at a time at which an index that was just built is no longer young."""
    found = []
    read = seal.is_unbroken
    monkeypatch.setattr(seal, "is_unbroken", lambda path: found.append(path) or read(path))
    monkeypatch.setattr(seal, "time_ns", lambda: time.time_ns() + 3_000_000_000)
    return found


@pytest.fixture
def index(facts, reads):
    """Return a kept index that has its mark."""
    answer(facts)
    answer(facts)
    assert len(reads) == 1
    return Path(cache.index_path(str(facts)))


def mark_of(index):
    return index.with_name(f"{index.name}.whole")


def test_an_index_is_read_once_while_nobody_writes_to_it(facts, index, reads):
    for _ in range(3):
        assert answer(facts) == RIGHT
    assert len(reads) == 1


def test_a_young_index_leaves_no_mark(facts, index, reads, monkeypatch):
    mark_of(index).unlink()
    monkeypatch.setattr(seal, "time_ns", time.time_ns)
    index.write_bytes(index.read_bytes())
    answer(facts)
    assert not mark_of(index).exists()


def test_who_writes_to_an_index_makes_it_read_again_whatever_time_it_is_given(facts, index, reads, compiling):
    status = index.stat()
    content = bytearray(index.read_bytes())
    content[len(content) // 2] ^= 1
    index.write_bytes(content)
    os.utime(index, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert answer(facts) == RIGHT
    assert len(reads) == 2
    assert len(compiling) == 1


@pytest.mark.parametrize(
    ("clock", "now"),
    [
        ("time", lambda: time.time() + 3601),
        ("time", lambda: time.time() - 60),
        ("monotonic", lambda: time.monotonic() + 60),
        ("monotonic", lambda: 20.0),
    ],
    ids=["an hour later", "before", "another clock", "started anew"],
)
def test_a_mark_of_another_time_does_not_count(facts, index, reads, monkeypatch, clock, now):
    monkeypatch.setattr(seal, clock, now)
    assert answer(facts) == RIGHT
    assert len(reads) == 2


@pytest.mark.parametrize("text", ["", "1 2", "x y z", "nan nan nan", "\xff" * 9, "0 0 0 0 0 0 0"])
def test_what_is_no_mark_does_not_count(facts, index, reads, text):
    mark_of(index).write_text(text, encoding="latin-1")
    assert answer(facts) == RIGHT
    assert len(reads) == 2
    assert answer(facts) == RIGHT
    assert len(reads) == 2


def test_what_is_planted_in_the_place_of_a_mark_is_not_followed(facts, index, reads, tmp_path):
    precious = tmp_path / "precious"
    precious.write_text("kept", encoding="utf-8")
    for plant in (
        lambda mark: mark.symlink_to(precious),
        lambda mark: mark.hardlink_to(precious),
        os.mkfifo,
        os.mkdir,
    ):
        mark_of(index).unlink()
        plant(mark_of(index))
        assert answer(facts) == RIGHT
    assert precious.read_text(encoding="utf-8") == "kept"


def test_marks_go_with_the_cache(facts, index):
    assert cache.clear_cache() == 1
    assert not mark_of(index).exists()
