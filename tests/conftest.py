"""What the tests share: an empty home, and the command line run in this process."""

import gc
import io
import os
import shutil
import sqlite3
import sys
from functools import partial

import pytest
from hypothesis import settings

import nkfacts
from tests.support.commandline import Result, kept, run_process, run_terminal, run_terminal_here
from tests.support.files import BASE, SHIPPED

# What passes once passes again: new examples are drawn by `pytest --hypothesis-profile=explore`, not by a change elsewhere.
settings.register_profile("same", derandomize=True)
settings.register_profile("explore", derandomize=False)
settings.load_profile("same")


def pytest_configure():
    """Make what all tests read, before the workers start that share it."""
    kept()


def pytest_collection_finish():
    """Let what was collected, which stays to the end, be looked through for garbage no more: a tenth of all tests."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


_COLOUR = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "NKFACTS_DEBUG", "PYTHONUTF8", "PYTHONIOENCODING")


@pytest.fixture(scope="session")
def _homes(tmp_path_factory):
    """Return the homes of the tests so far; the last one is that of the next test too while it is empty."""
    return [tmp_path_factory.mktemp("home")]


@pytest.fixture(autouse=True)
def home(_homes, tmp_path_factory, monkeypatch):
    """Return an empty home, in which the fact file in use is the one of the tests, and its index is kept."""
    if not os.path.isdir(_homes[-1]) or os.listdir(_homes[-1]):
        _homes.append(tmp_path_factory.mktemp("home"))
    folder = _homes[-1]
    for name in _COLOUR:
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("XDG_CACHE_HOME", kept())
    monkeypatch.setenv("NKFACTS_DATA", str(BASE))
    return folder


@pytest.fixture(autouse=True)
def _closed_connections(monkeypatch):
    """Close every index that a test leaves open: a process would, by ending."""
    opened = []
    connect = sqlite3.connect

    def recording(*args, **options):
        opened.append(connect(*args, **options))
        return opened[-1]

    monkeypatch.setattr(sqlite3, "connect", recording)
    yield
    for connection in opened:
        connection.close()


@pytest.fixture
def run(monkeypatch):
    """Return a function that runs the command line in this process."""
    from nkfacts.cli.run import main

    def run(*args, env=None, stdin="", by_typer=False):
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        streams = [io.TextIOWrapper(io.BytesIO(b), encoding="utf-8", newline="\n") for b in (data, b"", b"")]
        with monkeypatch.context() as patch:
            for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
                patch.setattr(sys, name, stream)
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            code = int(main([str(arg) for arg in args], by_typer=by_typer))
        out, err = (_written(stream) for stream in streams[1:])
        return Result(out, err, code)

    return run


@pytest.fixture
def process(tmp_path):
    """Return a function that runs the command line in a process of its own."""
    return partial(run_process, tmp_path)


@pytest.fixture
def terminal_process(tmp_path):
    """Return a function that runs the command line in a process of its own at a terminal."""
    return partial(run_terminal, tmp_path)


@pytest.fixture
def terminal(tmp_path):
    """Return a function that runs the command line in this process at a terminal."""
    return partial(run_terminal_here, tmp_path)


def _written(stream):
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")


@pytest.fixture
def edited(tmp_path):
    """Return a function that copies the fact file of the tests with some texts replaced."""

    def edited(*changes, name="edited.yaml"):
        path = tmp_path / name
        text = BASE.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path.write_text(text, "utf-8")
        return path

    return edited


@pytest.fixture
def file(tmp_path):
    """Return a copy of the fact file of the tests, to add to."""
    path = tmp_path / "facts.yaml"
    shutil.copyfile(BASE, path)
    return path


@pytest.fixture
def faulty(edited):
    """Return a copy of the fact file of the tests with one mistake: a value that is no number."""
    return edited(("value: 300\n", "value: three\n"), name="faulty.yaml")


@pytest.fixture(scope="session")
def shipped():
    """Return an environment in which the shipped facts are in use."""
    return {"NKFACTS_DATA": "", "XDG_CACHE_HOME": kept()}


@pytest.fixture(scope="session")
def shipped_base(shipped):
    """Return the shipped facts, opened once for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in shipped.items():
            patch.setenv(name, value)
        found = nkfacts.load(str(SHIPPED))
    yield found
    found.close()
