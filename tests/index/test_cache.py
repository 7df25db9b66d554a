"""The index: used when fresh, built anew when anything about it is doubtful, never an error or a wrong answer."""

import errno
import io
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pytest

import nkfacts
from nkfacts.errors import DataProblem
from nkfacts.index import building as compile_module
from nkfacts.index import cache, location, opening
from tests.support.files import BASE, MINIMAL

KILLED = "casualties.killed"
LONG_AGO = time.time_ns() - 10**13


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The folder that keeps the indexes of this test; not made yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("NKFACTS_DATA", raising=False)
    return tmp_path / "cache" / "nkfacts"


@pytest.fixture
def facts(tmp_path, folder):
    """A copy of base.yaml, last changed long ago."""
    path = tmp_path / "facts.yaml"
    shutil.copy(BASE, path)
    os.utime(path, ns=(LONG_AGO, LONG_AGO))
    return path


@pytest.fixture
def compiling(monkeypatch):
    """The files compiled since the test began."""
    compiled = []
    real = compile_module.compile_base

    def counting(base, stream, file, *rest):
        compiled.append(file)
        return real(base, stream, file, *rest)

    monkeypatch.setattr(compile_module, "compile_base", counting)
    return compiled


def answer(path, **options):
    base = nkfacts.load(str(path), **options)
    try:
        assert base.search("roughly 600")[0].id == "killed-nis-2"
        assert len(base.facts()) == len(list(base.names("facts")))
        return base.headline(KILLED).amount
    finally:
        base.close()


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


RIGHT = "900 to 1,100"


# Fresh or not


def test_a_fresh_index_is_used_without_reading_the_file(facts, compiling, monkeypatch):
    assert answer(facts) == RIGHT
    monkeypatch.setattr(opening, "_build", None)
    monkeypatch.setattr(cache, "_digest_of", None)
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


def test_no_cache_neither_uses_nor_writes_an_index(facts, folder, compiling):
    assert answer(facts, use_cache=False) == RIGHT
    assert not folder.exists()
    answer(facts)
    answer(facts, use_cache=False)
    assert len(compiling) == 3


# Damage


def test_a_truncated_index_is_built_anew(facts, compiling):
    answer(facts)
    index = Path(cache.index_path(str(facts)))
    content = index.read_bytes()
    lengths = {0, 1, 15, 16, 99, 100, 4095, *range(4096, len(content), 4096), len(content) - 1}
    for length in sorted(lengths):
        index.write_bytes(content[:length])
        assert answer(facts) == RIGHT, length
    assert len(compiling) == 1 + len(lengths)
    index.write_bytes(content + b"\0" * 4096)
    assert answer(facts) == RIGHT
    assert len(compiling) == 2 + len(lengths)


def test_a_byte_changed_in_the_header_is_never_an_error_or_a_wrong_answer(facts):
    answer(facts)
    index = Path(cache.index_path(str(facts)))
    content = index.read_bytes()
    for position in range(100):
        index.write_bytes(content[:position] + bytes([content[position] ^ 0xFF]) + content[position + 1 :])
        assert answer(facts) == RIGHT, position


def foreign_database(path, marks=False):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE moz_places (id INTEGER)")
        if marks:
            connection.execute(f"PRAGMA application_id = {cache.APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {cache.SCHEMA_VERSION}")
    connection.close()


@pytest.mark.parametrize(
    "put",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\0" * 8192),
        lambda path: path.write_text("not a database\n" * 1000, encoding="utf-8"),
        foreign_database,
        lambda path: foreign_database(path, marks=True),
        lambda path: path.symlink_to("/dev/null"),
        lambda path: path.symlink_to("nowhere"),
    ],
    ids=["empty", "zeros", "text", "foreign", "foreign-with-our-marks", "link-to-null", "dangling-link"],
)
def test_what_is_no_index_is_built_anew(facts, folder, compiling, put):
    folder.mkdir(parents=True, mode=0o700)
    put(Path(cache.index_path(str(facts))))
    assert answer(facts) == RIGHT
    assert answer(facts) == RIGHT
    assert len(compiling) == 1
    for _, source, _ in cache.kept_indexes():
        assert source == str(facts)


def test_an_index_without_its_origin_is_built_anew(facts, compiling):
    answer(facts)
    with sqlite3.connect(cache.index_path(str(facts))) as connection:
        connection.execute("DELETE FROM origin")
    connection.close()
    assert answer(facts) == RIGHT
    assert len(compiling) == 2


def test_an_index_that_lost_facts_is_built_anew(facts, compiling):
    answer(facts)
    with sqlite3.connect(cache.index_path(str(facts))) as connection:
        connection.execute("DELETE FROM fact WHERE rowid = (SELECT max(rowid) FROM fact)")
    connection.close()
    assert answer(facts) == RIGHT
    assert len(compiling) == 2


def test_a_folder_where_the_index_should_be_is_worked_round(facts, folder):
    Path(cache.index_path(str(facts))).mkdir(parents=True)
    assert answer(facts) == RIGHT
    assert [path.name for path in folder.iterdir()] == [Path(cache.index_path(str(facts))).name]


# Where nothing can be kept


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


