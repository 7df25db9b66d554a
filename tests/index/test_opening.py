"""Files of every sort are opened: standard input, pipes, none at all; and by several at once."""

import io
import os
import sqlite3
import subprocess
import sys
import threading

import pytest

import nkfacts
from nkfacts.errors import DataProblem
from nkfacts.index import cache, opening
from tests.support.bases import KILLED
from tests.support.files import BASE
from tests.support.indexes import RIGHT, answer, edit


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