def test_the_cache_folder_follows_the_xdg_specification(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", "/home/somebody")
    monkeypatch.setenv("XDG_CACHE_HOME", "/elsewhere")
    assert location.cache_folder() == "/elsewhere/nkfacts"
    for ignored in ("", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", ignored)
        assert location.cache_folder() == "/home/somebody/.cache/nkfacts"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert location.cache_folder() == "/home/somebody/Library/Caches/nkfacts"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert location.cache_folder() == "/local/nkfacts"


# What is kept


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


def test_an_older_index_does_not_answer_for_a_file_that_became_faulty(facts):
    answer(facts)
    edit(facts, "value: 300", "value: no")
    with pytest.raises(DataProblem):
        nkfacts.load(str(facts))


def test_checking_never_uses_or_writes_an_index(facts, folder, compiling):
    warnings, base = opening.check_file(str(facts))
    base.close()
    assert [warning.id for warning in warnings] == ["killed-post"]
    assert not folder.exists()


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


# Other files


def test_standard_input_is_read(folder, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BASE.read_bytes())))
    assert answer("-") == RIGHT
    assert not folder.exists()


def test_mistakes_on_standard_input_say_so(folder, monkeypatch):
    for read in (nkfacts.load, opening.check_file):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"[")))
        with pytest.raises(DataProblem) as caught:
            read("-")
        assert caught.value.problems[0].file == "<stdin>"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("content", [BASE.read_bytes(), b"a: \x01"], ids=["whole", "faulty"])
def test_a_named_pipe_is_read_once(tmp_path, folder, content):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(content,), daemon=True)
    writer.start()
    if content.startswith(b"#"):
        assert answer(pipe) == RIGHT
    else:
        with pytest.raises(DataProblem):
            nkfacts.load(str(pipe))
    writer.join(10)
    assert not folder.exists()


@pytest.mark.parametrize("read", [nkfacts.load, opening.check_file])
@pytest.mark.parametrize("name", ["nowhere.yaml", "facts.yaml/x", "nul\0byte", "x" * 5000, "sur\udc80rogate"])
def test_a_file_that_cannot_be_read_says_why(facts, monkeypatch, read, name):
    monkeypatch.chdir(facts.parent)
    with pytest.raises(DataProblem) as caught:
        read(name)
    assert "cannot read the fact file" in caught.value.message
    assert caught.value.mend
    assert caught.value.problems == ()


def test_the_file_given_comes_before_that_of_the_environment(monkeypatch):
    monkeypatch.setenv("NKFACTS_DATA", "/environment.yaml")
    assert location.facts_path("/given.yaml") == "/given.yaml"
    assert location.facts_path() == "/environment.yaml"
    monkeypatch.setenv("NKFACTS_DATA", "")
    assert location.facts_path() == location.shipped_facts()


def test_a_path_with_signs_of_an_address_is_only_a_path(tmp_path, monkeypatch, compiling):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a?mode=rwc#b%41 ü'"))
    path = tmp_path / "facts?x=1#%41 국.yaml"
    shutil.copy(BASE, path)
    assert [answer(path), answer(path)] == [RIGHT, RIGHT]
    assert len(compiling) == 1


# Several at once


def test_eight_processes_at_once_all_answer_and_leave_one_index(facts, folder):
    script = (
        "import nkfacts, sys\n"
        "for n in range(3):\n"
        "    base = nkfacts.load(sys.argv[1]); print(base.headline(sys.argv[2]).amount); base.close()"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    running = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", script, str(facts), KILLED],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(8)
    ]
    for process in running:
        assert process.communicate(timeout=60) == (f"{RIGHT}\n" * 3, "")
        assert process.returncode == 0
    assert [str(path) for path in folder.iterdir()] == [cache.index_path(str(facts))]


def test_an_open_base_keeps_answering_while_its_index_is_replaced(facts):
    base = nkfacts.load(str(facts))
    edit(facts, "high: 1100", "high: 1200")
    assert answer(facts) == "900 to 1,200"
    assert base.headline(KILLED).amount == RIGHT
    base.close()


def test_an_open_base_cannot_be_written(facts):
    answer(facts)
    index = opening.open_index(str(facts))
    with pytest.raises(sqlite3.OperationalError):
        index.execute("DELETE FROM fact")
    index.close()


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


def test_an_index_damaged_in_its_pages_costs_time_and_no_answer(tmp_path, monkeypatch):
    from nkfacts.cli import run as program

    copy = tmp_path / "base.yaml"
    copy.write_bytes(BASE.read_bytes())
    os.utime(copy, ns=(1, 1))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    words = ["list", "-f", "jsonl", "--data", str(copy)]
    assert program.main(words) == 0
    index = Path(cache.index_path(str(copy)))
    whole = index.read_bytes()
    for start in range(4096, len(whole), 4096):
        # A page of another kind: SQLite finds out when it reads it.
        index.write_bytes(whole[:start] + b"\xff" * 512 + whole[start + 512 :])
        assert program.main(words) == 0, start
        assert program.main(["get", "casualties.killed", "--data", str(copy)]) == 0


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
    monkeypatch.setattr(cache, "_digest_of", lambda path: pytest.fail("a look at the stamp is enough"))
    old = cache.open_fresh(str(copy))
    assert old is not None
    old.close()
